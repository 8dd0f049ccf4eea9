"""Rules for what the calendar names: days, months, years, seasons, decades, centuries."""

from summitparse.timex.fields import day_of, full_year, month_behind, point_of, year_of
from summitparse.timex.listed import listed
from summitparse.timex.points import Point
from summitparse.timex.readings import Reading, known
from summitparse.timex.templates import Match


def _day_in_words(m: Match) -> Reading | None:
    """May twenty-nine; not "in May two ships sank"."""
    number = m.meaning("d")
    return day_of(m) if isinstance(number, int) and 20 <= number <= 31 and not m.next()[:1].isalpha() else None


def _month(m: Match) -> Reading | None:
    return point_of("month", year=year_of(m), month=m.number("m"))


def _numbers(m: Match) -> Reading | None:
    """2016 10 16, written apart; 2016‑10‑16 with hyphens that do not break."""
    return point_of("day", year=m.number("y"), month=m.number("m"), day=m.number("d"))


def _bare_year(m: Match) -> Reading | None:
    year = m.number("y")
    heads = m.start == 0 or m.words.classes[m.start - 1] == "\n"
    return Reading("point", point=Point("year", year), weak=not m.has("sure"), heads=heads)


def _apostrophe_year(m: Match) -> Reading | None:
    value = m.number("y") or 0
    if not m.words.glued(m.named["y"]) or not m.short("y"):
        return None
    return Reading("point", point=Point("year", full_year(value)), weak=True)


def _anno_domini(m: Match) -> Reading | None:
    """A.D. 476, 476 AD."""
    form = "".join(m.words.form(i) for i in range(m.start, m.end)).replace(".", "")
    year = m.number("y") or 0
    return Reading("point", point=Point("year", year)) if form.isupper() and year else None


def _before_christ(m: Match) -> Reading | None:
    form = "".join(m.words.form(i) for i in range(m.named["era"], m.end)).replace(".", "")
    return Reading("point", point=Point("year", m.number("y"), bc=True)) if form.isupper() else None


def _decade(m: Match) -> Reading | None:
    """1980s, '80s, the eighties: the "s" must stand against the digits."""
    if m.has("word"):
        return Reading("point", point=Point("decade", (m.number("word") or 0) * 10))
    value = m.number("y") or 0
    if value % 10 or not m.words.glued(m.named["s"]):
        return None
    if value < 100 and m.start == m.named["y"] and m.before() in listed("lasting"):
        return None  # it rang for 30s
    if value < 100:
        value += 1900 if value >= 20 else 2000
    return Reading("point", point=Point("decade", value))


def _worded_decade(m: Match) -> Reading | None:
    """the nineteen seventies."""
    century, decade = m.number("n") or 0, m.number("word") or 0
    return Reading("point", point=Point("decade", century * 100 + decade % 10 * 10)) if 15 <= century <= 20 else None


def _owned_decade(m: Match) -> Reading | None:
    """the 1970's, the early 1970's; "2020's budget" is that of the year."""
    return _decade(m) if m.definite or m.before() in listed("of_owned_decade") else None


def _century(m: Match) -> Reading | None:
    number = m.number("c" if m.has("c") else "n") or 0
    bc = m.has("bc")
    return Reading("point", point=Point("century", (number - 1) * 100, bc=bc)) if 0 < number <= 30 else None


def _day_month_year(m: Match) -> Reading | None:
    """7 May 2021, the 7th of May 2021, on 7. May 2021."""
    dotted = m.words.form(m.named["d"] + 1) == "."
    told = m.before() in listed("of_dotted_day") and m.first.isdigit()
    return None if dotted and not told else day_of(m)


def _season(m: Match) -> Reading | None:
    """A season; in the plural, all of them. The 2026 Winter Olympics are of a year, and a name."""
    if m.has("y") and m.end < len(m.words.starts) and m.words.form(m.end) in listed("named"):
        return None
    if m.form("p") in listed("seasons"):
        return known(f"XXXX-{m.name('p')}", "SET")
    return Reading("point", point=Point("season", year_of(m), part=m.name("p")))


def _two_years(m: Match) -> Reading | None:
    """winter 2023/24 begins in the first of its years."""
    first, second = m.number("y") or 0, m.number("second") or 0
    return _season(m) if second in (first + 1, (first + 1) % 100) else None


