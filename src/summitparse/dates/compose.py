"""Candidates that belong together become one: a modifier, a weekday and its date, a month and "this year"."""

import re
from dataclasses import replace
from functools import cache

from summitparse.dates.tense import takes_no_time
from summitparse.text.signs import APOSTROPHES
from summitparse.timex.around import stands
from summitparse.timex.grammar import Candidate, grammar
from summitparse.timex.listed import listed
from summitparse.timex.points import Point
from summitparse.timex.readings import PAST_ANCHORS, Reading, length_of
from summitparse.timex.words import Words

_REACH = 6
# "over the past decade", "about last week": what stands before these is a preposition.
_TOLD_OF = frozenset({"relative.named-day", "relative.step", "relative.the-step"})
_AGO = frozenset({"relative.ago", "relative.number-ago", "relative.vague-ago"})
_AMOUNTS = frozenset({"DURATION", "SET"})
_SPANNING = frozenset({"the", "past", "last", "next", "recent", "coming", "this"})


def modified(words: Words, candidate: Candidate, floor: int) -> Candidate:
    """The candidate with the modifier that stands before it, not reaching back over `floor`."""
    reading = candidate.reading
    if reading.kind == "known" and reading.type == "DATE":
        return candidate
    if candidate.rule in _TOLD_OF and words.form(candidate.start - 1).lower() in listed("topics"):
        return candidate  # what we spoke about today, about last year's harvest
    amount = candidate.rule in _AGO or reading.type in _AMOUNTS
    spanning = words.form(candidate.start).lower() in _SPANNING or "X" in reading.value
    if amount and (spanning or _during(words, candidate.start)):
        return candidate
    pattern, mods = grammar().modifiers["amount" if amount else "point"]
    for size in range(min(_REACH, candidate.start - floor), 0, -1):
        match = pattern.fullmatch(words.classes, candidate.start - size, candidate.start)
        if match is not None and match.lastgroup is not None:
            mod = mods[int(match.lastgroup[1:])] or reading.mod
            if _year_back(reading) and words.form(candidate.start - 1).lower() in _COMPARED:
                reading = replace(reading, unit="same", anchor="comparison")
            return Candidate(candidate.start - size, candidate.end, replace(reading, mod=mod), candidate.rule)
    return candidate


_COMPARED = frozenset({"period", "quarter", "month"})
_YEAR_BACK = frozenset({"reference", "ago", "earlier", "mention"})


def _year_back(reading: Reading) -> bool:
    """last year, a year earlier: what the same quarter is set against."""
    return reading.kind == "shift" and (reading.unit, reading.count) == ("year", -1) and reading.anchor in _YEAR_BACK


_SCALES = frozenset({"million", "billion", "trillion", "bn", "mln", "mn", "m", "percent", "%", "$", "€", "£"})


def _during(words: Words, start: int) -> bool:
    """ "C$750 million over five years": behind an amount or a verb of spending, "over" is no "more than"."""
    if start < 2 or not stands("over_it", words, start, start):
        return False
    near = [words.form(index).lower() for index in range(max(0, start - 9), start - 1)]
    return not _SCALES.isdisjoint(near[-3:]) or not listed("spending").isdisjoint(near[:-1])


def holiday_step(words: Words, candidate: Candidate, floor: int) -> Candidate:
    """last Easter, next Thanksgiving."""
    step = words.form(candidate.start - 1).lower() if candidate.start > floor else ""
    if candidate.rule != "holiday.name" or step not in listed("steps"):
        return candidate
    return replace(candidate, start=candidate.start - 1, reading=replace(candidate.reading, direction=step))


def ended(words: Words, candidate: Candidate) -> Candidate:
    """The year ended Jan. 31, since 1 September: that day is past, however near the next one is."""
    reading = candidate.reading
    told = _is_open(reading) and reading.point is not None and reading.point.unit == "day" and reading.weekday is None
    if not told or words.form(candidate.start - 1).lower() not in listed("of_gone_day"):
        return candidate
    return replace(candidate, reading=replace(reading, direction="gone"))


def apposed(words: Words, candidate: Candidate, left: Candidate | None) -> Candidate:
    """On 12 October, the day before the summit: two names of one day."""
    reading = candidate.reading
    if left is None or candidate.rule != "relative.the-unit-after" or reading.unit != "day":
        return candidate
    fits = _is_day(left.reading) and _gap(words, left, candidate) == [","]
    behind = words.form(candidate.end) if candidate.end < len(words.starts) else ""
    if not fits or not behind[:1].isalnum():
        return candidate
    return replace(candidate, reading=replace(reading, count=0, anchor="mention"))


