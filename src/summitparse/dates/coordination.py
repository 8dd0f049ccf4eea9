"""What a coordination leaves out of its other parts: 13 to 14 December, the second and third quarters, 2017–18."""

from dataclasses import replace

from summitparse.dates.neighbours import is_year
from summitparse.text.signs import DASHES
from summitparse.timex.around import stands
from summitparse.timex.grammar import Candidate
from summitparse.timex.listed import listed
from summitparse.timex.points import Point, valid
from summitparse.timex.readings import Reading
from summitparse.timex.words import Words

TO = frozenset({"to", "through", "until", "till", "thru"})
# What joins two parts: a conjunction, a sign for one, or a preposition of a range.
AND = frozenset({"and", "or", "&"})
_LISTING = AND | {","}
_SPANNING = TO | DASHES
_CLOCK_RULES = frozenset({"clock.hour", "clock.time"})
_NUMBER_RULES = frozenset({"duration.number-unit", "duration.range-units"})
_SHORT_YEARS = frozenset({"year", "month"})
_PARTING = frozenset({"and", "to"})
_OF_ROWS = frozenset({"for", "of", "to", "after", "within", "in", "every", "lasting", "lasted", "took"})
_ORDINALS = frozenset({"st", "nd", "rd", "th"})
_FIRST = frozenset({"first", "second"})
_COUNTING = frozenset("%-")
_STROKES = frozenset("-/")


def form_at(words: Words, index: int) -> str:
    """The word in lower case; nothing outside the text."""
    return words.form(index).lower() if 0 <= index < len(words.starts) else ""


def split(words: Words, candidates: list[Candidate]) -> list[Candidate]:
    """Adds what stands beside a candidate and lacks its other half: the 13, the second, the 18, the 60, the 9."""
    out: list[Candidate] = []
    for position, candidate in enumerate(candidates):
        floor = out[-1].end if out else 0
        if candidate.start < floor:  # the year of "December 13-14, 2016" is taken
            continue
        point = candidate.reading.point
        if candidate.rule in _CLOCK_RULES:
            out += [*_hour_before(words, candidate, floor), candidate]
        elif candidate.reading.kind == "numeric":
            out += _day_of_numbers(words, candidate, floor)
        elif candidate.rule in _NUMBER_RULES:
            out += _counts_before(words, candidate, floor)
        elif candidate.reading.kind != "point" or point is None:
            out.append(candidate)
        elif point.unit == "day" and point.month and point.day:
            if out and out[-1].rule == "calendar.the-day" and _joined(words, out[-1].end) == candidate.start:
                out.pop()
                floor = out[-1].end if out else 0
            out += _days_before(words, candidate, floor)
            ceiling = candidates[position + 1].start if position + 1 < len(candidates) else len(words.starts)
            out += _day_behind(words, candidate, ceiling)
        elif point.unit in _SHORT_YEARS:
            out += _short_year(words, candidate)
        else:
            out += [*_ordinal_before(words, candidate, floor), candidate]
    return out


def _joined(words: Words, index: int) -> int:
    """Where the next part begins if a conjunction stands at `index`, or -1."""
    return index + 1 if form_at(words, index) in _SPANNING | _LISTING else -1


def _stroke(words: Words, index: int) -> bool:
    return words.form(index) == "/" and words.glued(index) and words.glued(index + 1)


def _days_before(words: Words, candidate: Candidate, floor: int) -> list[Candidate]:
    """The 12 and 13 of "12, 13 and 14 December", the 15 of "15/16 May"; the date itself begins with its day."""
    out: list[Candidate] = []
    start = candidate.start
    while start - 2 >= floor and (_joined(words, start - 1) == start or _stroke(words, start - 1)):
        index = start - 2
        day, form = words.meanings[index], form_at(words, index)
        if not isinstance(day, int) or not 1 <= day <= 31 or not form[0].isdigit() or len(form) > 4:
            break
        start = index - (index > floor and words.definite(index - 1))
        reading = Reading("point", point=Point("day", day=day), within=candidate.reading)
        out.insert(0, Candidate(start, index + 1, reading, "range.day-before"))
    return out


def _day_of_numbers(words: Words, candidate: Candidate, floor: int) -> list[Candidate]:
    """The 9 of "9-11.05.2024" and "09.-11.05.2024", the 30.04 of "30.04.-02.05.2024": the days stand first."""
    form, index = words.form(candidate.start), candidate.start - 2
    sign = "/" if "/" in form else "."
    parts = form.split(sign)
    if candidate.end - candidate.start > 1 or len(parts) != 3 or len(parts[0]) > 2 or index < floor:
        return [candidate]
    if form_at(words, index + 1) not in _SPANNING:
        return [candidate]
    end = index + 1
    if form_at(words, index) == "." and words.glued(index):
        index -= 1
    left = form_at(words, index).split(sign) if index >= floor else []
    if not 1 <= len(left) <= 2 or not all(part.isdigit() and len(part) <= 2 for part in (*left, *parts[:2])):
        return [candidate]
    day, month, year = (int(part) for part in parts)
    last = Point("day", year + 2000 if year < 100 else year, month, day)
    point = replace(last, day=int(left[0]), month=int(left[-1]) if len(left) > 1 else month)
    if not valid(last) or not valid(point) or (point.month or 0, point.day or 0) >= (month, day):
        return [candidate]
    first = Candidate(index, end, Reading("point", point=point), "range.day-of-numbers")
    return [first, replace(candidate, reading=Reading("point", point=last))]