def _half_of_month(m: Match) -> Reading | None:
    """the second half of May: the month, with what part of it."""
    return _half(m, _month(m))


def _half_of_long(m: Match) -> Reading | None:
    """the second half of the 20th century, the first half of the 1990s."""
    return _half(m, _century(m) if m.has("c") else _decade(m))


def _half(m: Match, whole: Reading | None) -> Reading | None:
    number = 2 if m.has("last") else m.number("n") or 0
    if whole is None or not 1 <= number <= 2:
        return None
    return Reading("point", point=whole.point, mod="START" if number == 1 else "END")


def _decade_of_century(m: Match) -> Reading | None:
    """the first decade of the 21st century."""
    number, whole = 10 if m.has("last") else m.number("n") or 0, m.number("c") or 0
    if not 1 <= number <= 10 or not 1 <= whole <= 30:
        return None
    return Reading("point", point=Point("decade", (whole - 1) * 100 + (number - 1) * 10))


def _weekday(m: Match) -> Reading | None:
    """A day of the week; in the plural, all of them: on Mondays."""
    if m.form("w").endswith("days"):
        return known(f"XXXX-WXX-{m.number('w')}", "SET")
    return Reading("point", weekday=m.number("w"), point=Point("day"))


def _named_weekday(m: Match) -> Reading | None:
    """Black Monday: a day of history that only knowledge could place; Black Friday is a day of every year."""
    if m.number("w") == 5 and m.first == "black":
        return None
    return known("XXXX-XX-XX") if m.words.form(m.start)[0].isupper() else None


def _weekday_day(m: Match) -> Reading | None:
    """Fri 14th, Tuesday the eleventh: month and year are to be found."""
    if m.next() == "of" or month_behind(m):  # Friday 14th June
        return None
    ordinal = m.words.form(m.named["d"])
    if ordinal.isalpha() and m.next()[:1].isalnum():  # on Thursday the first three schools
        return None
    return Reading("point", weekday=m.number("w"), point=Point("day", day=m.number("d")))


# Up to so many things are told by ordinals in words.
_MANY_THINGS = 12


def _month_day(m: Match) -> Reading | None:
    if m.next() == "-":  # the 14-day truce
        return None
    if m.words.form(m.end - 1)[0].isalpha() and (m.number("d") or 0) <= _MANY_THINGS:
        return None  # put it on the third; but: on the twenty-eighth
    return Reading("point", point=Point("day", day=m.number("d")), weak=True)


def _slashed(m: Match) -> Reading | None:
    """10/1 and 5.12, month first; only where the words around say that it is a date. 9/11 is a day of 2001."""
    a, b = m.number("m") or 0, m.number("d") or 0
    if isinstance(m.words.meanings[m.end] if m.end < len(m.words.starts) else None, int) and m.next().isalpha():
        return None  # the 11/12 of "the night of 11/12 May"
    if (a, b) == (9, 11) and not m.has("y"):
        return Reading("point", point=Point("day", 2001, 9, 11), weak=True)
    if a > 12 and b <= 12:
        a, b = b, a
    reading = point_of("day", year=year_of(m), month=a, day=b)
    return None if reading is None else Reading("point", point=reading.point, weak=True)


def _joined(m: Match) -> Reading | None:
    """Feb/3, May-23; in "In May - 23 firms shut" the dash parts two phrases."""
    return day_of(m) if m.tight(m.start + 1, m.end) else None


def _decimal(m: Match) -> Reading | None:
    a, _, b = m.words.form(m.named["x"]).partition(".")
    if m.has("w") and m.next() in listed("scaled"):
        return None  # on Monday 3.5 million left
    if not m.has("w") and not m.stands("on_it"):
        return None
    if len(a) > 2 or len(b) > 2 or (not m.has("w") and (len(b) < 2 or a.startswith("0"))):
        return None
    reading = point_of("day", month=int(a), day=int(b))
    return None if reading is None else Reading("point", point=reading.point, weak=not m.has("w"))


def _week_number(m: Match) -> Reading | None:
    number = m.number("n") or 0
    return Reading("point", point=Point("week", year_of(m), week=number)) if 1 <= number <= 53 else None
