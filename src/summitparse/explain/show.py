"""Explanations as plain text for a terminal or a pipe."""

from collections.abc import Iterator, Sequence
from enum import StrEnum

from summitparse.explain.explanation import Explanation, Named
from summitparse.records import Document, Mention, Place, Quote, Release
from summitparse.rules import Rule, Weighed
from summitparse.terms import Attribution
from summitparse.view.terminal import printable
from summitparse.view.wording import ATTRIBUTIONS

# Characters of a sentence that are shown; of a longer one the part around the record.
LONGEST_CONTEXT = 600
# Examples of a rule that are shown, of either kind.
MOST_EXAMPLES = 3
# Fields that are shown elsewhere in the explanation, or only say where.
LEFT_OUT = ("id", "text", "title", "spans", "quoted", "start", "end", "rule", "confidence")


def to_text(release: Release, explained: Sequence[Explanation]) -> str:
    """One paragraph a record; a sentence where the release has no records at all."""
    if not explained:
        return f"{printable(release.source.name)} has no records.\n"
    return "\n".join("\n".join(_lines(release, one)) + "\n" for one in explained)


def _lines(release: Release, one: Explanation) -> Iterator[str]:
    record = one.subject.record
    yield f"{one.subject.id}  {printable(' '.join(_own_words(record).split()))}"
    for name, value in _fields(one):
        yield f"    {name}: {value}"
    for named in one.named:
        yield from _rule(named)
    if hasattr(record, "confidence"):
        yield f"    confidence: {record.confidence:g}"
    if isinstance(record, Quote) and record.attribution is not Attribution.NONE:
        yield f"    speaker known by: {ATTRIBUTIONS[record.attribution]}"
    for rule, answer in one.answers:
        yield f"    {rule.field} by {_weighed(release, answer)}"
    for rival in one.rivals:
        yield f"    beside it, by {_weighed(release, rival)}"
    if release.text and one.marks:
        yield f"    sentence: {_marked(release.text, one)}"


def _own_words(record: object) -> str:
    """What a record is called in the first line: its words, title or name."""
    if isinstance(record, Document):
        return record.title
    value = getattr(record, "text", None) or getattr(record, "name", None)
    return value.text if isinstance(value, Mention) else value or ""


def _rule(named: Named) -> Iterator[str]:
    """The rule, where it stands, what it proposes, and its examples."""
    made = named.made
    yield f"    rule{f' of {made.field}' if made.field else ''}: {made.rule}"
    for site in named.sites:
        where = f" in {site.function}" if site.function else ""
        yield f"        summitparse/{site.path}:{site.line}{where}{f': {site.purpose}' if site.purpose else ''}"
    for rule in named.rules:
        yield from rule_lines(rule)


def rule_lines(rule: Rule, most: int = MOST_EXAMPLES) -> Iterator[str]:
    """What a rule proposes, and up to `most` texts that it matches and as many that it must not."""
    yield f"        {rule.name}: {rule.proposes} ({rule.file})"
    for heading, examples in (("yes", rule.yes), ("no", rule.no)):
        for example in examples[:most]:
            yield f"            {heading}: {' '.join(example.marked.split())}"


def _weighed(release: Release, one: Weighed) -> str:
    words = f": {printable(' '.join(release.text[one.span.start : one.span.end].split()))}" if release.text else ""
    chance = f"{one.chance:.2f}, " if one.chance is not None else ""
    return f"{one.rule}{words} ({chance}{one.lost or 'taken'})"


def _fields(one: Explanation) -> Iterator[tuple[str, str]]:
    names = [one.field] if one.field else [n for n in type(one.subject.record).model_fields if n not in LEFT_OUT]
    for name in names:
        value = getattr(one.subject.record, name)
        if value is None or value == []:
            if one.field:
                yield name, "null"
            continue
        yield name, printable(" ".join(_words(value).split()))


def _words(value: object) -> str:
    if isinstance(value, Mention):
        return value.text
    if isinstance(value, Place):
        return f"[{value.start}, {value.end})"
    if isinstance(value, list):
        return ", ".join(_words(item) for item in value)
    return value.value if isinstance(value, StrEnum) else str(value)


def _marked(text: str, one: Explanation) -> str:
    """The sentence with each of the record's words between double brackets, with what they are."""
    start, end = one.context
    if end - start > LONGEST_CONTEXT:
        own = one.marks[0][1]
        start = max(start, own.start - LONGEST_CONTEXT // 4)
        end = min(end, start + LONGEST_CONTEXT)
    edges: list[tuple[int, int, str]] = []
    for name, span in one.marks:
        if start <= span.start and span.end <= end and span.start < span.end:
            edges += [(span.start, 1, f"[{name}: "), (span.end, 0, "]")]
    shown, at = "", start
    for place, _, sign in sorted(edges, key=lambda edge: edge[:2]):
        shown += text[at:place] + sign
        at = place
    return printable(" ".join((shown + text[at:end]).split()))
