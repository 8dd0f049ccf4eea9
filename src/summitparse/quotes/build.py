"""Turns a chosen frame into a quote: its type, its spans, and what of it stands in marks."""

from collections.abc import Sequence

from summitparse.cues.find import ACCORDING, Cue
from summitparse.cues.passages import Passage, Quoted, with_bracket
from summitparse.findings import QuoteFinding, Span
from summitparse.language.parse import Parse, Token
from summitparse.quotes.candidate import Candidate, Part
from summitparse.quotes.joins import holds_terms, names_work
from summitparse.voices import Stretch

# The rule of reported speech without marks.
CLAUSE = "quotes.clause"
# Shares of letters in marks (as in the evaluation on PolNeAR).
DIRECT, MIXED = 0.95, 0.05


def build(
    parse: Parse,
    passage: Passage,
    stretches: Sequence[Stretch],
    cue: Cue,
    content: Candidate,
    source: Span | None,
    confidence: float,
) -> QuoteFinding:
    """The quote of a frame; `source` and `confidence` are given."""
    tokens = parse.tokens
    mine = said_in_marks(tokens, passage, cue, content)
    numbers = list(dict.fromkeys(q.number for q in mine))
    closed = all(stretches[number].closed for number in numbers)
    share = share_in_marks(tokens, content.parts, mine)
    cue_words = cue_span(parse, cue)
    if content.runs or share >= DIRECT:
        spans = tuple(sorted(span for number in numbers for span in stretches[number].whole()))
        return QuoteFinding(
            "direct", spans, spans, source, cue_words, confidence=confidence, closed=closed, rule="quotes.marks"
        )
    spans = tuple(_clause(tokens, mine, part) for part in content.parts)
    if share < MIXED:
        return QuoteFinding("indirect", spans, (), source, cue_words, confidence=confidence, rule=CLAUSE)
    quoted = tuple(
        span for number in numbers for span in stretches[number].whole() if any(s.overlaps(span) for s in spans)
    )
    return QuoteFinding(
        "mixed", spans, quoted, source, cue_words, confidence=confidence, closed=closed, rule="quotes.mixed"
    )


def said_in_marks(tokens: Sequence[Token], passage: Passage, cue: Cue, content: Candidate) -> list[Quoted]:
    """The stretches in marks of a content; what something is called is nothing said."""
    found = [q for first, last in content.parts for q in passage.overlapping(first, last)]
    if content.runs:
        return found
    said = [q for q in found if not names_work(tokens, passage, q)]
    return [] if holds_terms(tokens, passage, cue, said) else said


def share_in_marks(tokens: Sequence[Token], parts: Sequence[Part], quoted: Sequence[Quoted]) -> float:
    """The share of the letters that stand in quotation marks."""
    inside = total = 0
    for first, last in parts:
        near = [q for q in quoted if q.outer_first <= last and q.outer_last >= first]
        for token in tokens[first : last + 1]:
            size = len(token.text) if token.text[0].isalnum() else 0
            total += size
            if near and any(q.outer_first <= token.i <= q.outer_last for q in near):
                inside += size
    return inside / total if total else 0.0


def _clause(tokens: Sequence[Token], quoted: Sequence[Quoted], part: Part) -> Span:
    """From the first to the last word, with the marks of quoted words at its ends."""
    first, last = part
    for stretch in quoted:
        if stretch.first >= first - 1 and stretch.outer_first < first <= stretch.first:
            first = stretch.outer_first
        if stretch.first >= part[0] and last < stretch.outer_last and last >= stretch.last - 1:
            last = stretch.outer_last
    return Span(tokens[first].start, tokens[with_bracket(tokens, first, last)].end)


def cue_span(parse: Parse, cue: Cue) -> Span:
    """The cue with its particle ("pointed out"), or "according to"."""
    tokens = parse.tokens
    if cue.kind == ACCORDING:
        return Span(tokens[cue.i].start, tokens[cue.i + 1].end)
    last = next((i for i in tokens[cue.i].children if i == cue.i + 1 and tokens[i].dep == "prt"), cue.i)
    return Span(tokens[cue.i].start, tokens[last].end)
