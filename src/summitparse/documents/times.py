"""Which period is a document's own, which day and place are those of its signing."""

import datetime as dt
import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from summitparse.countries import find_places
from summitparse.documents.candidate import Candidate
from summitparse.documents.forms import form
from summitparse.documents.scan import any_of
from summitparse.findings import DateFinding, PeriodRef, Span, TimeFindings
from summitparse.instruments.nouns import find_heads
from summitparse.instruments.signing import trigger_words
from summitparse.instruments.vocabulary import vocabulary
from summitparse.instruments.words import words
from summitparse.text.calendar import MONTH
from summitparse.voices import Voices

_PROPER = r"(?:the )?[A-ZÅÖÉ][\w’'.-]*[\w’'](?:,? (?:of |the |de |la |el |al-)?[A-Z][\w’'.-]*[\w’'])*"
_NO_PLACE = rf"(?!(?:{MONTH}|the (?:Presence|Name))\b)"
_VERB = r"\b(?:signed|initial+ed|adopted|approved|exchanged|concluded|today|yesterday|here)\b"
_PLACE = re.compile(
    rf"(?:{_VERB}(?: today| yesterday| on [^,.;]{{3,30}}?)?,? (?:in|at) "
    rf"|(?:^|(?<=[.!?] )|(?<=\n))(?:On [^,.;]{{3,40}}?, )?(?:In|At|in|at) ){_NO_PLACE}({_PROPER})"
    r"(?=[,.]| on\b| today\b| by\b| in the\b| between\b| during\b| following\b| after\b|$)"
)
_PLACE_BEHIND = re.compile(rf",? in {_NO_PLACE}({_PROPER})(?=[,.;]| on\b| today\b|$)")
_NEAR = 60
# Verbs of these voices stand before their instruments.
_BEFORE = ("active", "inverted", "noun")
LOOKBACK_DAYS = 60
# A range that ended so long before the release is history that a document speaks of.
_PAST_DAYS = 3 * 366


class Times:
    """Dates and ranges by where they begin."""

    def __init__(self, times: TimeFindings, voices: Voices) -> None:
        self.voices = voices
        self.times = times
        self._dates = [date.span.start for date in times.dates]
        pairs = [(one.begin, one.end) for one in times.ranges if one.begin is not None and one.end is not None]
        self._ends = {end for pair in pairs for end in pair}
        self._ranges = [one.span.start for one in times.ranges]

    def period(self, clean: str, span: Span, reference: dt.date | None) -> PeriodRef | None:
        """The range or date in a document's words that the document covers, or None.

        A year behind another instrument's name belongs to that one ("plan for the Security Strategy through 2025"),
        an ordinary year ("of March 1987", "in 2018") and a range that is over ("the war of 1941–1945") to what the
        document is about.
        """
        for i in range(bisect_left(self._ranges, span.start), len(self._ranges)):
            found = self.times.ranges[i]
            if found.span.start >= span.end:
                break
            if "/" in clean[found.span.start : found.span.end] and not form("period.range").search(
                clean, span.start, found.span.start
            ):
                continue  # the number of a decision
            past = reference is not None and found.last is not None and (reference - found.last).days > _PAST_DAYS
            if found.span.end <= span.end and not past and self._own(clean, span, found.span.start):
                return PeriodRef("range", i)
        for i in range(bisect_left(self._dates, span.start), len(self._dates)):
            date = self.times.dates[i]
            if date.span.start >= span.end:
                break
            if date.type != "DATE" or date.first is None or date.span.end > span.end:
                continue
            if form("period.date").search(clean, max(span.start, date.span.start - 30), date.span.start) and self._own(
                clean, span, date.span.start
            ):
                return PeriodRef("date", i)
        return None

    def _own(self, clean: str, span: Span, at: int) -> bool:
        line = words(self.voices, Span(span.start, at))
        heads = find_heads(line, 0, len(line))
        if len(heads) < 2 or heads[0].start > 1:
            return True
        between = [word.lower for word in line[heads[-1].end :]]
        return not all(word in vocabulary("before_years") for word in between)

    def told(
        self, clean: str, sentence: Span, around: Sequence[Span], *, verb_before: bool = False
    ) -> Iterator[DateFinding]:
        """The dates that a sentence gives for its signing: outside the instruments' own words, shortly before the first
        or at the sentence's beginning, or behind the last and in no clause of its own. A further verb behind the
        instruments is theirs, but where `verb_before` ("ratified the treaty, signed in May 2009")."""
        first = around[0].start if around else sentence.end
        last = around[-1].end if around else sentence.start
        for i in range(bisect_left(self._dates, sentence.start), len(self._dates)):
            date = self.times.dates[i]
            if date.span.start >= sentence.end:
                break
            if i in self._ends or any(date.span.overlaps(own) for own in around):
                continue  # a day of a visit "from 13 to 14 May" is not the day of the signing
            if date.span.start >= last and around:
                own_verb = any_of(trigger_words()).search(clean, last, date.span.start)
                beside = form("clause").search(clean, last, date.span.start) is None
                near = beside if own_verb is None else not verb_before
            else:
                near = date.span.start - sentence.start < _NEAR or first - date.span.end < _NEAR
            if near:
                yield date

    def long_ago(self, clean: str, one: Candidate, reference: dt.date) -> bool:
        """Whether the signing is told as of `LOOKBACK_DAYS` before the release or earlier: background, and no news."""
        sentence, around = one.sentence, one.around
        told = self.told(clean, sentence, around, verb_before=one.status == "approved" and one.voice in _BEFORE)
        days = [date.last for date in told if date.last is not None]
        if form("ago").search(clean, sentence.start, around[0].start if around else sentence.end):
            return True
        return bool(days) and (reference - max(days)).days > LOOKBACK_DAYS

    def told_when(self, clean: str, sentence: Span, around: Sequence[Span], reference: dt.date | None) -> Iterator[str]:
        """For each date that a sentence gives for its signing: near, past or coming as seen from the release."""
        for first, last in self.told_days(clean, sentence, around):
            if reference is not None:
                days = (first - reference).days
                yield "coming" if days > 0 else "past" if (reference - last).days > LOOKBACK_DAYS else "near"

    def told_days(self, clean: str, sentence: Span, around: Sequence[Span]) -> list[tuple[dt.date, dt.date]]:
        """First and last day of each date that a sentence gives for its signing."""
        told = self.told(clean, sentence, around)
        return [(d.first, d.last) for d in told if d.first is not None and d.last is not None and d.type != "SET"]

    def day(self, clean: str, sentence: Span, around: Sequence[Span]) -> dt.date | None:
        """The first calendar day that a sentence gives for its signing."""
        for date in self.told(clean, sentence, around):
            if date.first is not None and date.first == date.last and date.type in ("DATE", "TIME"):
                return date.first
        return None


def place_in(clean: str, sentence: Span, outside: Sequence[Span]) -> str | None:
    """Where a sentence says that the signing was ("signed in Lima", "In Lima, …"), outside the documents' own words."""
    for own in outside:  # "… an agreement on fisheries in Lisbon on 3 May"
        behind = _PLACE_BEHIND.match(clean, own.end, sentence.end)
        if behind is not None and find_places(behind.group(1)):
            return behind.group(1)
    for match in _PLACE.finditer(clean, sentence.start, sentence.end):
        span = Span(*match.span(1))
        if not any(span.overlaps(own) for own in outside) and not any(mark.isdigit() for mark in match.group(1)):
            return match.group(1)
    return None
