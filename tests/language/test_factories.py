"""The component for spaCy: a release on the `Doc`, and where its records stand."""

import pytest
import spacy
from spacy.tokens import Doc

from summitparse import parse

TEXT = (
    "Talks in Oslo\n\nJanuary 30, 2024\n\n“We sold more than 12 ships last year,” Prime Minister Ingrid Solheim said.\n"
)


@pytest.fixture(scope="module")
def doc() -> Doc:
    nlp = spacy.blank("en")
    nlp.add_pipe("summitparse")
    return nlp(TEXT)


def test_the_release_is_that_of_the_library_and_made_once(doc: Doc) -> None:
    assert doc._.summitparse.quotes == parse(TEXT).quotes
    assert doc._.summitparse is doc._.summitparse


def test_each_kind_has_its_spans_with_label_and_id(doc: Doc) -> None:
    release = doc._.summitparse
    (quote,) = doc.spans["summitparse/quotes"]
    assert quote.text.startswith("We sold more than 12 ships last year")
    assert (quote.label_, quote.id_) == ("direct", "Q1")
    assert [span.id_ for span in doc.spans["summitparse/figures"]] == [figure.id for figure in release.figures]
    assert "Ingrid Solheim" in " ".join(span.text for span in doc.spans["summitparse/actors"])
    assert {name.partition("/")[2] for name in doc.spans} == {
        "actors",
        "quotes",
        "figures",
        "dates",
        "ranges",
        "positions",
        "documents",
    }


def test_both_survive_being_written_to_bytes(doc: Doc) -> None:
    again = Doc(spacy.blank("en").vocab).from_bytes(doc.to_bytes())
    assert again._.summitparse == doc._.summitparse
    assert [span.id_ for span in again.spans["summitparse/quotes"]] == ["Q1"]


def test_a_doc_without_words_has_no_release() -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("summitparse")
    assert nlp(" ")._.summitparse is None
