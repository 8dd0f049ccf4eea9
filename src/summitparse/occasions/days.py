"""When the event was."""

import datetime as dt
from collections.abc import Iterator

from summitparse.findings import DateFinding, TimeFindings
from summitparse.language.parse import Parse
from summitparse.layout import Layout
from summitparse.lexicon import listed
from summitparse.occasions.candidates import Candidate, in_relative
from summitparse.occasions.names import frames

# An event is reported within so many days of the release (or announced before).
_NEAR = dt.timedelta(days=45)
_LONGEST = dt.timedelta(days=19)
# Types of what names a day: "yesterday", "yesterday afternoon".
_DAYS = ("DATE", "TIME")
# How many days at most between the release and what a sentence dates.
_APART = (("same", 0), ("next", 1), ("week", 7), ("month", 45))


def days_of(
    parse: Parse, times: TimeFindings, sentences: list[int], best: Candidate, layout: Layout, reference: dt.date | None
) -> tuple[dt.date | None, dt.date | None]:
    """From the event's own sentences (a range, or one day), else the day of the release."""
    day = day_of(layout, reference)
    for sentence in sentences:
        span = parse.sentence_span(sentence)
        latest = None if _is_future(parse, sentence) else day
        for r in times.ranges:
            if span.contains(r.span) and r.first and r.last and _close(r.first, r.last, day, latest):
                return r.first, r.last
        for date in times.dates:
            told = date.type in _DAYS and span.contains(date.span) and not in_relative(parse, parse.at(date.span.start))
            if told and date.first and date.first == date.last and _close(date.first, date.first, day, latest):
                return date.first, _last_day(times, date, layout)
    return day, day


def day_of(layout: Layout, reference: dt.date | None) -> dt.date | None:
    """The day of the release, or that of whoever asks."""
    published = layout.header.published
    return (published.day if published else None) or reference


def of_another_time(parse: Parse, times: TimeFindings, sentence: int, day: dt.date | None) -> bool:
    """Whether a sentence names days and all are far from the day of the release."""
    span = parse.sentence_span(sentence)
    named = [
        d.first for d in times.dates if span.contains(d.span) and d.type == "DATE" and d.first and d.first == d.last
    ]
    return day is not None and bool(named) and all(abs(first - day) > _NEAR for first in named)


def dated(parse: Parse, times: TimeFindings, one: Candidate, day: dt.date | None) -> Iterator[str]:
    """How near to the release the sentence of a candidate dates it: what has its day is news, what has none may not
    be."""
    span = parse.sentence_span(one.sentence)
    named = [d.first for d in times.dates if span.contains(d.span) and d.first and d.first == d.last]
    form = "verb" if one.verb else "noun"
    if not named or day is None:
        near = "none" if day is not None else "unknown"
    else:
        apart = min(abs(first - day).days for first in named)
        near = next((name for name, most in _APART if apart <= most), "far")
    yield from (f"day={near}", f"day={near}-{form}", f"day={near}-{one.kind}")


def _last_day(times: TimeFindings, date: DateFinding, layout: Layout) -> dt.date | None:
    """The last day of an event that is told to begin on a day: of a range from that day, else of "3 and 4 May"."""
    lasting = (
        r.last for r in times.ranges if r.last and r.first and r.first == date.first and r.last - r.first <= _LONGEST
    )
    joined = (
        other.last
        for begin in times.dates
        for other in times.dates
        if begin.first == begin.last == date.first
        and begin.span.end < other.span.start <= begin.span.end + len(" and the ")
        and layout.clean[begin.span.end : other.span.start].strip() in frames("joining")
        and other.last
        and other.first == other.last
    )
    return next(lasting, None) or next(joined, date.last)


def _is_future(parse: Parse, sentence: int) -> bool:
    tokens = parse.sentence_tokens(sentence)
    past = any(
        token.tag == "VBD" and token.lower not in listed("summitparse.dates", "tense", "saying") for token in tokens
    )
    return any(token.lower in frames("ahead") for token in tokens) and not past


def _close(first: dt.date, last: dt.date, day: dt.date | None, latest: dt.date | None) -> bool:
    """Near the day of the release, and of what is told as past not after it."""
    if (last - first).days >= 20 or (latest is not None and first > latest):
        return False
    return day is None or abs(first - day) <= _NEAR
