"""A noun phrase that a figure may be said of, and the named reading that answers with it."""

from dataclasses import dataclass

from summitparse.figures.phrases import Phrases
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
    """The candidate of a phrase."""
    return MeasureCandidate(span, phrases.head_of(span), reading, order)
