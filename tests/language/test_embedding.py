"""What a word is before it is read in context: the same remembered as made anew."""

from typing import Any

import numpy as np
import pytest

from summitparse.language import embedding
from summitparse.language.matrix import places_are_alike
from summitparse.language.model import english

TEXTS = ["The minister said so.  She left.", "", "It’s 40% more, said the minister\n", "Zorb zorb ZORB"]


def first_layer() -> tuple[Any, Any]:
    """The layer that remembers, and the one that it stands for."""
    model = english()[0].get_pipe("tok2vec").model
    return model.layers[0], model.get_ref("embed")


@pytest.mark.skipif(not places_are_alike(), reason="this processor's products depend on places: nothing is remembered")
@pytest.mark.parametrize("most", [0, 5, 30_000])
def test_a_word_is_the_same_remembered_and_made_anew(most: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(embedding, "MOST_KNOWN", most)
    remembering, layer = first_layer()
    docs = [english()[0].tokenizer(text) for text in TEXTS]
    for chosen in (docs, docs[::-1], docs[2:], docs * 3):
        found, made = remembering.predict(chosen), layer.predict(chosen)
        assert len(found) == len(made)
        assert all(np.array_equal(one, other) for one, other in zip(found, made, strict=True))
