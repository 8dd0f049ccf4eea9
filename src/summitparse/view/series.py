"""Figures of many releases that may stand in one drawing: of the same thing, of the same one, in the same unit."""

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from summitparse.records import Figure, Release

# Beyond it a number is a mistake of the text, and no place in a drawing.
LARGEST = 10**30
FEWEST_POINTS = 2
# The days of periods that are called the same: a day, a week, a month, a quarter, half a year, a year.
LENGTHS = (1, 7, 31, 92, 184, 366)
_NAME = re.compile(
    r"(?<![\w.])(?!The\b|A\b|An\b|Its?\b|Th(?:is|ese|ose|ey)\b|We\b|Our\b|Both\b|Each\b)[^\W\d_a-z][\w.&'’-]*"
)


@dataclass(frozen=True, slots=True)
class Point:
    """A figure at a day; `release` is the number of the release that it stands in, from 1."""

    day: dt.date
    figure: Figure
    release: int

    @property
    def value(self) -> float:
        return float(self.figure.value)


@dataclass(frozen=True, slots=True)
class Series:
    """Points by day, one value a day. `measure` and `entity` are as the first release has them; `change` where all are
    changes."""

    measure: str
    entity: str
    unit: str
    change: bool
    points: tuple[Point, ...]


def find_series(releases: Sequence[Release]) -> list[Series]:
    """Those with values on several days, with most values first.

    Joined is only what has the same measure, unit, kind and length of its period, is a level or a change alike, and is
    of the same entity, which has to be named: "trade" of "the two countries" is another thing in each release. What has
    two values for one day is not one thing.
    """
    found: defaultdict[tuple[object, ...], list[Point]] = defaultdict(list)
    for number, release in enumerate(releases, 1):
        times = {date.id: (date.first, date.last) for date in release.dates}
        times |= {range_.id: (range_.first, range_.last) for range_ in release.ranges}
        for figure in release.figures:
            first, last = times.get(figure.period or "", (None, None))
            key = _key(figure, first, last)
            if last is not None and key is not None:
                found[key].append(Point(last, figure, number))
    series = [_series(points) for points in found.values() if _is_one(points)]
    return sorted(series, key=lambda one: (-len(one.points), one.measure.casefold(), one.entity.casefold()))


def _is_one(points: Sequence[Point]) -> bool:
    days = {point.day for point in points}
    return len(days) >= FEWEST_POINTS and len({(point.day, point.figure.value) for point in points}) == len(days)


def _series(points: list[Point]) -> Series:
    points.sort(key=lambda point: (point.day, point.release, point.figure.start))
    first = points[0].figure
    assert first.measure is not None and first.entity is not None
    names = " ".join(first.measure.text.split()), " ".join(first.entity.text.split())
    return Series(*names, first.unit or "", first.change is not None, tuple(points))


def _key(figure: Figure, first: dt.date | None, last: dt.date | None) -> tuple[object, ...] | None:
    """What two figures must share; None for one that nothing may be joined with."""
    if figure.measure is None or figure.entity is None or figure.upper is not None or abs(figure.value) >= LARGEST:
        return None
    # What stands in the figure itself ("CHF" of "CHF 53 million") is nobody whose it could be.
    if figure.entity.start < figure.end and figure.start < figure.entity.end:
        return None
    if not _NAME.search(figure.entity.text) or (length := _length(first, last)) is None:
        return None
    names = (
        " ".join(mention.text.casefold().removeprefix("the ").split()) for mention in (figure.measure, figure.entity)
    )
    return (*names, figure.unit, figure.kind, figure.change, length)


def _length(first: dt.date | None, last: dt.date | None) -> int | None:
    """The longest of `LENGTHS` that the period has; None for no period or an open one."""
    if first is None or last is None:
        return None
    days = (last - first).days + 1
    return next((length for length in LENGTHS if days <= length), days)
