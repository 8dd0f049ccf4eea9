"""JSONL in: one release a line, each with its text and if it likes an id, a reference date and a source."""

import datetime as dt
import gzip
import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, nullcontext
from typing import IO, Any, cast

from summitparse.allowance import MEMORY, Allowance
from summitparse.batch.item import Item
from summitparse.batch.storage import open_bytes

SUFFIXES = (".jsonl", ".ndjson", ".jsonl.gz", ".ndjson.gz", ".jsonl.zst", ".ndjson.zst")
# What collections of news call the words of an article, its headline, its address and its day.
WORDS = ("content", "body", "maintext", "fulltext", "full_text", "plain_text", "article")
TITLES = ("title", "headline")
ADDRESSES = ("url", "link", "canonical_url", "sourceurl", "SOURCEURL")
DAYS = ("reference_date", "published", "published_at", "date_publish", "date_published", "seendate", "date")
# A longer line is no release: it is passed over without being held in memory.
LONGEST = 64 * 1024 * 1024
# What a line may take to be read, twenty times its size if it is nothing but brackets: of a shorter one that is little.
ALLOWED = Allowance(MEMORY, seconds=0)
SHORT = 1_000_000


def is_lines(path: str) -> bool:
    return path.lower().endswith(SUFFIXES)


def is_packed(path: str) -> bool:
    return is_lines(path) and path.lower().endswith((".gz", ".zst"))


@contextmanager
def open_lines(path: str) -> Iterator[IO[bytes]]:
    """The bytes of a JSONL file, unpacked where its suffix says that it is packed."""
    lower = path.lower()
    with open_bytes(path) as stream:
        if lower.endswith(".gz"):
            with gzip.open(stream, "rb") as unpacked:
                yield cast(IO[bytes], unpacked)
        elif lower.endswith(".zst"):
            from summitparse.batch.zstd import open_zstd

            with open_zstd(stream) as unpacked:
                yield unpacked
        else:
            yield stream


def read_lines(stream: IO[bytes], name: str) -> Iterator[Item]:
    """An item a line; blank lines are passed over, and a line that is none of ours is an item with a problem."""
    for position, line in enumerate(_bounded(stream), 1):
        if line is None:
            yield Item(0, f"{name}:{position}", problem=f"{name}:{position} is longer than 64 MB. Split it up first.")
        elif line.strip():
            yield line_item(line, f"{name}:{position}")


def line_item(line: bytes, place: str) -> Item:
    """The item of one line; `place` names it in messages, and the record where the line gives no `source`."""
    try:
        with ALLOWED.held() if len(line) > SHORT else nullcontext():
            found = json.loads(line)
    except MemoryError:
        return Item(0, place, problem=f"{place} takes more than {MEMORY} MB of memory. Split it up first.")
    except ValueError as error:  # UnicodeDecodeError is one
        return Item(0, place, problem=f"{place} is not JSON ({error}). Give one JSON object a line.")
    except RecursionError:
        return Item(0, place, problem=f"{place} is nested too deeply. Give one flat JSON object a line.")
    if isinstance(found, dict) and not isinstance(found.get("text"), str):
        found = _as_ours(found)
    if not isinstance(found, dict) or not isinstance(found.get("text"), str):
        return Item(0, place, problem=f'{place} has no "text". Give one JSON object a line, with the text in "text".')
    source, id = found.get("source"), found.get("id")
    if isinstance(source, dict):
        source = source.get("name")
    try:
        reference = _day(found.get("reference_date"))
    except ValueError:
        return Item(0, place, problem=f'{place}: "reference_date" is not a date. Write it as YYYY-MM-DD.')
    if isinstance(id, (dict, list, bool)):
        return Item(0, place, problem=f'{place}: "id" is neither a string nor a number.')
    return Item(
        0,
        _clean(source) if isinstance(source, str) else place,
        size=len(line),
        text=found["text"],
        id=None if id is None else _clean(str(id)),
        reference=reference,
    )


def _as_ours(article: dict[str, Any]) -> dict[str, Any]:
    """An article as collections of news have it (GDELT, news-please, Common Crawl): its headline is put above its
    words, its address is its source, and its day what relative dates are resolved against where it is a date."""

    def first(names: Sequence[str]) -> str | None:
        return next((article[name] for name in names if isinstance(article.get(name), str) and article[name]), None)

    text, title, day = first(WORDS), first(TITLES), first(DAYS)
    if text is None:
        return article
    if title and not text.lstrip().startswith(title.strip()):
        text = f"{title.strip()}\n\n{text}"
    try:
        _day(day)
    except ValueError:
        day = None
    source = first(ADDRESSES)
    return {"id": article.get("id"), "text": text, "reference_date": day, "source": article.get("source") or source}


def _bounded(stream: IO[bytes]) -> Iterator[bytes | None]:
    """Lines, None for one that is too long."""
    while line := stream.readline(LONGEST):
        if len(line) == LONGEST and not line.endswith(b"\n"):
            while (rest := stream.readline(LONGEST)) and not rest.endswith(b"\n"):
                pass
            yield None
        else:
            yield line


def _day(value: Any) -> dt.date | None:
    """An ISO date, or the date of an ISO date and time."""
    if value is None or value == "":
        return None
    if not isinstance(value, str):
        raise ValueError(value)
    return dt.datetime.fromisoformat(value).date()


def _clean(value: str) -> str:
    """Half of a surrogate pair, which JSON can escape but UTF-8 cannot hold, becomes `\\ud800` in letters."""
    return value.encode("utf-8", "backslashreplace").decode("utf-8")
