"""All time expressions of a text: candidates, what belongs together, what is none, and what they are in context."""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from summitparse.dates.clock_days import day_before, days_ahead, dotted_times
from summitparse.dates.compose import apposed, ended, holiday_step, joined, modified, nth_of, weekdays_with_dates
from summitparse.dates.context import is_date, lacks_day
from summitparse.dates.coordination import split
from summitparse.dates.frames import fiscal_years, framed, in_church, is_open
from summitparse.dates.narrative import narrates, side_glance
from summitparse.dates.numeric import day_or_month_first
from summitparse.dates.periods import COUNTED_TO, FIRST_OF, days_of, with_lengths
from summitparse.dates.ranges import Pair, pairs
from summitparse.dates.resolve import Resolver
from summitparse.dates.resolved import Resolved
from summitparse.dates.tense import Tense, is_due, is_scheduled, tense_around
from summitparse.dates.weekday_lists import numbered_weekdays
from summitparse.findings import DateFinding, RangeFinding, Span, TimeFindings
from summitparse.layout import Layout, clean_copy
from summitparse.rules import weigh
from summitparse.timex.grammar import Candidate, grammar
from summitparse.timex.points import Point
from summitparse.timex.readings import clock_only, length_of, shift
from summitparse.timex.words import Words
from summitparse.uncollected import uncollected


@uncollected
def find_dates(text: str | Layout, *, reference: dt.date | None = None, country: str | None = None) -> TimeFindings:
    """Every time expression and range of a text in text order; none overlaps another, and none the publication line.

    `reference` is what relative dates are resolved against, usually the day of publication. Without it they stay open
    in the terms of TIMEX3 (XXXX-06) and have no EDTF and no calendar days. `country` (ISO 3166-1 alpha-2) is that of
    the issuer: it tells 7/6/2018 where nothing in the text does.
    """
    layout = text if isinstance(text, Layout) else None
    clean = layout.clean if layout else clean_copy(str(text))
    published = layout.header.published if layout else None
    words = grammar().reader.read(clean)
    candidates = list(_dates_among(words, grammar().candidates(words)))
    candidates = numbered_weekdays(words, split(words, candidates))
    candidates = dotted_times(words, [c for c in _whole(words, candidates) if not lacks_day(words, c)])
    written = candidates
    if layout and published:
        line = _publication_line(layout, published.span)
        candidates = [c for c in candidates if not _span(words, c.start, c.end).overlaps(line)]
    candidates = [_due(words, candidate) for candidate in in_church(clean, candidates)]
    candidates = framed(words, fiscal_years(words, candidates))
    candidates, found = pairs(words, candidates)
    found = with_lengths(words, candidates, found)
    candidates = day_or_month_first(words, candidates, written=written, reference=reference, country=country)
    resolver = Resolver(reference, narrates(candidates, reference))
    begins = {pair.finish: pair.begin for pair in found if pair.rule not in (COUNTED_TO, FIRST_OF)}
    resolved: list[Resolved] = []
    for position, candidate in enumerate(candidates):
        begin = begins.get(position)
        tense = _tense_of(words, candidate if begin is None else candidates[begin])
        timed = begin is not None and clock_only(candidates[begin].reading)  # "from 11 a.m." is no day to come after
        after = resolved[begin].point if begin is not None and not timed else None
        day = day_before(words, candidates, resolved)
        glance = side_glance(words, candidate) if resolver.narrates else None
        reading = candidate.reading
        if begin is None and not resolver.narrates and is_open(reading) and _is_scheduled(words, candidate):
            reading = replace(reading, direction="ahead")
        resolved.append(resolver.resolve(reading, tense, after, day, glance))
    resolved = days_ahead(words, candidates, resolved)
    dates = tuple(_date(words, c, r) for c, r in zip(candidates, resolved, strict=True))
    return TimeFindings(dates, tuple(_range(words, pair, candidates, resolved) for pair in found))


def _dates_among(words: Words, candidates: Iterable[Candidate]) -> Iterator[Candidate]:
    """Those that are time expressions where they stand."""
    for candidate in candidates:
        if is_date(words, candidate):
            yield candidate
        else:
            weigh(candidate.rule, _span(words, candidate.start, candidate.end), "no date beside these words")


_UNITS = {"Y": ("year", 1), "M": ("month", 1), "W": ("day", 7), "D": ("day", 1)}


