"""Word documents (.docx) to text: the body's paragraphs, lists and tables, in order."""

from collections import Counter

from summitparse.errors import UnreadableInput
from summitparse.reading.blocks import CELL, DASH, Block, lay_out
from summitparse.reading.packages import Element, Package
from summitparse.reading.source import Converted

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
VALUE = f"{W}val"
# Deleted text, fields' code, comments, second copies of drawings for old programs, and properties.
PASSED_OVER = frozenset(
    (
        f"{W}del",
        f"{W}moveFrom",
        f"{W}delText",
        f"{W}instrText",
        f"{W}pPr",
        f"{W}rPr",
        f"{W}footnoteReference",
        f"{W}endnoteReference",
        "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback",
    )
)
WRITTEN = {
    f"{W}tab": "\t",
    f"{W}br": "\n",
    f"{W}cr": "\n",
    f"{W}noBreakHyphen": "-",
    f"{W}ptab": "\t",
}
# Styles that are based on one another, one after the other.
MOST_STYLES = 12
COUNTING = frozenset(("decimal", "decimalZero", "ordinal"))


def convert(data: bytes, name: str) -> Converted:
    """The text of a Word document. Raises `UnreadableInput` for one without text, protected or too large."""
    with Package(data, name) as package:
        main = package.related("").get("officeDocument", "word/document.xml")
        parts = package.related(main)
        styles, numbering = (package.parse(parts[kind]) if kind in parts else None for kind in ("styles", "numbering"))
        document = package.parse(main)
    text = lay_out(_Walk(_Numbering(styles, numbering)).read(document))
    if not text.strip():
        raise UnreadableInput(f"{name} has no text. If it shows a picture of text, make text of it first (OCR).")
    return Converted(text, "a Word document (DOCX)")


class _Numbering:
    """Which list a paragraph belongs to, and what marks its items: a number where the list counts, else a dash."""

    def __init__(self, styles: Element | None, numbering: Element | None) -> None:
        self.counts: Counter[tuple[str, str]] = Counter()
        self.styles = {} if styles is None else {e.get(f"{W}styleId"): e for e in styles.iterfind(f"{W}style")}
        self.found: dict[str | None, Element | None] = {}
        self.abstract: dict[str | None, str | None] = {}
        self.formats: dict[tuple[str | None, str], str] = {}
        if numbering is None:
            return
        for number in numbering.iter(f"{W}num"):
            self.abstract[number.get(f"{W}numId")] = _value(number.find(f"{W}abstractNumId"))
        for definition in numbering.iter(f"{W}abstractNum"):
            for level in definition.iter(f"{W}lvl"):
                kind = _value(level.find(f"{W}numFmt"))
                self.formats[definition.get(f"{W}abstractNumId"), level.get(f"{W}ilvl", "0")] = kind or "none"

    def marker(self, paragraph: Element) -> str:
        properties = self.properties(paragraph)
        if properties is None:
            return ""
        list_, level = (_value(properties.find(f"{W}{name}")) for name in ("numId", "ilvl"))
        key = (list_ or "", level or "0")
        kind = self.formats.get((self.abstract.get(list_), level or "0"), "none")
        if kind == "none":
            return ""
        if kind not in COUNTING:
            return DASH
        self.counts[key] += 1
        return f"{self.counts[key]}. "

    def properties(self, paragraph: Element) -> Element | None:
        """A paragraph's own list, or that of its style or of one that its style is based on."""
        if (own := paragraph.find(f"{W}pPr/{W}numPr")) is not None:
            return own
        style = _value(paragraph.find(f"{W}pPr/{W}pStyle"))
        if style not in self.found:
            self.found[style] = self._of_style(style)
        return self.found[style]

    def _of_style(self, name: str | None) -> Element | None:
        for _ in range(MOST_STYLES):
            element = self.styles.get(name)
            if element is None:
                return None
            if (found := element.find(f"{W}pPr/{W}numPr")) is not None:
                return found
            name = _value(element.find(f"{W}basedOn"))
        return None


def _value(element: Element | None) -> str | None:
    return None if element is None else element.get(VALUE)


class _Walk:
    def __init__(self, numbering: _Numbering) -> None:
        self.numbering = numbering
        self.blocks: list[Block] = []

    def read(self, body: Element) -> list[Block]:
        self.children(body)
        return self.blocks

    def children(self, parent: Element) -> None:
        """The blocks of an element. XML parts are at most 256 levels deep, so this may call itself."""
        for element in parent:
            if element.tag == f"{W}p":
                self.paragraph(element)
            elif element.tag == f"{W}tr" and (row := _plain_row(element)) is not None:
                self.blocks.append(Block(row))
            elif element.tag not in PASSED_OVER and isinstance(element.tag, str):
                self.children(element)

    def paragraph(self, element: Element) -> None:
        text = words(element)
        self.blocks.append(Block(text, self.numbering.marker(element) if text.strip() else ""))


def _plain_row(row: Element) -> str | None:
    """A row whose cells are one paragraph each, on one line."""
    cells = [[inner for inner in cell if inner.tag != f"{W}tcPr"] for cell in row if cell.tag == f"{W}tc"]
    if any(len(cell) != 1 or cell[0].tag != f"{W}p" for cell in cells):
        return None
    return CELL.join(words(cell[0]) for cell in cells)


def words(element: Element) -> str:
    """The text of a paragraph: insertions, links and fields' results too, which `Paragraph.text` leaves out."""
    parts: list[str] = []
    _collect(element, parts)
    return "".join(parts)


def _is_unseen(run: Element) -> bool:
    """A run that is hidden, or struck out; `val` may take it back (ECMA-376, 17.3.2)."""
    properties = run.find(f"{W}rPr")
    if properties is None:
        return False
    marks = (properties.find(f"{W}{name}") for name in ("vanish", "strike", "dstrike"))
    return any(mark is not None and mark.get(VALUE, "true") not in ("0", "false", "off") for mark in marks)


def _collect(element: Element, parts: list[str]) -> None:
    for inner in element:
        if inner.tag == f"{W}t":
            parts.append(inner.text or "")
        elif inner.tag == f"{W}r" and _is_unseen(inner):
            continue
        elif inner.tag in WRITTEN:
            parts.append("" if inner.get(f"{W}type") in ("page", "column") else WRITTEN[inner.tag])
        elif inner.tag not in PASSED_OVER and isinstance(inner.tag, str):
            _collect(inner, parts)
            if inner.tag == f"{W}p":
                parts.append("\n")
