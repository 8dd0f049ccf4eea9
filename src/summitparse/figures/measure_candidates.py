"""A noun phrase that a figure may be said of, and the named reading that answers with it."""

from dataclasses import dataclass

from summitparse.figures.phrases import NOUNS, Phrases
from summitparse.findings import Span
from summitparse.language.parse import Token


@dataclass(frozen=True, slots=True)
class MeasureCandidate:
    """`noun` is the head of the phrase, None where it has none; `reading` is the first that answers with it; `order` is
    how many other answers surer readings give."""

    span: Span
    noun: Token | None
    reading: str
    order: int


def candidate_of(phrases: Phrases, span: Span, reading: str, order: int) -> MeasureCandidate:
    """The candidate of a phrase; its head is the noun whose own head is outside of it."""
    inside = phrases.parse.within(span)
    nouns = (token for token in inside if token.pos in NOUNS)
    noun = next((t for t in nouns if not span.start <= phrases.tokens[t.head].start < span.end or t.head == t.i), None)
    return MeasureCandidate(span, noun, reading, order)
