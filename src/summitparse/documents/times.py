"""Which period is a document's own, which day and place are those of its signing."""

import datetime as dt
import re
from bisect import bisect_left
from collections.abc import Sequence

from summitparse.documents.instruments import find_heads
from summitparse.documents.words import words
from summitparse.findings import PeriodRef, Span, TimeFindings

# What stands before a single date that is a document's period; other dates are what the document is about.
_SINGLE = re.compile(
    r"(?:\bfor|\buntil|\btill|\bthrough|\bup to|\bcovering|\bfor the (?:year|period(?: of| until| to)?))"
    r"\s*(?:the year )?$"
)
_PROPER = r"(?:the )?[A-ZÅÖÉ][\w’'.-]*[\w’'](?:,? (?:of |the |de |la |el |al-)?[A-Z][\w’'.-]*[\w’'])*"
_NO_PLACE = (
    r"(?!(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|the (?:Presence|Name))\b)"
)
_VERB = r"\b(?:signed|initial+ed|adopted|approved|exchanged|concluded|today|yesterday|here)\b"
_PLACE = re.compile(
    rf"(?:{_VERB}(?: today| yesterday| on [^,.;]{{3,30}}?)?,? (?:in|at) "
    rf"|(?:^|(?<=[.!?] )|(?<=\n))(?:On [^,.;]{{3,40}}?, )?(?:In|At|in|at) ){_NO_PLACE}({_PROPER})"
    r"(?=[,.]| on\b| today\b| by\b| in the\b| between\b| during\b| following\b| after\b|$)"
)


class Times:
    """Dates and ranges by where they begin."""

    def __init__(self, times: TimeFindings) -> None:
        self.times = times
        self._dates = [date.span.start for date in times.dates]
        self._ranges = [one.span.start for one in times.ranges]

    def period(self, clean: str, span: Span) -> PeriodRef | None:
        """The range or date in a document's words that the document covers, or None.

        A year behind another instrument's name belongs to that one ("plan for the Security Strategy through 2025"),
        an ordinary year ("of March 1987", "in 2018") to what the document is about.
        """
        for i in range(bisect_left(self._ranges, span.start), len(self._ranges)):
            found = self.times.ranges[i]
            if found.span.start >= span.end:
                break
            if found.span.end <= span.end and self._own(clean, span, found.span.start):
                return PeriodRef("range", i)
        for i in range(bisect_left(self._dates, span.start), len(self._dates)):
            date = self.times.dates[i]
            if date.span.start >= span.end:
                break
            if date.type != "DATE" or date.first is None or date.span.end > span.end:
                continue
            if _SINGLE.search(clean, max(span.start, date.span.start - 30), date.span.start) and self._own(
                clean, span, date.span.start
            ):
                return PeriodRef("date", i)
        return None

    def _own(self, clean: str, span: Span, at: int) -> bool:
        line = words(clean, Span(span.start, at))
        heads = find_heads(line, 0, len(line))
        if len(heads) < 2 or heads[0].start > 1:
            return True
        between = [word.lower for word in line[heads[-1].end :]]
        return not all(
            word
            in ("for", "until", "till", "through", "to", "up", "in", "of", "the", "period", "years", "over", "from")
            for word in between
        )

    def day(self, span: Span, outside: Sequence[Span]) -> dt.date | None:
        """The first calendar day named in a sentence outside the documents' own words."""
        for i in range(bisect_left(self._dates, span.start), len(self._dates)):
            date = self.times.dates[i]
            if date.span.start >= span.end:
                break
            if date.first is not None and date.first == date.last and date.type in ("DATE", "TIME"):
                if not any(date.span.overlaps(own) for own in outside):
                    return date.first
        return None

    def latest_in(self, span: Span, outside: Sequence[Span]) -> dt.date | None:
        """The last calendar day of the latest date or year that a sentence names outside its documents."""
        latest: dt.date | None = None
        for i in range(bisect_left(self._dates, span.start), len(self._dates)):
            date = self.times.dates[i]
            if date.span.start >= span.end:
                break
            if date.last is not None and not any(date.span.overlaps(own) for own in outside):
                latest = date.last if latest is None else max(latest, date.last)
        return latest


def place_in(clean: str, sentence: Span, outside: Sequence[Span]) -> str | None:
    """Where a sentence says that the signing was ("signed in Lima", "In Lima, …"), outside the documents' own words."""
    for match in _PLACE.finditer(clean, sentence.start, sentence.end):
        span = Span(*match.span(1))
        if not any(span.overlaps(own) for own in outside):
            return match.group(1)
    return None
