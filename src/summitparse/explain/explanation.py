"""What can be said of how one record was made."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from summitparse.errors import UsageError
from summitparse.explain.made import SINGLE, Made, Subject, Traced, answers_for, made_of, rivals_of, subjects_of, trace
from summitparse.explain.sites import Site, sites_of
from summitparse.findings import Span
from summitparse.language.parse import Parse
from summitparse.pipeline import Job
from summitparse.records import Date, Document, Figure, Mention, Range, Release
from summitparse.rules import Rule, Weighed, parts_of

_ASKED = re.compile(rf"(?P<id>[A-Z]\d+|{'|'.join(SINGLE)}|credits)(?:\.(?P<field>[a-z_]+))?")


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

    subject: Subject
    field: str | None
    named: list[Named]
    context: Span
    marks: list[tuple[str, Span]]
    answers: list[tuple[Rule, Weighed]]
    rivals: list[Weighed]


def explain(job: Job, asked: str | None = None) -> tuple[Release, list[Explanation]]:
    """The release, and an explanation of the record `asked` for ("F3", "F3.measure", "event") or of every one in text
    order.

    Raises `UsageError` where `asked` names no record of the release or no field of the record.
    """
    found = next(trace([job]))
    asked_id, field = _parts(asked)
    known = subjects_of(found.release)
    subjects = [subject for subject in known if asked_id in (None, subject.id)]
    if asked_id and not subjects:
        ids = ", ".join(dict.fromkeys(subject.id for subject in known)) or "none"
        raise UsageError(f"{job.source.name} has no record {asked_id}. It has: {ids}.")
    if field and field not in type(subjects[0].record).model_fields:
        fields = ", ".join(type(subjects[0].record).model_fields)
        raise UsageError(f"{asked_id} has no field {field!r}. It has: {fields}.")
    return found.release, [_explained(subject, field, found) for subject in subjects]


def _explained(subject: Subject, field: str | None, found: Traced) -> Explanation:
    noted, whole = found.weighed, _span(subject)
    context = _sentences(found.parse, whole) if found.parse and subject.spans else whole
    made = list(made_of(subject, noted))
    answers = [(rule, one) for rule, one in answers_for(subject, noted) if field in (None, rule.field)]
    return Explanation(
        subject,
        field,
        [
            Named(one, sites_of(one.rule), parts_of(one.rule))
            for one in [one for one in made if field in (None, one.field)] or made[:1]
        ],
        context,
        list(_marks(subject, found.release)),
        sorted(answers, key=lambda answer: -(answer[1].chance or 0)),
        [] if field else rivals_of(subject, context, noted),
    )


def _parts(asked: str | None) -> tuple[str | None, str | None]:
    if asked is None:
        return None, None
    match = _ASKED.fullmatch(asked)
    if match is None:
        raise UsageError(f"{asked!r} is no record: give its id, and a field where one is meant: F3, F3.measure.")
    return match["id"], match["field"]


def _span(subject: Subject) -> Span:
    """From the first to the last of its words; of an actor the first mention."""
    spans = subject.spans[:1] if subject.kind == "actors" else subject.spans
    return Span(spans[0].start, spans[-1].end) if spans else Span(0, 0)


def _sentences(parse: Parse, span: Span) -> Span:
    """The sentences that the record stands in, or the record alone where nothing was parsed."""
    first, last = parse.sentence_at(span.start), parse.sentence_at(max(span.start, span.end - 1))
    if first is None or last is None:
        return span
    begin, end = parse.sentence_span(first), parse.sentence_span(last)
    return Span(min(begin.start, span.start), max(end.end, span.end))


def _marks(subject: Subject, release: Release) -> Iterator[tuple[str, Span]]:
    """The record's own words, and the other words that its fields are made of."""
    record = subject.record
    for span in subject.spans:
        yield subject.id, span
    for name in type(record).model_fields:
        value = getattr(record, name)
        if isinstance(value, Mention) and Span(value.start, value.end) not in subject.spans:
            yield name, Span(value.start, value.end)
    if isinstance(record, Figure | Document) and record.period:
        times: list[Date | Range] = [*release.dates, *release.ranges]
        period = next(time for time in times if time.id == record.period)
        yield "period", Span(period.start, period.end)
