"""Two dates that belong together, and the open ends behind "until" and "since".

Before dates are resolved, a range lends its known fields from one end to the other: "13 to 14 December 2016",
"January to September 2016", "2017–18".
"""

import re
from dataclasses import dataclass, replace

from summitparse.dates.grammar import Candidate
from summitparse.dates.points import Point, valid
from summitparse.dates.readings import Reading
from summitparse.dates.words import Words

_DASHES = frozenset("-‐‑‒–—―−")
_TO = frozenset({"to", "through", "until", "till", "thru"})
_OPEN_END = frozenset({"until", "till", "through"})
_OPEN_START = frozenset({"since"})


@dataclass(frozen=True, slots=True)
class Pair:
    """Positions among the candidates; the range begins at word `start` and ends before word `end`."""

    start: int
    end: int
    begin: int | None
    finish: int | None
    rule: str


def _form(words: Words, index: int) -> str:
    return words.form(index).lower() if 0 <= index < len(words.starts) else ""


def _joint(words: Words, index: int, between: bool) -> bool:
    form = _form(words, index)
    return form in _TO or form in _DASHES or (between and form == "and")


def split_days(words: Words, candidates: list[Candidate]) -> list[Candidate]:
    """Adds the lone day numbers beside a full date as candidates of their own."""
    out: list[Candidate] = []
    for position, candidate in enumerate(candidates):
        floor = out[-1].end if out else 0
        if candidate.start < floor:  # the year of "December 13-14, 2016" is taken
            continue
        point = candidate.reading.point
        if (
            candidate.reading.kind == "point"
            and point is not None
            and point.unit == "day"
            and point.month
            and point.day
        ):
            left = _day_before(words, candidate, floor)
            if left is not None:
                out.append(left)
            ceiling = candidates[position + 1].start if position + 1 < len(candidates) else len(words.starts)
            out += _day_behind(words, candidate, ceiling)
            continue
        if candidate.reading.kind == "point" and point is not None and point.unit in ("year", "month"):
            out += _short_year(words, candidate)
            continue
        out.append(candidate)
    return out


def _day_before(words: Words, candidate: Candidate, floor: int) -> Candidate | None:
    """The 13 of "13 to 14 December", where the date itself begins with its day."""
    first = words.meanings[candidate.start]
    if _form(words, candidate.start) == "the":
        first = words.meanings[candidate.start + 1]
    index = candidate.start - 2
    if first != (candidate.reading.point.day if candidate.reading.point else None) or index < floor:
        return None
    joint = _form(words, candidate.start - 1)
    if not (joint in _TO or joint in _DASHES or joint in ("and", "or", ",", "&")):
        return None
    day, form = words.meanings[index], _form(words, index)
    if not isinstance(day, int) or not 1 <= day <= 31 or not form[0].isdigit() or len(form) > 4:
        return None
    before = _form(words, index - 1)
    if words.glued(index) and before and before not in "(–—":
        return None
    start = index - 1 if before == "the" else index
    return Candidate(
        start, index + 1, Reading("point", point=Point("day", day=day), within=candidate.reading), "range.day-before"
    )


def _day_behind(words: Words, candidate: Candidate, ceiling: int) -> list[Candidate]:
    """The 14 of "December 13-14, 2016": the year may stand behind both."""
    point = candidate.reading.point
    assert point is not None
    index = candidate.end + 1
    if words.meanings[candidate.end - 1] != point.day or index >= ceiling:
        return [candidate]
    joint = _form(words, candidate.end)
    if not (joint in _TO or joint in _DASHES or joint in ("and", "or", "&")):
        return [candidate]
    start = index
    if _form(words, index) == "the" and index + 1 < ceiling:
        index += 1
    day, form = words.meanings[index], _form(words, index)
    if (
        not isinstance(day, int)
        or not 1 <= day <= 31
        or not form[:1].isdigit()
        or len(form) > 4
        or not valid(replace(point, day=day))
    ):
        return [candidate]
    end, year = index + 1, None
    for comma in (1, 0):
        place = index + 1 + comma
        if place < len(words.starts) and (not comma or _form(words, index + 1) == ",") and _is_year(words, place):
            year, end = words.meanings[place], place + 1
            break
    if (
        year is None
        and not (joint in _TO or joint in _DASHES)
        and words.classes[end : end + 1] == "."
        and _form(words, end)[:1].isalpha()
    ):
        return [candidate]
    whole = replace(point, year=year if isinstance(year, int) else point.year)
    return [
        replace(candidate, reading=replace(candidate.reading, point=whole)),
        Candidate(
            start,
            end,
            Reading("point", point=replace(whole, day=day), within=None if whole.year else candidate.reading),
            "range.day-behind",
        ),
    ]


def _is_year(words: Words, index: int) -> bool:
    form = words.form(index)
    return form.isdigit() and len(form) == 4 and 1000 <= int(form) <= 2199


_SHORT = re.compile(r"\d\d")


