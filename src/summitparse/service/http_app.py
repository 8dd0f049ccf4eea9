"""The HTTP interface: `POST /parse`, `POST /batch`, `GET /schema`, `GET /health`, described by OpenAPI."""

import asyncio
import json
from collections import deque
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from importlib.resources import files
from typing import Annotated, Any

from fastapi import FastAPI, Query, Request, Response
from fastapi.responses import JSONResponse, StreamingResponse
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from summitparse import __version__, errors
from summitparse.batch.lines import line_item
from summitparse.reading.source import printable
from summitparse.records import Release
from summitparse.serialise import KINDS, inert
from summitparse.service.pool import Busy, Pool
from summitparse.service.wanted import Wanted, day_of

JSON = "application/json"
LINES = "application/x-ndjson"
# Lines of a batch that are worked on ahead of the one that is sent next, for each worker.
AHEAD = 4
STATUS = {
    errors.UsageError: 400,
    errors.TooCostly: 413,
    errors.UnreadableInput: 422,
    errors.MissingExtra: 501,
    Busy: 503,
}


class Asked(BaseModel):
    """A release to parse."""

    model_config = ConfigDict(extra="forbid", use_attribute_docstrings=True)

    text: str
    """The release as plain text."""
    id: str | None = None
    """What the record is to be called."""
    reference_date: str | None = None
    """What relative dates are resolved against (YYYY-MM-DD); left out, the day of publication."""
    only: list[str] | None = None
    """Only these kinds: quotes, figures, dates, ranges, positions, documents."""
    min_confidence: Annotated[float, Field(ge=0, le=1)] = 0.0
    """Leave out records less sure than this, and actors whom nothing that stays names."""
    with_text: bool = False
    """Put the text that all offsets point into into the answer."""
    compact: bool = False
    """A short form for language models: names in place of ids, no nulls."""


Compact = Annotated[bool, Query(description="A short form for language models: names in place of ids, no nulls.")]


def make_app(pool: Pool, *, most_body: int) -> FastAPI:
    """The application; `most_body` is in bytes. It closes the pool when it ends."""

    @asynccontextmanager
    async def life(app: FastAPI) -> AsyncIterator[None]:
        yield
        pool.close()

    app = FastAPI(
        title="summitparse",
        version=__version__,
        description="Who said what, the figures, the dates and the signed documents of a government press release.",
        lifespan=life,
        docs_url=None,  # the page would be fetched from elsewhere
        redoc_url=None,
    )
    _add_parse(app, pool, most_body)
    _add_batch(app, pool, most_body)

    @app.get("/schema", summary="JSON Schema (2020-12) of a record")
    async def schema() -> Response:
        return Response(files("summitparse").joinpath("release.schema.json").read_text("utf-8"), media_type=JSON)

    @app.get("/health", summary="Whether it works, and how many requests wait")
    async def health() -> dict[str, Any]:
        return {"status": "ok", "version": __version__, "workers": pool.count, "waiting": pool.waiting}

    @app.exception_handler(errors.SummitparseError)
    async def refused(request: Request, error: errors.SummitparseError) -> Response:
        return JSONResponse(failure(error), status_of(error))

    return app


def _add_parse(app: FastAPI, pool: Pool, most_body: int) -> None:
    about = {"requestBody": {"required": True, "content": {JSON: {"schema": Asked.model_json_schema()}, "*/*": {}}}}

    @app.post("/parse", response_model=None, responses={200: {"model": Release}}, openapi_extra=about)
    async def parse(
        request: Request,
        name: Annotated[str, Query(description="What a file is called; its ending may say its format.")] = "request",
        reference_date: Annotated[str | None, Query(description="For a file: YYYY-MM-DD.")] = None,
        compact: Compact = False,
    ) -> Response:
        """Parses one release: JSON with its text, or the bytes of a file (HTML, PDF, Word, mail …) as the body."""
        body = await read_body(request, most_body)
        if request.headers.get("content-type", "").partition(";")[0].strip().lower() == JSON:
            wanted = from_json(body)
        else:
            day = day_of(reference_date)
            wanted = Wanted(printable(name), data=body, reference=day, compact=compact)
        answer = await pool.timed(wanted)
        # Milliseconds, as the W3C's Server Timing has them: in the queue, and in a worker.
        took = f"queue;dur={1000 * answer.waited:.1f}, parse;dur={1000 * answer.worked:.1f}"
        return Response(answer.said, media_type=JSON, headers={"Server-Timing": took})


def _add_batch(app: FastAPI, pool: Pool, most_body: int) -> None:
    @app.post("/batch", response_model=None, responses={200: {"content": {LINES: {}}}})
    async def batch(request: Request, compact: Compact = False) -> Response:
        """Parses JSONL, one object with `text` a line, and streams a record a line in the same order; a line that fails
        is answered by an object with `error` and `message`."""
        lines = [line for line in (await read_body(request, most_body)).split(b"\n") if line.strip()]
        return StreamingResponse(_answers(pool, lines, compact), media_type=LINES)


async def _answers(pool: Pool, lines: list[bytes], compact: bool) -> AsyncIterator[bytes]:
    working: deque[asyncio.Task[str]] = deque()
    try:
        for number, line in enumerate(lines, 1):
            working.append(asyncio.create_task(_line(pool, line, number, compact)))
            if len(working) >= AHEAD * pool.count:
                yield (await working.popleft()).encode() + b"\n"
        while working:
            yield (await working.popleft()).encode() + b"\n"
    finally:  # nobody listens any more
        for task in working:
            task.cancel()


async def _line(pool: Pool, line: bytes, number: int, compact: bool) -> str:
    item = line_item(line, f"line {number}")
    if item.problem is not None:
        return inert(json.dumps({"error": "UsageError", "message": item.problem, "line": number}, ensure_ascii=False))
    try:
        return await pool.answer(
            Wanted(item.name, text=item.text, id=item.id, reference=item.reference, compact=compact)
        )
    except errors.SummitparseError as error:
        return inert(json.dumps({**failure(error), "line": number, "id": item.id}, ensure_ascii=False))


def from_json(body: bytes) -> Wanted:
    """The request in a JSON body. Raises `UsageError`."""
    try:
        asked = Asked.model_validate_json(body)
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(str(part) for part in first["loc"]) or "the body"
        raise errors.UsageError(f'{where}: {first["msg"]}. Send JSON such as {{"text": "…"}}.') from None
    unknown = sorted(set(asked.only or ()) - set(KINDS))
    if unknown:
        raise errors.UsageError(f"only: {unknown[0]!r} is none of {', '.join(KINDS)}.")
    return Wanted(
        "request",
        text=asked.text,
        id=asked.id,
        reference=day_of(asked.reference_date),
        only=None if asked.only is None else frozenset(asked.only),
        min_confidence=asked.min_confidence,
        with_text=asked.with_text,
        compact=asked.compact,
    )


async def read_body(request: Request, most: int) -> bytes:
    """All of a body. Raises `TooCostly` as soon as it is more than is taken."""
    body = bytearray()
    async for piece in request.stream():
        body += piece
        if len(body) > most:
            raise errors.TooCostly(f"The body is larger than {most:,} bytes. Send less, or start with --max-body.")
    return bytes(body)


def failure(error: errors.SummitparseError) -> dict[str, str]:
    return {"error": type(error).__name__, "message": str(error)}


def status_of(error: errors.SummitparseError) -> int:
    return next((status for kind, status in STATUS.items() if isinstance(error, kind)), 500)
