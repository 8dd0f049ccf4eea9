"""Numbers the findings, links them to each other, and validates once, at the edge."""

import datetime as dt
import re
import sys
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TypedDict, TypeVar

from pydantic import ValidationError

from summitparse import records, terms
from summitparse.calibration import actor_way, confidence, event_way
from summitparse.enclosing import Enclosing
from summitparse.errors import InternalError
from summitparse.findings import (
    ActorFinding,
    DateFinding,
    DocumentFinding,
    EventFinding,
    FigureFinding,
    IssuerFinding,
    Notice,
    PeriodRef,
    PositionFinding,
    QuoteFinding,
    RangeFinding,
    Span,
    TimeFindings,
)
from summitparse.layout import Layout, Places
from summitparse.reading import SourceText


class Ends(TypedDict):
    """A place as the records name it."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Findings:
    """What all finders found in one release. Positions in one sequence are what the others refer to."""

    times: TimeFindings = field(default_factory=TimeFindings)
    figures: Sequence[FigureFinding] = ()
    quotes: Sequence[QuoteFinding] = ()
    actors: Sequence[ActorFinding] = ()
    issuer: IssuerFinding | None = None
    event: EventFinding | None = None
    positions: Sequence[PositionFinding] = ()
    documents: Sequence[DocumentFinding] = ()
    notices: Sequence[Notice] = ()


def assemble(
    source: SourceText,
    layout: Layout,
    findings: Findings,
    *,
    id: str | None,
    language: str,
    reference: dt.date | None,
) -> records.Release:
    """The release, checked against the contract and against its own text.

    Raises `InternalError` if a finder broke the contract.
    """
    try:
        return _Assembly(source.text, layout, findings).release(source, id=id, language=language, reference=reference)
    except ValidationError as error:
        raise InternalError(f"{source.name}: a record breaks the contract: {error}") from error


R = TypeVar("R")

# An actor without a mention stands after all others.
NOWHERE = Span(sys.maxsize, sys.maxsize)


class _Assembly:
    def __init__(self, text: str, layout: Layout, findings: Findings) -> None:
        self.text = text
        self.places = Places(text, layout.text)
        self.layout = layout
        self.findings = findings
        self.date_ids = _number("D", [date.span for date in findings.times.dates])
        self.range_ids = _number("R", [range_.span for range_ in findings.times.ranges])
        self.quote_ids = _number("Q", [quote.spans[0] for quote in findings.quotes])
        self.actor_ids = _number("A", [min(actor.mentions, default=NOWHERE) for actor in findings.actors])
        self.enclosing = Enclosing(quote.spans for quote in findings.quotes)

    def release(
        self, source: SourceText, *, id: str | None, language: str, reference: dt.date | None
    ) -> records.Release:
        header, found = self.layout.header, self.findings
        return records.Release(
            id=id,
            source=records.Source(
                name=source.name, media_type=source.media_type, encoding=source.encoding, sha256=source.sha256
            ),
            text=self.text,
            language=language,
            title=self.mention(header.title),
            subtitle=self.mention(header.subtitle),
            published=self.published(),
            place=self.mention(header.place),
            credits=[self.exact(span) for span in header.credits],
            issuer=self.issuer(),
            reference_date=reference,
            event=self.event(),
            actors=_in_order(self.actor_ids, [self.actor(i, actor) for i, actor in enumerate(found.actors)]),
            quotes=_in_order(self.quote_ids, [self.quote(i, quote) for i, quote in enumerate(found.quotes)]),
            figures=[self.figure(i, f) for i, f in enumerate(sorted(found.figures, key=lambda f: f.span), 1)],
            dates=_in_order(self.date_ids, [self.date(i) for i in range(len(found.times.dates))]),
            ranges=_in_order(self.range_ids, [self.range(i) for i in range(len(found.times.ranges))]),
            positions=[self.position(i, p) for i, p in enumerate(sorted(found.positions, key=lambda p: p.span), 1)],
            documents=[self.document(i, d) for i, d in enumerate(sorted(found.documents, key=lambda d: d.span), 1)],
            warnings=[
                records.ReleaseWarning(**self.place(n.span), code=terms.WarningCode(n.code), message=n.message)
                for n in sorted(found.notices, key=lambda n: (n.span, n.code))
            ],
        )

    def words(self, span: Span) -> str:
        given = self.places.given(span)
        return self.text[given.start : given.end]

    def place(self, span: Span) -> Ends:
        given = self.places.given(span)
        return {"start": given.start, "end": given.end}

    def exact(self, span: Span) -> records.Mention:
        return records.Mention(**self.place(span), text=self.words(span))

    def mention(self, span: Span | None) -> records.Mention | None:
        return self.exact(span) if span else None

    def published(self) -> records.Published | None:
        line = self.layout.header.published
        if line is None:
            return None
        return records.Published(**self.place(line.span), text=self.words(line.span), value=line.value)

    def issuer(self) -> records.Issuer | None:
        issuer = self.findings.issuer
        return records.Issuer(name=self.mention(issuer.name), country=issuer.country) if issuer else None

    def event(self) -> records.Event | None:
        event = self.findings.event
        if event is None:
            return None
        kind, title = terms.EventKind(event.kind), self.layout.header.title
        way = event_way(kind, dated=event.first is not None, in_title=title is not None and title.contains(event.name))
        return records.Event(
            name=self.exact(event.name),
            kind=kind,
            place=self.mention(event.place),
            first=event.first,
            last=event.last,
            participants=[self.actor_ids[i] for i in event.participants],
            confidence=confidence("events", way),
        )

    def actor(self, i: int, actor: ActorFinding) -> records.Actor:
        kind, mentions = terms.ActorKind(actor.kind), sorted(set(actor.mentions))
        way = actor_way(kind, named=actor.name is not None, mentions=len(mentions))
        return records.Actor(
            id=self.actor_ids[i],
            kind=kind,
            name=actor.name,
            country=actor.country,
            titles=list(actor.titles),
            affiliation=actor.affiliation,
            members=[self.actor_ids[member] for member in actor.members],
            mentions=[self.exact(span) for span in mentions],
            confidence=confidence("actors", way),
        )

    def quote(self, i: int, quote: QuoteFinding) -> records.Quote:
        return records.Quote(
            id=self.quote_ids[i],
            type=terms.QuoteType(quote.type),
            text=readable(self.layout.clean, quote),
            spans=[records.Place(**self.place(span)) for span in quote.spans],
            quoted=[records.Place(**self.place(span)) for span in quote.quoted],
            source=self.mention(quote.source),
            cue=self.mention(quote.cue),
            speaker=None if quote.speaker is None else self.actor_ids[quote.speaker],
            speaker_name=self.name(quote.speaker),
            polarity=terms.Polarity(quote.polarity),
            attribution=terms.Attribution(quote.attribution),
            confidence=round(quote.confidence, 3),
            rule=quote.rule,
            closed=quote.closed,
            parent=None if quote.parent is None else self.quote_ids[quote.parent],
        )

    def figure(self, number: int, figure: FigureFinding) -> records.Figure:
        holder = self.enclosing.quote(figure.span)
        speaker = None if holder is None else self.findings.quotes[holder].speaker
        return records.Figure(
            **self.place(figure.span),
            text=self.words(figure.span),
            id=f"F{number}",
            kind=terms.FigureKind(figure.kind),
            value=figure.value,
            upper=figure.upper,
            unit=figure.unit,
            bound=terms.Bound(figure.bound),
            change=terms.Change(figure.change) if figure.change else None,
            measure=self.mention(figure.measure),
            entity=self.mention(figure.entity),
            period=self.period(figure.period),
            quote=None if holder is None else self.quote_ids[holder],
            speaker=None if speaker is None else self.actor_ids[speaker],
            speaker_name=self.name(speaker),
            confidence=confidence("figures", figure.rule),
            rule=figure.rule,
        )

    def date(self, i: int) -> records.Date:
        date = self.findings.times.dates[i]
        holder = self.enclosing.quote(date.span)
        return records.Date(
            **self.place(date.span),
            text=self.words(date.span),
            id=self.date_ids[i],
            type=terms.TimexType(date.type),
            value=date.value,
            mod=date.mod,
            edtf=date.edtf,
            first=date.first,
            last=date.last,
            quote=None if holder is None else self.quote_ids[holder],
            confidence=confidence("dates", date.rule),
            rule=date.rule,
        )

    def range(self, i: int) -> records.Range:
        found = self.findings.times.ranges[i]
        return records.Range(
            **self.place(found.span),
            text=self.words(found.span),
            id=self.range_ids[i],
            from_=None if found.begin is None else self.date_ids[found.begin],
            to=None if found.end is None else self.date_ids[found.end],
            edtf=found.edtf,
            first=found.first,
            last=found.last,
            confidence=confidence("ranges", found.rule),
            rule=found.rule,
        )

    def position(self, number: int, position: PositionFinding) -> records.Position:
        holder = self.enclosing.quote(position.span) if position.in_speech else None
        return records.Position(
            **self.place(position.span),
            text=self.words(position.span),
            id=f"P{number}",
            act=terms.Act(position.act),
            cue=self.exact(position.cue),
            source=self.mention(position.source),
            actor=None if position.actor is None else self.actor_ids[position.actor],
            actor_name=self.name(position.actor),
            addressee=self.mention(position.addressee),
            polarity=terms.Polarity(position.polarity),
            quote=None if holder is None else self.quote_ids[holder],
            confidence=round(position.confidence, 3),
            rule=position.rule,
        )

    def name(self, index: int | None) -> str | None:
        """Of an actor by its place among the actors: the name, else the first title, else the first mention."""
        if index is None:
            return None
        actor = self.findings.actors[index]
        return actor.name or next(iter(actor.titles), None) or self.words(min(actor.mentions))

    def document(self, number: int, document: DocumentFinding) -> records.Document:
        holder = self.enclosing.quote(document.span)
        period = document.period and self.times(document.period)
        return records.Document(
            **self.place(document.span),
            id=f"I{number}",
            title=document.title,
            type=terms.InstrumentType(document.type),
            status=terms.InstrumentStatus(document.status),
            parties=list(document.parties),
            signatories=list(document.signatories),
            period=self.period(document.period),
            first=period.first if period else None,
            last=period.last if period else None,
            date=document.date,
            place=document.place,
            quote=None if holder is None else self.quote_ids[holder],
            confidence=confidence("documents", document.rule),
            rule=document.rule,
        )

    def period(self, ref: PeriodRef | None) -> str | None:
        if ref is None:
            return None
        return (self.range_ids if ref.kind == "range" else self.date_ids)[ref.index]

    def times(self, ref: PeriodRef) -> DateFinding | RangeFinding:
        times = self.findings.times
        return times.ranges[ref.index] if ref.kind == "range" else times.dates[ref.index]


def _number(letter: str, spans: Sequence[Span]) -> list[str]:
    """Ids in text order, given back in the order of the findings."""
    ids = [""] * len(spans)
    for number, i in enumerate(sorted(range(len(spans)), key=lambda i: (spans[i], i)), 1):
        ids[i] = f"{letter}{number}"
    return ids


def _in_order(ids: Sequence[str], found: Sequence[R]) -> list[R]:
    """The records in the order of their ids."""
    return [record for _, record in sorted(zip(ids, found, strict=True), key=lambda pair: int(pair[0][1:]))]


_THAT = re.compile(r"that\s+", re.IGNORECASE)
_SENTENCE_END = re.compile(r"[.!?][^\w.!?]*\Z")


def readable(clean: str, quote: QuoteFinding) -> str:
    """The content as a person would read it: lines unwrapped, parts joined, no "that" and no final comma.

    Where the words between two parts end their sentence (“Yes,” she said. “We agree.” or “Yes”, she said. “We agree.”),
    the comma before them stands for a full stop, and is read as one.
    """
    text = ""
    for before, span in zip((None, *quote.spans), quote.spans, strict=False):
        part = " ".join(clean[span.start : span.end].split())
        if before and (text[-1:] == "," or text[-1:].isalnum()) and _SENTENCE_END.search(clean, before.end, span.start):
            text = text.removesuffix(",") + "."
        text = f"{text} {part}" if text else part
    if quote.type != "direct" and (that := _THAT.match(text)):
        text = text[that.end() :]
    return text.rstrip(" ,;:")
