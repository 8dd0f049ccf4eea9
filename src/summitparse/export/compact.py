"""A release for a reader of few words, such as a language model: names for ids, nothing that is null, short places."""

import json
from typing import Any

from summitparse.records import Date, Document, Figure, Position, Quote, Range, Release
from summitparse.serialise import inert
from summitparse.terms import Bound, InstrumentStatus, Polarity, QuoteType
from summitparse.view.wording import actor_name

Compact = dict[str, Any]
# Of a quote that is at least so sure the confidence is left out.
SURE = 0.9


def to_compact(release: Release, *, indent: int | None = None) -> str:
    """One JSON object. `at` is where a record begins in the text. What goes without saying is left out as well: a quote
    is direct and sure, what was said was said, a figure exact, a document signed. `to_json` has all."""
    return inert(json.dumps(compact(release), ensure_ascii=False, indent=indent, separators=(",", ":")))


def compact(release: Release) -> Compact:
    """The same as a dictionary."""
    names = {actor.id: actor_name(actor) for actor in release.actors}
    spans: list[Date | Range] = [*release.dates, *release.ranges]
    periods = {record.id: _span(record) for record in spans}
    spent = {figure.period for figure in release.figures} | {document.period for document in release.documents}
    event = release.event
    return _filled(
        id=release.id,
        source=release.source.name,
        title=release.title and release.title.text,
        published=release.published and release.published.value,
        place=release.place and release.place.text,
        issuer=release.issuer and release.issuer.name and release.issuer.name.text,
        country=release.issuer and release.issuer.country,
        event=event
        and _filled(
            name=event.name.text,
            place=event.place and event.place.text,
            days=_days(event.first, event.last),
            participants=[names[id_] for id_ in event.participants],
        ),
        quotes=[_quote(quote) for quote in release.quotes],
        figures=[_figure(figure, periods) for figure in release.figures],
        # Calendar days; what a figure or a document is for stands there.
        dates={date.text: date.value for date in release.dates if date.first and date.id not in spent},
        positions=[_position(position) for position in release.positions],
        documents=[_document(document, periods) for document in release.documents],
        warnings=sorted({warning.code.value for warning in release.warnings}),
    )


def _quote(quote: Quote) -> Compact:
    return _filled(
        speaker=quote.speaker_name,
        text=quote.text,
        type=None if quote.type is QuoteType.DIRECT else quote.type.value,
        polarity=None if quote.polarity is Polarity.ASSERTED else quote.polarity.value,
        confidence=round(quote.confidence, 2) if quote.confidence < SURE else None,
        at=quote.spans[0].start,
    )


def _figure(figure: Figure, periods: dict[str, str]) -> Compact:
    return _filled(
        value=_number(figure.value),
        upper=None if figure.upper is None else _number(figure.upper),
        unit=figure.unit,
        bound=None if figure.bound is Bound.EQUAL else figure.bound.value,
        change=figure.change and figure.change.value,
        measure=figure.measure and figure.measure.text,
        of=figure.entity and figure.entity.text,
        period=periods.get(figure.period or ""),
        speaker=figure.speaker_name,
        at=figure.start,
    )


def _position(position: Position) -> Compact:
    return _filled(
        actor=position.actor_name,
        act=position.act.value,
        object=position.text,
        addressee=position.addressee and position.addressee.text,
        polarity=None if position.polarity is Polarity.ASSERTED else position.polarity.value,
        at=position.start,
    )


def _document(document: Document, periods: dict[str, str]) -> Compact:
    return _filled(
        title=document.title,
        type=None if document.type.value in document.title.lower() else document.type.value,
        status=None if document.status is InstrumentStatus.SIGNED else document.status.value,
        parties=document.parties,
        signatories=document.signatories,
        signed=document.date and document.date.isoformat(),
        place=document.place,
        period=periods.get(document.period or ""),
        at=document.start,
    )


def _filled(**fields: Any) -> Compact:
    return {name: value for name, value in fields.items() if value is not None and value != [] and value != {}}


def _span(record: Date | Range) -> str:
    return record.edtf or _days(record.first, record.last) or record.text


def _days(first: Any, last: Any) -> str | None:
    if first is None and last is None:
        return None
    return str(first) if first == last else f"{first or '..'}/{last or '..'}"


def _number(value: Any) -> int | float:
    return int(value) if value == value.to_integral_value() else float(value)