def _gap(words: Words, left: Candidate, right: Candidate) -> list[str]:
    return [words.form(i).lower() for i in range(left.end, right.start)] if right.start - left.end <= 3 else ["..."]


_CLOSE: tuple[list[str], ...] = ([], [","])
_CLOCK_GAPS: tuple[list[str], ...] = (
    [],
    [","],
    ["of"],
    ["."],
    ["on"],
    [".", ","],
    ["local", "time"],
    ["local", "time", "on"],
)
_BRACKET = ["("]
_WEEKDAY_GAPS = (*_CLOSE, ["."], [".", ","], _BRACKET)
_WEEK_GAPS = (["of"], ["commencing"], ["beginning"], ["starting"])


def _is_open(reading: Reading) -> bool:
    """A point of the calendar whose year is still open."""
    point = reading.point
    return (
        reading.kind == "point"
        and point is not None
        and point.year is None
        and reading.within is None
        and reading.direction is None
        and (point.unit != "day" or point.day is not None or reading.weekday is not None)
    )


def _is_year(reading: Reading) -> bool:
    if reading.kind == "shift":
        return reading.unit == "year" and reading.anchor != "comparison" and not reading.mod
    return reading.kind == "point" and reading.point is not None and reading.point.unit == "year"


def _is_day(reading: Reading) -> bool:
    if reading.kind == "shift":
        return reading.unit == "day" and reading.type == "DATE"
    return reading.dated and reading.point is not None and reading.point.unit == "day"


def joined(words: Words, left: Candidate, right: Candidate, floor: int) -> Candidate | None:
    """Two neighbours as one expression, or None where they are two; it does not reach back over `floor`."""
    gap = _gap(words, left, right)
    away = _away_from_date(words, left, right)
    if away is not None:
        return Candidate(left.start, right.end, away, f"relative.away+{right.rule}")
    for join in (
        _beside_day,
        _same_of_year,
        _weekend_of_holiday,
        _sum_of_durations,
        _clock_of_day,
        _year_of_point,
        _point_of_year,
        _week_of_day,
    ):
        reading = join(left, gap, right)
        if reading is not None:
            mod = reading.mod or left.reading.mod or right.reading.mod
            rule = f"{left.rule}+{right.rule}"
            return Candidate(left.start, right.end, replace(reading, mod=mod, weak=False), rule)
    return _part_of(words, left, right, floor) if gap in (["of"], ["in"]) else None


def _beside_day(left: Candidate, gap: list[str], right: Candidate) -> Reading | None:
    """the day before Christmas, the day after 9 May."""
    a, b = left.reading, right.reading
    beside = left.rule == "relative.the-unit-after" and a.unit == "day" and a.type == "DATE" and not gap
    return Reading("of", unit="day", index=a.count, within=b, anchor="beside") if beside and _is_day(b) else None


_AWAY = {("before",): -1, ("prior", "to"): -1, ("after",): 1, ("following",): 1, ("from",): 1}
_LASTING = frozenset({"for", "over", "within", "during", "in", "of", "lasting", "lasts", "lasted", "every", "the"})
_SPELLED = {"Y": "year", "M": "month", "W": "week", "D": "day"}


def _away_from_date(words: Words, left: Candidate, right: Candidate) -> Reading | None:
    """two weeks before 1 July, a week from Friday, a month after Easter; not "for two weeks after 1 July"."""
    gap, a, b = tuple(_gap(words, left, right)), left.reading, right.reading
    counted = length_of(a)
    if gap not in _AWAY or counted is None or not (_is_day(b) or _is_calendar(b)):
        return None
    if (
        left.rule.startswith("duration.more")
        or words.definite(left.start)
        or (left.start and words.form(left.start - 1).lower() in _LASTING)
    ):
        return None
    near = b.kind == "shift" or b.weekday is not None or takes_no_time(words.form(left.start - 1).lower())
    if (gap == ("from",) and not near) or (b.point is not None and b.point.unit == "year" and counted[0] != "Y"):
        return None
    if gap == ("from",) and b.weekday is not None:
        b = replace(b, direction="ahead")
    unit = _SPELLED.get(counted[0])
    if unit is None:
        return None
    return Reading("of", unit=unit, parts=((unit, _AWAY[gap] * counted[1]),), within=b)


_NAMED = frozenset({"month", "year"})


def _is_calendar(reading: Reading) -> bool:
    """A month or year by its name: three months after June 2019."""
    point = reading.point
    return reading.kind == "point" and point is not None and point.unit in _NAMED and not reading.mod


