"""When the event was."""

import datetime as dt

from summitparse.events.candidates import Candidate, in_relative
from summitparse.findings import TimeFindings
from summitparse.language.parse import Parse
from summitparse.layout import Layout

# An event is reported within so many days of the release (or announced before).
_NEAR = dt.timedelta(days=45)


def days_of(
    parse: Parse, times: TimeFindings, sentences: list[int], best: Candidate, layout: Layout, reference: dt.date | None
) -> tuple[dt.date | None, dt.date | None]:
    """From the event's own sentences (a range, or one day), else the day of the release."""
    published = layout.header.published
    day = (published.day if published else None) or reference
    for sentence in sentences:
        span = parse.sentence_span(sentence)
        latest = None if _is_future(parse, sentence) else day
        for found in times.ranges:
            if (
                span.contains(found.span)
                and found.first
                and found.last
                and _close(found.first, found.last, day, latest)
            ):
                return found.first, found.last
        for date in times.dates:
            if (
                span.contains(date.span)
                and date.type == "DATE"
                and not in_relative(parse, parse.at(date.span.start))
                and date.first
                and date.last
                and _close(date.first, date.last, day, latest)
            ):
                if date.first == date.last:
                    return date.first, date.last
    return day, day


def _is_future(parse: Parse, sentence: int) -> bool:
    tokens = parse.sentence_tokens(sentence)
    return any(token.lower in ("will", "to", "scheduled", "planned") for token in tokens) and not any(
        token.tag == "VBD" for token in tokens
    )


def _close(first: dt.date, last: dt.date, day: dt.date | None, latest: dt.date | None) -> bool:
    """Near the day of the release, and of what is told as past not after it."""
    if (last - first).days >= 20 or (latest is not None and first > latest):
        return False
    return day is None or abs(first - day) <= _NEAR
