"""The date that ends a headline, or an office's line above it."""

from collections.abc import Sequence

from summitparse.findings import Span
from summitparse.header.place import is_place_line
from summitparse.header.publication import date_at_end, trim
from summitparse.header.stamps import Calendar
from summitparse.lines.forms import form
from summitparse.lines.model import Published
from summitparse.lines.read import Line


def date_in_head(
    lines: Sequence[Line], calendar: Calendar, title: Span, rows: tuple[int, int]
) -> tuple[Span, Published | None, Span | None]:
    """The headline, which ends before the date that it ended with, that date, and the town before it in brackets."""
    for i in (rows[1] - 1, *reversed(range(rows[0]))):
        found = calendar.closing(lines[i])
        if found is None:
            continue
        span, day = found
        place = None
        if span.start < title.end <= span.end + 1:  # or behind a bracket
            at, text = lines[i].start, lines[i].text
            title = Span(title.start, at + trim(text, 0, span.start - at)[1])
            bracket = text.rfind("(", 0, span.start - at) + 1
            town = trim(text, bracket, span.start - at)
            if bracket and is_place_line(text[slice(*town)], None):
                title = Span(title.start, at + trim(text, 0, bracket - 1)[1])
                place = Span(at + town[0], at + town[1])
        return title, Published(span, day.isoformat(), day), place
    return title, _date_of_sitting(lines, calendar, rows), None


def _date_of_sitting(lines: Sequence[Line], calendar: Calendar, rows: tuple[int, int]) -> Published | None:
    """`Communiqué of the Council of Ministers of 9 July 2025`: the day is a part of the headline, and nothing else says
    when it was published."""
    last = lines[rows[1] - 1]
    found = date_at_end(last, calendar.day_first) if form("headline.of-sitting").match(lines[rows[0]].text) else None
    return Published(found[0], found[1].isoformat(), found[1]) if found else None
