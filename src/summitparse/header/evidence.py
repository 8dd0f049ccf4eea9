"""What the other dates of a text say of one: which of its numbers is the day, and which year it is of."""

import datetime as dt
import re
from collections.abc import Sequence

from summitparse.header.publication import calendar, date_pattern, months
from summitparse.lines.forms import form
from summitparse.lines.read import Line
from summitparse.text.calendar import WEEKDAYS

# So much of a text is searched for the year of a date without one (characters).
MOST_TEXT = 20_000
# A day without a year is of the year of the days around it that have one, which are no further off.
NEAR = dt.timedelta(days=45)
# The number of a release stands among so many first lines.
NUMBERED_LINES = 12
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_DIGIT = re.compile(r"\d")


def reads_day_first(lines: Sequence[Line]) -> bool:
    """How a text writes dates that digits leave open: so that it is a day that it spells ("Apr. 9"), or the weekday
    beside it; as it writes others that leave nothing open (04/23/2025), or spells them ("30 January" or "January 30");
    else the day first, as most countries do."""
    found = [one for line in lines[:40] if _DIGIT.search(line.text) for one in date_pattern().finditer(line.text[:500])]
    spelled = {day for one in found if (day := _spelled(one))}
    same = known = style = 0
    for one in found:
        style += bool(one["m3"] or one["m5"]) - bool(one["m4"] or one["m6"])
        if one["y2"]:
            a, b = int(one["a"]), int(one["b"])
            known += (a > 12 >= b) - (b > 12 >= a)
            same += ((b, a) in spelled or _is_weekday(one, b, a)) - ((a, b) in spelled or _is_weekday(one, a, b))
    return next((votes > 0 for votes in (same, known, style) if votes), True)


def _spelled(found: re.Match[str]) -> tuple[int, int] | None:
    """The month and the day of a date in words."""
    n = next((n for n in "3456" if found["m" + n]), None)
    return (months()[found["m" + n].lower()], int(found["d" + n])) if n else None


def _is_weekday(found: re.Match[str], month: int, day: int) -> bool:
    """Is that day the weekday that stands before the date?"""
    try:
        weekday = dt.date(int(found["y2"]), month, day).weekday()
    except ValueError:
        return False
    return bool(found["weekday"]) and found["weekday"].lower().startswith(WEEKDAYS[weekday][:3])


def in_year_of(text: str, stretch: str, day_first: bool) -> dt.date | None:
    """The day of a date without a year ("Tuesday, 9 June"), where the text gives that day in one year and no other, or
    days of one year around it."""
    found = date_pattern().search(stretch)
    wanted = _spelled(found) if found and (found["m5"] or found["m6"]) else None
    if wanted is None:
        return None
    days = {day for one in date_pattern().finditer(text[:MOST_TEXT]) if (day := calendar(one, day_first)[0])}
    same = {day for day in days if (day.month, day.day) == wanted}
    if not same:
        same = {day for year in {day.year for day in days} if (day := _day(year, *wanted)) and _is_near(day, days)}
    return same.pop() if len(same) == 1 else None


def in_year_of_number(lines: Sequence[Line], stretch: str) -> dt.date | None:
    """The same in the year that the number of the release gives: "Ref: PR/12/2025"."""
    found = date_pattern().search(stretch)
    wanted = _spelled(found) if found and (found["m5"] or found["m6"]) else None
    numbers = (line.text for line in lines[:NUMBERED_LINES] if form("number").match(line.text))
    years = {year for number in numbers for year in _YEAR.findall(number)}
    return _day(int(years.pop()), *wanted) if wanted and len(years) == 1 else None


def _is_near(day: dt.date, days: set[dt.date]) -> bool:
    return any(abs(day - other) <= NEAR for other in days)


def _day(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None
