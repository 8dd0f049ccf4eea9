"""Day first or month first, where the digits leave it open (7/6/2018)."""

from dataclasses import replace

from summitparse.dates.fields import parts_of
from summitparse.dates.grammar import Candidate
from summitparse.dates.points import Point, valid
from summitparse.dates.words import Words


def day_or_month_first(words: Words, candidates: list[Candidate]) -> list[Candidate]:
    """Decides by the text's own dates that leave no choice, then by how it writes months in words, then by the sign:
    dots are day first, strokes and hyphens month first."""
    numeric = [c for c in candidates if c.reading.kind == "numeric"]
    votes = sum(_vote(c) for c in numeric if not c.reading.weak)
    if votes == 0:
        votes = sum(
            (c.rule.startswith("calendar.day-month")) - (c.rule.startswith("calendar.month-day")) for c in candidates
        )
    return [_decided(c, votes) if c.reading.kind == "numeric" else c for c in candidates]


def _vote(candidate: Candidate) -> int:
    first = int(parts_of(candidate.reading.value)[0])
    return 1 if candidate.reading.point and candidate.reading.point.day == first else -1


def _decided(candidate: Candidate, votes: int) -> Candidate:
    reading = candidate.reading
    point = reading.point
    if not reading.weak or point is None or point.month is None or point.day is None:
        return replace(candidate, reading=replace(reading, kind="point", value=""))
    day_first = votes > 0 or (votes == 0 and "." in reading.value)
    if day_first:
        swapped = Point("day", point.year, point.day, point.month)
        point = swapped if valid(swapped) else point
    return replace(candidate, reading=replace(reading, kind="point", value="", point=point))
