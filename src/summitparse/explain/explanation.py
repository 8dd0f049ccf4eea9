"""What can be said of how one record was made."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from summitparse.errors import UsageError
from summitparse.explain.measures import Proposal, proposals
from summitparse.explain.sites import Site, sites_of
from summitparse.findings import Span
from summitparse.language.parse import Parse
from summitparse.pipeline import Job, analyse_layouts, finish, lay_out
from summitparse.records import Date, Document, Figure, Mention, Place, Position, Quote, Range, Release

Explained = Quote | Figure | Date | Range | Position | Document
KINDS = ("quotes", "figures", "dates", "ranges", "positions", "documents")
_ASKED = re.compile(r"(?P<id>[A-Z]\d+)(?:\.(?P<field>[a-z_]+))?")


@dataclass(frozen=True, slots=True)
class Explanation:
    """A record with its rule and the rule's places in the code; `context` is the text of its sentences, `marks` the
    words in it that the record was made of, by what they are; `lost` are the readings that lost, for a measure."""

    record: Explained
    field: str | None
    sites: list[Site]
    context: Span
    marks: list[tuple[str, Span]]
    measures: list[Proposal]


def explain(job: Job, asked: str | None = None) -> tuple[Release, list[Explanation]]:
    """The release, and an explanation of the record `asked` for ("F3", "F3.measure") or of every one in text order.

    Raises `UsageError` where `asked` names no record of the release or no field of the record.
    """
    layout = lay_out(job)
    parse = analyse_layouts([layout])[0]
    release = finish(job, layout, parse)
    record_id, field = _parts(asked)
    records = [record for record in _records(release) if record_id in (None, record.id)]
    if record_id and not records:
        known = ", ".join(record.id for record in _records(release)) or "none"
        raise UsageError(f"{job.source.name} has no record {record_id}. It has: {known}.")
    if field and field not in type(records[0]).model_fields:
        known = ", ".join(type(records[0]).model_fields)
        raise UsageError(f"{record_id} has no field {field!r}. It has: {known}.")
    # Places in the parse are those of the composed text; where that is another, only the record's own words are shown.
    same = layout.text == job.source.text
    measured = any(isinstance(record, Figure) for record in records) and field in (None, "measure")
    answers = proposals(layout, parse, release) if same and measured and parse.tokens else {}
    return release, [
        Explanation(
            record,
            field,
            sites_of(record.rule),
            _sentences(parse, _span(record)) if same else _span(record),
            list(_marks(record, release)),
            answers.get(record.start, []) if isinstance(record, Figure) else [],
        )
        for record in records
    ]


def _parts(asked: str | None) -> tuple[str | None, str | None]:
    if asked is None:
        return None, None
    match = _ASKED.fullmatch(asked)
    if match is None:
        raise UsageError(f"{asked!r} is no record: give its id, and a field where one is meant: F3, F3.measure.")
    return match["id"], match["field"]


def _records(release: Release) -> Iterator[Explained]:
    found: list[Explained] = [record for kind in KINDS for record in getattr(release, kind)]
    yield from sorted(found, key=lambda record: (_span(record).start, record.id))


def _span(record: Explained) -> Span:
    if isinstance(record, Quote):
        return Span(record.spans[0].start, record.spans[-1].end)
    return Span(record.start, record.end)


def _sentences(parse: Parse, span: Span) -> Span:
    """The sentences that the record stands in, or the record alone where nothing was parsed."""
    first, last = parse.sentence_at(span.start), parse.sentence_at(max(span.start, span.end - 1))
    if first is None or last is None:
        return span
    begin, end = parse.sentence_span(first), parse.sentence_span(last)
    return Span(min(begin.start, span.start), max(end.end, span.end))


def _marks(record: Explained, release: Release) -> Iterator[tuple[str, Span]]:
    """The record's own words, and the other words that its fields are made of."""
    own: list[Place] = list(record.spans) if isinstance(record, Quote) else [record]
    for place in own:
        yield record.id, Span(place.start, place.end)
    for name in type(record).model_fields:
        value = getattr(record, name)
        if isinstance(value, Mention):
            yield name, Span(value.start, value.end)
    if isinstance(record, Figure | Document) and record.period:
        times: list[Date | Range] = [*release.dates, *release.ranges]
        period = next(time for time in times if time.id == record.period)
        yield "period", Span(period.start, period.end)
