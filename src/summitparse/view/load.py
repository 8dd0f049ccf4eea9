"""What is to be shown: releases that are parsed now, or records that were written before."""

import json
from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from pathlib import Path, PurePath

from pydantic import ValidationError

from summitparse import reading
from summitparse.allowance import Allowance
from summitparse.errors import UnreadableInput
from summitparse.in_child import in_child
from summitparse.records import Release
from summitparse.serialise import to_json

LINES = frozenset((".jsonl", ".ndjson"))


def parse_in_children(paths: Iterable[str], allowance: Allowance) -> dict[str, str]:
    """Lines of JSON with the records of each file that is to be parsed, by its path; files of records are left out.

    Each is read and parsed in a child process that keeps within the allowance. Raises what `in_child` and reading a
    release raise.
    """
    to_parse = [path for path in dict.fromkeys(paths) if not is_records(path)]
    if len(to_parse) > 1:
        from summitparse import pipeline

        pipeline.warm()  # loads all that is needed once, and not once a child
    return {path: in_child(partial(_lines_of, path), allowance, reading.name_in_sentences(path)) for path in to_parse}


def load_releases(paths: Iterable[str], parsed: Mapping[str, str]) -> Iterator[Release]:
    """The releases of all paths in order, those of `parse_in_children` from what it gave.

    Raises `UnreadableInput`, also for a file without records and for a record without its text.
    """
    for path in paths:
        release = None
        for release in _parsed(parsed[path]) if path in parsed else read_records(path):
            if release.text is None:
                raise UnreadableInput(f"{path} has records without their text. Write them with --text.")
            yield release
        if release is None:
            raise UnreadableInput(f"{path} holds no records. Give what `summitparse batch --text` has written.")


def is_records(path: str) -> bool:
    """True for what is called a file of records; other files may be found to hold some."""
    suffix = PurePath(path).suffix.lower()
    return path != reading.STANDARD_INPUT and (suffix in LINES or suffix == ".json")


def _lines_of(path: str) -> str:
    return "\n".join(to_json(release, text=True) for release in _read(path))


def _parsed(lines: str) -> Iterator[Release]:
    return map(Release.model_validate_json, filter(None, lines.split("\n")))


def _read(path: str) -> Iterator[Release]:
    source = reading.read_named(path)
    if source.text.lstrip().startswith("{") and '"schema_version"' in source.text[:400]:
        yield from _records(_objects(source.text, path), path)
    else:
        from summitparse import pipeline

        yield next(pipeline.run([pipeline.Job(source)]))


def read_records(path: str) -> Iterator[Release]:
    """Records as `parse` and `batch` write them: one JSON object, a list, or one object a line.

    Raises `UnreadableInput` for what is no record of this version. Lines are read one by one, however many there are.
    """
    try:
        with Path(path).open(encoding="utf-8-sig") as file:
            if PurePath(path).suffix.lower() in LINES:
                yield from _records(_lines(file, path), path)
            else:
                yield from _records(_objects(file.read(), path), path)
    except FileNotFoundError:
        raise UnreadableInput(f"{path} does not exist. Check the path.") from None
    except UnicodeDecodeError:
        raise UnreadableInput(f"{path} is no JSON in UTF-8.") from None
    except OSError as error:
        raise UnreadableInput(f"{path} cannot be read ({error.strerror}). Check the path.") from None


def _records(objects: Iterable[object], name: str) -> Iterator[Release]:
    for number, record in enumerate(objects, 1):
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


def _objects(text: str, name: str) -> Iterable[object]:
    try:
        whole = json.loads(text)
    except (ValueError, RecursionError):
        return _lines(text.split("\n"), name)
    return whole if isinstance(whole, list) else [whole]


def _lines(lines: Iterable[str], name: str) -> Iterator[object]:
    for number, line in enumerate(lines, 1):
        if line.strip():
            try:
                yield json.loads(line)
            except (ValueError, RecursionError):
                message = f"{name}: line {number} is no JSON. Give one object, a list, or one object a line."
                raise UnreadableInput(message) from None
