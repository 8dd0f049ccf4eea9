"""The third week of March, the last day of 2019, two weeks before 1 July: what a place in the calendar gives others."""

import datetime as dt

from summitparse.dates.resolved import Resolved, done
from summitparse.timex.points import Point, advanced, moved, of_day
from summitparse.timex.readings import Reading

OPEN_VALUES = {
    "day": "XXXX-XX-XX",
    "week": "XXXX-WXX",
    "weekend": "XXXX-WXX-WE",
    "month": "XXXX-XX",
    "quarter": "XXXX-QX",
}
GRAIN = ("century", "decade", "year", "half", "season", "quarter", "month", "week", "weekend", "day")


def part_of(reading: Reading, whole: Point | None) -> Resolved:
    """The index-th day, week or month of something; a week belongs where its Thursday is (ISO 8601)."""
    days = whole.days() if whole else None
    if whole is None or days is None:
        return Resolved(OPEN_VALUES.get(reading.unit, "XXXX"))
    first, last = days
    if reading.parts:
        return _away_from(whole, reading)
    if reading.anchor == "beside":
        return done(of_day(first + dt.timedelta(days=reading.index)))
    if reading.weekday is not None:
        step = dt.timedelta(days=1 if reading.index >= 0 else -1)
        day = first if reading.index >= 0 else last
        while day.isoweekday() != reading.weekday:
            day += step
        return done(of_day(day + step * 7 * (reading.index if reading.index >= 0 else 0)))
    if reading.unit == "weekend" and whole.unit == "day":  # the one beside the holiday
        return done(of_day(first - dt.timedelta(days=7 if first.isoweekday() < 3 else 0), "weekend"))
    if reading.unit == "weekend":
        first += dt.timedelta(days=(6 - first.isoweekday()) % 7)
        last -= dt.timedelta(days=(last.isoweekday() - 6) % 7)
    if reading.unit == "week":
        first, last = first + dt.timedelta(days=3), last - dt.timedelta(days=3)
    start = of_day(last if reading.index < 0 else first, reading.unit)
    point = moved(start, reading.unit, reading.index + 1 if reading.index < 0 else reading.index)
    return done(point) if point else Resolved(OPEN_VALUES.get(reading.unit, "XXXX"))


def _away_from(whole: Point, reading: Reading) -> Resolved:
    """two weeks before 1 July: a day; three months after June 2019: a month."""
    first = whole.first()
    fits = whole.unit == "day" or GRAIN.index(reading.unit) <= GRAIN.index(whole.unit)
    day = advanced(first, reading.parts) if first is not None and fits else None
    return done(of_day(day, whole.unit)) if day else Resolved(OPEN_VALUES.get(whole.unit, "XXXX"))
