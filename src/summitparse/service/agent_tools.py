"""Tools for agents by the Model Context Protocol: `parse_text`, `parse_file`, `explain`, `search_archive`."""

import asyncio
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, Literal

from mcp.server import MCPServer
from pydantic import Field

from summitparse import __version__
from summitparse.errors import UsageError
from summitparse.service.archive_search import search
from summitparse.service.pool import Pool
from summitparse.service.wanted import Wanted, day_of

MOST_FOUND = 50
Text = Annotated[str, Field(description="The press release as plain text, with its headline and date if it has them.")]
Day = Annotated[
    str | None,
    Field(description="YYYY-MM-DD, what relative dates are resolved against; default: the release's own day."),
]
Full = Annotated[bool, Field(description="True: the whole record with ids, mentions and offsets; else a short form.")]
Record = Annotated[str, Field(description='Which record: its id ("F3") or a field of it ("F3.measure"); "": all.')]


def make_server(pool: Pool, folders: Sequence[Path], database: Path | None) -> MCPServer:
    """The server. Files are read below `folders` and nowhere else; without any there is no such tool."""
    server = MCPServer(
        "summitparse",
        version=__version__,
        instructions="Reads government press releases in English: who said what, figures, dates, signed documents, "
        "positions, each with its place in the text (`at`). Cite quotes with their speaker only as given here.",
    )

    @server.tool(structured_output=False)
    async def parse_text(text: Text, reference_date: Day = None, full: Full = False) -> str:
        """Read a government press release: who said what, figures, dates, signed documents, positions, as JSON."""
        return await pool.answer(Wanted("text", text=text, reference=day_of(reference_date), compact=not full))

    @server.tool(structured_output=False)
    async def explain(text: Text, record: Record = "", reference_date: Day = None) -> str:
        """Say which rule made each record of a release (ids are those of parse_text with full=true), and what lost."""
        return await pool.answer(Wanted("text", text=text, reference=day_of(reference_date), record=record))

    if folders:
        roots = [folder.resolve(strict=True) for folder in folders]

        @server.tool(structured_output=False)
        async def parse_file(path: str, reference_date: Day = None, full: Full = False) -> str:
            """Read a press release from a file (text, HTML, PDF, Word, mail) below the folders that are allowed."""
            found = allowed(path, roots)
            day = day_of(reference_date)
            return await pool.answer(Wanted(path, path=str(found), reference=day, compact=not full))

    if database is not None:

        @server.tool(structured_output=False)
        async def search_archive(
            words: Annotated[str, Field(description="Words that all must stand in the record, in any form.")],
            kind: Literal["quotes", "positions", "documents"] = "quotes",
            most: Annotated[int, Field(ge=1, le=MOST_FOUND)] = 20,
        ) -> str:
            """Search an archive of many releases; the latest records first, each with its date, title and file."""
            found = await asyncio.to_thread(search, database, words, kind, most)
            return json.dumps(found, ensure_ascii=False)

    return server


def allowed(path: str, roots: Sequence[Path]) -> Path:
    """The file that a path leads to, links followed. Raises `UsageError` where it is not below one of the folders;
    whether there is such a file elsewhere is not told."""
    given = Path(path)
    for root in roots:
        try:
            found = (root / given).resolve(strict=True)  # an absolute path stays one
        except (OSError, ValueError, RuntimeError):
            continue
        if found.is_relative_to(root) and found.is_file():
            return found
    raise UsageError(f"{path!r} is no file below {', '.join(map(str, roots))}. Nothing else is read.")
