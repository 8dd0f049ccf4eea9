"""What a reading is resolved to, and the last steps there: the end after the beginning, the feast on its day."""

import datetime as dt
from dataclasses import dataclass, replace
from functools import lru_cache

from summitparse.dates.tense import Tense
from summitparse.timex.holidays import feast
from summitparse.timex.points import Point, of_day
from summitparse.timex.readings import Reading


@dataclass(frozen=True, slots=True)
class Resolved:
    """A TIMEX3 value, and the calendar place behind it where there is one; `days` those of a length within a place."""

    value: str
    point: Point | None = None
    days: tuple[dt.date, dt.date] | None = None


def done(point: Point | None) -> Resolved:
    """Open where there is no point, or none in the years of `datetime`: 1 to 9999, and those before."""
    if point is None or (point.year is not None and not point.bc and not 0 < point.year < 10_000):
        return Resolved("XXXX")
    return Resolved(point.value(), point)


def not_before(begin: Point | None, reading: Reading, resolved: Resolved) -> Resolved:
    """Monday to Friday, October to February: an end without a year of its own comes after the beginning."""
    own, point = reading.point, resolved.point
    first, last = begin.first() if begin else None, point.first() if point else None
    if own is None or own.year is not None or point is None or first is None or last is None or last >= first:
        return resolved
    unit = "week" if reading.weekday is not None and own.day is None else "year"
    if unit == "week":
        return done(of_day(last + dt.timedelta(days=7 * (1 + (first - last).days // 7))))
    later = replace(point, year=first.year)
    while (day := later.first()) is not None and day < first and later.year is not None and later.year < first.year + 2:
        later = replace(later, year=later.year + 1)
    return done(later)


def kept(reading: Reading, resolved: Resolved) -> Resolved:
    """A holiday that moves, on its day in the year that was found."""
    if not reading.feast:
        return resolved
    year = resolved.point.year if resolved.point else None
    day = feast(reading.feast, year) if year is not None else None
    return done(of_day(day)) if day else Resolved("XXXX-XX-XX")


def blank(base: Point, unit: str) -> str:
    """The year of the base with the rest unknown: 1980-XX-XX."""
    year = f"{base.year:04d}" if not base.bc else f"BC{base.year:04d}"
    if unit == "day" and base.month is not None:
        return f"{year}-{base.month:02d}-XX"
    return year + {"day": "-XX-XX", "month": "-XX"}.get(unit, "")


# So many days away a day is told by its weekday and number alone; the next that fits is months away.
_TOLD_BY_WEEKDAY = 65


@lru_cache(1024)
def weekday_and_day(base: dt.date, weekday: int, day: int, tense: Tense) -> Point | None:
    """The nearest day of that number on that weekday: on the side of the tense, else on either."""
    ahead, back = range(430), range(0, -430, -1)
    told = ahead if tense == "future" else back
    either = [away for pair in zip(ahead, back, strict=True) for away in pair]
    for away in [*told[:_TOLD_BY_WEEKDAY], *either]:
        try:
            other = base + dt.timedelta(days=away)
        except OverflowError:
            return None
        if other.day == day and other.isoweekday() == weekday:
            return of_day(other)
    return None
