"""Findings become records: numbered in text order, linked, readable, and checked."""

import pytest

from summitparse.assemble import Findings, assemble, readable
from summitparse.errors import InternalError
from summitparse.findings import ActorFinding, FigureFinding, QuoteFinding, Span, TimeFindings
from summitparse.layout import Layout
from summitparse.reading.text import read_text
from summitparse.records import Release

TEXT = "“We sold 5 ships,” she said. “And 7 boats.” He agreed."


def made(text: str, findings: Findings) -> Release:
    return assemble(read_text(text, "t"), Layout(text, text), findings, id=None, language="en", reference=None)


def span(words: str, text: str = TEXT) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def figure(words: str, value: int) -> FigureFinding:
    from decimal import Decimal

    return FigureFinding(span(words), span(words), "count", Decimal(value))


QUOTE = QuoteFinding("direct", (span("We sold 5 ships,"), span("And 7 boats.")), speaker=1)
ACTORS = (ActorFinding("person", "He", mentions=(span("He"),)), ActorFinding("person", "She", mentions=(span("she"),)))


def test_ids_follow_the_text_and_links_follow_the_ids() -> None:
    found = made(TEXT, Findings(quotes=[QUOTE], actors=ACTORS, figures=[figure("7 boats", 7), figure("5 ships", 5)]))
    assert [(actor.id, actor.name) for actor in found.actors] == [("A1", "She"), ("A2", "He")]
    assert [(f.id, f.value, f.quote, f.speaker) for f in found.figures] == [
        ("F1", 5, "Q1", "A1"),
        ("F2", 7, "Q1", "A1"),
    ]
    assert found.quotes[0].speaker_name == "She"


@pytest.mark.parametrize(
    ("text", "parts", "kind", "wanted"),
    [
        pytest.param(
            TEXT, ("We sold 5 ships,", "And 7 boats."), "direct", "We sold 5 ships. And 7 boats.", id="new-sentence"
        ),
        pytest.param("“A”, he said. “B.”", ("A", "B."), "direct", "A. B.", id="comma-outside"),
        pytest.param("“We,” he said, “agree.”", ("We,", "agree."), "direct", "We, agree.", id="same-sentence"),
        pytest.param("“We agree,” he said.", ("We agree,",), "direct", "We agree", id="final-comma"),
        pytest.param("He said that it\nrains.", ("that it\nrains",), "indirect", "it rains", id="that-and-line-break"),
        pytest.param("“That is it.”", ("That is it.",), "direct", "That is it.", id="that-said-aloud"),
    ],
)
def test_content_as_a_person_would_read_it(text: str, parts: tuple[str, ...], kind: str, wanted: str) -> None:
    assert readable(text, QuoteFinding(kind, tuple(span(part, text) for part in parts))) == wanted


def test_a_finder_that_breaks_the_contract_is_our_fault() -> None:
    with pytest.raises(InternalError, match="breaks the contract"):
        made(TEXT, Findings(figures=[FigureFinding(Span(0, 9999), Span(0, 1), "count", figure("5 ships", 5).value)]))


def test_nothing_found_is_a_release_too() -> None:
    assert made("Nothing.", Findings(times=TimeFindings())).figures == []
