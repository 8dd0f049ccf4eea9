"""Rules for durations (10 months, a few days, two-year) and for what comes again (daily, every year)."""

from dataclasses import replace

from summitparse.timex.listed import listed
from summitparse.timex.readings import Reading, duration, known
from summitparse.timex.rules_clock import MILITARY
from summitparse.timex.templates import Match

_SET_WEEKDAY = "XXXX-WXX-{}"


def _code(m: Match) -> str:
    meaning = m.meaning("u")
    return meaning if isinstance(meaning, str) else "S"


def _amount(m: Match) -> int | float | None:
    value = m.meaning("n")
    return value if isinstance(value, int | float) else None


def _counted(m: Match) -> Reading | None:
    number = _amount(m)
    if number is None or number == 0:
        return None
    clock = isinstance(number, float) or len(m.first) == 4
    if clock and _code(m) == "H" and m.before() in MILITARY:
        return None  # at 1500 hours, at 14.30 hrs
    if _some_day(m):
        return known("FUTURE_REF")
    if isinstance(number, int) and number > 999 and (_code(m) not in _MANY or _is_one(m)):
        return None
    return duration(number, _code(m))


def _is_one(m: Match) -> bool:
    """Whether the unit is in the singular: the 2025 Year in Review."""
    return m.has("u") and m.stands("one_year") and not m.words.glued(m.named["u"])


# Units of which there may be thousands, those that can be whole ("all day long"), and those of which recent ones are
# a time gone by.
_MANY = frozenset({"Y", "D", "H"})
_WHOLE = frozenset({"D", "W", "M", "Y", "NI", "TNI"})
_LONG = frozenset({"Y", "DE", "CE"})


def _span_counted(m: Match) -> Reading | None:
    """the first nine months, the last two weeks: from which end they are counted."""
    reading = _counted(m)
    opening = {m.words.form(index).lower() for index in range(m.start, min(m.start + 2, m.end))}
    last = not listed("from_the_end").isdisjoint(opening)
    return replace(reading, index=-1) if reading is not None and last else reading


def _some_day(m: Match) -> bool:
    """They will one day return; one day we will meet."""
    one = m.end - m.start == 2 and m.first == "one" and _code(m) == "D"
    if not one:
        return False
    modal = not listed("modals").isdisjoint({m.next(1), m.next(2)} - {"to"})
    return (m.next() in listed("subjects") and modal) or m.before() in listed("modals")


def _one(m: Match) -> Reading | None:
    being = m.before() in listed("being") and m.next() not in listed("beginning")
    if m.next() == "-" or (being and not is_rate(m)):
        return None
    one = duration(1, _code(m))
    return replace(one, type="SET") if is_rate(m) else one


def is_rate(m: Match) -> bool:
    """1,500 lorries a day, 9 billion dollars a year, hundreds of calls a week."""
    if m.first not in listed("articles") or m.next() in listed("joints"):
        return False
    for index in range(m.start - 1, max(-1, m.start - 5), -1):
        form = m.words.form(index).lower()
        if form in listed("many") or isinstance(m.words.meanings[index], int | float):
            return True
        if not (form == "of" or (form.isalpha() and (form.endswith("s") or index < m.start - 1))):
            return False
        if form in listed("no_rate"):
            return False
    return False


def _one_and_half(m: Match) -> Reading | None:
    code = _code(m)
    if code == "MIN":
        return known("PT1M30S", "DURATION")
    return duration(1.5, code)


def _hour_quarters(m: Match) -> Reading | None:
    """a quarter of an hour, three quarters of an hour."""
    number = 1 if not m.has("n") else m.number("n") or 0
    return known(f"PT{15 * number}M", "DURATION") if number in (1, 3) else None


def _letters(m: Match) -> Reading | None:
    """2h15m, 4h 30min: each letter against its number."""
    letters = [index for index in range(m.start + 1, m.end) if m.words.form(index).isalpha()]
    spelled = len(m.last) > 1  # 3 h 15 min
    if not spelled and not all(m.words.glued(index) for index in letters):
        return None
    return known(f"PT{m.number('n')}H{m.number('k')}M", "DURATION")


def _all_day(m: Match) -> Reading | None:
    """all day long, all year long."""
    return duration(1, _code(m)) if _code(m) in _WHOLE else None


def _half_unit(m: Match) -> Reading | None:
    code = _code(m)
    value = {"H": "PT30M", "Y": "P6M", "D": "PT12H", "DE": "P5Y", "CE": "P50Y", "M": "P15D", "MIN": "PT30S"}.get(code)
    return known(value, "DURATION") if value else None


def _old(m: Match) -> Reading | None:
    """An 8-month-old truce, a decade-old law: `context` leaves out ages."""
    return duration(_amount(m) if m.has("n") else 1, _code(m))


def _vague(m: Match) -> Reading | None:
    return duration(None, _code(m))


def _recent(m: Match) -> Reading | None:
    """recent years is a time gone by, recent days a stretch of them."""
    long_ago = _code(m) in _LONG and m.has("recent")
    return known("PAST_REF") if long_ago else duration(None, _code(m))


def _couple(m: Match) -> Reading | None:
    return duration(2, _code(m))


def _letter(m: Match) -> Reading | None:
    """10D, 3Y, 2W: the letter stands against the number."""
    letter = m.words.form(m.named["u"])
    timed = letter == "h" and m.before() in MILITARY  # at 19h
    if not m.words.glued(m.named["u"]) or not (letter.isupper() or letter in "hs") or timed:
        return None
    letter = letter.upper()
    return replace(duration(m.number("n"), letter), weak=True)


def _every(m: Match) -> Reading | None:
    if m.has("w"):
        time = m.name("t") or ""
        return known(_SET_WEEKDAY.format(m.number("w")) + time, "SET")
    if m.has("m"):
        day = f"-{m.number('d'):02d}" if m.has("d") else ""
        return known(f"XXXX-{m.number('m'):02d}{day}", "SET")
    if m.has("p"):
        return known(f"XXXX-{m.name('p')}", "SET")
    if m.has("t"):
        return known(f"XXXX-XX-XX{m.name('t')}", "SET")
    return replace(duration(_amount(m) if m.has("n") else 1, _code(m)), type="SET")


def _other(m: Match) -> Reading | None:
    return replace(duration(2, _code(m)), type="SET")


def _often(m: Match) -> Reading | None:
    return known(str(m.meaning("o")), "SET")


def _two_counts(m: Match) -> Reading | None:
    """two to three weeks: the lower bound."""
    return duration(_amount(m), _code(m))