def _counts_before(words: Words, candidate: Candidate, floor: int) -> list[Candidate]:
    """The 4 and 6 of "4, 6 and 9 years": a row of numbers with commas, all of one unit."""
    last = candidate.end - 2
    if words.glued(candidate.end - 1) or not candidate.reading.value[1:].strip("T")[:-1].isdigit():
        return _two_counts(words, candidate)
    if form_at(words, last - 1) not in AND or not isinstance(words.meanings[last], int):
        return _two_counts(words, candidate)
    index = last - 2 - (form_at(words, last - 2) == ",")
    places = [index]
    while form_at(words, places[-1] - 1) == "," and len(places) < _LONGEST:
        places.append(places[-1] - 2)
    numbers = [words.meanings[place] if place >= max(floor - 1, 0) else None for place in places]
    plain = all(isinstance(number, int) and 0 < number < _YEARS for number in numbers)
    if len(places) < 2 or not plain or form_at(words, places[-1] - 1) not in _OF_ROWS:
        return _two_counts(words, candidate)
    time = "T" if "T" in candidate.reading.value else ""
    unit = candidate.reading.value[-1]
    out = []
    for place in (*places[::-1], last):
        end = place + 1 if place < last else candidate.end
        reading = replace(candidate.reading, value=f"P{time}{words.meanings[place]}{unit}")
        out.append(Candidate(place, end, reading, "range.counts"))
    return out


# So many numbers a row has at most, and so large a number may be a year.
_LONGEST, _YEARS = 8, 1000


def _two_counts(words: Words, candidate: Candidate) -> list[Candidate]:
    """between 60 and 90 days, three and five years: two durations; "two to three weeks" is one."""
    last = next((i for i in range(candidate.start + 1, candidate.end) if form_at(words, i) in _PARTING), candidate.end)
    parted = stands("two_lengths", words, candidate.start, last)
    if candidate.rule != "duration.range-units" or not parted or last + 1 >= candidate.end:
        return [candidate]
    number = words.meanings[last + 1]
    unit = candidate.reading.value[-1]
    time = "T" if "T" in candidate.reading.value else ""
    right = replace(candidate.reading, value=f"P{time}{number}{unit}")
    return [replace(candidate, end=last), Candidate(last + 1, candidate.end, right, candidate.rule)]


def _hour_before(words: Words, candidate: Candidate, floor: int) -> list[Candidate]:
    """The 9 of "9 to 11 a.m.": on the same side of noon, if it is then the earlier one."""
    joint, index = form_at(words, candidate.start - 1), candidate.start - 2
    time = candidate.reading.time or ""
    if index < floor or not (joint in _SPANNING or joint == "and") or words.meanings[index] is None:
        return []
    hour, form, end = words.meanings[index], form_at(words, index), int(time[1:3])
    sided = any(form_at(words, at) in listed("halves") for at in range(candidate.start, candidate.end))
    if not isinstance(hour, int) or not form.isdigit() or not 1 <= hour <= 12 or not sided:
        return []
    if joint == "and" and not stands("between", words, index, index + 1):
        return []
    hour = hour % 12 + 12 if end > 12 and hour % 12 + 12 < end else hour
    return [Candidate(index, index + 1, replace(candidate.reading, time=f"T{hour:02d}:00{time[6:]}"), "range.hour")]


def _ordinal_before(words: Words, candidate: Candidate, floor: int) -> list[Candidate]:
    """The second of "the second and third quarters of 2023"; the 19th of "the 19th and 20th centuries"."""
    first = candidate.start - (form_at(words, candidate.start - 1) in listed("stages"))
    point, index = candidate.reading.point, first - 2
    if point is None or index < floor or _joined(words, first - 1) != first:
        return []
    number, form = words.meanings[index], form_at(words, index)
    if not isinstance(number, int) or not (form[-2:] in _ORDINALS or form in _FIRST):
        return []
    start = index - words.definite(index - 1)
    if point.unit == "century":
        other = replace(point, year=(number - 1) * 100)
    elif point.part and point.part[0] in "QH" and 1 <= number <= 4:
        other = replace(point, part=f"{point.part[0]}{number}")
    else:
        return []
    return [Candidate(start, index + 1, replace(candidate.reading, point=other), "range.ordinal-before")]


