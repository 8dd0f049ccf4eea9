"""Calendar days of a period told by its length and one of its ends: the 12 months to March 2024, the first nine
months of 2023.

The first is two expressions, a duration and a date, that make a range; the second is one duration with its days.
"""

import datetime as dt

from summitparse.dates.coordination import form_at
from summitparse.dates.ranges import Pair
from summitparse.timex.grammar import Candidate
from summitparse.timex.points import Point, advanced
from summitparse.timex.readings import Reading, length_of
from summitparse.timex.words import Words

_UNITS = {"Y": "year", "Q": "quarter", "M": "month", "W": "week", "D": "day"}
# Units of which the first months may be told, those that are spoken of without a number, and those that end a length.
_WHOLES = frozenset({"year", "month"})
_SPOKEN_OF = frozenset(_UNITS.values()) - {"day"}
_ENDING = frozenset({"month", "year", "quarter"})
# Between a length and the date that ends it.
_TO = (
    *(("to",), ("through",), ("up", "to"), ("until",)),
    *((verb, *preposition) for verb in ("ended", "ending") for preposition in ((), ("in",), ("on",), ("at",))),
    *((verb, "on", "or", "before") for verb in ("ended", "ending")),
)
# Before a length they make it how far something moved: extended by two years to 2026, from three months to June.
_MOVED = frozenset({"by", "from"})
COUNTED_TO, FIRST_OF = "range.counted-to", "range.first-of"


def with_lengths(words: Words, candidates: list[Candidate], pairs: list[Pair]) -> list[Pair]:
    """The ranges, those among them that have a length and its end as such: "the year to June" has no open beginning."""
    counted = {pair.finish: pair for pair in _counted_to(words, candidates)}
    others = [pair for pair in pairs if pair.finish not in counted]
    return sorted([*others, *counted.values()], key=lambda pair: pair.start) if counted else pairs


def _counted_to(words: Words, candidates: list[Candidate]) -> list[Pair]:
    """Each duration with the date right behind it that ends it."""
    found: list[Pair] = []
    for position in range(len(candidates) - 1):
        left, right = candidates[position], candidates[position + 1]
        size = right.start - left.end
        if not 1 <= size <= 4 or counted_length(left.reading) is None:
            continue
        gap = tuple(form_at(words, index) for index in range(left.end, right.start))
        year = right.reading.kind == "shift" and right.reading.unit in _WHOLES and not right.reading.mod
        if gap == ("of",) and left.rule == "duration.the-span-number" and year:
            found.append(Pair(left.start, right.end, position, position + 1, FIRST_OF))
        if gap not in _TO or not _ends(right.reading) or form_at(words, left.start - 1) in _MOVED:
            continue
        found.append(Pair(left.start, right.end, position, position + 1, COUNTED_TO))
    return found


def counted_length(reading: Reading) -> tuple[str, int] | None:
    """Unit and number of a length: P12M, and the year, quarter or week that is spoken of."""
    if reading.kind == "shift" and reading.anchor == "auto" and not reading.mod:
        return (reading.unit, 1) if reading.unit in _SPOKEN_OF else None
    length = length_of(reading)
    return (_UNITS[length[0]], length[1]) if length and length[0] in _UNITS else None


def _ends(reading: Reading) -> bool:
    point = reading.point
    if point is None or not reading.dated or reading.type != "DATE":
        return False
    return (point.unit in _ENDING or point.day is not None) and reading.mod in (None, "END") and reading.weekday is None


def days_of(rule: str, reading: Reading, point: Point) -> tuple[dt.date, dt.date] | None:
    """Calendar days of the range of that rule, whose length the reading gives."""
    length = counted_length(reading)
    if length is None:
        return None
    return days_within(length, point, last=reading.index < 0) if rule == FIRST_OF else _days_before(length, point)


def _days_before(length: tuple[str, int], finish: Point) -> tuple[dt.date, dt.date] | None:
    """First and last day of so many units that end with the point."""
    days = finish.days()
    if days is None:
        return None
    unit, count = length
    first = advanced(days[1] + dt.timedelta(days=1), ((unit, -count),)) if days[1] < dt.date.max else None
    return (first, days[1]) if first else None


def days_within(length: tuple[str, int], whole: Point, *, last: bool) -> tuple[dt.date, dt.date] | None:
    """The first or last so many units of the point."""
    days = whole.days()
    if days is None:
        return None
    unit, count = length
    if last:
        first = advanced(days[1] + dt.timedelta(days=1), ((unit, -count),)) if days[1] < dt.date.max else None
        return (first, days[1]) if first and first >= days[0] else None
    after = advanced(days[0], ((unit, count),))
    end = after - dt.timedelta(days=1) if after else None
    return (days[0], end) if end and end <= days[1] else None
