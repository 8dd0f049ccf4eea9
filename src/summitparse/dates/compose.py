"""Candidates that belong together become one: a modifier, a weekday and its date, a month and "this year"."""

import re
from dataclasses import replace
from functools import cache

from summitparse.dates.grammar import Candidate, grammar
from summitparse.dates.points import Point
from summitparse.dates.readings import Reading, shift
from summitparse.dates.words import Words

# What stands before an expression and is part of it. The second column is the TIMEX3 `mod`.
_POINT_MODIFIERS = (
    ("(the)? early dash? (part of | in)?", "START"),
    ("(the)? beginning|start|turn|opening of", "START"),
    ("(the)? late dash? (part of | in)?", "END"),
    ("(the)? end|close of", "END"),
    ("(the)? latter|last part of", "END"),
    ("(the)? middle of", "MID"),
    ("(the)? mid dash? (of)?", "MID"),
    ("(the)? mid dash to dash late dash?", "MID"),
    ("earlier (in|on)?", "START"),
    ("later (in|on)?", "END"),
    ("about|around|approximately|roughly|circa", "APPROX"),
    ("sometime (in)?", "APPROX"),
    ("(the)? rest|remainder|remaining of", "END"),
    ("(much|most|part|all) of", ""),
)
_AMOUNT_MODIFIERS = (
    ("about|around|approximately|roughly|some", "APPROX"),
    ("nearly|almost", "LESS_THAN"),
    ("close to", "LESS_THAN"),
    ("over", "MORE_THAN"),
    ("more than", "MORE_THAN"),
    ("less|fewer than", "LESS_THAN"),
    ("under", "LESS_THAN"),
    ("at least", "EQUAL_OR_MORE"),
    ("at most", "EQUAL_OR_LESS"),
    ("up to", "EQUAL_OR_LESS"),
    ("no more|less|later|longer than", "EQUAL_OR_LESS"),
)
_REACH = 6
# "over the past decade", "about last week": what stands before these is a preposition.
_SPANNING = frozenset(
    {"duration.the-span-number", "duration.the-span-vague", "duration.couple", "duration.recent-units", "duration.the-span-unit"}
)


@cache
def _modifiers(kind: str) -> tuple[re.Pattern[str], tuple[str, ...]]:
    rows = _POINT_MODIFIERS if kind == "point" else _AMOUNT_MODIFIERS
    compiler = grammar().compiler
    parts = [f"(?P<m{i}>{compiler.expression(template)})" for i, (template, _) in enumerate(rows)]
    return re.compile("|".join(parts)), tuple(mod for _, mod in rows)


MODIFIER_TEMPLATES = [template for template, _ in (*_POINT_MODIFIERS, *_AMOUNT_MODIFIERS)]


def modified(words: Words, candidate: Candidate, floor: int) -> Candidate:
    """The candidate with the modifier that stands before it, not reaching back over `floor`."""
    reading = candidate.reading
    if reading.kind == "known" and reading.type == "DATE":
        return candidate
    if candidate.rule in _SPANNING:
        return candidate
    ago = candidate.rule in ("relative.ago", "relative.number-ago", "relative.vague-ago")
    kinds = ("amount",) if ago or reading.type in ("DURATION", "SET") else ("point",)
    for kind in kinds:
        pattern, mods = _modifiers(kind)
        for size in range(min(_REACH, candidate.start - floor), 0, -1):
            match = pattern.fullmatch(words.classes, candidate.start - size, candidate.start)
            if match is not None and match.lastgroup is not None:
                mod = mods[int(match.lastgroup[1:])] or reading.mod
                return Candidate(candidate.start - size, candidate.end, replace(reading, mod=mod), candidate.rule)
    return candidate


def _gap(words: Words, left: Candidate, right: Candidate) -> list[str]:
    return [words.form(i).lower() for i in range(left.end, right.start)] if right.start - left.end <= 3 else ["..."]


_NARROW = ("day", "month", "season", "quarter", "half", "week")
_WIDE = ("year", "decade", "century")


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
    return reading.kind in ("point", "numeric") and reading.point is not None and reading.point.unit == "day"


