"""What can be said of how one record was made."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from summitparse.errors import UsageError
from summitparse.explain.made import Explained, Made, answers_for, made_of, records_of, rivals_of, spans_of
from summitparse.explain.sites import Site, sites_of
from summitparse.findings import Span
from summitparse.language.parse import Parse
from summitparse.pipeline import Job, analyse_layouts, finish, lay_out
from summitparse.records import Date, Document, Figure, Mention, Range, Release
from summitparse.rules import Rule, Weighed, parts_of, traced

_ASKED = re.compile(r"(?P<id>[A-Z]\d+)(?:\.(?P<field>[a-z_]+))?")


@dataclass(frozen=True, slots=True)
class Named:
    """A rule that made a record or a field of it, its places in the code; `rules` are the parts of its name."""

    made: Made
    sites: list[Site]
    rules: list[Rule]


@dataclass(frozen=True, slots=True)
class Explanation:
    """A record with its rules; `context` is the text of its sentences, `marks` the words in it that the record was made
    of, by what they are. `answers` were weighed for its fields, the likeliest first, `rivals` lost as a record beside
    it."""

    record: Explained
    field: str | None
    named: list[Named]
    context: Span
    marks: list[tuple[str, Span]]
    answers: list[tuple[Rule, Weighed]]
    rivals: list[Weighed]


def explain(job: Job, asked: str | None = None) -> tuple[Release, list[Explanation]]:
    """The release, and an explanation of the record `asked` for ("F3", "F3.measure") or of every one in text order.

    Raises `UsageError` where `asked` names no record of the release or no field of the record.
    """
    layout = lay_out(job)
    parse = analyse_layouts([layout])[0]
    with traced() as weighed:
        release = finish(job, layout, parse)
    record_id, field = _parts(asked)
    known = records_of(release)
    records = [record for record in known if record_id in (None, record.id)]
    if record_id and not records:
        ids = ", ".join(record.id for record in known) or "none"
        raise UsageError(f"{job.source.name} has no record {record_id}. It has: {ids}.")
    if field and field not in type(records[0]).model_fields:
        fields = ", ".join(type(records[0]).model_fields)
        raise UsageError(f"{record_id} has no field {field!r}. It has: {fields}.")
    # Places in the parse are those of the composed text; where that is another, only the record's own words are shown.
    same = layout.text == job.source.text
    return release, [_explained(record, field, release, parse if same else None, weighed) for record in records]


def _explained(
    record: Explained, field: str | None, release: Release, parse: Parse | None, weighed: list[Weighed]
) -> Explanation:
    context, noted = (_sentences(parse, _span(record)), weighed) if parse else (_span(record), [])
    made = [one for one in made_of(record, noted) if field in (None, one.field)] or list(made_of(record, noted))[:1]
    answers = [(rule, one) for rule, one in answers_for(record, noted) if field in (None, rule.field)]
    return Explanation(
        record,
        field,
        [Named(one, sites_of(one.rule), parts_of(one.rule)) for one in made],
        context,
        list(_marks(record, release)),
        sorted(answers, key=lambda answer: -(answer[1].chance or 0)),
        [] if field else rivals_of(record, context, noted),
    )


def _parts(asked: str | None) -> tuple[str | None, str | None]:
    if asked is None:
        return None, None
    match = _ASKED.fullmatch(asked)
    if match is None:
        raise UsageError(f"{asked!r} is no record: give its id, and a field where one is meant: F3, F3.measure.")
    return match["id"], match["field"]


def _span(record: Explained) -> Span:
    spans = spans_of(record)
    return Span(spans[0].start, spans[-1].end)


def _sentences(parse: Parse, span: Span) -> Span:
    """The sentences that the record stands in, or the record alone where nothing was parsed."""
    first, last = parse.sentence_at(span.start), parse.sentence_at(max(span.start, span.end - 1))
    if first is None or last is None:
        return span
    begin, end = parse.sentence_span(first), parse.sentence_span(last)
    return Span(min(begin.start, span.start), max(end.end, span.end))


def _marks(record: Explained, release: Release) -> Iterator[tuple[str, Span]]:
    """The record's own words, and the other words that its fields are made of."""
    for span in spans_of(record):
        yield record.id, span
    for name in type(record).model_fields:
        value = getattr(record, name)
        if isinstance(value, Mention):
            yield name, Span(value.start, value.end)
    if isinstance(record, Figure | Document) and record.period:
        times: list[Date | Range] = [*release.dates, *release.ranges]
        period = next(time for time in times if time.id == record.period)
        yield "period", Span(period.start, period.end)
