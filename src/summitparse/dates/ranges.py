"""Two dates that belong together, and the open ends behind "until" and "since".

Before dates are resolved, a range lends its known fields from one end to the other: "January to September 2016".
"""

import re
from dataclasses import dataclass, replace

from summitparse.dates.coordination import AND, TO, form_at
from summitparse.dates.frames import STARTS
from summitparse.dates.neighbours import beside
from summitparse.text.signs import DASHES
from summitparse.timex.around import stands
from summitparse.timex.grammar import Candidate
from summitparse.timex.listed import listed
from summitparse.timex.readings import Reading
from summitparse.timex.words import Words

_OPEN_END = frozenset({"until", "till", "through"})
_OPEN_START = frozenset({"since"})
# From "since" to the date behind what happened there are no more words than this.
_LONGEST_EVENT = 9
_SET_DAY = re.compile(r"XXXX-WXX-\d(T\w+)?")
# Types of TIMEX3 that have a place in the calendar, and the modifiers that say where in a period or how exactly.
_PLACES = frozenset({"DATE", "TIME"})
_WHERE = frozenset({None, "START", "END", "MID", "APPROX"})
# Grains of which a year is named at one end for both.
_LENT = frozenset({"day", "month", "season", "quarter"})


@dataclass(frozen=True, slots=True)
class Pair:
    """Positions among the candidates; the range begins at word `start` and ends before word `end`."""

    start: int
    end: int
    begin: int | None
    finish: int | None
    rule: str


def _joint(words: Words, index: int, between: bool) -> bool:
    form = form_at(words, index)
    return form in TO or form in DASHES or (between and form == "and")


def _owns(words: Words, left: Candidate, right: Candidate) -> bool:
    year = left.reading.kind == "shift" and left.reading.unit == "year"
    return year and right.start - left.end == 2 and beside(words, left, "owning")


def pairs(words: Words, candidates: list[Candidate]) -> tuple[list[Candidate], list[Pair]]:
    """The candidates with what ranges lend them, and the ranges."""
    out, found = list(candidates), []
    position = 0
    while position < len(out):
        pair = _pair(words, out, position)
        if pair is not None:
            found.append(pair)
            out[position], out[position + 1] = lend(out[position], out[position + 1])
            position += 2
            continue
        if position + 1 < len(out) and _listed(words, out[position], out[position + 1]):
            out[position], out[position + 1] = _repeated(*lend(out[position], out[position + 1]))
            _lend_back(words, out, position)
        single = _open(words, out, position)
        if single is not None:
            found.append(single)
        position += 1
    return out, found


def _lend_back(words: Words, out: list[Candidate], position: int) -> None:
    """June, July and August 1944: the year goes on to those before."""
    while position and _listed(words, out[position - 1], out[position]):
        left, _ = lend(out[position - 1], out[position])
        if left is out[position - 1]:
            return
        out[position - 1] = left
        position -= 1


def _listed(words: Words, left: Candidate, right: Candidate) -> bool:
    """April and June 1955: the year is that of both."""
    size, joint = right.start - left.end, form_at(words, left.end)
    if size == 2:
        return joint == "," and form_at(words, left.end + 1) in AND
    return size == 1 and joint in AND | {","}


def _repeated(left: Candidate, right: Candidate) -> tuple[Candidate, Candidate]:
    """every Monday and Thursday, Monday and Tuesday nights: where one day of the week is a set, both are."""
    for one, other in ((left, right), (right, left)):
        match, day = _SET_DAY.fullmatch(one.reading.value), other.reading.weekday
        if match is not None and day is not None and other.rule == "calendar.weekday":
            part = match[1] or "" if one is right else ""
            both = replace(other, reading=Reading("known", "SET", f"XXXX-WXX-{day}{part}"))
            return (left, both) if one is left else (both, right)
    return left, right


def _placed(candidate: Candidate) -> bool:
    reading = candidate.reading
    return reading.kind != "known" and reading.type in _PLACES and reading.mod in _WHERE


def _pair(words: Words, candidates: list[Candidate], position: int) -> Pair | None:
    if position + 1 >= len(candidates):
        return None
    left, right = candidates[position], candidates[position + 1]
    size = right.start - left.end
    if size not in (1, 2) or not _placed(left) or not (_placed(right) or _is_now(right)):
        return None
    before = form_at(words, left.start - 1)
    between = beside(words, left, "between")
    behind = form_at(words, left.end + 1)
    if not _joint(words, left.end, between) or (
        size == 2 and behind not in listed("topics") | {"the"} and not (between and behind in TO)
    ):
        if not (size == 1 and form_at(words, left.end) == "/" and _following(left, right)):
            return None
    opened = before in listed("opening_range")
    if not opened and beside(words, left, "up_to_it") and not _same_grain(left, right):
        return None
    start = left.start - 1 if opened or before in _OPEN_START else left.start
    if position and _owns(words, candidates[position - 1], left):
        start = candidates[position - 1].start
    return Pair(start, right.end, position, position + 1, "range.two-ends")