def _due(words: Words, candidate: Candidate) -> Candidate:
    """A length that is a time: the ban ends in two weeks. "In a week" is on the same day of the next one."""
    length = length_of(candidate.reading) if candidate.rule in _LENGTHS else None
    fits = length is not None and length[0] in _UNITS and not candidate.reading.mod
    if length is None or not fits or not is_due(words.text, words.starts[candidate.start]):
        return candidate
    unit, days = _UNITS[length[0]]
    return replace(candidate, reading=shift(unit, length[1] * days), rule="relative.in-time")


_LENGTHS = frozenset({"duration.number-unit", "duration.a-unit"})


def _publication_line(layout: Layout, published: Span) -> Span:
    """The whole line where it is one of the head ("14 May 2024 | Last updated: 15 May 2024"), else the date alone."""
    start = layout.text.rfind("\n", 0, published.start) + 1
    end = layout.text.find("\n", published.end)
    line = Span(start, len(layout.text) if end < 0 else end)
    return published if any(line.overlaps(stretch) for stretch in layout.stretches()) else line


def _whole(words: Words, candidates: list[Candidate]) -> list[Candidate]:
    """Neighbours joined, then each with what modifies it."""
    joint: list[Candidate] = []
    for candidate in weekdays_with_dates(words, candidates):
        joint.append(candidate)
        while len(joint) > 1:
            one = joined(words, joint[-2], joint[-1], joint[-3].end if len(joint) > 2 else 0)
            if one is None:
                break
            joint[-2:] = [one]
    out: list[Candidate] = []
    for candidate in joint:
        floor = out[-1].end if out else 0
        candidate = apposed(words, candidate, out[-1] if out else None)
        candidate = nth_of(words, candidate, floor) or candidate
        out.append(modified(words, ended(words, holiday_step(words, candidate, floor)), floor))
    return out


def _tense_of(words: Words, candidate: Candidate) -> Callable[[], Tense]:
    span = _span(words, candidate.start, candidate.end)
    return lambda: tense_around(words.text, span.start, span.end)


def _is_scheduled(words: Words, candidate: Candidate) -> bool:
    return is_scheduled(words.text, words.starts[candidate.start])


def _span(words: Words, start: int, end: int) -> Span:
    return Span(words.starts[start], words.ends[end - 1])


def _date(words: Words, candidate: Candidate, resolved: Resolved) -> DateFinding:
    reading, point = candidate.reading, resolved.point
    days = resolved.days or (point.days() if point and not reading.fiscal else None)
    first, last = days if days else (None, None)
    edtf = point.edtf() if point else f"{first}/{last}" if days else None
    span = _span(words, candidate.start, candidate.end)
    return DateFinding(span, reading.type, resolved.value, reading.mod, edtf, first, last, candidate.rule)


def _range(words: Words, pair: Pair, candidates: list[Candidate], resolved: list[Resolved]) -> RangeFinding:
    begin = resolved[pair.begin].point if pair.begin is not None else None
    finish = resolved[pair.finish].point if pair.finish is not None else None
    left, right = _end(begin, pair.begin is None, 0), _end(finish, pair.finish is None, 1)
    edtf = f"{left}/{right}" if left and right else None
    if pair.rule in (COUNTED_TO, FIRST_OF) and pair.begin is not None:
        counted = days_of(pair.rule, candidates[pair.begin].reading, finish) if finish else None
        first, last = counted or (None, None)
        span = _span(words, pair.start, pair.end)
        return RangeFinding(
            span, pair.begin, pair.finish, f"{first}/{last}" if counted else None, first, last, pair.rule
        )
    fiscal = any(candidates[end].reading.fiscal for end in (pair.begin, pair.finish) if end is not None)
    first = begin.first() if begin and not fiscal else None
    days = finish.days() if finish and not fiscal else None
    span = _span(words, pair.start, pair.end)
    return RangeFinding(span, pair.begin, pair.finish, edtf, first, days[1] if days else None, pair.rule)


# Grains that EDTF writes without a number of its own for them.
_PLAIN = frozenset({"year", "month", "day"})


def _end(point: Point | None, is_open: bool, side: int) -> str | None:
    """One side of an EDTF interval: seasons and weeks are given in days, which every reader knows; 1 is the right."""
    if point is None:
        return ".." if is_open else None
    days = point.days()
    if point.unit in _PLAIN:
        return replace(point, time=None).edtf()
    return days[side].isoformat() if days else None
