"""Lines of a PDF to paragraphs: a line goes on in the next one where the next word found no room in it."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from summitparse.reading.blocks import DASH, Block
from summitparse.reading.pdf_hyphens import Words
from summitparse.reading.pdf_lines import BREAKING_HYPHENS, Line
from summitparse.reading.pdf_order import Column

# Lines further apart than this times the usual distance are different paragraphs.
WIDE_DISTANCE = 1.22
# Letters this much larger or smaller begin a heading or a note.
OTHER_SIZE = 0.12
LARGER = 1.25
# First lines that are set in by the same width, to a point or two, this often at least.
SAME_INDENT = 1.6
FEWEST_INDENTS = 2
_SENTENCE_END = re.compile(r"[.!?…:;][”’\"')\]]*$")
_DIVIDED = re.compile(rf"\w[-\u2010\u00ad{BREAKING_HYPHENS}]$")
_BULLET = re.compile(r"[•‣◦▪▫●○■□◆➢✓·⁃\uf0a7\uf0b7\uf0d8\uf0fc]")
_NUMBER = re.compile(r"\(?(\d{1,3})[.)]\s", re.ASCII)
# A line that is a date, with a place or a time, and nothing else: when a release was published.
_DAY = re.compile(
    r"(?:[A-Z][A-Za-z. -]{1,30}, )?(?:[A-Z][a-z]+day,? )?"
    r"(?:\d{1,2} [A-Z][a-z]+,? \d{4}|[A-Z][a-z]+\.? \d{1,2},? \d{4}|\d{1,2}[./]\d{1,2}[./]\d{4}|\d{4}-\d\d-\d\d)"
    r"(?:,? (?:at )?\d{1,2}[:.]\d\d(?::\d\d)?)?",
    re.ASCII,
)
_EXPECTS_MORE = re.compile(
    r"(?:,|\b(?:on|of|by|until|till|since|from|to|and|or|the|in|dated|for|at|through|before|after))$"
)
# Who speaks next in a transcript.
_LABEL = re.compile(r"\A[A-Z][A-Z.’'-]*+(?: [A-Z.’'-]++){0,7}: ")
_MARKER = re.compile(r"(?:[-–—]|\(?(?:\d{1,3}|[a-z]|[ivx]{1,5})[.)])\s")


def read_paragraphs(pages: Sequence[Sequence[Column]]) -> list[Block]:
    """The paragraphs of all pages; one that goes on in the next column or on the next page is one."""
    return _Paragraphs([column for page in pages for column in page]).read()


@dataclass(slots=True)
class _Paragraphs:
    columns: Sequence[Column]
    blocks: list[Block] = field(default_factory=list)
    open_lines: list[Line] = field(default_factory=list)
    indent: float | None = None
    below: bool = False

    def read(self) -> list[Block]:
        margins = _margins(self.columns)
        distance = _usual_distance(self.columns, margins)
        words = Words(self.columns)
        self.indent = _usual_indent(self.columns)
        before: tuple[Line, Column] | None = None
        for column in self.columns:
            edge = min(line.left for line in column.lines)
            for line in column.lines:
                if before is not None:
                    above, its_column = before
                    room = margins[_key(its_column)]
                    if its_column is column:
                        goes_on = self.goes_on(above, line, room, edge, distance)
                    else:
                        goes_on = self.goes_on_elsewhere(above, line, room, edge)
                    if not goes_on:
                        self.close(words)
                        self.below = its_column is column and not _parted(above, line, distance)
                self.open_lines.append(line)
                before = line, column
        self.close(words)
        return self.blocks

    def goes_on(self, above: Line, line: Line, room: float, edge: float, distance: float) -> bool:
        """Whether `line`, right below `above` in its column, belongs to the same paragraph."""
        if _opens_item(line) or _other_size(above, line) or above.cells or line.cells:
            return False
        if _parted(above, line, distance):
            return False
        if _DIVIDED.search(above.text) and line.text[0].isalnum():
            return True
        if _DAY.fullmatch(line.text) and not _EXPECTS_MORE.search(above.text):
            return False
        ended = bool(_SENTENCE_END.search(above.text))
        if ended and _LABEL.match(line.text):
            return False
        # A break that was meant; where it stands in the midst of a sentence, the layout of the text tells what it is.
        if _fits(above, line, room) or self.is_next_number(line):
            return False
        first_above = above.left - edge < 0.5 * line.height or len(self.open_lines) == 1
        if first_above and self.indent and abs(line.left - edge - self.indent) < SAME_INDENT:
            return False
        indented = first_above and line.left - edge > 0.8 * line.height
        return not (ended and (indented or _MARKER.match(line.text)))

    def is_next_number(self, line: Line) -> bool:
        """An item of a list whose number follows that of the item above, however full its last line is."""
        number, above = _NUMBER.match(line.text), _NUMBER.match(self.open_lines[0].text)
        return bool(number and above and int(number[1]) == int(above[1]) + 1)

    def goes_on_elsewhere(self, above: Line, line: Line, room: float, edge: float) -> bool:
        """In the next column or on the next page, where distances say nothing."""
        if _opens_item(line) or _MARKER.match(line.text) or _other_size(above, line):
            return False
        if not _SENTENCE_END.search(above.text):
            return not _fits(above, line, room) or line.text[0].islower()
        if _fits(above, line, room):
            return False
        said = "".join(line.text for line in self.open_lines)
        return said.count("“") > said.count("”") and not line.text.startswith("“") and line.left - edge < line.height

    def close(self, words: Words) -> None:
        if self.open_lines:
            marker = DASH if self.open_lines[0].bullet else ""
            text = words.join([line.text for line in self.open_lines])
            self.blocks.append(Block(text, marker, line=self.below and not _opens_item(self.open_lines[0])))
        self.open_lines = []


def _fits(above: Line, line: Line, room: float) -> bool:
    """The first word of `line` would have found room in the line above, so the break was meant."""
    return above.right + 0.25 * above.height + line.first_word < room - 0.5


def _parted(above: Line, line: Line, distance: float) -> bool:
    """Whether more than the usual distance lies between two lines of a column."""
    return above.middle - line.middle > WIDE_DISTANCE * distance * max(above.height, line.height)


def _opens_item(line: Line) -> bool:
    return line.bullet or bool(_BULLET.match(line.text))


def _other_size(above: Line, line: Line) -> bool:
    return abs(above.height - line.height) > OTHER_SIZE * max(above.height, line.height)


def _usual_distance(columns: Sequence[Column], margins: dict[tuple[int, int], float]) -> float:
    """From line to line within a paragraph, in heights of the line: between full lines in the midst of a sentence."""
    pairs = [
        (above, line, margins[_key(column)])
        for column in columns
        for above, line in pairwise(column.lines)
        if not _other_size(above, line) and line.height > 0
    ]
    sure = [
        _distance(above, line)
        for above, line, room in pairs
        if not _fits(above, line, room) and not _SENTENCE_END.search(above.text)
    ]
    if sure:
        return sorted(sure)[len(sure) // 2]
    return min((_distance(above, line) for above, line, _ in pairs), default=1.0)


def _usual_indent(columns: Sequence[Column]) -> float | None:
    """How far first lines of paragraphs are set in, in points; None where they are not."""
    found: Counter[int] = Counter()
    for column in columns:
        edge = min(line.left for line in column.lines)
        for above, line in pairwise(column.lines):
            if above.left - edge < SAME_INDENT and line.left - edge > 0.5 * line.height:
                if _SENTENCE_END.search(above.text) and not line.bullet:
                    found[round(line.left - edge)] += 1
    indent, count = found.most_common(1)[0] if found else (0, 0)
    return indent if count >= FEWEST_INDENTS else None


def _distance(above: Line, line: Line) -> float:
    return (above.middle - line.middle) / line.height


def _margins(columns: Sequence[Column]) -> dict[tuple[int, int], float]:
    """Where the lines of columns end on the right, by where they begin."""
    margins: dict[tuple[int, int], float] = {}
    heights = sorted(line.height for column in columns for line in column.lines)
    usual = heights[len(heights) // 2] if heights else 0.0
    for column in columns:
        key = _key(column)
        # A headline in larger letters says nothing of the width that is set.
        lines = [line for line in column.lines if line.height < LARGER * usual] or column.lines
        margins[key] = max(margins.get(key, 0.0), max(line.right for line in lines))
    return margins


def _key(column: Column) -> tuple[int, int]:
    return column.depth, round(min(line.left for line in column.lines) / 24)
