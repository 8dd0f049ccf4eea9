"""Holidays and commemorations by name: a table of fixed days and three rules for the ones that move.

A library of public holidays would bring its tables of every country into each start; these names need no country.
"""

import calendar
import datetime as dt
import re
from functools import cache

from summitparse.lexicon import load
from summitparse.timex.points import Point
from summitparse.timex.readings import Reading
from summitparse.timex.templates import Build, Match, Rule

_PIECE = re.compile(r"[^\W\d_]+|['’.]")


def easter(year: int) -> dt.date:
    """Western Easter Sunday (the anonymous Gregorian computus)."""
    golden, century, rest = year % 19, year // 100, year % 100
    leap = (century - (century + 8) // 25 + 1) // 3
    moon = (19 * golden + century - century // 4 - leap + 15) % 30
    sunday = (32 + 2 * (century % 4) + 2 * (rest // 4) - moon - rest % 4) % 7
    late = (golden + 11 * moon + 22 * sunday) // 451
    month, day = divmod(moon + sunday - 7 * late + 114, 31)
    return dt.date(year, month, day + 1)


def orthodox_easter(year: int) -> dt.date:
    """Orthodox Easter Sunday in the Gregorian calendar (Meeus' Julian algorithm, 13 days on from 1900 to 2099)."""
    moon = (19 * (year % 19) + 15) % 30
    week = (2 * (year % 4) + 4 * (year % 7) - moon + 34) % 7
    month, day = divmod(moon + week + 114, 31)
    return dt.date(year, month, day + 1) + dt.timedelta(days=year // 100 - year // 400 - 2)


def nth_weekday(year: int, month: int, index: int, weekday: int) -> dt.date:
    if index < 0:
        last = dt.date(year, month, calendar.monthrange(year, month)[1])
        return last - dt.timedelta(days=(last.isoweekday() - weekday) % 7)
    first = dt.date(year, month, 1)
    return first + dt.timedelta(days=(weekday - first.isoweekday()) % 7 + 7 * (index - 1))


def feast(code: str, year: int) -> dt.date | None:
    """The day in that year; `code` is how the table writes it: "easter -2", "weekday 11 4 4"."""
    kind, *numbers = code.split()
    values = [int(number) for number in numbers]
    if not 1583 <= year <= 4000:
        return None
    if kind == "weekday":
        return nth_weekday(year, *values)
    if kind == "after":
        return nth_weekday(year, *values[:3]) + dt.timedelta(days=values[3])
    start = easter(year) if kind == "easter" else orthodox_easter(year)
    return start + dt.timedelta(days=values[0])


def _template(name: str) -> str:
    pieces = [piece.lower() for piece in _PIECE.findall(name)]
    names = {"'": "apostrophe", ".": "dot?"}
    return " ".join(names.get(piece, piece) for piece in pieces)


# A name of so many words is one in small letters as well: father's day.
_PLAIN = 4


def _build(reading: Reading) -> Build:
    def build(match: Match) -> Reading | None:
        named = match.words.form(match.start)[0].isupper() or match.end - match.start >= _PLAIN
        return reading if named else None

    return build


def _code_and_name(row: str, numbers: int) -> tuple[str, str]:
    parts = row.split(" ", numbers)
    return " ".join(parts[:numbers]), parts[numbers]


@cache
def holiday_rules() -> tuple[Rule, ...]:
    table = load("summitparse.dates", "holidays")
    readings: list[tuple[str, Reading]] = []
    for row in table["fixed"]:
        day, name = _code_and_name(row, 1)
        readings.append((name, Reading("point", point=Point("day", month=int(day[:2]), day=int(day[3:])))))
    for kind, numbers in (("weekday", 3), ("after", 4), ("easter", 1), ("orthodox", 1)):
        for row in table[kind]:
            code, name = _code_and_name(row, numbers)
            usual = feast(f"{kind} {code}", 2019)
            point = Point("day", month=usual.month if usual else 1, day=usual.day if usual else 1)
            readings.append((name, Reading("point", point=point, feast=f"{kind} {code}")))
    return tuple(Rule("holiday.name", _template(name), _build(reading)) for name, reading in readings)
