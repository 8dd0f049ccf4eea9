"""Rules for quarters and halves, in words and in codes (Q3 2019, 1H24), and for fiscal years and what they hold.

A fiscal year begins where its country or company says, so that it and its quarters have no calendar days.
"""

from summitparse.dates.fields import half_of, quarter_of, year_of
from summitparse.dates.points import Point
from summitparse.dates.readings import Reading
from summitparse.dates.templates import Match, Rule
from summitparse.text.signs import APOSTROPHES

_FISCAL = frozenset({"fiscal", "financial", "fy"})


def _is_fiscal(m: Match) -> bool:
    return any(m.words.form(index).lower() in _FISCAL for index in range(m.start, m.end))


def _part(m: Match) -> Reading | None:
    """the third quarter, second-half, the closing quarter of 2023, the first half of fiscal 2024."""
    half = m.has("half")
    number = (2 if half else 4) if m.has("last") else 1 if m.has("opening") else m.number("n") or 0
    return (half_of if half else quarter_of)(m, number, fiscal=_is_fiscal(m))


def _month_quarter(m: Match) -> Reading | None:
    """the December quarter: the one that ends with that month."""
    month = m.number("m") or 0
    if month % 3 or not m.words.form(m.named["m"])[0].isupper():
        return None
    return quarter_of(m, month // 3)


def _numbered(m: Match) -> Reading | None:
    """Quarter 1, quarter two of 2024: small letters only with a year."""
    if not m.has("y") and (m.words.form(m.named["u"]).islower() or m.next()[:1].isalpha()):
        return None
    return quarter_of(m, m.number("n") or 0, fiscal=_is_fiscal(m))


# Behind H1 they give its year: H1 of 2024, H1 last year.
_STEPS = frozenset({"of", "last", "this", "next"})


def _coded(m: Match) -> Reading | None:
    """Q3 2019, 2019-H2, Q3 FY24: the letter and its number stand together."""
    letter = m.words.form(m.named["q"]).upper()
    if not m.words.glued(m.named["n"]) or (letter == "H" and not m.has("y") and m.next() not in _STEPS):
        return None
    return (quarter_of if letter == "Q" else half_of)(m, m.number("n") or 0, fiscal=_is_fiscal(m))


def _code_short(m: Match) -> Reading | None:
    """Q2'23; Q1-23 and Q4/22, where nothing stands between the parts."""
    tight = m.tight(m.start + 1, m.end) and m.words.form(m.start).isupper()
    return _coded(m) if tight or m.form("sign") in APOSTROPHES else None


def _digit_coded(m: Match) -> Reading | None:
    """1Q24, 2H 2024, 3Q: one word of digit and capital; a short year stands against it."""
    letter = m.words.form(m.named["q"])
    tight = m.words.glued(m.named["q"]) and (not (m.has("y") and m.short("y")) or m.words.glued(m.named["y"]))
    if not tight or not letter.isupper():
        return None
    return (quarter_of if letter == "Q" else half_of)(m, m.number("n") or 0)


def _fiscal_coded(m: Match) -> Reading | None:
    """Q3 FY24, 2H of fiscal 2024."""
    second = max(m.named["q"], m.named["n"])
    code = m.words.form(m.named["q"]).upper()
    if not m.words.glued(second):
        return None
    return (quarter_of if code == "Q" else half_of)(m, m.number("n") or 0, fiscal=True)


def _fiscal(m: Match) -> Reading | None:
    return Reading("point", point=Point("year", year_of(m)), fiscal=True)


_FY = "((fiscal|financial year? | fy dash?) (y=yyyy | apostrophe? y=n31|n99))"
_PART = "(n=ordword|o31 | last=final|last|closing|latter | opening=opening) dash? (u=quarter|qtr | half=half)"

RULES = [
    Rule("calendar.quarter", "the? fiscal? dash? n=ordword|o31 dash? u=quarter|quarters|qtr", _part),
    Rule("calendar.month-quarter", "the? m=monthname|mon dash? quarter (of? y=yyyy)?", _month_quarter),
    Rule("calendar.last-quarter", "the? last=final|last|closing u=quarter|qtr of y=yyyy", _part),
    Rule("calendar.opening-quarter", "the? opening=opening u=quarter|qtr of y=yyyy", _part),
    Rule(
        "calendar.quarter-year",
        "the? fiscal? n=ordword|o31 dash? u=quarter|quarters|qtr|trimester (of | in)? fiscal? y=yyyy",
        _part,
    ),
    Rule("calendar.year-quarter", "the? y=yyyy fiscal? n=ordword|o31 dash? u=quarter", _part),
    Rule("calendar.quarter-number", "u=quarter n=n12|numword (comma? of? y=yyyy)?", _numbered),
    Rule("calendar.half", "the? n=ordword|o31 dash? half=half (dash year)?", _part),
    Rule("calendar.half-year", "the? n=ordword|o31 dash? half=half|semester (dash? year)? of? y=yyyy", _part),
    Rule("calendar.last-half-year", "the last=last|latter half=half of y=yyyy", _part),
    Rule("calendar.code-year", "q=q|h n=n12 dash? of? y=yyyy", _coded),
    Rule("calendar.digit-code-year", "n=n12 q=q|h apostrophe? y=yyyy|n31|n99", _digit_coded),
    Rule("calendar.code-short-year", "q=q|h n=n12 sign=apostrophe|dash|slash y=n31|n99", _code_short),
    Rule("calendar.year-code", "y=yyyy dash? q=q|h n=n12", _coded),
    Rule("calendar.code", "q=q|h n=n12", _coded),
    Rule("calendar.digit-code", "n=n12 q=q", _digit_coded),
    Rule("calendar.fiscal-year", "the? fiscal|financial dash? (year|years)? dash? y=yyyy", _fiscal),
    Rule("calendar.year-fiscal", "the? y=yyyy fiscal|financial year", _fiscal),
    Rule("calendar.fiscal-code", "fy dash? y=yyyy", _fiscal),
    Rule("calendar.fiscal-short", "fy dash? apostrophe? y=n31|n99", _fiscal),
    Rule("calendar.fiscal-part", f"the? {_PART} of? (the)? {_FY}", _part),
    Rule("calendar.fiscal-part-code", f"(q=q|h n=n12 | n=n12 q=q|h) (of | in | dash)? {_FY}", _fiscal_coded),
    Rule("calendar.fiscal-code-part", f"{_FY} dash? q=q|h n=n12", _coded),
    Rule("calendar.fiscal-part-open", "fiscal q=q n=n12", _coded),
]
