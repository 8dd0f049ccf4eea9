"""Rules for durations (10 months, a few days, two-year) and for what comes again (daily, every year)."""

from dataclasses import replace

from summitparse.dates.listed import listed
from summitparse.dates.readings import Reading, duration, known
from summitparse.dates.rules_clock import MILITARY
from summitparse.dates.templates import Match, Rule

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


# Units of which there may be thousands, and those of which recent ones are a time gone by.
_MANY = frozenset({"Y", "D", "H"})
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
    return False


def _one_and_half(m: Match) -> Reading | None:
    return duration(1.5, _code(m))


def _quarter_century(m: Match) -> Reading | None:
    return known("P25Y", "DURATION")


def _hour_quarters(m: Match) -> Reading | None:
    """a quarter of an hour, three quarters of an hour."""
    number = 1 if not m.has("n") else m.number("n") or 0
    return known(f"PT{15 * number}M", "DURATION") if number in (1, 3) else None


def _letters(m: Match) -> Reading | None:
    """2h15m, 4h 30min."""
    return known(f"PT{m.number('n')}H{m.number('k')}M", "DURATION")


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
        return known(f"XXXX-{m.number('m'):02d}", "SET")
    if m.has("t"):
        return known(f"XXXX-XX-XX{m.name('t')}", "SET")
    return replace(duration(_amount(m) if m.has("n") else 1, _code(m)), type="SET")


def _other(m: Match) -> Reading | None:
    return replace(duration(2, _code(m)), type="SET")


def _often(m: Match) -> Reading | None:
    return known(str(m.meaning("o")), "SET")


def _weekends(m: Match) -> Reading | None:
    return known("XXXX-WXX-WE", "SET")


def _two_counts(m: Match) -> Reading | None:
    """two to three weeks: the lower bound."""
    return duration(_amount(m), _code(m))


_N = "n=NUMBER"
_U = "u=unit|units"
_OF_BOOKS = "fiscal|financial|calendar|academic|school|budget"
_SPAN = (
    "(past|last|next|previous|prior|preceding|following|coming|upcoming|first|opening|closing|final|initial|latest|intervening"
    "|same|remaining)"
)

RULES = [
    Rule("duration.number-unit", f"{_N} dash? {_U} (dash? long)?", _counted),
    Rule("duration.a-scale-unit", "a n=scale u=units", _counted),
    Rule(
        "duration.more-units",
        f"{_N} (more|additional|straight|consecutive|trading|full|whole|other|long|hard|short {_U}"
        f" | {_OF_BOOKS} u=units)",
        _counted,
    ),
    Rule("duration.more-number", f"another|additional {_N} {_U}", _counted),
    Rule("duration.an-additional", "an|a|the additional|whole|extra u=unit", _one),
    Rule("duration.number-letter", "n=n12|n31|n99 u=d|w|y|m|h|s", _letter),
    Rule("duration.a-unit", "a|an|one u=unit", _one),
    Rule("duration.a-unit-or-two", "a|an u=unit or two", _one),
    Rule("duration.unit-long", "u=unit dash long", _one),
    Rule("duration.units-long", "u=units dash long", _vague),
    Rule("duration.several-unit", "several dash u=unit", _vague),
    Rule("duration.single-unit", "single dash u=unit", _one),
    Rule("duration.a-unit-and-half", "a|an|one u=unit and a? half", _one_and_half),
    Rule("duration.the-unit-and-half", "(the)? past|last|next u=unit and a half", _one_and_half),
    Rule("duration.half-unit", "half dash? (a|an)? dash? u=unit", _half_unit),
    Rule("duration.hour-quarters", "(a | n=n12|numword)? dash? quarter|quarters of an hour", _hour_quarters),
    Rule("duration.letters", "n=n12|n31|n99 h k=n12|n31|n99 m|min", _letters),
    Rule("duration.quarter-century", "(a|the)? quarter (dash | of a)? century", _quarter_century),
    Rule("duration.unit-old", "(n=NUMBER dash)? u=unit dash old", _old),
    Rule("duration.vague-units", "(a few | a? several|few|many|some|countless)? u=units (and|or units)?", _vague),
    Rule("duration.the-vague-units", "(the|many|several)? u=units (ahead | to come)", _vague),
    Rule("duration.couple", "(a|the)? (next|past|last)? couple of? (more)? u=units", _couple),
    Rule(
        "duration.the-span-number",
        f"(the)? {_SPAN} {_N} ((more|full|trading|whole)? {_U} | {_OF_BOOKS} u=units)",
        _span_counted,
    ),
    Rule("duration.the-number-span", f"(the)? {_N} {_SPAN} u=units", _counted),
    Rule("duration.the-number", f"the {_N} u=units", _counted),
    Rule("duration.the-span-vague", f"(the)? {_SPAN} (several|few|many | couple of)? u=units (and|or units)?", _vague),
    Rule("duration.recent-units", "(the)? (recent=recent | coming|upcoming|past) u=units", _recent),
    Rule("duration.range-units", f"(the? next|past|last)? {_N} to|or|and|dash NUMBER {_U}", _two_counts),
    Rule("set.every", "every|each|per u=unit", _every),
    Rule("set.every-number", f"(once|twice)? every {_N} {_U}", _every),
    Rule("set.every-weekday", "every|each (other|second)? w=weekday (t=daypart)?", _every),
    Rule("set.every-month", "every|each m=monthname|mon|may", _every),
    Rule("set.every-daypart", "every|each t=daypart", _every),
    Rule("set.every-other", "every other|second u=unit", _other),
    Rule("set.often", "o=often", _often),
    Rule("set.weekends", "weekends", _weekends),
    Rule("set.count-a-unit", "once|twice|thrice a|per|every|each u=unit", _every),
    Rule("set.times-a-unit", "NUMBER|several times a|per|every|each u=unit", _every),
]