def _same_of_year(left: Candidate, gap: list[str], right: Candidate) -> Reading | None:
    """the same quarter a year earlier, the same month of last year."""
    a, b = left.reading, right.reading
    same = a.kind == "shift" and a.anchor == "mention" and a.count == 0 and a.unit in _COMPARED
    own = a.anchor == "auto" and a.unit == "quarter" and b.anchor in PAST_ANCHORS  # the quarter a year ago
    if own and gap == [] and _year_back(b):
        return replace(b, unit="quarter", anchor="comparison")
    return replace(b, unit="same", anchor="comparison") if same and gap in ([], ["of"]) and _year_back(b) else None


def _weekend_of_holiday(left: Candidate, gap: list[str], right: Candidate) -> Reading | None:
    """Memorial Day weekend."""
    fits = left.rule.startswith("holiday.name") and not gap and right.rule == "relative.the-weekend"
    return Reading("of", unit="weekend", within=left.reading) if fits else None


_SIZES = ("Y", "M", "W", "D", "TH", "TM", "TS")


def _sum_of_durations(left: Candidate, gap: list[str], right: Candidate) -> Reading | None:
    """two years and six months, 12 minutes 30 seconds, 3 hours, 20 minutes: the units get smaller."""
    a, b = length_of(left.reading), length_of(right.reading)
    if a is None or b is None or not {a[0], b[0]} <= {*_SIZES}:
        return None
    smaller = _SIZES.index(b[0]) - _SIZES.index(a[0])
    counted = gap == [","] and smaller == 1 and {left.rule, right.rule} == {"duration.number-unit"}
    if smaller < 1 or not (gap in ([], ["and"]) or counted):
        return None
    return replace(left.reading, value=f"{left.reading.value}{b[0][:-1] if len(a[0]) == 1 else ''}{b[1]}{b[0][-1]}")


def _clock_of_day(left: Candidate, gap: list[str], right: Candidate) -> Reading | None:
    """5 p.m. EST, Nov. 9; 30.01.2024 15:29:47; the morning of 31 January."""
    a, b = left.reading, right.reading
    if left.rule == "clock.overnight" and gap in ([], ["on"]) and _is_day(b) and not b.time:
        return replace(b, type="TIME", time=a.time)
    if left.rule == "clock.weekday-part" and gap in _CLOSE and _is_date(b) and not b.time:
        return replace(b, type="TIME", time=a.time)  # Sunday night, 7 June
    if a.time and not a.unit and not _dated(a) and _is_day(b) and not b.time:
        return replace(b, type="TIME", time=a.time) if gap in _CLOCK_GAPS else None
    if b.time and not b.unit and not _dated(b) and _is_day(a) and not a.time and b.time[1:2].isdigit():
        return replace(a, type="TIME", time=b.time) if gap in _CLOSE else None
    return None


def _is_weekday(reading: Reading) -> bool:
    return (
        reading.kind == "point" and reading.point == Point("day") and reading.weekday is not None and not reading.time
    )


def _weekday_of_date(words: Words, left: Candidate, gap: list[str], right: Candidate) -> tuple[Reading, int] | None:
    """Friday, Oct. 23, Friday (23 October) and 23 October (Fri.): the date says all. With the word behind both."""
    end = right.end
    if gap == _BRACKET:
        end += words.form(end) == "." and _is_weekday(right.reading)
        if words.form(end) != ")":
            return None
        if _is_date(left.reading) and _is_weekday(right.reading):
            return left.reading, end + 1
        end += 1
    fits = _is_weekday(left.reading) and gap in _WEEKDAY_GAPS and _is_date(right.reading)
    return (right.reading, end) if fits else None


def weekdays_with_dates(words: Words, candidates: list[Candidate]) -> list[Candidate]:
    """Friday, Oct. 23, before anything else is joined: the night of Friday, Oct. 23."""
    out: list[Candidate] = []
    for candidate in candidates:
        joint = _weekday_of_date(words, out[-1], _gap(words, out[-1], candidate), candidate) if out else None
        if joint is not None:
            reading, end = joint
            mod = reading.mod or out[-1].reading.mod
            candidate = Candidate(out[-1].start, end, replace(reading, mod=mod), f"{out[-1].rule}+{candidate.rule}")
            out.pop()
        out.append(candidate)
    return out


