"""What is to be shown: releases that are parsed now, or records that were written before."""

import json
from collections.abc import Iterable, Iterator
from pathlib import PurePath

from pydantic import ValidationError

from summitparse import reading
from summitparse.errors import UnreadableInput
from summitparse.reading import SourceText
from summitparse.records import Release

RECORDS = frozenset((".json", ".jsonl", ".ndjson"))


def load_releases(paths: Iterable[str], *, text: bool) -> Iterator[Release]:
    """The releases of all paths in order; `text` asks for those with their text only. Raises `UnreadableInput`."""
    for path in paths:
        source = reading.read_standard_input() if path == reading.STANDARD_INPUT else reading.read_path(path)
        if _holds_records(source):
            for release in read_records(source.text, source.name):
                if text and release.text is None:
                    raise UnreadableInput(f"{source.name} has records without their text. Write them with --text.")
                yield release
        else:
            yield _parsed(source)


def read_records(text: str, name: str) -> Iterator[Release]:
    """Records as `parse` and `batch` write them: one JSON object, a list, or one object a line.

    Raises `UnreadableInput` for what is no record of this version.
    """
    for number, record in enumerate(_objects(text, name), 1):
        try:
            release = Release.model_validate(record)
        except ValidationError as error:
            first = error.errors()[0]
            where = ".".join(str(part) for part in first["loc"]) or "the record"
            raise UnreadableInput(
                f"{name}: record {number} does not satisfy the schema ({where}: {first['msg']}). "
                "Compare it with `summitparse schema`."
            ) from None
        yield release


def _holds_records(source: SourceText) -> bool:
    if PurePath(source.name).suffix.lower() in RECORDS:
        return True
    return source.text.lstrip().startswith("{") and '"schema_version"' in source.text[:400]


def _objects(text: str, name: str) -> list[object]:
    try:
        whole = json.loads(text)
    except (json.JSONDecodeError, RecursionError):
        return [_line(line, name, number) for number, line in enumerate(text.split("\n"), 1) if line.strip()]
    return whole if isinstance(whole, list) else [whole]


def _line(line: str, name: str, number: int) -> object:
    try:
        return json.loads(line)
    except (json.JSONDecodeError, RecursionError):
        raise UnreadableInput(f"{name}: line {number} is no JSON. Give one object, or one object a line.") from None


def _parsed(source: SourceText) -> Release:
    from summitparse import pipeline

    return next(pipeline.run([pipeline.Job(source)]))
