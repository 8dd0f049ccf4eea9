"""From a file of records to the quotes that several of its releases have."""

import json
import sqlite3
from collections.abc import Iterator, Sequence
from pathlib import Path

from summitparse.batch.amend import amend
from summitparse.batch.read_back import read_back
from summitparse.batch.sinks import Sink, choose
from summitparse.batch.sinks.sqlite import Sqlite
from summitparse.batch.sinks.tables import day_of
from summitparse.repeats.find import Repeat, Said, find_repeats
from summitparse.serialise import inert


def run_repeats(records: Path, format: str | None = None) -> list[Repeat]:
    """The repeats of records that `batch` wrote; a database gets `quotes.first_quote` besides.

    Raises `UnreadableInput`, `UnwritableOutput`.
    """
    sink = choose(records, format)
    found = find_repeats(_read(records, sink))
    if isinstance(sink, Sqlite):
        amend(records, lambda database: _fill(database, found))
    return found


def _read(records: Path, sink: Sink) -> Iterator[Said]:
    for number, record in read_back(records, sink):
        source = record["source"]
        for quote in record["quotes"]:
            where = day_of(record), source["name"], source["sha256"]
            yield Said(number, quote["id"], quote["text"], *where, quote["speaker_name"])


def _fill(database: sqlite3.Connection, found: Sequence[Repeat]) -> None:
    database.execute("UPDATE quotes SET first_quote = NULL WHERE first_quote IS NOT NULL")
    database.executemany(
        "UPDATE quotes SET first_quote = ? WHERE id = ?",
        (
            (f"{repeat.first.release}.{repeat.first.id}", f"{quote.release}.{quote.id}")
            for repeat in found
            for quote in repeat.quotes
        ),
    )


def to_json(found: Sequence[Repeat]) -> str:
    """`[{"text", "first", "quotes": [{"date", "file", "sha256", "quote", "speaker", "text"}]}]`; `first` is a date."""
    return inert(json.dumps([_object(repeat) for repeat in found], indent=2, ensure_ascii=False))


def _object(repeat: Repeat) -> dict[str, object]:
    quotes = [
        {
            "date": quote.day,
            "file": quote.file,
            "sha256": quote.sha256,
            "quote": quote.id,
            "speaker": quote.speaker,
            "text": quote.text,
        }
        for quote in repeat.quotes
    ]
    return {"text": repeat.first.text, "first": repeat.first.day, "quotes": quotes}


def to_table(found: Sequence[Repeat]) -> str:
    """A repeat a paragraph: the words, then each release by day and file."""
    from summitparse.view.terminal import printable

    lines: list[str] = []
    for repeat in found:
        lines.append(printable(f"“{' '.join(repeat.first.text.split())}”"))
        for quote in repeat.quotes:
            lines.append(printable(f"  {quote.day or 'no date':<10}  {quote.file}  {quote.speaker or ''}".rstrip()))
        lines.append("")
    return "\n".join(lines) or "No quote stands in two releases.\n"