def joined(words: Words, left: Candidate, right: Candidate) -> Candidate | None:
    """Two neighbours as one expression, or None where they are two."""
    gap = _gap(words, left, right)
    a, b = left.reading, right.reading
    reading: Reading | None = None
    if (
        gap in ([], [","], ["of"], ["."], ["on"], [".", ","])
        and a.time
        and a.unit == ""
        and not _dated(a)
        and _is_day(b)
        and not b.time
    ):
        reading = replace(b, type="TIME", time=a.time, weak=False)
    elif (
        gap in ([], [","])
        and b.time
        and not _dated(b)
        and b.unit == ""
        and _is_day(a)
        and not a.time
        and b.time[1:2].isdigit()
    ):
        reading = replace(a, type="TIME", time=b.time, weak=False)
    elif (
        gap in ([], [","], [".", ","], ["."])
        and a.weekday
        and not a.time
        and a.kind == "point"
        and a.point == Point("day")
        and _is_date(b)
    ):
        reading = replace(b, weak=False)
    elif (
        _is_open(a)
        and _is_year(b)
        and (gap == ["of"] or (gap == ["in"] and b.kind == "point") or (gap in ([], [","]) and not b.weak))
    ):
        reading = replace(a, within=b, weak=False)
    elif _is_open(b) and a.kind == "shift" and _is_year(a) and len(gap) == 2 and gap[0] in "'’‘" and gap[1] == "s":
        reading = replace(b, within=a, weak=False)
    elif (
        a.kind == "shift"
        and a.anchor == "auto"
        and a.unit == "week"
        and gap in (["of"], ["commencing"], ["beginning"], ["starting"])
        and _is_date(b)
    ):
        reading = Reading("of", unit="week", index=0, within=b)
    if reading is None:
        return _part_of(words, left, right) if gap in (["of"], ["in"]) else None
    mod = reading.mod or a.mod or b.mod
    return Candidate(left.start, right.end, replace(reading, mod=mod), f"{left.rule}+{right.rule}")


def _dated(reading: Reading) -> bool:
    """Whether a time of day already has its day."""
    point = reading.point
    return reading.weekday is not None or reading.kind != "point" or point is None or point.day is not None


def _is_date(reading: Reading) -> bool:
    point = reading.point
    return reading.kind in ("point", "numeric") and point is not None and point.unit == "day" and point.day is not None


@cache
def _nth() -> re.Pattern[str]:
    return grammar().compiler.compile("the? n=ordword|o31|last|final|opening|closing u=unit of|in")


def _part_of(words: Words, left: Candidate, right: Candidate) -> Candidate | None:
    """the last week of March; the first two months of 1939, which stays a duration."""
    whole = nth_of(words, right, left.start)
    if whole is not None and whole.start == left.start:
        return whole
    first_of = left.rule == "duration.the-span-number" and words.form(right.start - 1) == "of"
    return Candidate(left.start, right.end, left.reading, left.rule) if first_of and right.reading.kind == "point" else None


def nth_of(words: Words, candidate: Candidate, floor: int) -> Candidate | None:
    """the first week of 2019, the last day of March."""
    for size in (5, 4, 3):
        start = candidate.start - size
        match = _nth().fullmatch(words.classes, start, candidate.start) if start >= floor else None
        if match is None:
            continue
        place = {name.rsplit("_", 1)[0]: match.start(name) for name in match.groupdict()}
        unit, number = words.meanings[place["u"]], words.meanings[place["n"]]
        name = {"D": "day", "W": "week", "M": "month"}.get(unit if isinstance(unit, str) else "")
        if name is None or not _holds(candidate.reading, name):
            return None
        index = number - 1 if isinstance(number, int) else 0 if words.form(place["n"]).lower() == "opening" else -1
        reading = Reading("of", unit=name, index=index, within=candidate.reading)
        return Candidate(start, candidate.end, reading, f"calendar.nth-{name}+{candidate.rule}")
    return None


def _holds(reading: Reading, unit: str) -> bool:
    """Whether the unit is smaller than what it is to be a part of."""
    order = ("day", "week", "month", "quarter", "season", "half", "year")
    whole = reading.unit if reading.kind == "shift" else reading.point.unit if reading.point else ""
    return whole in order and order.index(unit) < order.index(whole)


def day_of(words: Words, candidate: Candidate) -> Reading | None:
    """A lone day number beside a full date: the 13 of "13 to 14 December 2016"."""
    value = words.meanings[candidate.start]
    return Reading("point", point=Point("day", day=value)) if isinstance(value, int) and 1 <= value <= 31 else None


THIS_YEAR = shift("year", 0)
