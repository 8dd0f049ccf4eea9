"""What each line of a text is by its own form: a label, a list item, furniture, a rule, or text."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from summitparse.header.find import Found
from summitparse.header.publication import read_stamp
from summitparse.lines.furniture import LONGEST_LINK, is_cut, is_furniture, is_rule, is_stage_direction, opens_related
from summitparse.lines.items import Counting, Marker, read_marker
from summitparse.lines.labels import Label
from summitparse.lines.read import Line
from summitparse.lines.wrapping import ends_sentence

RowKind = Literal["header", "label", "item", "text", "furniture", "rule", "cut", "direction"]
_BEGINNING = frozenset({"text", "label"})
_CONTINUED = ("text", "item", "label")
LONGEST_CLOCK = 24
# Below an item of fewer characters a mark begins another item, for nothing was wrapped.
SHORT_ITEM = 60


@dataclass(frozen=True, slots=True)
class Row:
    kind: RowKind
    marker: Marker | None = None


def find_rows(lines: Sequence[Line], head: Found, labels: Sequence[Label | None]) -> list[Row]:
    """A row a line. Whether a line of text begins a paragraph or goes on with one is said by `breaks`."""
    transcript = any(labels)
    lists = _Lists()
    rows: list[Row] = []
    related = begun = False
    for i, line in enumerate(lines):
        above = lines[i - 1] if i and rows[i - 1].kind in _CONTINUED else None
        kind = form(line, above, transcript)
        if i in head.taken:
            kind = "header"
        elif labels[i]:
            kind = "label"
        elif kind == "text" and (i in head.furniture or (related and is_link(line))):
            kind = "furniture"
        begun = begun or kind in _BEGINNING
        related = kind == "furniture" and begun and (related or opens_related(line.text))
        marker = lists.read(line, above, i > 0 and rows[i - 1].kind == "item") if kind == "text" else None
        rows.append(Row("item", marker) if marker else Row(kind))
    return rows


def form(line: Line, above: Line | None, transcript: bool) -> RowKind:
    if is_cut(line.text):
        return "cut"
    if is_rule(line.text):
        return "rule"
    if is_furniture(line.text) and not in_mid_sentence(above, line):
        return "furniture"
    if transcript and is_clock(line):
        return "furniture"
    return "direction" if is_stage_direction(line.text, transcript) else "text"


def is_clock(line: Line) -> bool:
    """The time at which a transcript begins or ends, on a line of its own."""
    stamp = read_stamp(line) if len(line) < LONGEST_CLOCK else None
    return bool(stamp and stamp.time and not stamp.date)


def is_link(line: Line) -> bool:
    return not ends_sentence(line.text) and len(line.text.split()) <= LONGEST_LINK


def in_mid_sentence(above: Line | None, line: Line) -> bool:
    """Does the line only go on with the line above it?"""
    return above is not None and line.gap == 0 and not ends_sentence(above.text)


class _Lists:
    """The list markers of a text so far."""

    def __init__(self) -> None:
        self.styles: set[str] = set()
        self.counting = Counting()

    def read(self, line: Line, above: Line | None, below_item: bool) -> Marker | None:
        """The line's marker, but no dash or number that a wrapped line happens to begin with."""
        marker = read_marker(line.text)
        if marker is None:
            return None
        known = marker.style in self.styles or (below_item and above is not None and len(above) < SHORT_ITEM)
        if not known and self.goes_on(marker, line, above):
            return None
        if not self.counting.counts(marker):
            return None
        self.styles.add(marker.style)
        return marker

    def goes_on(self, marker: Marker, line: Line, above: Line | None) -> bool:
        if above is None or ends_sentence(above.text) or above.text[-1] == ",":
            return False
        # "… — let" / "— let them speak": who is interrupted in a transcript begins again with a dash
        dash = marker.style[-1] in "–—-" and line.text[marker.width].islower()
        if "close 1" in marker.readings or marker.readings.get("stop 1") == 1:
            return line.gap == 0 and len(above) >= SHORT_ITEM  # "1." below a short line opens a list
        return line.gap == 0 or (dash and not above.text.endswith(")"))
