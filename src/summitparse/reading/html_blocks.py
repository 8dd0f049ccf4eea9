"""The blocks of an HTML element: paragraphs, headings, list items and rows of tables, in the order of the page."""

import re
from collections.abc import Iterator
from itertools import islice

from lxml import etree

from summitparse.reading.blocks import CELL, DASH, Block
from summitparse.reading.html_words import words_of

Element = etree._Element
_SPACE = re.compile(r"[ \t\r\n\f]+")
CELLS = frozenset(("td", "th"))
SUPERSCRIPTS = {"2": "²", "3": "³"}
# A reference to a note: "[1]", "12", "*" raised and linked.
_NOTE = re.compile(r"\[?(?:\d{1,3}|[*†‡])\]?$")


def read_blocks(article: Element, without: frozenset[Element] = frozenset()) -> list[Block]:
    """Blocks in the order in which a browser sets them, but for what is in the elements `without`."""
    return _Walk(without).read(article)


class _Walk:
    def __init__(self, without: frozenset[Element]) -> None:
        self.without = without
        self.blocks: list[Block] = []
        self.words: list[str] = []
        self.marker = ""
        # One counter a list that is open: None for one with bullets.
        self.lists: list[int | None] = []
        self.verbatim = 0
        # Rows of tables whose cells hold words only: they stand on one line.
        self.rows = 0
        self.cut: Element | None = None

    def read(self, article: Element) -> list[Block]:
        for event, element in etree.iterwalk(article, events=("start", "end")):
            if self.cut is not None:
                if event == "end" and element is self.cut:
                    self.cut = None
                    self.add(element.tail)
                continue
            if event == "start":
                self.open(element)
            else:
                self.close(element)
                if element is not article:
                    self.add(element.tail)
        self.flush()
        return self.blocks

    def open(self, element: Element) -> None:
        tag = element.tag
        if element in self.without:
            self.cut = element
            return
        if tag == "br":
            self.words.append("\n")
        elif tag == "sup" and (raised := self.superscript(element)) is not None:
            self.words.append(raised)
            self.cut = element
            return
        elif tag == "q":
            self.words.append("“")
        elif self.rows and tag in CELLS:
            if any(word.strip() for word in self.words):
                self.words.append(CELL)
        elif tag in words_of("separate"):
            self.flush()
            self.enter(element)
        self.add(element.text)

    def enter(self, element: Element) -> None:
        tag = element.tag
        if tag in ("ul", "dir", "menu"):
            self.lists.append(None)
        elif tag == "ol":
            self.lists.append(_whole(element.get("start"), 1))
        elif tag == "li":
            self.marker = self.next_marker(element)
        elif tag == "pre":
            self.verbatim += 1
        elif tag == "tr" and _is_plain_row(element):
            self.rows += 1

    def close(self, element: Element) -> None:
        tag = element.tag
        if tag == "q":
            self.words.append("”")
        if tag not in words_of("separate") or (self.rows and tag in CELLS):
            return
        self.flush()
        if tag in ("ul", "dir", "menu", "ol") and self.lists:
            self.lists.pop()
        elif tag == "li":
            self.marker = ""
        elif tag == "pre":
            self.verbatim -= 1
        elif tag == "tr" and self.rows:
            self.rows -= 1

    def next_marker(self, element: Element) -> str:
        if not self.lists or self.lists[-1] is None:
            return DASH
        number = _whole(element.get("value"), self.lists[-1])
        self.lists[-1] = number + 1
        return f"{number}. "

    def superscript(self, element: Element) -> str | None:
        """What stands for a raised figure: nothing for a reference to a note, else the Unicode superscript."""
        text = "".join(str(piece) for piece in islice(element.itertext(), 4)).strip()
        if _NOTE.match(text) and any(inner.tag == "a" for inner in islice(element.iter(etree.Element), 4)):
            return ""
        return SUPERSCRIPTS.get(text)

    def add(self, text: str | None) -> None:
        if text:
            self.words.append(text if self.verbatim else _SPACE.sub(" ", text))

    def flush(self) -> None:
        text = "".join(self.words)
        self.words = []
        if not text.strip():
            return
        for part in _paragraphs(text):
            self.blocks.append(Block(part, self.marker))
            self.marker = ""


def _paragraphs(text: str) -> Iterator[str]:
    """Two line breaks in a row make a paragraph, as old pages do."""
    yield from re.split(r"\n[ \t\u00a0]*\n\s*", text)


def _is_plain_row(row: Element) -> bool:
    return not any(
        element.tag in words_of("separate") and element.tag not in CELLS
        for element in row.iterdescendants(etree.Element)
    )


def _whole(value: str | None, default: int) -> int:
    return int(value) if value and value.strip().isascii() and value.strip().isdigit() and len(value) < 9 else default
