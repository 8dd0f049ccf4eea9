"""What stands on every page of a PDF and is no text of the release: running headers and footers, page numbers."""

import re
from collections import Counter
from collections.abc import Sequence

from summitparse.reading.pdf_lines import Line

# How many rows at the top and at the bottom of a page may be furniture, and how far into the page they reach.
ROWS = 4
EDGE = 0.14
# A line is furniture where it stands at the same height on this share of the pages, and on two at least.
SHARE = 0.4
_DIGITS = re.compile(r"\d+")
_PAGE_NUMBER = re.compile(
    r"(?:page\s{1,9}|p\.\s{0,9})?[-–—|\[(]?\s{0,9}\d{1,4}\s{0,9}[-–—|\])]?(?:\s{0,9}(?:of|/)\s{0,9}\d{1,4})?$|[ivxl]{1,6}$",
    re.IGNORECASE,
)
# What browsers print around a page: its address and the page's number below, day and title above.
_ADDRESS = re.compile(r"(?:https?|file)://")
_PRINTED = re.compile(r"\d{1,4}[./-]\d{1,2}[./-]\d{2,4},? \d{1,2}:\d\d")


def without_furniture(pages: Sequence[Sequence[Line]]) -> list[list[Line]]:
    """The pages without running headers, footers and page numbers."""
    edges = [_edge_lines(page) for page in pages]
    seen: Counter[tuple[str, int]] = Counter()
    for edge in edges:
        seen.update({key for line in edge.values() for key in _keys(line)})
    needed = max(2, SHARE * sum(1 for page in pages if page))
    kept = []
    for page, edge in zip(pages, edges, strict=True):
        browser = any(_ADDRESS.match(line.text) for line in edge.values() if line.middle < line.page_height / 2)
        dropped = {
            i
            for i, line in edge.items()
            if _PAGE_NUMBER.match(line.text)
            or any(seen[key] >= needed for key in _keys(line)[:1] + _keys(line)[1:] if len(pages) > 1)
            or (browser and _is_printed(line))
        }
        rows = [page[i].middle for i in dropped if browser and _is_printed(page[i])]
        kept.append(
            [
                line
                for i, line in enumerate(page)
                if i not in dropped and not (i in edge and any(abs(line.middle - row) < 2 for row in rows))
            ]
        )
    return kept


def _is_printed(line: Line) -> bool:
    return bool(_ADDRESS.match(line.text) or _PRINTED.match(line.text))


def _keys(line: Line) -> list[tuple[str, int]]:
    """The words without their numbers, and the height in two roundings: one of them is the same for a small shift."""
    words = _DIGITS.sub("#", line.text.casefold())
    return [(words, round(line.middle / 6)), (words, -1 - round((line.middle + 3) / 6))]


def _edge_lines(page: Sequence[Line]) -> dict[int, Line]:
    """The outermost rows of a page, by their position in it."""
    found: dict[int, Line] = {}
    by_height = sorted(range(len(page)), key=lambda i: page[i].middle)
    for order in (by_height, by_height[::-1]):
        rows: list[float] = []
        for i in order:
            line = page[i]
            from_edge = min(line.middle, line.page_height - line.middle)
            if from_edge > EDGE * line.page_height:
                break
            if not rows or abs(rows[-1] - line.middle) > 2:
                rows.append(line.middle)
            if len(rows) > ROWS:
                break
            found[i] = line
    return found
