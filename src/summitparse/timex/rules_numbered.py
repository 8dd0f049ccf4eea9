"""Rules for two digits of a year behind a month (19-Nov-12, Mar-23) and for weekdays with a number (Friday 14)."""

from dataclasses import replace

from summitparse.text.signs import DASHES
from summitparse.timex.fields import day_of, full_year, month_behind, year_of
from summitparse.timex.listed import listed
from summitparse.timex.points import Point
from summitparse.timex.readings import Reading, known
from summitparse.timex.rules_relative import step_of
from summitparse.timex.templates import Match

# Behind a number they make it a part of a longer one: a date in digits, a share.
_GOES_ON = DASHES | {"/"}
_COUNTED = _GOES_ON | {"%", ":"}
_CLOCK = _COUNTED | {"."}


def _day_short(m: Match) -> Reading | None:
    """19-Nov-12, 05/Aug/16."""
    return day_of(m) if m.tight(m.start + 1, m.end) and m.short("y") and m.next() not in _GOES_ON else None


def _day_apart(m: Match) -> Reading | None:
    """19 Nov 12; not "on 19 November 12 ships sailed"."""
    behind = m.next()
    counts = (behind[:1].isalpha() and behind not in listed("date_going_on")) or behind in _COUNTED
    return day_of(m) if m.short("y") and not counts else None


def _month_short(m: Match) -> Reading | None:
    """Mar-23: behind a preposition that months take; else it is a day."""
    short = m.number("y") or 0
    tight = m.words.glued(m.start + 1) and m.words.glued(m.end - 1) and m.short("y") and m.next() not in _GOES_ON
    if not tight or (short <= 31 and m.before() not in listed("of_months")):
        return None
    return Reading("point", point=Point("month", full_year(short), m.number("m")))


def _day_dashed(m: Match) -> Reading | None:
    """28-Nov."""
    return day_of(m) if m.tight(m.start + 1, m.start + 3) and m.next() not in _GOES_ON else None


def _weekday_number(m: Match) -> Reading | None:
    """Monday 3 and Tuesday 4 June: month and year are to be found; what follows is no thing that is counted."""
    if month_behind(m) or (m.next()[:1].isalpha() and m.next() not in listed("weekday_number_on")):
        return None
    if m.next() in _CLOCK and m.words.glued(m.end) and m.next(1)[:1].isdigit():
        return None
    return Reading("point", weekday=m.number("w"), point=Point("day", day=m.number("d")), weak=True)


def _months_code(m: Match) -> Reading | None:
    """6M 2023, 9M23: the first so many months."""
    number = m.number("n") or 0
    if number < 2 or not m.words.form(m.start + 1).isupper() or not m.words.glued(m.start + 1):
        return None
    if m.short("y") and not m.words.glued(m.named["y"]):
        return None
    year = Reading("point", point=Point("year", year_of(m)))
    return Reading("known", "DURATION", f"P{number}M", within=year)


def _day_of_step(m: Match) -> Reading | None:
    """the 20th of next month, the 1st of the month."""
    month = Reading("shift", unit="month", anchor="auto") if not m.has("s") else step_of(m, "month")
    return Reading("point", point=Point("day", day=m.number("d")), within=replace(month, type="DATE"))


def _day_of_each(m: Match) -> Reading | None:
    """the 20th of each month."""
    return known(f"XXXX-XX-{m.number('d'):02d}", "SET")
