"""The parse that the finders see: offsets into the release's text, whatever the text."""

import re
import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summitparse.findings import Span
from summitparse.language import model
from summitparse.language.model import MOST_UNITS, analyse, cut

TEXT = "The minister said that the talks went well. She left Oslo at noon.\n\nThe ships were repaired."
SPANS = [Span(0, 66), Span(68, 92)]


def test_tokens_stand_where_they_say() -> None:
    parse = analyse([(TEXT, SPANS)])[0]
    assert [TEXT[token.start : token.end] for token in parse.tokens] == [token.text for token in parse.tokens]
    assert [parse.sentence_span(i) for i in range(len(parse.sentences))] == [Span(0, 43), Span(44, 66), Span(68, 92)]


def test_lemmas_and_tags_are_there() -> None:
    parse = analyse([(TEXT, SPANS)])[0]
    by_word = {token.text: token for token in parse.tokens}
    assert by_word["said"].lemma == "say" and by_word["went"].lemma == "go" and by_word["ships"].lemma == "ship"
    assert by_word["Oslo"].lemma == "Oslo" and by_word["Oslo"].pos == "PROPN"
    assert by_word["were"].pos == "AUX"


def test_a_subtree_is_the_clause() -> None:
    parse = analyse([(TEXT, SPANS)])[0]
    went = next(token for token in parse.tokens if token.text == "went")
    span = parse.subtree(went.i)
    assert TEXT[span.start : span.end] == "that the talks went well"
    said = next(token for token in parse.tokens if token.text == "said")
    assert said.i in parse.ancestors(went.i)


def test_look_up_by_place() -> None:
    parse = analyse([(TEXT, SPANS)])[0]
    found = parse.at(TEXT.index("Oslo") + 2)
    assert found is not None and found.text == "Oslo"
    assert parse.at(3) is None  # the space behind "The"
    assert [token.text for token in parse.within(Span(4, 17))] == ["minister", "said"]
    assert parse.sentence_at(70) == 2


def test_a_release_parses_the_same_alone_and_in_company() -> None:
    other = ("Prices rose by 4 percent, he said. " * 30, [Span(0, 1049)])

    def facts(jobs: list[tuple[str, list[Span]]], which: int) -> list[tuple[object, ...]]:
        return [(t.start, t.tag, t.dep, t.head, t.lemma) for t in analyse(jobs)[which].tokens]

    assert facts([(TEXT, SPANS)], 0) == facts([other, (TEXT, SPANS), other], 1)


def test_a_vocabulary_that_has_grown_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(model, "MOST_STRINGS", 2_000)
    before = [(t.text, t.tag, t.dep, t.head, t.lemma) for t in analyse([(TEXT, SPANS)])[0].tokens]
    strange = " ".join(f"Zorb{number}ish" for number in range(3_000))
    analyse([(strange, [Span(0, len(strange))])])
    nlp, _ = model.english()
    assert len(nlp.vocab.strings) < 2_000
    assert [(t.text, t.tag, t.dep, t.head, t.lemma) for t in analyse([(TEXT, SPANS)])[0].tokens] == before


@settings(max_examples=40, deadline=None)
@given(st.text(max_size=200))
def test_any_text_gives_tokens_in_place_and_heads_in_their_sentence(text: str) -> None:
    parse = analyse([(text, [Span(0, len(text))])])[0]
    for token in parse.tokens:
        assert text[token.start : token.end] == token.text
        first, last = parse.sentences[token.sentence]
        assert first <= token.i < last and first <= token.head < last
        assert parse.left_edge(token.i) <= token.i <= parse.right_edge(token.i)


@pytest.mark.parametrize("unit", ["word ", "A sentence. ", "x", "$€", " ", "Mr. Ng said so. "])
def test_a_long_block_is_cut_into_pieces_that_cover_it(unit: str) -> None:
    text = unit * (5 * MOST_UNITS // max(1, len(unit.split())))
    pieces = list(cut(text, Span(0, len(text))))
    assert [piece.end for piece in pieces[:-1]] == [piece.start for piece in pieces[1:]]
    assert pieces[0].start == 0 and pieces[-1].end == len(text)
    assert all(len(re.findall(r"\w+|[^\w\s]", text[piece.start : piece.end])) <= MOST_UNITS for piece in pieces)


@pytest.mark.parametrize("character", ["1", "x", " "])
def test_a_word_or_a_gap_that_never_ends_is_cut_too(character: str) -> None:
    text = f"said {character * 3_000_000}"
    pieces = list(cut(text, Span(0, len(text))))
    assert pieces[-1].end == len(text)
    assert max(piece.end - piece.start for piece in pieces) < 1_000_000


def test_pieces_end_with_sentences() -> None:
    text = "Ships sail on. " * 500
    assert {text[piece.start : piece.end].strip()[-1] for piece in cut(text, Span(0, len(text) - 1))} == {"."}


def test_spacys_commands_are_left_out_until_they_are_asked_for() -> None:
    program = (
        "import sys; from summitparse.language.model import english; english(); import spacy; "
        "assert 'spacy.cli' not in sys.modules; assert spacy.info(silent=True); "
        "import spacy.cli; assert spacy.cli.download"
    )
    subprocess.run([sys.executable, "-W", "ignore", "-c", program], check=True, capture_output=True)


@pytest.mark.parametrize("title", ["Hon.", "Rt. Hon.", "H.E.", "Amb.", "Smt.", "Lt. Gen.", "Mr."])
def test_the_full_stop_of_a_title_ends_no_sentence(title: str) -> None:
    text = f"He held a meeting with {title} Jane Roe in Velden. They spoke of ports."
    [parse] = analyse([(text, [Span(0, len(text))])])
    assert len(parse.sentences) == 2