def _short_year(words: Words, candidate: Candidate) -> list[Candidate]:
    """2017–18 and 2007/08: the second is a year where it is later than the first by its last two digits."""
    point, end = candidate.reading.point, candidate.end
    assert point is not None
    if candidate.rule == "calendar.year-dash-month" and point.month is not None and point.year is not None:
        form = words.form(end - 1)
        if len(form) == 2 and int(form) == point.year % 100 + 1 and _form(words, end) not in ("-", "/"):
            first = Candidate(
                candidate.start, end - 2, Reading("point", point=Point("year", point.year)), "calendar.year"
            )
            return [first, _later(end - 1, point.year, int(form))]
        return [candidate]
    if point.unit != "year" or point.year is None or point.bc or end + 1 >= len(words.starts):
        return [candidate]
    joint, form = words.form(end), words.form(end + 1)
    tight = words.glued(end) and words.glued(end + 1)
    if not tight or not (joint in _DASHES or joint == "/") or not _SHORT.fullmatch(form):
        return [candidate]
    if (
        end + 2 < len(words.starts)
        and words.glued(end + 2)
        and (words.form(end + 2) in _DASHES or words.form(end + 2)[0].isalnum())
    ):
        return [candidate]
    if int(form) <= point.year % 100 and int(form) != (point.year + 1) % 100:
        return [candidate]
    return [candidate, _later(end + 1, point.year, int(form))]


def _later(index: int, year: int, short: int) -> Candidate:
    value = year // 100 * 100 + short
    return Candidate(
        index,
        index + 1,
        Reading("point", point=Point("year", value if value > year else value + 100)),
        "range.short-year",
    )


def owned(words: Words, candidates: list[Candidate]) -> list[Candidate]:
    """A month that a year owns is in that year: this year's January."""
    out = list(candidates)
    for position in range(1, len(out)):
        left, right = out[position - 1], out[position]
        if _owns(words, left, right) and right.rule == "calendar.month":
            out[position] = replace(right, reading=replace(right.reading, within=left.reading))
    return out


def _owns(words: Words, left: Candidate, right: Candidate) -> bool:
    year = left.reading.kind == "shift" and left.reading.unit == "year"
    return (
        year
        and right.start - left.end == 2
        and _form(words, left.end) in ("'", "’")
        and _form(words, left.end + 1) == "s"
    )


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
            out[position], out[position + 1] = lend(out[position], out[position + 1])
        single = _open(words, out, position)
        if single is not None:
            found.append(single)
        position += 1
    return out, found


def _listed(words: Words, left: Candidate, right: Candidate) -> bool:
    """April and June 1955: the year is that of both."""
    return right.start - left.end == 1 and _form(words, left.end) in ("and", "or", "&", ",")


def _placed(candidate: Candidate) -> bool:
    reading = candidate.reading
    return (
        reading.kind != "known"
        and reading.type in ("DATE", "TIME")
        and reading.mod in (None, "START", "END", "MID", "APPROX")
    )


def _pair(words: Words, candidates: list[Candidate], position: int) -> Pair | None:
    if position + 1 >= len(candidates):
        return None
    left, right = candidates[position], candidates[position + 1]
    size = right.start - left.end
    if size not in (1, 2) or not _placed(left) or not (_placed(right) or _is_now(right)):
        return None
    before = _form(words, left.start - 1)
    between = before == "between"
    if not _joint(words, left.end, between) or (
        size == 2 and _form(words, left.end + 1) not in ("the", "around", "about")
    ):
        if not (size == 1 and _form(words, left.end) == "/" and right.rule == "range.short-year"):
            return None
    if (
        _form(words, left.end) in _DASHES
        and not words.glued(left.end)
        and left.reading.point
        and left.reading.point.unit == "year"
        and words.glued(right.start)
    ):
        return None
    start = left.start - 1 if before in ("from", "between", "since") else left.start
    if position and _owns(words, candidates[position - 1], left):
        start = candidates[position - 1].start
    return Pair(start, right.end, position, position + 1, "range.two-ends")


def _is_now(candidate: Candidate) -> bool:
    return candidate.reading.value == "PRESENT_REF"


def _open(words: Words, candidates: list[Candidate], position: int) -> Pair | None:
    candidate = candidates[position]
    if not _placed(candidate) or candidate.reading.type != "DATE":
        return None
    before = _form(words, candidate.start - 1)
    behind = _form(words, candidate.end)
    if (
        before in _OPEN_END
        and words.classes[candidate.end : candidate.end + 1] != words.classes[candidate.end - 1 : candidate.end]
    ):
        return Pair(candidate.start - 1, candidate.end, None, position, "range.until")
    if before in _OPEN_START:
        return Pair(candidate.start - 1, candidate.end, position, None, "range.since")
    if before == "from" and behind in ("onward", "onwards"):
        return Pair(candidate.start - 1, candidate.end + 1, position, None, "range.onwards")
    return None


def lend(left: Candidate, right: Candidate) -> tuple[Candidate, Candidate]:
    """An end without its year takes that of the other; a November before a February is of the year before."""
    a, b = left.reading.point, right.reading.point
    year_of_left = left.reading.within
    if year_of_left is not None and year_of_left.unit == "year" and b is not None and b.year is None:
        return left, replace(right, reading=replace(right.reading, within=year_of_left))
    if a is None or left.reading.kind != "point" or left.reading.within is not None or left.reading.direction:
        return left, right
    if a.year is not None or a.unit not in ("day", "month", "season", "quarter") or left.reading.weekday:
        return left, right
    whole = right.reading.within
    if whole is not None and (whole.unit == "year" or (whole.point is not None and whole.point.unit == "year")):
        return replace(left, reading=replace(left.reading, within=whole)), right
    if b is None or b.year is None or b.bc:
        return left, right
    year = b.year - 1 if a.month and b.month and (a.month, a.day or 0) > (b.month, b.day or 31) else b.year
    return replace(left, reading=replace(left.reading, point=replace(a, year=year))), right
