"""Quotes with content, source and cue: the corpus table, and what must hold for any text."""

import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summitparse.findings import QuoteFinding, Span
from summitparse.language.model import analyse
from summitparse.layout import Block, Layout, find_layout
from summitparse.quotes import FoundQuotes, find_quotes
from summitparse.quotes.find import reported
from summitparse.voices import find_voices

CASES = tomllib.loads(Path(__file__).with_name("corpus.toml").read_text("utf-8"))["case"]


def plain_layout(text: str) -> Layout:
    """A layout whose every line is a paragraph."""
    blocks, start = [], 0
    for line in text.split("\n"):
        if line.strip():
            blocks.append(Block(Span(start, start + len(line))))
        start += len(line) + 1
    return Layout(text, text, blocks=tuple(blocks))


def found_in(layout: Layout) -> FoundQuotes:
    return find_quotes(find_voices(layout), analyse([(layout.clean, layout.stretches())])[0])


def row(text: str, quote: QuoteFinding) -> list[str]:
    def words(span: Span | None) -> str:
        return text[span.start : span.end] if span else ""

    content = " / ".join(words(span) for span in quote.spans)
    return [
        quote.type,
        content.rstrip(".") if quote.type != "direct" else content,
        words(quote.source),
        words(quote.cue),
    ]


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_corpus(case: dict[str, Any]) -> None:
    layout = plain_layout(case["text"])
    quotes = found_in(layout).quotes
    assert [row(layout.clean, quote) for quote in quotes] == case["quotes"]
    assert [k for k, quote in enumerate(quotes) if not quote.closed] == case.get("open", [])
    if "parents" in case:
        assert [-1 if quote.parent is None else quote.parent for quote in quotes] == case["parents"]


@pytest.mark.parametrize(
    ("title", "source"),
    [
        ("Daren: Valley and islands have great plans", "Daren"),
        ("Minister Daren: Valley is ready to open the tunnel", "Minister Daren"),
        ("Federal Government: Minister Daren meets Minister Brandt", None),
        ("FACT SHEET: Norway and Denmark open a tunnel", None),
        ("Norway: Valley is ready to open the tunnel", None),
        ("EU-Norway: joint communiqué by President Brandt", None),
        ("List of Outcomes: State Visit of the President of Norway", None),
        ("PM call with President Brandt of Norway: 4 May 2022", None),
    ],
)
def test_of_titles_only_those_that_a_person_opens_are_quotes(title: str, source: str | None) -> None:
    layout = Layout(title, title, blocks=(Block(Span(0, len(title)), "heading"),))
    quotes = found_in(layout).quotes
    assert [q.source and title[q.source.start : q.source.end] for q in quotes] == ([source] if source else [])


def test_what_the_weights_of_speech_learn_from_are_clauses_without_marks() -> None:
    layout = plain_layout("“Trade grew,” Brandt said. Lund said that ports open.")
    [parse] = analyse([(layout.clean, layout.stretches())])
    found = [[layout.clean[slice(*span)] for span in spans] for spans, _ in reported(find_voices(layout), parse)]
    assert found == [["that ports open"]]


def test_what_a_turn_reports_is_no_quote_of_the_release() -> None:
    text = "Roe: The mayor said that it rains."
    layout = Layout(text, text, blocks=(Block(Span(5, len(text)), "turn", None, Span(0, 3)),))
    assert [quote.attribution for quote in found_in(layout).quotes] == ["turn"]


def test_a_turn_is_one_quote_with_a_span_for_each_paragraph() -> None:
    text = "President Oto Brandt: Welcome.\nWe are glad to see you. (Applause.)\nIlva Daren: Thank you."

    def place(words: str) -> Span:
        return Span(text.index(words), text.index(words) + len(words))

    label, other = place("President Oto Brandt"), place("Ilva Daren")
    blocks = (
        Block(place("Welcome."), "turn", None, label),
        Block(place("We are glad to see you. (Applause.)"), "turn", None, label),
        Block(place("Thank you."), "turn", None, other),
    )
    layout = Layout(text, text, blocks=blocks)
    quotes = found_in(layout).quotes
    assert [[text[s.start : s.end] for s in quote.spans] for quote in quotes] == [
        ["Welcome.", "We are glad to see you."],
        ["Thank you."],
    ]
    assert [quote.attribution for quote in quotes] == ["turn", "turn"]
    assert [quote.source for quote in quotes] == [label, other]


@pytest.mark.parametrize(
    ("said", "spans"),
    [
        (["“We are ready.”"], ["We are ready."]),
        (["“We are ready.", "“You can come.”"], ["We are ready.", "You can come."]),
        (["“We call it “the whale”.”"], ["We call it “the whale”."]),
        (["“The whale” is ready, and so is “the bear”"], ["“The whale” is ready, and so is “the bear”"]),
        (["«We are ready.»"], ["We are ready."]),
    ],
)
def test_a_turn_in_marks_is_given_without_them(said: list[str], spans: list[str]) -> None:
    text = "Ilva Daren, Mayor: " + "\n".join(said)
    label, starts = Span(0, 17), [text.index(words) for words in said]
    blocks = (Block(Span(a, a + len(words)), "turn", None, label) for a, words in zip(starts, said, strict=True))
    [quote] = [q for q in found_in(Layout(text, text, blocks=tuple(blocks))).quotes if q.attribution == "turn"]
    assert [text[s.start : s.end] for s in quote.spans] == spans


@settings(max_examples=40, deadline=None)
@given(
    st.text(alphabet="“”\"'‘’ .,:\nabTSs", max_size=120),
    st.sampled_from(["said the minister ", " he said: ", "according to X, "]),
)
def test_spans_lie_in_the_text_and_in_order(text: str, cue: str) -> None:
    layout = plain_layout(text[:60] + cue + text[60:])
    quotes = found_in(layout).quotes
    assert [q.spans[0].start for q in quotes] == sorted(q.spans[0].start for q in quotes)
    for quote in quotes:
        assert 0 <= quote.confidence <= 1
        for span in (*quote.spans, *quote.quoted, *filter(None, (quote.source, quote.cue))):
            assert 0 <= span.start < span.end <= len(layout.clean)


def test_a_paragraph_with_nothing_between_its_marks_is_no_part_of_a_quotation() -> None:
    text = "'':\n\"\" he said: "
    quotes = found_in(plain_layout(text)).quotes
    assert all(span.start < span.end for quote in quotes for span in (*quote.spans, *quote.quoted))


def test_the_same_text_gives_the_same_quotes() -> None:
    layout = plain_layout("“It is done,” she said. The minister told reporters that it was “well” done.")
    assert found_in(layout) == found_in(layout)


@pytest.mark.parametrize(
    "text",
    [
        "「The road is open,」 Minister Ilva Daren said.",
        "â€œThe road is open,â€ Minister Ilva Daren said.",
        "&ldquo;The road is open,&rdquo; Minister Ilva Daren said.",
        "&quot;The road is open,&quot; Minister Ilva Daren said.",
    ],
)
def test_odd_marks_are_curly_ones(text: str) -> None:
    layout = find_layout(text)
    [quote] = found_in(layout).quotes
    assert [text[span.start : span.end] for span in quote.spans] == ["The road is open,"]
