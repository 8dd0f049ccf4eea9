"""What several rules read from their matches: the year of two or four digits, a day, a point that some calendar has."""

import re

from summitparse.lexicon import listed
from summitparse.timex.points import Point, valid
from summitparse.timex.readings import Reading
from summitparse.timex.templates import Match

_PRICES = frozenset("$€£¥#№")
# Two digits from here on are of the last century.
_PIVOT = 30


def point_of(unit: str, **fields: object) -> Reading | None:
    point = Point(unit, **fields)  # type: ignore[arg-type]
    return Reading("point", point=point) if valid(point) else None


def year_of(m: Match) -> int | None:
    """A year of four digits, or of two behind an apostrophe or a month ("15 April of 87")."""
    year = m.number("y")
    return year if year is None or year >= 100 else full_year(year)


def full_year(short: int) -> int:
    return short + (1900 if short >= _PIVOT else 2000)


def day_of(m: Match) -> Reading | None:
    if m.before() in _PRICES and not m.first[0].isalpha():
        return None
    if any(m.words.definite(index) and m.words.form(index)[0].isupper() for index in range(m.start + 1, m.end)):
        return None  # "in May. The 16th …": a sentence begins
    return point_of("day", year=year_of(m), month=m.number("m"), day=m.number("d"))


def month_behind(m: Match) -> bool:
    """Whether a month follows the match; "May" and "March" with a capital only."""
    form = m.words.form(m.end) if m.end < len(m.words.starts) else ""
    return form[:1].isupper() and form.lower().rstrip(".") in listed("summitparse.dates", "words", "month")


_STROKES = re.compile(r"[./-]")


def parts_of(form: str) -> list[str]:
    """Day, month and year of a date in digits, in the order in which they stand: 30.01.2024."""
    return _STROKES.split(form)


def quarter_of(m: Match, number: int, *, fiscal: bool = False) -> Reading | None:
    if not 1 <= number <= 4:
        return None
    return Reading("point", point=Point("quarter", year_of(m), part=f"Q{number}"), fiscal=fiscal)


def half_of(m: Match, number: int, *, fiscal: bool = False) -> Reading | None:
    if not 1 <= number <= 2:
        return None
    return Reading("point", point=Point("half", year_of(m), part=f"H{number}"), fiscal=fiscal)
