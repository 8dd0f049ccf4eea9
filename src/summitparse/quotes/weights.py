"""The trained scorers of `models/quotes/`: arrays in one npz file, read without pickle."""

from collections.abc import Sequence
from functools import cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from summitparse.quotes.trees import Floats, Trees
from summitparse.shipped import shipped

NAMES = ("cue", "quoted", "right", "other", "source")


class Weights:
    """`statistics` has a row for each lemma that the training data tell about, named by `lemmas`, and row 0 for all
    others; each scorer is an ensemble."""

    def __init__(self, arrays: dict[str, NDArray[Any]]) -> None:
        self.statistics: Floats = arrays["statistics"].astype(np.float32)
        self.rows = {str(name): row for row, name in enumerate(arrays.get("lemmas", ()))}
        self.trees = {
            name: Trees({key.split(".", 1)[1]: value for key, value in arrays.items() if key.startswith(name + ".")})
            for name in NAMES
            if f"{name}.roots" in arrays
        }
        self.calibration = arrays.get("calibration")

    def statistics_of(self, lemmas: Sequence[str]) -> Floats:
        """A row for each lemma, by its name: the lexicon may have others than when the weights were trained."""
        return self.statistics[[self.rows.get(lemma, 0) for lemma in lemmas]]


@cache
def load_weights() -> Weights:
    """The weights of this installation; raises FileNotFoundError if it lacks them."""
    with (
        shipped("models", "quotes").joinpath("weights.npz").open("rb") as file,
        np.load(file, allow_pickle=False) as arrays,
    ):
        return Weights({name: arrays[name] for name in arrays.files})
