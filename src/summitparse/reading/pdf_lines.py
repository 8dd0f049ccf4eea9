"""The lines of a PDF page: runs of characters that stand side by side, with their place on the page."""

import ctypes
import math
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from summitparse.reading.pdf_unseen import is_invisible, is_white, seen_lines

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument, PdfPage, PdfTextPage

# A gap of this many times the height of the letters parts columns or cells; words of a justified line stand closer.
WIDE_GAP = 1.1
# A bullet that is drawn: at most this large, and this far left of its line (points).
LARGEST_BULLET = 9.0
FARTHEST_BULLET = 36.0
# A page of drawings has more objects than bullets; no page to read has more lines.
MOST_OBJECTS = 4000
MOST_LINES = 1000
# Some fonts say nothing of their height, and a box is then as high as its letter: at least this much of the size of the
# letters, above and below the line that they stand on, makes a line without long letters as high as its neighbours.
ABOVE, BELOW = 0.75, 0.21
LARGEST_LETTERS = 200.0
LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "ft", "ﬆ": "st"}
# A small figure above the line refers to a note, but behind a metre is an exponent.
RAISED = {**dict.fromkeys("0123456789*†‡", ""), "2": "²", "3": "³"}
RAISED_SIZE, RAISED_BY = 0.8, 0.2
# What pdfium gives for a hyphen that a line was broken with.
BREAKING_HYPHENS = "\ufffe\x02"


@dataclass(slots=True)
class Line:
    """A run of text; coordinates in points, `top` and `bottom` from the lower edge of the page, by the font's height.

    `first_word` is the width of its first word; `page_height` that of its page; `bullet` is true where one is drawn,
    `cells` where it is the row of a table; `shade` is "invisible" or "white" where its first letter is.
    """

    text: str
    left: float
    right: float
    top: float
    bottom: float
    first_word: float
    page: int
    page_height: float
    bullet: bool = False
    cells: bool = False
    shade: str = ""

    @property
    def height(self) -> float:
        return self.top - self.bottom

    @property
    def middle(self) -> float:
        return (self.top + self.bottom) / 2


@dataclass(frozen=True, slots=True)
class Page:
    """The lines of a page as they come, and how many characters and objects (texts, paths, pictures) it draws."""

    lines: list[Line]
    characters: int
    objects: int


def read_page(document: "PdfDocument", number: int, most: int) -> Page:
    """One page; of more than `most` characters no line is read."""
    import pypdfium2.raw as pdfium

    page = document[number]
    objects = pdfium.FPDFPage_CountObjects(page.raw)
    text_page = page.get_textpage()
    try:
        count = text_page.count_chars()
        lines = list(_lines(text_page, count, number, page.get_height())) if count <= most else []
        if lines and len(lines) <= MOST_LINES and objects <= MOST_OBJECTS:
            _mark_bullets(page, lines)
        lines = seen_lines(page, lines, objects)
    finally:
        text_page.close()
        page.close()
    return Page(lines, count, objects)


class _Run:
    """A line that is being read."""

    def __init__(self, number: int, height: float) -> None:
        self.number, self.page_height = number, height
        self.start()

    def start(self) -> None:
        self.characters: list[str] = []
        self.left = self.right = self.top = self.bottom = 0.0
        self.first_word: float | None = None
        self.shade = ""

    def add(self, character: str, left: float, right: float, top: float, bottom: float) -> None:
        if not self.characters:
            self.left, self.top, self.bottom = left, top, bottom
        self.right, self.top, self.bottom = right, max(self.top, top), min(self.bottom, bottom)
        self.characters.append(character)

    def space(self, *, breaks: bool) -> None:
        """A space; at one that `breaks` no line the first word goes on."""
        if self.characters and self.characters[-1] != " ":
            if breaks:
                self.first_word = self.first_word or self.right - self.left
            self.characters.append(" ")

    def line(self) -> Line | None:
        text = "".join(self.characters).strip()
        if not text:
            return None
        first_word = self.first_word or self.right - self.left
        place = (self.left, self.right, self.top, self.bottom)
        return Line(text, *place, first_word, self.number, self.page_height, shade=self.shade)


def _lines(text_page: "PdfTextPage", count: int, number: int, height: float) -> Iterator[Line]:
    import pypdfium2.raw as pdfium

    raw, box = text_page.raw, pdfium.FS_RECTF()
    where = ctypes.byref(box)
    run = _Run(number, height)
    for i in range(count):
        code = pdfium.FPDFText_GetUnicode(raw, i)
        character = chr(code) if code <= 0x10FFFF else "\ufffd"
        if character in "\r\n":
            if line := run.line():
                yield line
            run.start()
            continue
        if character.isspace():
            run.space(breaks=character != "\u00a0")
            continue
        if not pdfium.FPDFText_GetLooseCharBox(raw, i, where):
            continue
        left, right, top, bottom = box.left, box.right, box.top, box.bottom
        if run.characters and _apart(run, left, top, bottom):
            if line := run.line():
                yield line
            run.start()
        if not run.characters:
            run.shade = "invisible" if is_invisible(raw, i) else "white" if is_white(raw, i) else ""
            top, bottom = _stretched(raw, i, top, bottom)
        elif character in RAISED and _is_raised(run, top, bottom):
            character = RAISED[character] if run.characters[-1] == "m" else ""
        for letter in LIGATURES.get(character, character):
            run.add(letter, left, right, top, bottom)
    if line := run.line():
        yield line


def _stretched(raw: "ctypes._Pointer[Any]", i: int, top: float, bottom: float) -> tuple[float, float]:
    """Top and bottom of the letters of this size, where they are more than those of character `i`."""
    import pypdfium2.raw as pdfium

    x, y, matrix = ctypes.c_double(), ctypes.c_double(), pdfium.FS_MATRIX()
    if not pdfium.FPDFText_GetCharOrigin(raw, i, x, y) or not pdfium.FPDFText_GetMatrix(raw, i, matrix):
        return top, bottom
    size = pdfium.FPDFText_GetFontSize(raw, i) * math.hypot(matrix.c, matrix.d)
    if not 0 < size < LARGEST_LETTERS:
        return top, bottom
    return max(top, y.value + ABOVE * size), min(bottom, y.value - BELOW * size)


def _apart(run: _Run, left: float, top: float, bottom: float) -> bool:
    """A new run begins: far to the right, back to the left, or on another height."""
    height = max(run.top - run.bottom, 1.0)
    if bottom > run.top - 0.2 * height or top < run.bottom + 0.2 * height:
        return True
    return left - run.right > WIDE_GAP * height or left < run.left - height


def _is_raised(run: _Run, top: float, bottom: float) -> bool:
    height = run.top - run.bottom
    return top - bottom < RAISED_SIZE * height and bottom > run.bottom + RAISED_BY * height


def _mark_bullets(page: "PdfPage", lines: list[Line]) -> None:
    """Small drawn shapes left of a line are bullets: browsers print lists so."""
    import pypdfium2.raw as pdfium

    for drawn in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_PATH], max_depth=3):
        left, bottom, right, top = drawn.get_bounds()
        width, height = right - left, top - bottom
        if not (1 <= width <= LARGEST_BULLET and 1 <= height <= LARGEST_BULLET and 0.5 <= width / height <= 2):
            continue
        middle = (top + bottom) / 2
        for line in lines:
            if line.bottom < middle < line.top and 0 < line.left - right < FARTHEST_BULLET:
                line.bullet = True
                break
