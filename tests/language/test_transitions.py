"""The trees are those of spaCy's own loop over the same model, whatever stands beside a text."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summitparse.language import own, transitions
from summitparse.language.matrix import places_are_alike, use_numpy
from summitparse.shipped import shipped

WORDS = [
    "The",
    "ministers",
    "of",
    "both",
    "countries",
    "met",
    ",",
    "agreed",
    "that",
    "“",
    "It",
    "costs",
    "$",
    "40",
    ".",
]
TEXTS = st.lists(st.lists(st.sampled_from(WORDS), max_size=30).map(" ".join), min_size=1, max_size=8)


@pytest.fixture(scope="module")
def pipeline() -> own.Pipeline:
    nlp = own.load(shipped("models", "language"), {}, lambda search: search, lambda search: search)
    if not use_numpy(nlp):
        pytest.skip("this processor's products depend on places: spaCy's loop is used")
    return nlp


def read(docs: Any) -> list[list[tuple[int, str, bool]]]:
    return [[(token.head.i, token.dep_, token.is_sent_start) for token in doc] for doc in docs]


@settings(max_examples=25)
@given(TEXTS, st.integers(1, 9))
def test_the_trees_are_spacys(pipeline: own.Pipeline, texts: list[str], batch_size: int) -> None:
    parser = pipeline.get_pipe("parser")
    theirs = read(pipeline.pipe(texts, batch_size=len(texts)))
    docs = list(map(pipeline.tokenizer, texts))
    for name in ("tok2vec", "tagger"):
        docs = list(pipeline.get_pipe(name).pipe(docs, batch_size=len(docs)))
    ours = read(transitions.GreedyParser(parser).pipe(docs, batch_size=batch_size))
    assert ours == theirs


def test_more_states_than_one_product_takes(pipeline: own.Pipeline) -> None:
    texts = [" ".join(WORDS[: n % len(WORDS)]) for n in range(2 * transitions.STATES + 5)]
    theirs = read(pipeline.pipe(texts, batch_size=len(texts)))
    parser = transitions.GreedyParser(pipeline.get_pipe("parser"))
    tagged = list(pipeline.get_pipe("tok2vec").pipe(map(pipeline.tokenizer, texts), batch_size=len(texts)))
    assert read(parser.pipe(tagged, batch_size=len(texts))) == theirs
    assert parser.labels == pipeline.get_pipe("parser").labels and parser.name == "parser"


@pytest.mark.skipif(not places_are_alike(), reason="this processor's products depend on places")
def test_our_own_model_is_parsed_so() -> None:
    from summitparse.language.model import english

    assert isinstance(english()[0].get_pipe("parser"), transitions.GreedyParser)
