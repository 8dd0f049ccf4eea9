"""Rules for what is told from another date: yesterday, last week, this June, the same day, a month later."""

from dataclasses import replace

from summitparse.timex.listed import listed
from summitparse.timex.points import Point, valid
from summitparse.timex.readings import Reading, duration, known, shift
from summitparse.timex.templates import Match

UNITS = {"D": "day", "W": "week", "M": "month", "Q": "quarter", "Y": "year", "DE": "decade", "CE": "century"}
UNITS |= {"FN": "week", "TNI": "day", "S": "second", "MIN": "minute", "H": "hour"}
NAMED_DAYS = {"today": 0, "yesterday": -1, "tomorrow": 1}
_STEPS = {"last": -1, "past": -1, "previous": -1, "preceding": -1, "prior": -1, "next": 1, "following": 1, "coming": 1}
_STEPS |= {"upcoming": 1, "this": 0, "current": 0, "same": 0, "that": 0, "these": 0, "those": 0, "intervening": 0}
_SAME = frozenset({"same", "that"})
_LAST = frozenset({"last"})
_THIS_DAY = ("this", "day")
_MENTION = _SAME | {"previous", "preceding", "prior", "following"}
_FROM_MENTION = frozenset({"previous", "following"})
# Units of no calendar, and those of which "the past one" is a length: the past decade.
CLOCK_UNITS = frozenset({"second", "minute", "hour", ""})
_LONG = frozenset({"decade", "century"})
_ONE_LONG = frozenset({"last", "past", "next", "coming"})
# Units with a day of the week of their own, and those that come again each year: a year ago this week.
_OF_WEEKS = frozenset({"week", "month", "year"})
_RETURNING = frozenset({"day", "week", "month"})
# "a month later this", "a day after the": the words go on with a comparison or with what they are beside.
_COMPARING = frozenset({"later", "earlier"})
_BESIDE = frozenset({"before", "after"})
_PRESENT = frozenset({"this", "today"})


def _unit(m: Match, name: str = "u") -> str:
    return UNITS.get(m.name(name) or "S", "") if m.has(name) else ""


def _named_day(m: Match) -> Reading | None:
    return shift("day", NAMED_DAYS[m.name("n") or ""], "writing")


def _tonight(m: Match) -> Reading | None:
    return replace(shift("day", 0, "writing"), time="TNI", type="TIME")


def _step(m: Match) -> Reading | None:
    """this week, last year, the following month, the same day."""
    word, unit = m.name("s") or "", _unit(m)
    if unit in CLOCK_UNITS or m.meaning("u") == "TNI":
        return None
    if unit in _LONG and word in _ONE_LONG:
        return duration(1, "DE" if unit == "decade" else "CE")
    if (word, unit) == _THIS_DAY:
        return known("PRESENT_REF") if _until_today(m) else shift(unit, 0, "this-day")
    if word in _LAST and unit != "year" and m.stands("last_of_them"):
        return None  # the last day of a festival
    if word in _SAME or m.has("this"):
        return shift(unit, 0, "mention")
    return step_of(m, unit)


def step_of(m: Match, unit: str) -> Reading:
    """The next, last or same unit, as the word named `s` says."""
    word = m.name("s") or ""
    return shift(unit, _STEPS[word], "mention" if word in _MENTION else "reference")


def _until_today(m: Match) -> bool:
    """to this day; not "he referred to this day"."""
    return m.stands("to_it") and not m.before(2).startswith("refer")


def _same(m: Match) -> Reading | None:
    unit = _unit(m)
    return shift(unit, 0, "mention") if unit not in CLOCK_UNITS else None


def _auto(m: Match) -> Reading | None:
    """the year, the quarter: the one that is spoken of."""
    unit = _unit(m)
    if unit in CLOCK_UNITS or m.meaning("u") == "TNI" or m.next() == "-":
        return None
    if unit == "year" and (
        m.next() in listed("ending")
        or (m.next() == "to" and m.words.meanings[m.end + 1 : m.end + 2] not in ([], [None]))
    ):
        return duration(1, "Y")  # the year to 31 March
    return Reading("shift", unit=unit, anchor="auto", weak=True)


def _latest(m: Match) -> Reading | None:
    unit = _unit(m)
    if not m.has("u"):
        return Reading("shift", unit="quarter", anchor="auto")
    if unit == "quarter":
        return shift("quarter", -1)
    return shift(unit, 0) if unit in _OF_WEEKS else None


