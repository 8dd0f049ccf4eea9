"""A place in the calendar, as exact as the words give it: from a day up to a century."""

import calendar
import datetime as dt
from dataclasses import dataclass, replace

# First and last month of a part; a winter ends in the year after.
PARTS = {"SP": (3, 5), "SU": (6, 8), "FA": (9, 11), "WI": (12, 14), "Q1": (1, 3), "Q2": (4, 6), "Q3": (7, 9)}
PARTS |= {"Q4": (10, 12), "H1": (1, 6), "H2": (7, 12)}
# Seasons have no month of their own in EDTF level 1: 21 to 24 are spring to winter; quarters and halves are level 2.
_EDTF_PARTS = {"SP": 21, "SU": 22, "FA": 23, "WI": 24, "Q1": 33, "Q2": 34, "Q3": 35, "Q4": 36, "H1": 40, "H2": 41}
_WEEKS = frozenset({"week", "weekend"})
# How many days, months and years the units have.
_DAYS = {"day": 1, "week": 7, "weekend": 7}
_MONTHS = {"month": 1, "quarter": 3, "half": 6, "season": 3, "year": 12}
_LONG = {"decade": 10, "century": 100}


@dataclass(frozen=True, slots=True)
class Point:
    """Fields that the words do not give are None. `unit` is the grain; `part` a season, quarter or half (SP, Q1, H2).

    The year of a decade or century is its first ("198" is 1980). `bc` counts years before Christ as they are written.
    """

    unit: str
    year: int | None = None
    month: int | None = None
    day: int | None = None
    week: int | None = None
    part: str | None = None
    time: str | None = None
    bc: bool = False

    def value(self) -> str:
        """TIMEX3 `value`; XXXX and XX where nothing is known."""
        time = self.time or ""
        if self.unit == "decade":
            return f"{(self.year or 0) // 10:03d}"
        if self.unit == "century":
            return f"{'BC' if self.bc else ''}{(self.year or 0) // 100:02d}"
        year = "XXXX" if self.year is None else f"BC{self.year:04d}" if self.bc else f"{self.year:04d}"
        if self.unit == "year":
            return year + time
        if self.part:
            return f"{year}-{self.part}"
        if self.week is not None or self.unit in _WEEKS:
            week = "XX" if self.week is None else f"{self.week:02d}"
            return f"{year}-W{week}{'-WE' if self.unit == 'weekend' else ''}{time}"
        month = "XX" if self.month is None else f"{self.month:02d}"
        if self.unit == "month":
            return f"{year}-{month}{time}"
        day = "XX" if self.day is None else f"{self.day:02d}"
        return f"{year}-{month}-{day}{time}"

    def days(self) -> tuple[dt.date, dt.date] | None:
        """First and last calendar day, or None: years before Christ, missing fields, what no calendar holds."""
        if self.year is None or self.bc or not 1 <= self.year <= 9999:
            return None
        try:
            return self._days(self.year)
        except ValueError:
            return None

    def _days(self, year: int) -> tuple[dt.date, dt.date] | None:
        if self.unit in _LONG:
            return dt.date(year, 1, 1), dt.date(year + _LONG[self.unit] - 1, 12, 31)
        if self.part:
            first, last = PARTS[self.part]
            end_year, last = (year + 1, last - 12) if last > 12 else (year, last)
            return dt.date(year, first, 1), dt.date(end_year, last, calendar.monthrange(end_year, last)[1])
        if self.week is not None:
            monday = dt.date.fromisocalendar(year, self.week, 6 if self.unit == "weekend" else 1)
            return monday, dt.date.fromisocalendar(year, self.week, 7)
        if self.unit == "year":
            return dt.date(year, 1, 1), dt.date(year, 12, 31)
        if self.month is None:
            return None
        if self.day is None:
            return dt.date(year, self.month, 1), dt.date(year, self.month, calendar.monthrange(year, self.month)[1])
        day = dt.date(year, self.month, self.day)
        return day, day

    def edtf(self) -> str | None:
        """ISO 8601-2 (EDTF): level 0 to 2; None where the value has no calendar place."""
        if self.year is None:
            return None
        if self.bc:
            return f"-{self.year - 1:04d}" if self.unit == "year" and self.year > 1 else None
        if self.unit == "decade":
            return f"{self.year // 10:03d}X"
        if self.unit == "century":
            return f"{self.year // 100:02d}XX"
        if self.part:
            return f"{self.year:04d}-{_EDTF_PARTS[self.part]}"
        days = self.days()
        if days is None:
            return None
        if self.week is not None:
            return f"{days[0].isoformat()}/{days[1].isoformat()}"
        if self.unit == "year":
            return f"{self.year:04d}"
        return days[0].isoformat()[: 7 if self.day is None else 10]

    def first(self) -> dt.date | None:
        days = self.days()
        return days[0] if days else None


def of_day(day: dt.date, unit: str = "day") -> Point:
    """The point of that grain that holds the day."""
    if unit == "day":
        return Point("day", day.year, day.month, day.day)
    if unit in _WEEKS:
        year, week, _ = day.isocalendar()
        return Point(unit, year, week=week)
    if unit == "month":
        return Point("month", day.year, day.month)
    if unit == "quarter":
        return Point("quarter", day.year, part=f"Q{(day.month + 2) // 3}")
    if unit == "decade":
        return Point("decade", day.year // 10 * 10)
    if unit == "century":
        return Point("century", day.year // 100 * 100)
    return Point("year", day.year)


def moved(point: Point, unit: str, count: int) -> Point | None:
    """The point `count` units on, in the grain of the unit; None where the calendar ends or a field is missing."""
    if unit == "year" and point.year is not None:
        year = point.year - count if point.bc else point.year + count
        return Point("year", year, bc=point.bc) if 0 < year < 10000 else None
    day = point.first()
    if day is None:
        return None
    try:
        if unit in _DAYS:
            return of_day(day + dt.timedelta(days=count * _DAYS[unit]), unit)
        if unit in _MONTHS:
            months = _MONTHS[unit] * count + day.year * 12 + day.month - 1
            return of_day(dt.date(months // 12, months % 12 + 1, 1), unit)
        return of_day(day.replace(year=day.year + count * _LONG[unit], day=1), unit)
    except (ValueError, OverflowError):
        return None


def advanced(day: dt.date, parts: tuple[tuple[str, int], ...]) -> dt.date | None:
    """So many years, months, weeks and days on; a month without that day ends on its last. None off the calendar."""
    try:
        for unit, count in parts:
            if unit in _DAYS:
                day += dt.timedelta(days=count * _DAYS[unit])
                continue
            months = day.year * 12 + day.month - 1 + count * _MONTHS[unit]
            year, month = divmod(months, 12)
            day = dt.date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))
    except (ValueError, OverflowError):
        return None
    return day


def valid(point: Point) -> bool:
    """Whether some calendar has this month and day: 30 February is none, 29 February is one."""
    if point.month is not None and not 1 <= point.month <= 12:
        return False
    if point.day is None:
        return True
    year = 2000 if point.year is None or point.bc else point.year
    return 1 <= point.day <= calendar.monthrange(max(1, min(9999, year)), point.month or 1)[1]


def at(point: Point, time: str | None) -> Point:
    return replace(point, time=time)
