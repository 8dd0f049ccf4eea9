"""What holds for any text: offsets, order, titles, and time that grows with the text and no faster."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summitparse.documents import find_documents
from summitparse.findings import Span, TimeFindings
from summitparse.layout import Block, Layout
from summitparse.records import InstrumentStatus, InstrumentType
from summitparse.voices import find_voices
from tests.cost import cost

WORDS = [
    "signed",
    "signing",
    "adopted",
    "approved",
    "will",
    "to",
    "sign",
    "a",
    "an",
    "the",
    "agreement",
    "agreements",
    "protocol",
    "memorandum",
    "of",
    "understanding",
    "on",
    "and",
    "as",
    "well",
    "as",
    ",",
    ";",
    ":",
    ".",
    "“",
    "”",
    "(",
    ")",
    "documents",
    "following",
    "were",
    "was",
    "been",
    "in",
    "the",
    "presence",
    "of",
    "between",
    "for",
    "2024-2026",
    "until",
    "2035",
    "H.R.",
    "1234",
    "—",
    "–",
    "On",
    "including",
    "entitled",
    "Mr",
    "Putin",
    "Kenya",
    "not",
    "no",
    "which",
    "treaty",
    "by",
    "a",
    "number",
    "of",
    "three",
]


def plain(text: str) -> Layout:
    """A layout with a block a line, whatever the text."""
    blocks = []
    start = 0
    for line in text.split("\n"):
        body = line.strip()
        if body:
            at = start + line.index(body)
            blocks.append(Block(Span(at, at + len(body))))
        start += len(line) + 1
    return Layout(text, text, blocks=tuple(blocks))


def check(text: str) -> None:
    found = find_documents(find_voices(plain(text)), None, TimeFindings())
    assert list(found) == sorted(found, key=lambda one: one.span)
    end = 0
    for one in found:
        assert end <= one.span.start < one.span.end <= len(text)
        end = one.span.end
        assert one.title.strip() == one.title != ""
        assert one.rule.startswith("documents.")
        assert one.type and one.status


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(WORDS), max_size=60).map(" ".join))
def test_any_sentence_of_signing_words(text: str) -> None:
    check(text)


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=200))
def test_any_text(text: str) -> None:
    check("The sides signed a protocol on " + text)


@pytest.mark.cost
@pytest.mark.parametrize(
    "piece",
    [
        *(
            "signed ",
            "signed an agreement on A, ",
            "“",
            '"',
            "(",
            "agreement ",
            "a protocol and ",
            "; on A",
            "in ",
            "—",
        ),
        *(", and", "A. ", "Mr Putin and ", "was signed ", "signed: ", "1. ", "the ", "x-", "on Monday ", "that is "),
    ],
)
def test_time_grows_with_the_text(piece: str) -> None:
    def of(size: int) -> float:
        layout = plain("They signed a treaty on " + piece * (size // len(piece)))
        return cost(lambda: find_documents(find_voices(layout), None, TimeFindings()))

    of(2_000)
    assert of(80_000) < 6 * of(20_000) + 0.05


def test_types_and_statuses_are_the_contract_s() -> None:
    from summitparse.lexicon import load

    types = {str(one.value) for one in InstrumentType}
    assert set(load("summitparse.documents", "instruments")["heads"]) <= types
    statuses = {str(one.value) for one in InstrumentStatus}
    assert set(load("summitparse.documents", "signing")["verbs"]) <= statuses