def _ago(m: Match) -> Reading | None:
    unit = _unit(m)
    number = m.number("n") if m.has("n") else 1
    goes_on = m.next()[:1].isalnum() or m.next()[:1] in _OPENING
    if m.name("way") in _COMPARING and m.next() in _PRESENT:
        return None
    if (m.name("way") in _BESIDE and goes_on and not m.definite) or m.stands("in_the"):
        return None
    if unit in CLOCK_UNITS or number is None:
        return _somewhen(m)
    if m.name("u") == "FN":
        number *= 2
    if unit == "decade":
        unit, number = "year", number * 10
    if unit == "century":
        unit, number = "year", number * 100
    sign, anchor = WAYS[m.name("way") or ""]
    if m.meaning("u") == "TNI" and not m.has("n") and unit == "day":
        return _at_night(shift("day", sign, anchor))
    exact = m.meaning("n")
    if unit == "year" and isinstance(exact, float) and m.meaning("u") == "Y" and exact % 1 == 0.5:
        return shift("month", sign * int(exact * 12), anchor)
    return shift(unit, sign * number, anchor)


_HALVES = {"Y": ("month", 6), "DE": ("year", 5), "CE": ("year", 50)}


def _somewhen(m: Match) -> Reading:
    """Times that are too vague to be counted: back or ahead."""
    return known("PAST_REF" if WAYS[m.name("way") or ""][0] < 0 else "FUTURE_REF")


def _half_ago(m: Match) -> Reading | None:
    """half a century ago; a year and a half later."""
    unit, count = _HALVES.get(m.name("u") or "", ("", 0))
    if not unit:
        return _somewhen(m)
    sign, anchor = WAYS[m.name("way") or ""]
    return shift(unit, sign * count * (3 if m.has("one") else 1), anchor)


def _quarter_century_ago(m: Match) -> Reading | None:
    sign, anchor = WAYS[m.name("way") or ""]
    return shift("year", sign * 25, anchor)


def _to_the_day(m: Match) -> Reading | None:
    """Ten years ago today; a year ago this week."""
    number = m.number("n") if m.has("n") else 1
    unit = "day" if m.has("today") else _unit(m)
    if number is None or unit not in _RETURNING:
        return None
    return Reading("shift", unit=unit, count=-number, anchor="anniversary")


def _in_time(m: Match) -> Reading | None:
    """in two weeks' time."""
    unit, number = _unit(m), m.number("n") if m.has("n") else 1
    if unit in CLOCK_UNITS or number is None:
        return known("FUTURE_REF")
    return shift(unit, number * (2 if m.meaning("u") == "FN" else 1))


_OVER: dict[tuple[str | None, str | None], int] = {("before", "last"): -2, ("after", "next"): 2}


def _one_over(m: Match) -> Reading | None:
    """the year before last, the week after next."""
    unit, count = _unit(m), _OVER.get((m.name("way"), m.name("s")))
    if m.next()[:1].isalpha() and m.words.meanings[m.end] is not None:  # the day before last Tuesday
        return None
    if unit in CLOCK_UNITS or unit in _LONG or count is None:
        return None
    step = shift(unit, count)
    return _at_night(step) if m.meaning("u") == "TNI" else step


def _at_night(day: Reading) -> Reading:
    """the night before: not the whole day."""
    return replace(day, type="TIME", time="TNI")


_OPENING = tuple("*_“‘\"'([")
WAYS = {"ago": (-1, "ago"), "hence": (1, "reference"), "earlier": (-1, "earlier"), "before": (-1, "mention")}
WAYS |= {"previously": (-1, "mention"), "prior": (-1, "mention"), "later": (1, "mention"), "after": (1, "mention")}
WAYS |= {"afterwards": (1, "mention"), "afterward": (1, "mention"), "previous": (-1, "mention")}
WAYS |= {"following": (1, "mention")}


def _from_day(m: Match) -> Reading | None:
    """two weeks from today."""
    unit, number = _unit(m), m.number("n") if m.has("n") else 1
    if unit in CLOCK_UNITS or number is None:
        return None
    number *= 2 if m.meaning("u") == "FN" else 1
    day = NAMED_DAYS.get(m.form("w"))
    if day is None or unit in _LONG or unit == "quarter":
        return shift(unit, number)
    return Reading("shift", unit="day", parts=(("day", day), (unit, number)))  # counted from a day, it is a day


