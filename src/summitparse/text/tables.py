"""Tables: rows whose cells a tab parts, as readers of Word, web pages and PDF write them, and plain text has them.

A number alone in its cell has the unit of its column's head or its row's label: "Exports (NOK million)" and 151.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from summitparse.findings import PeriodRef, Span, TimeFindings

_NUMBER = re.compile(r"[-+−–]? ?[^\w\s]?\d[\d., ]{0,20} ?%?")
_YEAR = re.compile(r"(?:19|20)\d\d")
# The unit of a head: "Exports (NOK million)", "Exports, NOK million", "Exports in tonnes".
_UNIT = re.compile(r"(?:[(\[,;]|^| in )(?: ?in )? ?([^()\[\],;]{1,30}?)[)\]]? ?$")
# Longer cells hold sentences.
_LONGEST = 100
_MOST_ROWS = 400


class Head(NamedTuple):
    """The words of a head or a label, those that may be its unit at their end, and those before the unit."""

    words: Span
    unit: Span
    named: Span


class Cells:
    """The tables of one text; `text` has its tabs, and `clean` one blank for each (`Layout`)."""

    def __init__(self, text: str, clean: str) -> None:
        self.clean = clean
        self.rows = list(self._rows(text))
        self.starts = [row[0].start for row in self.rows]

    def parted(self) -> str:
        """The clean copy with a tab between the cells of tables, so that no number runs into the next one."""
        ends = [cell.end for row in self.rows for cell in row[:-1]]
        begins = [0, *(end + 1 for end in ends)]
        return "\t".join(self.clean[a:b] for a, b in zip(begins, [*ends, len(self.clean)], strict=True))

    def _rows(self, text: str) -> Iterator[list[Span]]:
        """The lines that are rows of a table with a number alone in one of its cells, or the first row of one."""
        at, table = 0, list[list[Span]]()
        for line in text.split("\n"):
            if "\t" in line:
                row = []
                for cell in line.split("\t"):
                    row.append(Span(at, at + len(cell)))
                    at += len(cell) + 1
                table.append(row)
            else:
                at += len(line) + 1
                if line.strip():
                    yield from self._with_number(table)
                    table = []
        yield from self._with_number(table)

    def _with_number(self, table: list[list[Span]]) -> list[list[Span]]:
        return table if any(self._is_number(cell) for row in table for cell in row) else []

    def _words(self, cell: Span) -> str:
        return self.clean[cell.start : cell.end].strip()

    def _is_number(self, cell: Span) -> bool:
        return _NUMBER.fullmatch(self._words(cell)) is not None

    def _names(self, cell: Span) -> bool:
        """Whether a cell can be a head or a label: words, or a year."""
        words = self._words(cell)
        return 0 < len(words) <= _LONGEST and (not self._is_number(cell) or _YEAR.fullmatch(words) is not None)

    def heads(self, number: Span) -> tuple[Head, ...]:
        """The head of the column and the label of the row of a number that is alone in its cell; neither elsewhere."""
        at = bisect_right(self.starts, number.start) - 1
        row = self.rows[at] if at >= 0 else []
        column = next((k for k, cell in enumerate(row) if cell.contains(number) and self._is_number(cell)), None)
        if column is None:
            return ()
        above = (self.rows[k] for k in range(at - 1, max(-1, at - _MOST_ROWS), -1))
        beside = (reversed(row[:column]), (other[column] for other in above if len(other) == len(row)))
        label, head = (next((cell for cell in cells if self._names(cell)), None) for cells in beside)
        return tuple(self._head(cell) for cell in (head, label) if cell is not None)

    def _head(self, cell: Span) -> Head:
        words = self._words(cell)
        start = self.clean.index(words, cell.start)
        unit = _UNIT.search(words)
        begin, first, last = (unit.start(), *unit.span(1)) if unit else (len(words), len(words), len(words))
        named = len(words[:begin].rstrip(" ([,;"))
        return Head(Span(start, start + len(words)), Span(start + first, start + last), Span(start, start + named))

    def is_year(self, head: Head) -> bool:
        """Whether a head or a label is a year alone, and so nobody whose a figure is."""
        return _YEAR.fullmatch(self.clean, *head.words) is not None

    def period(self, heads: tuple[Head, ...], times: TimeFindings) -> PeriodRef | None:
        """The first time that stands in the head of the column or the label of the row."""
        for head in heads:
            for index, date in enumerate(times.dates):
                if head.words.contains(date.span):
                    return PeriodRef("date", index)
        return None
