"""The encoder in blocks gives the vectors of thinc's own layers, to the last bit."""

from typing import Any

import numpy as np
import pytest

from summitparse.language import own
from summitparse.language.encoder import read_in_blocks
from summitparse.language.matrix import ROWS, places_are_alike
from summitparse.language.model import english
from summitparse.shipped import shipped

LENGTHS = ([1], [0, 3, 0], [5, 1, 2], [ROWS], [ROWS - 4, 7], [3 * ROWS + 1, 40, 0])


def layers() -> tuple[Any, Any]:
    """The encoder in blocks, and the one that it stands for."""
    model = english()[0].get_pipe("tok2vec").model
    return model.layers[1], model.get_ref("encode")


@pytest.mark.skipif(not places_are_alike(), reason="this processor's products depend on places: spaCy's are used")
@pytest.mark.parametrize("lengths", LENGTHS)
def test_its_vectors_are_those_of_thincs_layers(lengths: list[int]) -> None:
    blocks, encode = layers()
    assert blocks.name == "encoder"
    chance = np.random.default_rng(0)
    texts = [chance.standard_normal((length, encode.get_dim("nO")), dtype="f") for length in lengths]
    found, made = blocks.predict(texts), encode.predict(texts)
    assert [one.tobytes() for one in found] == [other.tobytes() for other in made]
    alone = [blocks.predict([text])[0].tobytes() for text in texts]
    assert alone == [one.tobytes() for one in found]


def test_layers_of_another_kind_stay() -> None:
    nlp = own.load(shipped("models", "language"), {}, lambda search: search, lambda search: search)
    model = nlp.get_pipe("tok2vec").model
    before = model.layers[1]
    before.layers[0].layers[0].layers[0].layers[0].name = "something else"
    read_in_blocks(nlp, ROWS)
    assert model.layers[1] is before


def test_a_pipeline_without_an_encoder_stays() -> None:
    read_in_blocks(own.Pipeline(english()[0].tokenizer, []), ROWS)
