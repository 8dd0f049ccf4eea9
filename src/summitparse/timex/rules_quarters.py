"""Rules for quarters and halves, in words and in codes (Q3 2019, 1H24), and for fiscal years and what they hold.

A fiscal year begins where its country or company says, so that it and its quarters have no calendar days.
"""

from summitparse.text.signs import APOSTROPHES
from summitparse.timex.fields import half_of, quarter_of, year_of
from summitparse.timex.points import Point
from summitparse.timex.readings import Reading
from summitparse.timex.templates import Match

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
