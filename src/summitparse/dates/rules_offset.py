"""Rules for what is counted from another day in several units or by weekdays: two years and three months ago."""

from summitparse.dates.listed import listed
from summitparse.dates.points import Point
from summitparse.dates.readings import Reading
from summitparse.dates.rules_counted import is_rate
from summitparse.dates.rules_relative import NAMED_DAYS, UNITS, WAYS
from summitparse.dates.templates import Match, Rule

_ORDER = ("year", "month", "week", "day")


def _units_ago(m: Match) -> Reading | None:
    """two years and three months ago, 1 year, 7 months and 3 days later: the units get smaller."""
    parts: list[tuple[str, int]] = []
    sign, anchor = WAYS[m.name("way") or ""]
    for number, unit in (("n", "u"), ("k", "v"), ("l", "w")):
        if not m.has(number):
            continue
        code, count = m.meaning(unit), 1 if m.name(number) in ("a", "an") else m.number(number)
        name = UNITS.get(code if isinstance(code, str) else "", "")
        if name not in _ORDER or count is None or (parts and _ORDER.index(parts[-1][0]) >= _ORDER.index(name)):
            return None
        parts.append((name, sign * count * (2 if code == "FN" else 1)))
    return Reading("shift", unit=parts[-1][0], anchor=anchor, parts=tuple(parts))


def _weekday_week(m: Match) -> Reading | None:
    """Monday week, Friday fortnight: so long after the next such day."""
    if m.next()[:1].isalpha() and m.next() not in listed("week_ending"):
        return None
    if m.next() in ("-", "'", "’") or (m.start and m.words.form(m.start - 1).lower() not in listed("of_weekday_week")):
        return None
    days = 14 if m.meaning("u") == "FN" else 7
    return Reading("shift", unit="day", anchor="after-weekday", parts=(("day", days),), weekday=m.number("w"))


def _week_ahead(m: Match) -> Reading | None:
    """a week tomorrow, two weeks on Monday, tomorrow week."""
    number, code = (m.number("n") if m.has("n") else 1), m.meaning("u")
    before = m.words.form(m.start - 1).lower() if m.start else ""
    if number is None or code not in ("W", "FN") or before in listed("how_often") or is_rate(m):
        return None
    weeks = number * (2 if code == "FN" else 1)
    if m.has("w"):
        return Reading("shift", unit="day", anchor="after-weekday", parts=(("day", 7 * weeks),), weekday=m.number("w"))
    return Reading("shift", unit="day", count=7 * weeks + NAMED_DAYS[m.name("day") or ""])


def _weekdays_from_now(m: Match) -> Reading | None:
    """two Fridays from now: the second from today on."""
    days = 7 * ((m.number("n") or 1) - 1)
    return Reading("shift", unit="day", anchor="after-weekday", parts=(("day", days),), weekday=m.number("w"))


def _weekday_over(m: Match) -> Reading | None:
    """the Friday before last, the Monday after next."""
    back = m.name("way") == "before"
    if back != (m.name("s") == "last"):
        return None
    if back:
        return Reading("point", point=Point("day"), weekday=m.number("w"), direction="before-last")
    return Reading("shift", unit="day", anchor="after-weekday", parts=(("day", 7),), weekday=m.number("w"))


_N = "NUMBER|a|an"
_WAY = "way=ago|hence|earlier|before|previously|later|after|afterwards|afterward"
_JOINT = "(comma? and | comma)?"


def _weekend_over(m: Match) -> Reading | None:
    """the weekend after next."""
    back = m.name("way") == "before"
    return Reading("shift", unit="weekend", count=-2 if back else 2) if back == (m.name("s") == "last") else None


def _end_of(m: Match) -> Reading | None:
    """by end of year, at end of month."""
    before = m.words.form(m.start - 1).lower() if m.start else ""
    if before not in listed("of_end") or m.next()[:1].isdigit():
        return None
    return Reading("shift", unit=UNITS[m.name("u") or "Y"], anchor="auto", mod="END")


RULES = [
    Rule("relative.weekend-over", "the weekend way=before|after s=last|next", _weekend_over),
    Rule("relative.end-of", "end of u=year|month|quarter", _end_of),
    Rule(
        "relative.units-ago",
        f"n={_N} u=unit|units {_JOINT} k={_N} v=unit|units ({_JOINT} l={_N} w=unit|units)? {_WAY}",
        _units_ago,
    ),
    Rule("relative.weekday-week", "w=weekday u=week|fortnight", _weekday_week),
    Rule("relative.week-from-day", "(n=NUMBER | a | one) u=unit|units day=today|tomorrow", _week_ahead),
    Rule("relative.week-on-weekday", "a u=unit on w=weekday", _week_ahead),
    Rule("relative.day-week", "day=today|tomorrow u=week", _week_ahead),
    Rule("relative.weekdays-from-now", "n=NUMBER w=weekday from (now | today)", _weekdays_from_now),
    Rule("relative.weekday-over", "the w=weekday way=before|after s=last|next", _weekday_over),
]
