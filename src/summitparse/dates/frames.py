"""The year that a sentence opens with, for what it names without one: "In 2022, exports in March rose"."""

import re
from dataclasses import replace

from summitparse.dates.coordination import form_at
from summitparse.dates.tense import sign_of
from summitparse.text.signs import DASHES
from summitparse.timex.grammar import Candidate
from summitparse.timex.listed import listed
from summitparse.timex.points import Point
from summitparse.timex.readings import Reading
from summitparse.timex.words import Words

_OPENING = frozenset({"in", "during", "over", "throughout", "for"})
# Before the preposition there is the beginning of a sentence or of a coordinated clause.
STARTS = frozenset({"", "\n", ".", "!", "?", ";", ":", "“", '"', "(", "•", "-", "–", "—"})
_JOINTS = frozenset({"and", "but", "while", "whereas", "then", "back"})
_ENDS = frozenset({"\n", "!", "?", ";"})
_UNITS = frozenset({"day", "month", "quarter", "half", "season"})
# So many words are between two parts of a sentence that share a verb.
_SHORT = 8
# In a text that speaks of it, Easter is that of the Orthodox churches.
_CHURCH = re.compile(r"\bOrthodox\b")


def in_church(text: str, candidates: list[Candidate]) -> list[Candidate]:
    """The feasts that hang on Easter, in the calendar of the church that the text speaks of."""
    if "Orthodox" not in text or not _CHURCH.search(text):
        return candidates
    return [
        replace(c, reading=replace(c.reading, feast=c.reading.feast.replace("easter", "orthodox"))) for c in candidates
    ]


def fiscal_years(words: Words, candidates: list[Candidate]) -> list[Candidate]:
    """Both years of "the 2023/24 marketing year", the one of "the 2024 school year": they have no calendar days."""
    out = list(candidates)
    for position, candidate in enumerate(out):
        if position and candidate.rule == "range.short-year" and out[position - 1].reading.fiscal:
            out[position] = replace(candidate, reading=replace(candidate.reading, fiscal=True))
        point = candidate.reading.point
        if (
            candidate.reading.kind != "point"
            or point is None
            or point.unit != "year"
            or not _of_yearly(words, candidate)
        ):
            continue
        out[position] = replace(candidate, reading=replace(candidate.reading, fiscal=True))
        left = out[position - 1] if position else None
        if left is not None and left.reading.point is not None and left.reading.point.unit == "year":
            if candidate.start - left.end == 1 and words.glued(candidate.start):
                out[position - 1] = replace(left, reading=replace(left.reading, fiscal=True))
    return out


def _of_yearly(words: Words, candidate: Candidate) -> bool:
    """Before "academic year" and its like; a season only behind two years."""
    kind, noun = form_at(words, candidate.end), form_at(words, candidate.end + 1)
    if candidate.rule == "calendar.the-year" and form_at(words, candidate.start - 1) in listed("yearly"):
        return True  # school year 2018
    if kind in listed("yearly") and noun in listed("of_two_years") | {"year"}:
        return True
    joined = form_at(words, candidate.start - 1) in DASHES | {"/"} and words.glued(candidate.start)
    return joined and kind in listed("of_two_years")


def framed(words: Words, candidates: list[Candidate]) -> list[Candidate]:
    """Open months, days, quarters and seasons in the year that frames their sentence."""
    out: list[Candidate] = []
    frame: Candidate | None = None
    place = 0  # up to which word the sentence has been followed
    for candidate in candidates:
        if frame is not None and _ended(words, place, candidate.start):
            frame = None
        place = candidate.end
        if _is_frame(words, candidate):
            frame = candidate
        elif _names_year(candidate.reading):
            frame = None  # another year has been mentioned since
        elif is_open(candidate.reading):
            year = frame or (out[-1] if out and _beside(words, out[-1], candidate) else None)
            within = year.reading if year is not None else _year_of_left(words, out[-1], candidate) if out else None
            if within is not None:
                candidate = replace(candidate, reading=replace(candidate.reading, within=within))
        out.append(candidate)
    return out


def _ended(words: Words, start: int, end: int) -> bool:
    """Whether a sentence ends between the words: at a full stop with a capital behind it."""
    for index in range(start, end):
        form = words.form(index)
        if form in _ENDS:
            return True
        if form == "." and index + 1 < len(words.starts) and not words.glued(index + 1):
            before = form_at(words, index - 1)
            if words.form(index + 1)[:1].isupper() and len(before) > 3:
                return True
    return False


def _is_frame(words: Words, candidate: Candidate) -> bool:
    reading, start = candidate.reading, candidate.start
    if reading.mod or reading.fiscal or not _is_year(reading):
        return False
    before = form_at(words, start - 1)
    if before in _OPENING:
        before = form_at(words, start - 2)
    elif candidate.rule == "calendar.the-year":  # The year 2018 was hard: in May exports fell
        pass
    elif reading.kind != "shift" or reading.anchor != "reference":  # Last year exports fell
        return False
    return before in STARTS or before in _JOINTS


def _beside(words: Words, left: Candidate, right: Candidate) -> bool:
    """It fell in 2022, from March to May: the year right before."""
    gap = [form_at(words, index) for index in range(left.end, right.start)] if right.start - left.end == 2 else []
    told = form_at(words, left.start - 1) in _OPENING or left.reading.kind == "shift"
    return bool(gap) and gap[0] == "," and gap[1] in listed("of_frames") and told and _is_year(left.reading)


def _year_of_left(words: Words, left: Candidate, candidate: Candidate) -> Reading | None:
    """The year of "in May 2022 and June", "3% in July 2021 and 2% in August": later in it, without a verb."""
    own, other = candidate.reading.point, left.reading.point
    gap = [form_at(words, index) for index in range(left.end, candidate.start)]
    if own is None or other is None or other.year is None or own.unit != other.unit or left.reading.within:
        return None
    if not 0 < len(gap) <= _SHORT or gap[0] not in listed("of_parts") or any(sign_of(form) for form in gap):
        return None
    year = Point("year", other.year)
    later = replace(own, year=other.year).first()
    return Reading("point", point=year) if later and (day := other.first()) and day < later else None


def _is_year(reading: Reading) -> bool:
    if reading.kind == "shift":
        return reading.unit == "year" and reading.anchor == "reference" and abs(reading.count) <= 1
    point = reading.point
    return reading.kind == "point" and point is not None and point.unit == "year" and point.year is not None


def _names_year(reading: Reading) -> bool:
    point = reading.point
    return (reading.kind == "shift" and reading.unit == "year") or (
        reading.dated and point is not None and point.year is not None
    )


def is_open(reading: Reading) -> bool:
    point = reading.point
    if reading.kind != "point" or point is None or point.year is not None or reading.within or reading.direction:
        return False
    dated = point.unit != "day" or (point.month is not None and point.day is not None)
    return point.unit in _UNITS and dated and not reading.feast
