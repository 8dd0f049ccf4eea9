"""Inputs into parts: so many releases each, in input order, known again by what is in them."""

import datetime as dt
import hashlib
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from summitparse.batch.inputs import STANDARD_INPUT, Inputs, file_item, unreadable
from summitparse.batch.item import Item, Options
from summitparse.batch.lines import LONGEST, is_lines, is_packed, line_item, open_lines, read_lines
from summitparse.batch.storage import is_url, open_bytes, read, stamp
from summitparse.errors import MissingExtra, UsageError
from summitparse.reading.source import printable

# Releases and bytes of a part: a minute or two of work, so that little is lost with a worker and little is scheduled.
RELEASES = 256
BYTES = 2_000_000
# Other tools call theirs "part-00000-….parquet".
_NAME = re.compile(r"part-\d{6,}-[0-9a-f]{16}(?:\.failures)?\.jsonl", re.ASCII)


@dataclass(frozen=True, slots=True)
class Lines:
    """Bytes `[start, end)` of a JSONL file, of which the first line has the number `first`. All of it if packed.

    `digest` is of these bytes, or of a packed file the size and time, as they were when the file was divided.
    """

    path: str
    start: int
    end: int
    first: int
    digest: str
    count: int = 0


@dataclass(frozen=True, slots=True)
class Part:
    """Some releases; `digest` is of their content (files: of their sizes and times) and of all else that decides the
    bytes of their records."""

    number: int
    content: tuple[str, ...] | Lines
    digest: str
    made: Mapping[str, Any]
    options: Options
    reference: dt.date | None = None

    @property
    def name(self) -> str:
        return f"part-{self.number:06}-{self.digest}.jsonl"

    @property
    def failures(self) -> str:
        return f"part-{self.number:06}-{self.digest}.failures.jsonl"

    @property
    def count(self) -> int:
        """How many releases these are, as far as that is known without reading them."""
        return len(self.content) if isinstance(self.content, tuple) else self.content.count

    def items(self) -> list[Item]:
        """The part's releases, read anew wherever this is called."""
        content = self.content
        if isinstance(content, Lines):
            items = _line_items(content)
        else:
            items = [file_item(path) for path in content]
        return [
            Item(
                number,
                item.name,
                item.size,
                item.path,
                item.text,
                item.id,
                item.reference or self.reference,
                item.problem,
            )
            for number, item in enumerate(items)
        ]


def _line_items(content: Lines) -> list[Item]:
    """The items of the lines, as far as they can be read; or one that says that they are no longer what was divided."""
    items: list[Item] = []
    try:
        for item in _packed(content.path) if is_packed(content.path) else _plain(content):
            items.append(item)
    except MissingExtra:
        raise
    except Exception as error:  # noqa: BLE001 - each store and each way of packing has errors of its own
        items.append(Item(0, printable(content.path), problem=unreadable(content.path, error)))
        return items
    return items if not is_packed(content.path) or _stamped(content.path) == content.digest else [_changed(content)]


def _packed(path: str) -> Iterator[Item]:
    with open_lines(path) as stream:
        yield from read_lines(stream, printable(path))


def _plain(content: Lines) -> Iterator[Item]:
    data = read(content.path, content.start, content.end)
    if hashlib.sha256(data).hexdigest() != content.digest:
        yield _changed(content)
        return
    name = printable(content.path)
    for number, line in enumerate(data.split(b"\n"), content.first):
        if len(line) >= LONGEST:
            yield Item(0, f"{name}:{number}", problem=f"{name}:{number} is longer than 64 MB. Split it up first.")
        elif line.strip():
            yield line_item(line, f"{name}:{number}")


def _changed(content: Lines) -> Item:
    """What is said of lines that are not those that were divided: numbers and places of them may be others now."""
    name = printable(content.path)
    where = f"{name}:{content.first}" if content.count else name
    lines = f", and {content.count} lines from there are not done" if content.count else ""
    return Item(
        0, where, problem=f"{where} has changed since the batch began{lines}. Run the same command again with --resume."
    )


def is_part(name: str) -> bool:
    """True for the name of a file that only a cluster's worker gives: that of a part, or of its failures."""
    return _NAME.fullmatch(name) is not None


def _stamped(path: str) -> str:
    return json.dumps(stamp(path)[1:])


def parts(inputs: Inputs, made: Mapping[str, Any], options: Options) -> Iterator[Part]:
    """All parts in input order; files are not read, JSONL is read once to find its lines."""
    for number, (content, said) in enumerate(_contents(inputs)):
        asked = [said, dict(made), inputs.reference and inputs.reference.isoformat()]
        digest = hashlib.sha256(json.dumps(asked, sort_keys=True).encode("utf-8", "surrogateescape")).hexdigest()[:16]
        yield Part(number, content, digest, made, options, inputs.reference)


def _contents(inputs: Inputs) -> Iterator[tuple[tuple[str, ...] | Lines, Any]]:
    """What each part holds, and what its digest is made of."""
    paths: list[str] = []
    size = 0
    for path in inputs.paths:
        if path == STANDARD_INPUT:
            raise UsageError("A cluster cannot read standard input. Give a file or a URL that its workers can read.")
        if is_lines(path):
            if paths:
                yield _files(paths)
                paths, size = [], 0
            yield from _lines(path)
            continue
        for item in inputs.files(path):
            if paths and (len(paths) >= RELEASES or size + item.size > BYTES):
                yield _files(paths)
                paths, size = [], 0
            paths.append(item.path or item.name)
            size += item.size
    if paths:
        yield _files(paths)


def _files(paths: Sequence[str]) -> tuple[tuple[str, ...], Any]:
    return tuple(paths), [stamp(path) for path in paths]


def _lines(path: str) -> Iterator[tuple[Lines, Any]]:
    if is_packed(path):
        yield Lines(path, 0, 0, 1, _stamped(path)), stamp(path)
        return
    start = end = count = 0
    first, number = 1, 0
    digest = hashlib.sha256()

    def part() -> tuple[Lines, Any]:
        found = digest.hexdigest()
        return Lines(path, start, end, first, found, count), [path, first, found]

    try:
        with open_bytes(path) as stream:
            while line := stream.readline(LONGEST):
                end += len(line)
                digest.update(line)
                if not line.endswith(b"\n") and len(line) == LONGEST:
                    continue
                count, number = count + 1, number + 1
                if count >= RELEASES or end - start >= BYTES:
                    yield part()
                    start, first, count, digest = end, number + 1, 0, hashlib.sha256()
    except OSError:
        # A worker is to try it, and to say what is wrong, as one machine would.
        end, count, digest = start, 0, hashlib.sha256(b"unread")
        yield part()
        return
    if count or end > start:
        yield part()


def check_reachable(paths: Sequence[str], output: str, remote: bool) -> None:
    """Raises `UsageError` where a cluster of other machines could not see a path relative to this one."""
    for path in (*paths, output):
        if remote and not is_url(path) and not path.startswith("/"):
            raise UsageError(f"{path}: give an absolute path on a shared disk, or a URL: all workers must see it.")
