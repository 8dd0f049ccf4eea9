"""Rules for what the calendar names: days, months, years, seasons, decades, centuries."""

from summitparse.dates.fields import day_of, full_year, month_behind, point_of, year_of
from summitparse.dates.listed import listed
from summitparse.dates.points import Point
from summitparse.dates.readings import Reading, known
from summitparse.dates.templates import Match, Rule


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
    return Reading("point", point=Point("century", (number - 1) * 100, bc=m.has("bc"))) if 0 < number <= 30 else None


def _season(m: Match) -> Reading | None:
    """A season; in the plural, all of them."""
    if m.form("p") in listed("seasons"):
        return known(f"XXXX-{m.name('p')}", "SET")
    return Reading("point", point=Point("season", year_of(m), part=m.name("p")))


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


_D = "d=n12|n31"
_DO = "d=n12|n31|o31|ordword"
_M = "m=SHYMONTH dot?"
_SHORT = "apostrophe y=n12|n31|n99"

RULES = [
    Rule("calendar.month-day-year", f"{_M} the? {_DO} comma? of? y=yyyy", day_of),
    Rule("calendar.month-day", f"{_M} the? {_DO}", day_of),
    Rule("calendar.month-day-joined", "m=SHYMONTH dash|slash d=n12|n31", _joined),
    Rule("calendar.day-month-year", f"the? {_DO} (of | dot)? {_M} comma? of? y=yyyy", day_of),
    Rule("calendar.day-month-short-year", f"the? {_DO} of? m=MONTH of y=n99|n31", day_of),
    Rule(
        "calendar.day-month-apostrophe", f"(the? {_DO} of? m=MONTH | m=MONTH dot? the? {_DO}) comma? {_SHORT}", day_of
    ),
    Rule("calendar.day-month", f"the? {_DO} of? {_M}", day_of),
    Rule(
        "calendar.day-of-month-of-lord",
        "the|this d=o31|ordword day of m=MONTH comma? in? the year of our lord y=yyyy",
        day_of,
    ),
    Rule("calendar.day-of-month", f"the|this d=o31|ordword day of {_M} (comma? of? y=yyyy)?", day_of),
    Rule("calendar.day-dash-month-year", f"{_D} dash|slash m=SHYMONTH dash|slash y=yyyy", day_of),
    Rule("calendar.year-dash-month-day", f"y=yyyy dash|slash m=SHYMONTH dash|slash {_D}", day_of),
    Rule("calendar.month-dash-year-day", f"m=SHYMONTH dash|slash y=yyyy dash|slash {_D}", day_of),
    Rule("calendar.numbers-apart", "y=yyyy m=n12 d=n12|n31 | y=yyyy dash m=n12 dash d=n12|n31", _numbers),
    Rule("calendar.month-year", f"{_M} comma? of? y=yyyy", _month),
    Rule("calendar.month-apostrophe-year", f"m=MONTH dot? {_SHORT}", _month),
    Rule("calendar.month-joined-year", "m=SHYMONTH dash|slash y=yyyy", _month),
    Rule("calendar.year-month", "y=yyyy m=monthname|mon|may|shymonth", _month),
    Rule("calendar.year-dash-month", "y=yyyy dash|slash m=n12", _month),
    Rule("calendar.month-slash-year", "m=n12 slash y=yyyy", _month),
    Rule("calendar.the-month-of", "the (entire|whole)? month of m=MONTH (of? y=yyyy)?", _month),
    Rule("calendar.month", "m=monthname|mon|may|shymonth", _month),
    Rule("calendar.weekday", "w=weekday|shyweekday", _weekday),
    Rule("calendar.named-weekday", "name=black|bloody|super|fat w=weekday", _named_weekday),
    Rule("calendar.weekday-day", "w=weekday|shyweekday the? d=o31|ordword", _weekday_day),
    Rule("calendar.the-day", "the d=o31|n31|ordword", _month_day),
    Rule("calendar.slashed", "m=n12|n31 slash d=n12|n31 (comma? y=yyyy)?", _slashed),
    Rule("calendar.slashed-weekday", "weekday m=n12 slash|dash d=n12|n31", _slashed),
    Rule("calendar.decimal", "(w=weekday)? x=decimal", _decimal),
    Rule("calendar.year", "y=yyyy", _bare_year),
    Rule("calendar.the-year", "the? (full dash?)? sure=year of? y=yyyy", _bare_year),
    Rule("calendar.the-years", "the? sure=years y=yyyy", _bare_year),
    Rule("calendar.apostrophe-year", "apostrophe y=n12|n31|n99", _apostrophe_year),
    Rule("calendar.before-christ", "y=n12|n31|n99|n999|yyyy era=bc|bce", _before_christ),
    Rule("calendar.before-christ-dots", "y=n12|n31|n99|n999|yyyy era=b dot c dot?", _before_christ),
    Rule("calendar.decade", "the? y=yyyy s=s", _decade),
    Rule("calendar.decade-apostrophe", "the? y=yyyy apostrophe s=s", _owned_decade),
    Rule("calendar.short-decade", "the? apostrophe y=n31|n99 s=s", _decade),
    Rule("calendar.bare-short-decade", "the? y=n31|n99 s=s", _decade),
    Rule("calendar.short-decade-owned", "the y=n31|n99 apostrophe s=s", _decade),
    Rule("calendar.decade-in-words", "the? n=numword|tens dash? word=decadename", _worded_decade),
    Rule("calendar.decade-word", "the word=decadename", _decade),
    Rule("calendar.century", "the? n=o31|ordword dash? century|centuries (bc=bc|bce)?", _century),
    Rule("calendar.season", "the? p=season|shyseason", _season),
    Rule("calendar.season-year", "the? p=season|shyseason comma? of? y=yyyy", _season),
    Rule("calendar.year-season", "y=yyyy dash? p=season|shyseason", _season),
    Rule("calendar.half-of-month", "the n=ordword|o31 half of m=MONTH (of? y=yyyy)?", _half_of_month),
    Rule("calendar.last-half-of-month", "the last=last|latter half of m=MONTH (of? y=yyyy)?", _half_of_month),
    Rule(
        "calendar.half-of-long",
        "the (n=ordword|o31 | last=last|latter) half of the (c=o31|ordword dash? century | y=yyyy apostrophe? s=s)",
        _half_of_long,
    ),
    Rule("calendar.week-number", "the? week n=n12|n31|n99 (comma? of? y=yyyy)?", _week_number),
]