def _day_behind(words: Words, candidate: Candidate, ceiling: int) -> list[Candidate]:
    """The 14 of "December 13-14, 2016": the year may stand behind both."""
    point = candidate.reading.point
    assert point is not None
    index = candidate.end + 1
    if words.meanings[candidate.end - 1] != point.day or index >= ceiling:
        return [candidate]
    joint = form_at(words, candidate.end)
    if joint == ",":
        return _days_listed(words, candidate, ceiling)
    if joint not in _SPANNING | AND:
        return [candidate]
    start = index
    index += words.definite(index) and index + 1 < ceiling
    day, form = words.meanings[index], form_at(words, index)
    if (
        not isinstance(day, int)
        or not 1 <= day <= 31
        or not form[:1].isdigit()
        or len(form) > 4
        or not valid(replace(point, day=day))
    ):
        return [candidate]
    end, year = _year_behind(words, index + 1)
    if (
        year is None
        and joint not in _SPANNING
        and words.classes[end : end + 1] == "."
        and form_at(words, end)[:1].isalpha()
    ):
        return [candidate]
    whole = replace(point, year=year or point.year)
    return [
        replace(candidate, reading=replace(candidate.reading, point=whole)),
        Candidate(
            start,
            end,
            Reading("point", point=replace(whole, day=day), within=None if whole.year else candidate.reading),
            "range.day-behind",
        ),
    ]


def _days_listed(words: Words, candidate: Candidate, ceiling: int) -> list[Candidate]:
    """The 4 and 5 of "February 3, 4 and 5, 2016": days that grow, and the last behind "and"."""
    point, index, places = candidate.reading.point, candidate.end, []
    assert point is not None and point.day is not None
    last, ended = point.day, False
    while not ended and index + 1 < ceiling:
        ended = form_at(words, index) in AND or form_at(words, index + 1) in AND
        index += 1 + (form_at(words, index) == "," and ended)
        day = words.meanings[index] if index < ceiling else None
        joined = form_at(words, index - 1) in _LISTING
        if not joined or not isinstance(day, int) or not last < day <= 31 or not form_at(words, index)[0].isdigit():
            return [candidate]
        places.append((index, last := day))
        index += 1
    if not ended or not valid(replace(point, day=last)) or form_at(words, index)[:1] in _COUNTING:
        return [candidate]
    end, year = _year_behind(words, index)
    if year is None and words.classes[end : end + 1] == "." and form_at(words, end)[:1].isalpha():
        return [candidate]
    whole = replace(point, year=year or point.year)
    within = None if whole.year else candidate.reading
    out = [replace(candidate, reading=replace(candidate.reading, point=whole))]
    for place, day in places:
        stop = end if place == places[-1][0] else place + 1
        reading = Reading("point", point=replace(whole, day=day), within=within)
        out.append(Candidate(place, stop, reading, "range.days-listed"))
    return out


def _year_behind(words: Words, index: int) -> tuple[int, int | None]:
    """Where the words end that give a date its year, a comma before it or none, and that year."""
    for place in (index + 1, index):
        comma = place == index or form_at(words, index) == ","
        if comma and place < len(words.starts) and is_year(words.form(place)):
            return place + 1, int(words.form(place))
    return index, None


def _short_year(words: Words, candidate: Candidate) -> list[Candidate]:
    """2017–18 and 2007/08: the second is a year where it is later than the first by its last two digits."""
    point, end = candidate.reading.point, candidate.end
    assert point is not None
    if candidate.rule == "calendar.year-dash-month" and point.month is not None and point.year is not None:
        form = words.form(end - 1)
        if len(form) == 2 and int(form) == point.year % 100 + 1 and form_at(words, end) not in _STROKES:
            first = Candidate(
                candidate.start, end - 2, Reading("point", point=Point("year", point.year)), "calendar.year"
            )
            return [first, _later(end - 1, point.year, int(form))]
        return [candidate]
    if point.unit != "year" or point.year is None or point.bc or end + 1 >= len(words.starts):
        return [candidate]
    joint, form = words.form(end), words.form(end + 1)
    tight = words.glued(end) and words.glued(end + 1)
    if not tight or joint not in DASHES | {"/"} or not (len(form) == 2 and form.isdecimal()):
        return [candidate]
    if (
        end + 2 < len(words.starts)
        and words.glued(end + 2)
        and (words.form(end + 2) in DASHES or words.form(end + 2)[0].isalnum())
    ):
        return [candidate]
    following = int(form) == (point.year + 1) % 100
    if not following and (joint == "/" or int(form) <= point.year % 100):
        return [candidate]
    return [candidate, _later(end + 1, point.year, int(form), fiscal=candidate.reading.fiscal)]


def _later(index: int, year: int, short: int, *, fiscal: bool = False) -> Candidate:
    value = year // 100 * 100 + short
    return Candidate(
        index,
        index + 1,
        Reading("point", point=Point("year", value if value > year else value + 100), fiscal=fiscal),
        "range.short-year",
    )