def _vague_ago(m: Match) -> Reading | None:
    if m.name("way") in _BESIDE and m.next()[:1].isalnum():
        return None
    return _somewhen(m)


def _adjacent(m: Match) -> Reading | None:
    """the day before yesterday, the day after tomorrow."""
    return shift("day", 2 if m.name("way") == "after" else -2)


def _month_step(m: Match) -> Reading | None:
    """last June, this September, next January."""
    return Reading("point", point=Point("month", month=m.number("m")), direction=_direction(m))


def _month_day_step(m: Match) -> Reading | None:
    point = Point("day", month=m.number("m"), day=m.number("d"))
    return Reading("point", point=point, direction=_direction(m)) if valid(point) else None


def _direction(m: Match) -> str:
    if m.name("s") == "that":
        return "that"
    step = _STEPS[m.name("s") or "this"]
    return "last" if step < 0 else "next" if step > 0 else "this"


def _season_step(m: Match) -> Reading | None:
    return Reading("point", point=Point("season", part=m.name("p")), direction=_direction(m))


def _weekday_ago(m: Match) -> Reading | None:
    """a week ago Sunday, a year ago Friday: that far back from the last such day."""
    unit, number = _unit(m), m.number("n") if m.has("n") else 1
    if unit not in _OF_WEEKS or number is None:
        return None
    number *= 2 if m.meaning("u") == "FN" else 1
    return Reading("shift", unit=unit, count=-number, anchor="weekday", weekday=m.number("w"))


def _straight_day(m: Match) -> Reading | None:
    """for a second day, the third straight day: the day of the report."""
    counted = m.end - m.start == 4
    told = counted or (m.stands("for_it") and not m.stands("of_it"))
    return shift("day", 0) if m.meaning("u") == "D" and told and m.next() != "-" else None


def _new_year(m: Match) -> Reading | None:
    """the new year: the next one when the old one ends."""
    return Reading("shift", unit="year", anchor="new-year") if m.words.form(m.end - 1).islower() else None


def _midweek(m: Match) -> Reading | None:
    return shift("week", 0, mod="MID")


def _weekday_step(m: Match) -> Reading | None:
    word = m.name("s") or ""
    direction = word if word in _FROM_MENTION else _direction(m)
    # the previous Monday is before the day told of
    anchor = "mention" if m.definite and word in _FROM_MENTION else "reference"
    return Reading("point", point=Point("day"), weekday=m.number("w"), direction=direction, anchor=anchor)


def _weekend(m: Match) -> Reading | None:
    word = m.name("s")
    if word is None:
        return Reading("shift", unit="weekend", anchor="auto")
    return shift("weekend", _STEPS[word], "mention" if word in _SAME else "reference")


def _week_weekday(m: Match) -> Reading | None:
    """next week Monday, Tuesday of next week."""
    week = shift("week", _STEPS[m.name("s") or "this"])
    return Reading("point", point=Point("day"), weekday=m.number("w"), within=week)


def _that_time(m: Match) -> Reading | None:
    """at that time: when the last date was; at this time: now."""
    before, time = m.before(), m.last == "time"
    if before not in listed("of_that_time") or (time and before in listed("of_no_time")):
        return None
    if time and m.first == "this" and before in listed("of_this_time"):  # "during this time" is when that was
        return known("PRESENT_REF")
    return Reading("shift", unit="time", anchor="mention")


def _year_ago_unit(m: Match) -> Reading | None:
    """the year-earlier quarter, the year-ago period."""
    return Reading("shift", unit=_unit(m) or "period", count=-1, anchor="comparison")


def _named_year_unit(m: Match) -> Reading | None:
    """the 1988 quarter, the 1988 period: in a report on a quarter, the same one of that year."""
    return Reading("shift", unit="quarter", count=m.number("y") or 0, anchor="named-year")


def _year_end(m: Match) -> Reading | None:
    """year-end, at month end; a quarter and a month only at their end ("the month ends")."""
    unit = _unit(m) if m.has("u") else "year"
    if unit != "year" and m.before() not in listed("of_month_end"):
        return None
    return Reading("shift", unit=unit, anchor="auto", mod="END")


def _end_of_year(m: Match) -> Reading | None:
    """year-end 2023, the 2023 year-end."""
    return Reading("point", point=Point("year", m.number("y")), mod="END")


def _to_date(m: Match) -> Reading | None:
    return shift(_unit(m), 0)
