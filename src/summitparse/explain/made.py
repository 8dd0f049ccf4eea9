"""What in a release each rule made: its records, and fields of them that have a rule of their own."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from summitparse.findings import Span
from summitparse.pipeline import TOGETHER, Job, analyse_layouts, finish, lay_out
from summitparse.records import Date, Document, Figure, Position, Quote, Range, Release
from summitparse.rules import Rule, Weighed, parts_of, traced

Explained = Quote | Figure | Date | Range | Position | Document
KINDS: dict[str, type[Explained]] = {
    "quotes": Quote,
    "figures": Figure,
    "dates": Date,
    "ranges": Range,
    "positions": Position,
    "documents": Document,
}


class Made(NamedTuple):
    """A record, or one field of it, that `rule` (a value of the field of that name) made of the words at `spans`."""

    record: Explained
    field: str
    rule: str
    spans: tuple[Span, ...]


def made_in(jobs: Iterable[Job]) -> Iterator[tuple[Release, list[Made], list[Weighed]]]:
    """Each release with all that rules made in it, and all that was weighed; in the order of the jobs."""
    stream = iter(jobs)
    while block := list(islice(stream, TOGETHER)):
        layouts = [lay_out(job) for job in block]
        for job, layout, parse in zip(block, layouts, analyse_layouts(layouts), strict=True):
            with traced() as weighed:
                release = finish(job, layout, parse)
            yield release, [one for record in records_of(release) for one in made_of(record, weighed)], weighed


def records_of(release: Release) -> list[Explained]:
    """All records that have a rule, in text order."""
    found: list[Explained] = [record for kind in KINDS for record in getattr(release, kind)]
    return sorted(found, key=lambda record: (spans_of(record)[0].start, record.id))


def spans_of(record: Explained) -> tuple[Span, ...]:
    """The record's own words."""
    if isinstance(record, Quote):
        return tuple(Span(part.start, part.end) for part in record.spans)
    return (Span(record.start, record.end),)


def made_of(record: Explained, weighed: Sequence[Weighed]) -> Iterator[Made]:
    """The record with its rule, then its fields that have one; `weighed` is what was noted while it was found."""
    yield Made(record, "", record.rule, spans_of(record))
    if isinstance(record, Quote) and record.speaker is not None:
        source = record.source
        words = (Span(source.start, source.end),) if source else spans_of(record)
        yield Made(record, "speaker", f"speaker.{record.attribution.value}", words)
    for rule, one in answers_for(record, weighed):
        value = getattr(record, rule.field)
        if not one.lost and value is not None:
            yield Made(record, rule.field, one.rule, (Span(value.start, value.end),))


def answers_for(record: Explained, weighed: Sequence[Weighed]) -> list[tuple[Rule, Weighed]]:
    """What was weighed as a field of the record, each with its rule."""
    start = spans_of(record)[0].start
    named = [(rule, one) for one in weighed if one.of and one.of.start == start for rule in parts_of(one.rule)]
    return [(rule, one) for rule, one in named if isinstance(record, KINDS[rule.record])]


def rivals_of(record: Explained, context: Span, weighed: Sequence[Weighed]) -> list[Weighed]:
    """What was weighed for words of the record's sentences and would have been a record of its kind."""
    return [
        one
        for one in weighed
        if one.lost and one.of is None and one.span.overlaps(context)
        for rule in parts_of(one.rule)[:1]
        if isinstance(record, KINDS[rule.record])
    ]
