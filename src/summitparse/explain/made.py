"""What in a release each rule made: its records, and fields of them that have a rule of their own."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from pydantic import BaseModel

from summitparse.findings import Span
from summitparse.language.parse import Parse
from summitparse.layout import Layout
from summitparse.pipeline import TOGETHER, Job, analyse_layouts, finish, lay_out
from summitparse.records import Actor, Event, Issuer, Place, Quote, Release
from summitparse.rules import Rule, Weighed, parts_of, traced

# Parts of a release that are one record or none, and lists of records with ids.
SINGLE = ("title", "subtitle", "published", "place", "issuer", "event")
MANY = ("actors", "quotes", "figures", "dates", "ranges", "positions", "documents")


class Subject(NamedTuple):
    """A record of the kind `kind` (the name that the release has for it), what it is asked for by, and its words."""

    id: str
    kind: str
    record: BaseModel
    spans: tuple[Span, ...]


class Made(NamedTuple):
    """A record, or one field of it, that `rule` (a value of the field of that name) made of the words at `spans`."""

    subject: Subject
    field: str
    rule: str
    spans: tuple[Span, ...]


class Traced(NamedTuple):
    """A release with what was weighed while it was read; `parse` is None where places in it are not those of the text
    as given, whose letters were composed."""

    release: Release
    layout: Layout
    parse: Parse | None
    weighed: list[Weighed]

    def made(self) -> list[Made]:
        """All that rules made of it."""
        return [made for subject in subjects_of(self.release) for made in made_of(subject, self.weighed)]


def trace(jobs: Iterable[Job]) -> Iterator[Traced]:
    """Each release with all that was weighed in it, in the order of the jobs."""
    stream = iter(jobs)
    while block := list(islice(stream, TOGETHER)):
        laid = []
        for job in block:
            with traced() as weighed:
                laid.append((job, lay_out(job), weighed))
        for (job, layout, weighed), parse in zip(laid, analyse_layouts([one[1] for one in laid]), strict=True):
            with traced() as more:
                release = finish(job, layout, parse)
            same = layout.text == job.source.text
            yield Traced(release, layout, parse if same else None, [*weighed, *more] if same else [])


def subjects_of(release: Release) -> list[Subject]:
    """All records that a rule made, in text order; those that are nowhere in the text stand first."""
    single = [(kind, kind, getattr(release, kind)) for kind in SINGLE]
    credits = [("credits", "credits", mention) for mention in release.credits]
    many = [(record.id, kind, record) for kind in MANY for record in getattr(release, kind)]
    found = [
        Subject(id, kind, record, spans_of(record))
        for id, kind, record in [*single, *credits, *many]
        if record is not None
    ]
    return sorted(found, key=lambda subject: (subject.spans[:1], subject.id))


def spans_of(record: BaseModel) -> tuple[Span, ...]:
    """The record's own words."""
    places: Sequence[Place | None] = ()
    if isinstance(record, Quote):
        places = record.spans
    elif isinstance(record, Actor):
        places = record.mentions
    elif isinstance(record, Event | Issuer):
        places = (record.name,)
    elif isinstance(record, Place):
        places = (record,)
    return tuple(Span(place.start, place.end) for place in places if place)


def made_of(subject: Subject, weighed: Sequence[Weighed]) -> Iterator[Made]:
    """The record with its rule, or with each that found some of its words, then its fields that have one; `weighed` is
    what was noted while it was found."""
    record = subject.record
    rule = getattr(record, "rule", None)
    if rule is not None:
        yield Made(subject, "", rule, subject.spans)
    for name, spans in _noted(subject, weighed).items():
        yield Made(subject, "", name, tuple(spans))
    if isinstance(record, Quote) and record.speaker is not None:
        words = spans_of(record.source) if record.source else subject.spans
        yield Made(subject, "speaker", f"speaker.{record.attribution.value}", words)
    for rule_of_field, one in answers_for(subject, weighed):
        value = getattr(record, rule_of_field.field)
        if not one.lost and value is not None:
            words = spans_of(value) if isinstance(value, Place) else (one.span,)
            yield Made(subject, rule_of_field.field, one.rule, words)


def _noted(subject: Subject, weighed: Sequence[Weighed]) -> dict[str, list[Span]]:
    """The rules that were noted for words of the record, each with those words."""
    found: dict[str, list[Span]] = {}
    for one in weighed:
        if not one.lost and one.of is None and _is_for(one, subject.kind):
            whole = subject.kind in SINGLE and (not subject.spans or one.span.overlaps(subject.spans[0]))
            if whole or one.span in subject.spans:
                found.setdefault(one.rule, []).append(one.span)
    return {rule: sorted(set(spans)) for rule, spans in found.items()}


def answers_for(subject: Subject, weighed: Sequence[Weighed]) -> list[tuple[Rule, Weighed]]:
    """What was weighed as a field of the record, each with its rule."""
    named = [one for one in weighed if one.of and one.of[:1] == subject.spans[0][:1]] if subject.spans else []
    return [(rule, one) for one in named for rule in parts_of(one.rule) if rule.record == subject.kind]


def rivals_of(subject: Subject, context: Span, weighed: Sequence[Weighed]) -> list[Weighed]:
    """What was weighed for words of the record's sentences and would have been a record of its kind; events are weighed
    for the whole release."""
    lost = [one for one in weighed if one.lost and one.of is None and _is_for(one, subject.kind)]
    return lost if subject.kind in SINGLE else [one for one in lost if one.span.overlaps(context)]


def _is_for(one: Weighed, kind: str) -> bool:
    return any(rule.record == kind for rule in parts_of(one.rule))
