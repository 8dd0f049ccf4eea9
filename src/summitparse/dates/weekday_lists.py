"""Weekdays with their numbers in a row, whose month stands behind the last: Monday 3 and Tuesday 4 June."""

from dataclasses import replace

from summitparse.dates.coordination import AND, TO, form_at
from summitparse.text.signs import DASHES
from summitparse.timex.grammar import Candidate
from summitparse.timex.points import Point, valid
from summitparse.timex.readings import Reading
from summitparse.timex.words import Words

_NUMBERED = frozenset({"calendar.weekday-number", "calendar.weekday-day"})
_JOINTS = AND | TO | DASHES | {","}


def numbered_weekdays(words: Words, candidates: list[Candidate]) -> list[Candidate]:
    """Each with the month of the date that ends the row; a weekday whose number belongs to no row stands alone."""
    out = list(candidates)
    for position in range(len(out) - 2, -1, -1):
        candidate = out[position]
        if candidate.rule not in _NUMBERED:
            continue
        following = position + 1
        if out[following].rule == "calendar.weekday":  # its own date stands right behind
            following += 1
        month = _month_of(out, following)
        day = candidate.reading.point.day if candidate.reading.point else None
        if month is not None and _in_row(words, candidate.end, out[position + 1].start):
            point = replace(month, day=day)
            if valid(point):
                year = None if month.year else out[following].reading.within or out[following].reading
                reading = Reading("point", point=Point("day", month.year, month.month, day), within=year)
                out[position] = replace(candidate, reading=reading, rule="range.weekday-before")
    return [_alone(words, candidate) if candidate.rule == "calendar.weekday-number" else candidate for candidate in out]


def _month_of(candidates: list[Candidate], position: int) -> Point | None:
    reading = candidates[position].reading if position < len(candidates) else None
    point = reading.point if reading is not None and reading.kind == "point" else None
    return point if point is not None and point.unit == "day" and point.month and point.day else None


def _in_row(words: Words, end: int, start: int) -> bool:
    size = start - end
    forms = [form_at(words, index) for index in range(end, start)]
    return (size == 1 and forms[0] in _JOINTS) or (size == 2 and forms[0] == "," and forms[1] in AND)


def _alone(words: Words, candidate: Candidate) -> Candidate:
    """on Sunday 31. — but "on Monday 3 and 4 ministers met" keeps the weekday alone."""
    if form_at(words, candidate.end)[:1].isalpha():
        reading = replace(candidate.reading, point=Point("day"), weak=False)
        return replace(candidate, end=candidate.end - 1, reading=reading, rule="calendar.weekday")
    return candidate
