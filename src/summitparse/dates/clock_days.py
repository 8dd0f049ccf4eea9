"""The day of a time that does not name one, from its sentence: "on 16 May, at 10:30", "18:00 (15:00 GMT) Friday".

So, too, the weekday that stands beside its date: "16 May, Thursday", "Thursday (16 May)".
"""

from dataclasses import replace

from summitparse.dates.resolved import Resolved
from summitparse.timex.grammar import Candidate
from summitparse.timex.points import Point
from summitparse.timex.readings import Reading, clock_only
from summitparse.timex.words import Words

# So many words behind its day a time may stand, and so many before it.
_BACK, _AHEAD = 12, 6
# Between a date and its weekday; a heading has each on its line.
_BESIDE = frozenset({",", "(", "\n"})
_ENDS = frozenset({"\n", ";", ".", "!", "?"})
_LINKS = frozenset({"(", ")", ",", "on", "to", "and", "-", "–", "—", "local", "time", "of", "the"})


def day_before(words: Words, candidates: list[Candidate], resolved: list[Resolved]) -> Point | None:
    """The day that the last date of the same sentence is, for the time that comes next."""
    position = len(resolved)
    reading = candidates[position].reading
    if not position or not (clock_only(reading) or _weekday_only(reading)):
        return None
    first, last = candidates[position - 1].end, candidates[position].start
    point = resolved[-1].point
    if point is None or point.unit != "day" or last - first > _BACK:
        return None
    if reading.weekday is not None:
        beside = last - first == 1 and words.form(first) in _BESIDE and candidates[position - 1].reading.weekday is None
        return replace(point, time=None) if beside and _falls_on(point, reading) else None
    if any(words.form(index) in _ENDS for index in range(first, last)):
        return None
    return replace(point, time=None)


def days_ahead(words: Words, candidates: list[Candidate], resolved: list[Resolved]) -> list[Resolved]:
    """The times again, those that stand right before their day with it."""
    out = list(resolved)
    for position in range(len(candidates) - 2, -1, -1):
        reading, point = candidates[position].reading, out[position + 1].point
        if point is None or point.unit != "day":
            continue
        first, last = candidates[position].end, candidates[position + 1].start
        if _weekday_only(reading):
            fits = last - first == 1 and words.form(first) in _BESIDE and _falls_on(point, reading)
        else:
            fits = clock_only(reading) and last - first <= _AHEAD
            fits = fits and all(_links(words, index) for index in range(first, last))
        if fits:
            day = replace(point, time=reading.time)
            out[position] = Resolved(day.value(), day)
    return out


_SPANS = frozenset({"to", "until", "till", "and", "-", "–", "—"})


def dotted_times(words: Words, candidates: list[Candidate]) -> list[Candidate]:
    """Without the decimals that only look like times: "at 09.30 on 20 May" has its day, "at 6.45 percent" none."""
    out: list[Candidate] = []
    kept = False  # whether the candidate right behind is a time that is kept
    for position in range(len(candidates) - 1, -1, -1):
        candidate = candidates[position]
        if not _is_dotted(candidate):
            kept = candidate.reading.time is not None
            out.append(candidate)
            continue
        behind = candidates[position + 1] if kept else None
        kept = (behind is not None and _spans(words, candidate, behind)) or _day_stands_before(
            words, candidates, position
        )
        if kept:
            out.append(candidate)
    return out[::-1]


def _is_dotted(candidate: Candidate) -> bool:
    return candidate.rule == "clock.dotted-day"


def _spans(words: Words, left: Candidate, right: Candidate) -> bool:
    return right.start - left.end == 1 and words.form(left.end).lower() in _SPANS


def _day_stands_before(words: Words, candidates: list[Candidate], position: int) -> bool:
    """On 2 May at 8.15, on 2 May from 8.15 to 12.45."""
    first = position
    if position and _is_dotted(candidates[position - 1]):
        first -= _spans(words, candidates[position - 1], candidates[position])
    before = candidates[first - 1] if first else None
    point = before.reading.point if before is not None else None
    return (
        before is not None
        and point is not None
        and point.unit == "day"
        and (candidates[first].start - before.end <= 2 and not _is_dotted(before))
    )


def _weekday_only(reading: Reading) -> bool:
    alone = reading.kind == "point" and reading.point == Point("day") and reading.within is None
    return alone and reading.weekday is not None and reading.direction is None


def _falls_on(point: Point, reading: Reading) -> bool:
    day = point.first()
    return day is not None and day.isoweekday() == reading.weekday


def _links(words: Words, index: int) -> bool:
    """A preposition, a sign, or the name of a place whose time it is."""
    form = words.form(index)
    return form.lower() in _LINKS or form[0].isupper()
