"""OpenDocument text (.odt) to text: the body's paragraphs, headings, lists and tables, in order."""

from summitparse.errors import UnreadableInput
from summitparse.reading.blocks import CELL, DASH, Block, lay_out
from summitparse.reading.packages import Element, Package
from summitparse.reading.source import Converted

TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
PARAGRAPHS = frozenset((f"{TEXT}p", f"{TEXT}h"))
# Deleted text, notes, comments, indexes and what is not set in the flow of the text.
PASSED_OVER = frozenset(
    (f"{TEXT}tracked-changes", f"{TEXT}note", f"{OFFICE}annotation", f"{TEXT}table-of-content", f"{OFFICE}forms")
)
MOST_SPACES = 100


def convert(data: bytes, name: str) -> Converted:
    """The text of an OpenDocument file. Raises `UnreadableInput` for one without text, protected or too large."""
    with Package(data, name) as package:
        root = package.parse("content.xml")
    body = root.find(f"{OFFICE}body/{OFFICE}text")
    text = "" if body is None else lay_out(_Walk(_numbered(root)).read(body))
    if not text.strip():
        raise UnreadableInput(f"{name} has no text. If it shows a picture of text, make text of it first (OCR).")
    return Converted(text, "an OpenDocument file (ODT)")


def _numbered(root: Element) -> frozenset[str]:
    """List styles whose first level counts."""
    return frozenset(
        style.get(f"{STYLE}name", "")
        for style in root.iter(f"{TEXT}list-style")
        if len(style) and style[0].tag == f"{TEXT}list-level-style-number"
    )


class _Walk:
    def __init__(self, numbered: frozenset[str]) -> None:
        self.numbered = numbered
        self.blocks: list[Block] = []
        self.markers: list[str] = []

    def read(self, body: Element) -> list[Block]:
        self.children(body, None)
        return self.blocks

    def children(self, parent: Element, style: str | None) -> None:
        """The blocks of an element. XML parts are at most 256 levels deep, so this may call itself."""
        count = 0
        for element in parent:
            if element.tag in PASSED_OVER:
                continue
            if element.tag in PARAGRAPHS:
                self.blocks.append(Block(_words(element), self.markers.pop() if self.markers else ""))
            elif element.tag == f"{TEXT}list":
                self.children(element, element.get(f"{TEXT}style-name") or style)
            elif element.tag in (f"{TEXT}list-item", f"{TEXT}list-header"):
                count += 1
                self.markers = [f"{count}. " if style in self.numbered else DASH]
                self.children(element, style)
                self.markers = []
            elif element.tag == f"{TABLE}table-row" and (row := _plain_row(element)) is not None:
                self.blocks.append(Block(row))
            elif isinstance(element.tag, str):
                self.children(element, style)


def _plain_row(row: Element) -> str | None:
    """A row whose cells are one paragraph each, on one line."""
    cells = [cell for cell in row if cell.tag == f"{TABLE}table-cell"]
    if any(len(cell) > 1 or any(inner.tag not in PARAGRAPHS for inner in cell) for cell in cells):
        return None
    return CELL.join(_words(cell[0]) for cell in cells if len(cell))


def _words(paragraph: Element) -> str:
    parts: list[str] = []
    _collect(paragraph, parts)
    return "".join(parts)


def _collect(element: Element, parts: list[str]) -> None:
    parts.append(element.text or "")
    for inner in element:
        if inner.tag == f"{TEXT}s":
            count = inner.get(f"{TEXT}c", "1")
            parts.append(" " * min(int(count) if count.isdecimal() else 1, MOST_SPACES))
        elif inner.tag == f"{TEXT}tab":
            parts.append("\t")
        elif inner.tag == f"{TEXT}line-break":
            parts.append("\n")
        elif inner.tag not in PASSED_OVER and isinstance(inner.tag, str):
            _collect(inner, parts)
            if inner.tag in PARAGRAPHS:
                parts.append("\n")
        parts.append(inner.tail or "")
