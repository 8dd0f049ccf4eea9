"""How sure quotations in marks are, once their speakers are known."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summitparse.findings import ActorFinding, QuoteFinding, Span
from summitparse.quotes import settle

QUOTE = QuoteFinding("direct", (Span(0, 60),), (Span(0, 60),), Span(61, 70), confidence=0.9, speaker=0)
SPEAKER = ActorFinding("person", "Ilva Daren")


def sure(quote: QuoteFinding, speaker: ActorFinding = SPEAKER) -> float:
    [settled] = settle([quote], [speaker], article=False)
    return settled.confidence


@pytest.mark.parametrize(
    "doubted",
    [ActorFinding("person", None, ("envoy",)), ActorFinding("organisation", "Triangular"), ActorFinding("group", None)],
)
def test_a_person_with_a_name_is_surer_than_others(doubted: ActorFinding) -> None:
    assert sure(QUOTE, doubted) < sure(QUOTE)


@pytest.mark.parametrize(
    "doubted",
    [
        replace(QUOTE, speaker=None),
        replace(QUOTE, attribution="anaphor"),
        replace(QUOTE, confidence=0.6),
    ],
)
def test_no_speaker_a_pronoun_and_little_trust_make_a_quotation_less_sure(
    doubted: QuoteFinding,
) -> None:
    assert sure(doubted) < sure(replace(QUOTE, attribution="explicit"))


@pytest.mark.parametrize(
    "quote",
    [replace(QUOTE, type="indirect"), replace(QUOTE, attribution="turn"), replace(QUOTE, parent=0)],
)
def test_clauses_turns_and_nested_quotations_stay_as_they_are(quote: QuoteFinding) -> None:
    assert sure(quote) == quote.confidence


@given(st.floats(0, 1), st.sampled_from(["direct", "mixed"]), st.integers(1, 120))
def test_it_is_a_probability(before: float, kind: str, end: int) -> None:
    assert 0 < sure(replace(QUOTE, confidence=before, type=kind, spans=(Span(0, end),))) < 1
