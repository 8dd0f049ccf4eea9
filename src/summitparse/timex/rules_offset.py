"""Rules for what is counted from another day in several units or by weekdays: two years and three months ago."""

from summitparse.text.signs import APOSTROPHES
from summitparse.timex.listed import listed
from summitparse.timex.points import Point
from summitparse.timex.readings import Reading
from summitparse.timex.rules_counted import is_rate
from summitparse.timex.rules_relative import NAMED_DAYS, UNITS, WAYS
from summitparse.timex.templates import Match

_ORDER = ("year", "month", "week", "day")
# The numbers of a template and their units, and the codes of units that are weeks.
_COUNTED = (("n", "u"), ("k", "v"), ("l", "w"))
_WEEKS = {"W": 1, "FN": 2}


def _units_ago(m: Match) -> Reading | None:
    """two years and three months ago, 1 year, 7 months and 3 days later: the units get smaller."""
    parts: list[tuple[str, int]] = []
    sign, anchor = WAYS[m.name("way") or ""]
    for number, unit in _COUNTED:
        if not m.has(number):
            continue
        code, count = m.meaning(unit), 1 if m.name(number) in listed("articles") else m.number(number)
        name = UNITS.get(code if isinstance(code, str) else "", "")
        if name not in _ORDER or count is None or (parts and _ORDER.index(parts[-1][0]) >= _ORDER.index(name)):
            return None
        parts.append((name, sign * count * (2 if code == "FN" else 1)))
    return Reading("shift", unit=parts[-1][0], anchor=anchor, parts=tuple(parts))


def _weekday_week(m: Match) -> Reading | None:
    """Monday week, Friday fortnight: so long after the next such day."""
    if m.next()[:1].isalpha() and m.next() not in listed("week_ending"):
        return None
    told = not m.start or m.before() in listed("of_weekday_week")
    if not told or m.next() in APOSTROPHES or m.next() == "-":
        return None
    return _after_weekday(m, 7 * _WEEKS[m.name("u") or "W"])


def _after_weekday(m: Match, days: int) -> Reading:
    return Reading("shift", unit="day", anchor="after-weekday", parts=(("day", days),), weekday=m.number("w"))


def _week_ahead(m: Match) -> Reading | None:
    """a week tomorrow, two weeks on Monday, tomorrow week."""
    number, weeks = (m.number("n") if m.has("n") else 1), _WEEKS.get(m.name("u") or "")
    if number is None or weeks is None or m.before() in listed("how_often") or is_rate(m):
        return None
    if m.has("w"):
        return _after_weekday(m, 7 * number * weeks)
    return Reading("shift", unit="day", count=7 * number * weeks + NAMED_DAYS[m.name("day") or ""])


def _weekdays_from_now(m: Match) -> Reading | None:
    """two Fridays from now: the second from today on."""
    return _after_weekday(m, 7 * ((m.number("n") or 1) - 1))


def _weekday_over(m: Match) -> Reading | None:
    """the Friday before last, the Monday after next."""
    back = _OVER.get((m.name("way"), m.name("s")))
    if back is None:
        return None
    if back < 0:
        return Reading("point", point=Point("day"), weekday=m.number("w"), direction="before-last")
    return _after_weekday(m, 7)


_OVER: dict[tuple[str | None, str | None], int] = {("before", "last"): -2, ("after", "next"): 2}


def _weekend_over(m: Match) -> Reading | None:
    """the weekend after next."""
    count = _OVER.get((m.name("way"), m.name("s")))
    return Reading("shift", unit="weekend", count=count) if count else None


def _end_of(m: Match) -> Reading | None:
    """by end of year, at end of month."""
    if m.before() not in listed("of_end") or m.next()[:1].isdigit():
        return None
    return Reading("shift", unit=UNITS[m.name("u") or "Y"], anchor="auto", mod="END")
