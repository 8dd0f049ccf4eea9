"""Dates and ranges of a release on a line of time, and as a list that says the same in words."""

import datetime as dt
from dataclasses import dataclass

from summitparse.records import Date, Range, Release
from summitparse.view.cards import at, card
from summitparse.view.markup import Html, element, facts, join
from summitparse.view.wording import days, sure

WIDTH = 640
ROW = 9
MARGIN = 8
# Where more dates than this stand on a line they cannot be told apart.
MOST_DRAWN = 80
# One date far away from all others ("1945") must not press the rest together: years outside are left to the list.
YEARS_AROUND = 30


@dataclass(frozen=True, slots=True)
class Moment:
    """A date or range as it is listed."""

    kind: str
    record: Date | Range
    value: str

    @property
    def first(self) -> dt.date | None:
        return self.record.first

    @property
    def last(self) -> dt.date | None:
        return self.record.last


def timeline(release: Release, prefix: str) -> Html:
    """The drawing, where two dates or more have calendar days, and the list in order of time."""
    moments = _moments(release)
    return join([_drawing(moments, release.reference_date), _list(moments, prefix)])


def _moments(release: Release) -> list[Moment]:
    found = [Moment("date", d, f"{d.type.value} {d.value}{f' {d.mod}' if d.mod else ''}") for d in release.dates]
    found += [Moment("range", r, f"RANGE {r.edtf or ''}") for r in release.ranges]
    return sorted(found, key=lambda m: (m.first or m.last or dt.date.max, m.last or dt.date.max, m.record.start))


def _list(moments: list[Moment], prefix: str) -> Html:
    items = []
    for moment in moments:
        record = moment.record
        known = [
            ("Days", days(moment.first, moment.last) or "no calendar days"),
            ("Value", moment.value),
            ("Confidence", sure(record)),
        ]
        place = card(prefix, record, moment.kind)
        items.append(element("li", at(prefix, record.id, record.text), facts(known), **place))
    return element("ol", *items, class_="list times")


def _drawing(moments: list[Moment], reference: dt.date | None) -> Html:
    """Bars from first to last day, one row each; what has no days, or lies decades away, is in the list alone."""
    placed = [(m, m.first or m.last, m.last or m.first) for m in moments]
    known = [(m, first, last) for m, first, last in placed if first and last]
    if known:
        centre = (reference or sorted(first for _, first, _ in known)[len(known) // 2]).year
        known = [(m, f, la) for m, f, la in known if abs(f.year - centre) <= YEARS_AROUND >= abs(la.year - centre)]
    known = known[:MOST_DRAWN]
    if len(known) < 2:
        return Html("")
    low, high = min(f for _, f, _ in known), max(la for _, _, la in known)
    scale = (WIDTH - 2 * MARGIN) / max((high - low).days, 1)

    def x(day: dt.date) -> float:
        return round(MARGIN + (day - low).days * scale, 1)

    height = ROW * len(known) + 24
    drawn = [
        element(
            "rect", x=x(f), y=4 + ROW * i, width=max(round(x(la) - x(f), 1), 4), height=ROW - 3, rx=2, class_=m.kind
        )
        for i, (m, f, la) in enumerate(known)
    ]
    for year in _ticks(low.year, high.year):
        at = min(max(x(dt.date(year, 1, 1)), MARGIN), WIDTH - MARGIN) if low.year != year else MARGIN
        drawn.append(element("line", x1=at, x2=at, y1=0, y2=height - 14, class_="tick"))
        drawn.append(element("text", year, x=min(at, WIDTH - 30), y=height - 2))
    return element(
        "svg", *drawn, viewBox=f"0 0 {WIDTH} {height}", class_="timeline", aria_hidden="true", focusable="false"
    )


def _ticks(first: int, last: int) -> list[int]:
    step = max(1, -(-(last - first) // 8))
    return list(range(first, last + 1, step))