def _following(left: Candidate, right: Candidate) -> bool:
    """2007/08, 2023/2024: two years, one after the other."""
    a, b = left.reading.point, right.reading.point
    years = a is not None and b is not None and a.unit == b.unit == "year" and a.year is not None
    return years and a is not None and b is not None and b.year == (a.year or 0) + 1


def _same_grain(left: Candidate, right: Candidate) -> bool:
    """Not "a revision on Friday to December's figures": the day of a week and a month make no range of themselves."""
    a, b = left.reading, right.reading
    return not (a.weekday is not None and b.point is not None and b.point.unit != "day")


def _is_now(candidate: Candidate) -> bool:
    return candidate.reading.value == "PRESENT_REF"


def _open(words: Words, candidates: list[Candidate], position: int) -> Pair | None:
    candidate = candidates[position]
    if not _placed(candidate) or candidate.reading.type != "DATE":
        return None
    before = form_at(words, candidate.start - 1)
    behind = form_at(words, candidate.end)
    start = candidate.start - 1
    if beside(words, candidate, "at_least"):  # until at least June
        start -= 2
        before = form_at(words, start)
    if (
        before in _OPEN_END
        and words.classes[candidate.end : candidate.end + 1] != words.classes[candidate.end - 1 : candidate.end]
    ):
        return Pair(start, candidate.end, None, position, "range.until")
    if before in _OPEN_START:
        return Pair(candidate.start - 1, candidate.end, position, None, "range.since")
    since = _since_event(words, candidate.start)
    if since is not None:
        return Pair(since, candidate.end, position, None, "range.since-event")
    if beside(words, candidate, "onwards"):
        return Pair(candidate.start - 1, candidate.end + 1, position, None, "range.onwards")
    begin = _beginning(words, candidate.start) if behind not in TO else None
    return None if begin is None else Pair(begin, candidate.end, position, None, "range.from")


def _since_event(words: Words, start: int) -> int | None:
    """Where "since its founding in 1998" begins, for the date at `start`."""
    if form_at(words, start - 1) not in listed("at_dates"):
        return None
    for index in range(start - 3, max(-1, start - _LONGEST_EVENT), -1):
        if form_at(words, index) in _OPEN_START:
            return index if form_at(words, index + 1) in listed("of_events") else None
        if not form_at(words, index + 1).isalpha():
            return None
    return None


def _beginning(words: Words, start: int) -> int | None:
    """Where "from 3 May" or "starting in May" begins, for the date at `start`: at the head of a clause, or behind what
    takes effect. Not "up from May", nor "a letter from May"."""
    first = start - 1
    if form_at(words, first - 1) in listed("starting") and form_at(words, first) in listed("at_dates"):
        return first - 1
    if form_at(words, first) in listed("starting"):
        return first
    if not stands("from_it", words, start, start):
        return None
    before = form_at(words, first - 1)
    return first if before in STARTS or before == "," or before in listed("effective") else None


def _is_year(reading: Reading) -> bool:
    return reading.unit == "year" or (reading.point is not None and reading.point.unit == "year")


def lend(left: Candidate, right: Candidate) -> tuple[Candidate, Candidate]:
    """An end without its year takes that of the other; a November before a February is of the year before."""
    a, b = left.reading.point, right.reading.point
    year_of_left = left.reading.within
    if year_of_left is not None and _is_year(year_of_left) and b is not None and b.year is None:
        return left, replace(right, reading=replace(right.reading, within=year_of_left))
    if a is None or left.reading.kind != "point" or left.reading.within is not None or left.reading.direction:
        return left, right
    if a.year is not None or a.unit not in _LENT or left.reading.weekday:
        return left, right
    whole = right.reading.within
    if whole is not None and (whole.unit == "year" or (whole.point is not None and whole.point.unit == "year")):
        return replace(left, reading=replace(left.reading, within=whole)), right
    if b is None or b.year is None or b.bc:
        return left, right
    year = b.year - 1 if a.month and b.month and (a.month, a.day or 0) > (b.month, b.day or 31) else b.year
    return replace(left, reading=replace(left.reading, point=replace(a, year=year))), right
