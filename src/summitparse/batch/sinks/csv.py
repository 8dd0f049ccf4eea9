"""A folder of CSV or TSV files, one a tidy table, with the records themselves beside them."""

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
# Beside the signs themselves these are all that compatibility (NFKC) makes one of them, and the minus.
_SIGNS = "=+\\-@\u2212\u207a\u207c\u208a\u208c\u2a75\u2a76\ufb29\ufe62\ufe63\ufe66\ufe6b\uff0b\uff0d\uff1d\uff20"
# Some pass over what is blank, unseen or a quotation mark before a sign.
_UNSEEN = (
    r"\s\"\x00-\x1f\x7f-\x9f\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f"
    r"\u2800\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff9-\ufffb\U000e0000-\U000e0fff"
)
# And some end a cell at other signs than the comma, whatever quotation marks stand around it.
_ENDS = frozenset(";\t\n\v\f\r\x1c\x1d\x1e\x85\u2028\u2029")
# A run of these begins where none stands before, so that a long one is looked at once.
_BEFORE_SIGN = re.compile(rf"(?<![;{_UNSEEN}])[;{_UNSEEN}]++(?=[{_SIGNS}])")
_FORMULA = re.compile(rf"\A(?:[\t\r\n]|[{_UNSEEN}]*+[{_SIGNS}])")
# They would only be there twice: whole records have a file of their own.
LEFT_OUT = {"json"}


class Csv:
    """`between` stands between two cells."""

    plain = False

    def __init__(self, ending: str = ".csv", between: str = ",") -> None:
        self.ending, self.between = ending, between
        self.files = frozenset((RECORDS, *(f"{table}{ending}" for table in TABLES)))

    def write(self, lines: Iterable[bytes], path: Path) -> None:
        path.mkdir()
        with ExitStack() as stack:
            records = stack.enter_context((path / RECORDS).open("wb"))
            writers = {}
            for table, columns in TABLES.items():
                file = stack.enter_context((path / f"{table}{self.ending}").open("w", encoding="utf-8", newline=""))
                # Text in quotation marks: no blank, semicolon or tab in it ends a cell.
                writers[table] = csv.writer(
                    file, delimiter=self.between, lineterminator="\n", quoting=csv.QUOTE_NONNUMERIC
                )
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


def cell(value: Any) -> Any:
    """Text that a spreadsheet would take for a formula, whatever it ends cells at, gets an apostrophe before it."""
    if isinstance(value, bool):
        return int(value)
    if isinstance(value, str):
        inner = _BEFORE_SIGN.sub(_marked, value)
        return "'" + inner if _FORMULA.match(value) else inner
    return value


def _marked(run: re.Match[str]) -> str:
    return run[0] if _ENDS.isdisjoint(run[0]) else run[0] + "'"


def sink() -> Csv:
    return Csv()