def _year_of_point(left: Candidate, gap: list[str], right: Candidate) -> Reading | None:
    """January 24 of the same year; June this year; Christmas 2007."""
    a, b = left.reading, right.reading
    if a.kind == "of" and a.parts and a.within is not None:  # two weeks before Christmas 2007
        dated = _year_of_point(replace(left, reading=a.within, rule=left.rule.partition("+")[2]), gap, right)
        return replace(a, within=dated) if dated else None
    if not _is_open(a) or not _is_year(b):
        return None
    sure = not b.weak or left.rule == "holiday.name"
    fits = gap == ["of"] or (gap == ["in"] and b.kind == "point") or (gap in _CLOSE and sure)
    return replace(a, within=b) if fits else None


def _point_of_year(left: Candidate, gap: list[str], right: Candidate) -> Reading | None:
    """this year's third quarter, 2023's first nine months."""
    a, b = left.reading, right.reading
    owns = len(gap) == 2 and gap[0] in APOSTROPHES and gap[1] == "s" and _is_year(a)
    if owns and right.rule == "duration.the-span-number":
        return replace(b, within=a)
    month = b.point is not None and b.point.month is not None
    return replace(b, within=a) if owns and _is_open(b) and not month else None


def _week_of_day(left: Candidate, gap: list[str], right: Candidate) -> Reading | None:
    """the week of April 10th, the week commencing 4 February."""
    a = left.reading
    fits = a.anchor == "auto" and a.unit == "week" and gap in _WEEK_GAPS and _is_date(right.reading)
    return Reading("of", unit="week", index=0, within=right.reading) if fits else None


def _dated(reading: Reading) -> bool:
    """Whether a time of day already has its day."""
    point = reading.point
    return reading.weekday is not None or reading.kind != "point" or point is None or point.day is not None


def _is_date(reading: Reading) -> bool:
    point = reading.point
    return reading.dated and point is not None and point.unit == "day" and point.day is not None


@cache
def _nth() -> re.Pattern[str]:
    return grammar().compiler.compile(
        "the? (n=ordword|o31|last|final|closing | opening=opening) u=unit|weekday|weekend of|in"
    )


def _part_of(words: Words, left: Candidate, right: Candidate, floor: int) -> Candidate | None:
    """the last week of March; the first two months of 1939, which stays a duration."""
    whole = nth_of(words, right, floor)
    if whole is not None and whole.start <= left.start:
        return whole
    first_of = left.rule == "duration.the-span-number" and stands("of_whole", words, right.start, right.end)
    if not first_of or right.reading.kind != "point":
        return None
    return Candidate(left.start, right.end, replace(left.reading, within=right.reading), left.rule)


def nth_of(words: Words, candidate: Candidate, floor: int) -> Candidate | None:
    """the first week of 2019, the last day of March."""
    for size in (5, 4, 3):
        start = candidate.start - size
        match = _nth().fullmatch(words.classes, start, candidate.start) if start >= floor else None
        if match is None:
            continue
        place = {name.rsplit("_", 1)[0]: match.start(name) for name in match.groupdict()}
        unit, number = words.meanings[place["u"]], words.meanings[place["n"]] if "n" in place else 1
        if candidate.reading.type == "SET":
            fits = isinstance(unit, int) and candidate.reading.value in _SETS
            return replace(candidate, start=start, rule=f"calendar.nth-weekday+{candidate.rule}") if fits else None
        index = number - 1 if isinstance(number, int) else -1
        if isinstance(unit, int) and index < 5 and _holds(candidate.reading, "day"):
            reading = Reading("of", unit="day", index=index, weekday=unit, within=candidate.reading)
            return Candidate(start, candidate.end, reading, f"calendar.nth-weekday+{candidate.rule}")
        name = _PARTS.get(unit if isinstance(unit, str) else "")
        if name is None or not _holds(candidate.reading, name):
            return None
        reading = Reading("of", unit=name, index=index, within=candidate.reading)
        return Candidate(start, candidate.end, reading, f"calendar.nth-{name}+{candidate.rule}")
    return None


def _holds(reading: Reading, unit: str) -> bool:
    """Whether the unit is smaller than what it is to be a part of."""
    whole = reading.unit if reading.kind == "shift" else reading.point.unit if reading.point else ""
    return whole in _ORDER and _ORDER.index(unit) < _ORDER.index(whole)


_ORDER = ("day", "weekend", "week", "month", "quarter", "season", "half", "year")
# What "the first … of March" may be, and the sets that a weekday divides: the first Monday of each month.
_PARTS = {"D": "day", "W": "week", "M": "month", "weekend": "weekend"}
_SETS = frozenset({"P1M", "P1Y"})
