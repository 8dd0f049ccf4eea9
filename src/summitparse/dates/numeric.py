"""Day first or month first, where the digits leave it open (7/6/2018)."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace

from summitparse.timex.fields import parts_of
from summitparse.timex.grammar import Candidate
from summitparse.timex.listed import listed
from summitparse.timex.points import Point, valid
from summitparse.timex.words import Words


def day_or_month_first(
    words: Words,
    candidates: list[Candidate],
    *,
    written: Sequence[Candidate] = (),
    reference: dt.date | None = None,
    country: str | None = None,
) -> list[Candidate]:
    """Decides by the text's own dates that leave no choice or are the day of publication, then by how it and its
    publication line (`written`) write months in words, then by the country of its issuer, then by the sign: dots are
    day first, strokes and hyphens month first."""
    numeric = [c for c in candidates if c.reading.kind == "numeric"]
    if not numeric:
        return candidates
    votes = sum(_vote(c) for c in numeric if not c.reading.weak)
    votes = votes or sum(_same_day(c, reference) for c in numeric if c.reading.weak)
    votes = votes or sum(
        (c.rule.startswith("calendar.day-month")) - (c.rule.startswith("calendar.month-day")) for c in written
    )
    votes = votes or (0 if country is None else -1 if country in listed("month_first") else 1)
    return [_decided(c, votes) if c.reading.kind == "numeric" else c for c in candidates]


def _same_day(candidate: Candidate, reference: dt.date | None) -> int:
    """1 where the date is the day of publication with the day first, -1 with the month first, else 0."""
    point = candidate.reading.point
    if point is None or reference is None or point.year != reference.year:
        return 0
    month_first = (point.month, point.day) == (reference.month, reference.day)
    return ((point.day, point.month) == (reference.month, reference.day)) - month_first


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
