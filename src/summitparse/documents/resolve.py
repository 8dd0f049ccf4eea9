"""Candidates to findings: the period, day and place of an instrument, between whom it is and who put a name to it."""

import datetime as dt
from collections.abc import Iterable
from functools import cached_property

from summitparse.countries import find_countries
from summitparse.documents.candidate import Candidate
from summitparse.documents.forms import form
from summitparse.documents.normalise import tidy
from summitparse.documents.parties import names_body, parties_of, persons_of, strip_intro, until_adjunct
from summitparse.documents.times import Times, place_in
from summitparse.findings import DocumentFinding, EventFinding
from summitparse.instruments.vocabulary import vocabulary
from summitparse.lines.model import Layout

_ABOUT_LENGTH = 600


class Resolver:
    """Resolves the candidates of one release."""

    def __init__(self, layout: Layout, times: Times, event: EventFinding | None, reference: dt.date | None) -> None:
        self.layout = layout
        self.clean = layout.clean
        self.times = times
        self.event = event
        self.reference = reference

    def resolve(self, candidates: Iterable[Candidate]) -> list[DocumentFinding]:
        return [self._finding(one) for one in candidates]

    def _finding(self, one: Candidate) -> DocumentFinding:
        return DocumentFinding(
            span=one.span,
            title=one.title,
            type=one.type,
            status=one.status,
            parties=self._parties(one),
            signatories=self._signatories(one),
            period=self.times.period(self.clean, one.span, self.reference),
            date=self._day(one),
            place=place_in(self.clean, one.sentence, one.around) or self._place_of_event(one),
            rule=one.rule,
        )

    def _day(self, one: Candidate) -> dt.date | None:
        """The day that the sentence names, else that of the event if it has just one."""
        if one.status == "planned":
            return None
        day = self.times.day(self.clean, one.sentence, one.around)
        if day is None and self.event is not None and self.event.first == self.event.last and not self._other_time(one):
            return self.event.first
        return day

    def _place_of_event(self, one: Candidate) -> str | None:
        """What is yet to be signed, or was at another time, is not signed at this event."""
        return None if one.status == "planned" or self._other_time(one) else self._event_place

    def _other_time(self, one: Candidate) -> bool:
        """ "Last year we signed …", "On 2 April I approved …": not, or not known to be, on the day of the event."""
        days = self.times.told_days(self.clean, one.sentence, one.around)
        first, last = (self.event.first, self.event.last) if self.event is not None else (None, None)
        if not days or first is None or last is None:
            return False
        return not any(begin == end and first <= begin <= last for begin, end in days)

    @cached_property
    def _event_place(self) -> str | None:
        place = self.event.place if self.event is not None else None
        return tidy(self.clean[place.start : place.end]) if place is not None else None

    def _signatories(self, one: Candidate) -> tuple[str, ...]:
        if one.status == "planned":
            return ()
        people = [name for cell in one.signers for name in persons_of(until_adjunct(self.clean[cell.start : cell.end]))]
        if not people and one.lemma in vocabulary("signed_by_name"):
            by = form("by").match(one.behind)
            people = list(persons_of(until_adjunct(one.behind[by.end() :]))) if by else []
            people = people or list(persons_of(strip_intro(one.subject)))
        return tuple(dict.fromkeys(people))

    def _parties(self, one: Candidate) -> tuple[str, ...]:
        """What one person signs alone, and laws and decrees, have no parties but those that they name; nor has what a
        body of its own adopts or approves."""
        subject, behind = one.subject, one.behind
        by = form("by").match(behind)
        if by is not None and not subject and not persons_of(until_adjunct(behind[by.end() :])):
            subject = until_adjunct(behind[by.end() :])  # "was signed by A and B"
        said = subject.strip().lower()
        alone = len(persons_of(subject)) == 1 or said.endswith("president") or said in vocabulary("one_person")
        domestic = one.type == "decree" or (one.type == "other" and bool(form("law").search(one.title)))
        own_act = one.type in ("other", "decision", "resolution") and one.status != "signed"
        if domestic or one.lemma not in vocabulary("signed_by_name"):
            subject = behind = ""
        own = self.clean[one.span.start : one.span.end]
        about = "" if alone or domestic or own_act else self._about
        if one.lemma not in vocabulary("signed_by_name") and names_body(one.subject):
            about = one.subject  # a council adopts for its own members, or for nobody else
        return parties_of(own, one.title, subject, behind, anywhere=about)

    @cached_property
    def _about(self) -> str:
        """The words that say between whom the event is: the headline, the event's name, the first lines of the body."""
        header = self.layout.header
        named = [header.title, header.subtitle, self.event.name if self.event else None]
        for number, span in enumerate([*named, *(block.span for block in self.layout.blocks[:3])]):
            text = self.clean[span.start : min(span.end, span.start + _ABOUT_LENGTH)] if span else ""
            if number < len(named):
                if len({mention.country for mention in find_countries(text)}) > 1:
                    return text
                continue
            for part in (text, _first_sentence(text)):
                mentions = find_countries(part)
                count = len({mention.country for mention in mentions})
                if count == 2 and not any(form("topic").search(part[: mention.span.start]) for mention in mentions):
                    return part
            if count > 2:
                return ""  # more than two states meet: who of them signs is not told
        return ""


def _first_sentence(text: str) -> str:
    end = form("sentence.end").search(text)
    return text[: end.start()] if end else text
