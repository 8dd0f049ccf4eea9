"""A folder of CSV files, one a tidy table, with the records themselves beside them."""

import csv
import json
import re
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from summitparse.batch.sinks.tables import TABLES, rows

RECORDS = "records.jsonl"
# A spreadsheet takes a cell that begins so for a formula, and a release could make it fetch a page or start a program.
# Some read the signs of East Asian width as well, and some pass over what is blank or unseen before a sign.
FORMULA = ("=", "+", "-", "@", "\uff1d", "\uff0b", "\uff0d", "\uff20", "\t", "\r", "\n")
_BEFORE = re.compile(r"[\s\x00-\x1f\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff\xad]+")
# They would only be there twice: whole records have a file of their own.
LEFT_OUT = {"json"}


class Csv:
    plain = False
    files = frozenset((RECORDS, *(f"{table}.csv" for table in TABLES)))

    def write(self, lines: Iterable[bytes], path: Path) -> None:
        path.mkdir()
        with ExitStack() as stack:
            records = stack.enter_context((path / RECORDS).open("wb"))
            writers = {}
            for table, columns in TABLES.items():
                file = stack.enter_context((path / f"{table}.csv").open("w", encoding="utf-8", newline=""))
                writers[table] = csv.writer(file, lineterminator="\n")
                writers[table].writerow(column.name for column in columns if column.name not in LEFT_OUT)
            for release, line in enumerate(lines, 1):
                records.write(line)
                for table, row in rows(json.loads(line), "", release):
                    named = zip(TABLES[table], row, strict=True)
                    writers[table].writerow(cell(value) for column, value in named if column.name not in LEFT_OUT)

    def read(self, path: Path) -> Iterator[bytes]:
        try:
            with (path / RECORDS).open("rb") as file:
                yield from file
        except OSError:
            return

    def weigh(self, path: Path) -> int:
        return sum(file.stat().st_size for file in path.iterdir()) if path.is_dir() else -1


def cell(value: Any) -> Any:
    """Text that a spreadsheet would take for a formula gets an apostrophe before it."""
    if isinstance(value, bool):
        return int(value)
    if isinstance(value, str):
        blank = _BEFORE.match(value)
        if value.startswith(FORMULA) or (blank and value.startswith(FORMULA, blank.end())):
            return "'" + value
    return value


def sink() -> Csv:
    return Csv()
