"""The year of a month, season, quarter or day that is named without one."""

import datetime as dt
from dataclasses import replace

from summitparse.timex.points import PARTS, Point, valid

# Without a verb, a month that begins so soon is ahead.
_SOON = 2
# Directions by a word beside the name and by the tense of the clause; and which way they look.
_TOLD = frozenset({"last", "this", "next"})
_BY_TENSE = frozenset({"past", "future"})
_AHEAD = frozenset({"future", "next", "ahead"})
_BACK = frozenset({"past", "last"})
# So many days nearer must a date be to be taken against the tense of its clause.
_AGAINST = 120


def _start(point: Point) -> tuple[int, int]:
    """Month and day that the point begins with."""
    return (PARTS[point.part][0], 1) if point.part else (point.month or 1, point.day or 1)


def nearest(point: Point, reference: dt.date, direction: str) -> Point | None:
    """The last or next one, seen from the reference. `direction` is past, future, last, next or this;
    "ahead" is never back, "likely" is past but for a month that is near, "gone" is a day that is not ahead.

    "last" is before the reference's own month, "past" may be it; "this" is in the reference's year.
    """
    if point.week is not None or point.unit == "week":
        return replace(point, year=reference.year)
    if point.unit == "day" and point.month is not None:
        return _nearest_day(point, reference, direction)
    direction = "future" if direction == "ahead" else direction
    if point.unit == "day":
        return _day(point, reference, direction)
    month, day = _start(point)
    year = reference.year
    told = direction != "likely"
    if direction == "likely":
        direction = "future" if point.unit == "month" and 0 < (month - reference.month) % 12 <= _SOON else "past"
    if point.unit == "season" and direction in _TOLD:
        return _season(point, reference, direction)
    now = (reference.month, reference.day if point.day else 1 if point.month else reference.day)
    if point.unit == "quarter" and direction in _BY_TENSE:
        return _quarter(point, reference, direction, told=told)
    if direction == "last":
        year -= (month, day) >= now
    elif direction == "past":
        year -= (month, day) > now
    elif direction == "next":
        year += (month, day) <= now
    elif direction == "future":
        year += _end(point) < (reference.month, reference.day)
    found = replace(point, year=year)
    while not valid(found) and found.year and abs(found.year - year) < 8:
        found = replace(found, year=found.year + (1 if direction in _AHEAD else -1))
    return found


def _season(point: Point, reference: dt.date, direction: str) -> Point:
    """ "this winter" is in January the one that goes on, "last winter" never is."""
    first = _start(point)[0]
    winter = point.part == "WI"
    year = reference.year - (winter and reference.month < 3)
    goes_on = 0 <= (reference.month - first) % 12 < 3
    if direction == "last":
        year -= goes_on or (not winter and first > reference.month) or (winter and reference.month >= 3)
    elif direction == "next":
        year += goes_on or (not winter and first <= reference.month)
    return replace(point, year=year)


def _quarter(point: Point, reference: dt.date, direction: str, *, told: bool) -> Point:
    """Reports name the quarter that has just ended or goes on; what was in one that has yet to come is of last year."""
    ahead = int((point.part or "Q1")[1]) - (reference.month + 2) // 3
    year = reference.year
    if direction == "past" and ahead > (0 if told else 1):
        year -= 1
    elif direction == "future" and ahead < -1:
        year += 1
    return replace(point, year=year)


def _end(point: Point) -> tuple[int, int]:
    return (min(PARTS[point.part][1], 12), 31) if point.part else (point.month or 1, point.day or 31)


def _nearest_day(point: Point, reference: dt.date, direction: str) -> Point | None:
    """A day and month: the one fewest days away, whatever the tense, unless both are months away."""
    best: tuple[float, int] | None = None
    month, number = point.month or 1, point.day or 1
    reach = 8 if (point.month, point.day) == (2, 29) else 1
    for year in range(reference.year - reach, reference.year + reach + 1):
        if not 1 <= year <= 9999 or not valid(Point("day", year, month, number)):
            continue
        away = (dt.date(year, month, number) - reference).days
        if (direction == "ahead" and away < 0) or (direction == "this" and year != reference.year and reach == 1):
            continue
        if (direction == "last" and away >= 0) or (direction == "next" and away <= 0):
            continue
        if direction == "gone" and away > 0:
            continue
        against = direction != "likely" and away * (1 if direction in _AHEAD else -1) < 0
        cost = abs(away) + (_AGAINST if against else 0)
        if best is None or cost < best[0]:
            best = cost, year
    return replace(point, year=best[1]) if best else None


def _day(point: Point, reference: dt.date, direction: str) -> Point | None:
    year, month = reference.year, reference.month
    if direction in _AHEAD and (point.day or 0) < reference.day:
        year, month = (year + 1, 1) if month == 12 else (year, month + 1)
    elif direction in _BACK and (point.day or 0) > reference.day:
        year, month = (year - 1, 12) if month == 1 else (year, month - 1)
    found = replace(point, year=year, month=month)
    return found if valid(found) else None


def in_year_near(point: Point, base: Point) -> Point:
    """In the year of the last mention; a January after a December is in the next."""
    year = base.year
    if year is not None and base.month is not None and not base.bc:
        month = _start(point)[0]
        if base.month - month >= 9:
            year += 1
    return replace(point, year=year, bc=base.bc)
