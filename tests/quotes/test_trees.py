"""The trees against a plain reading of their arrays, and the weights that are shipped."""

import hashlib

import numpy as np
import pytest

from summitparse.cues.features import CUE_COLUMNS, cue_features
from summitparse.cues.find import STATISTICS, find_cues, vocabulary
from summitparse.cues.passages import make_passages
from summitparse.quotes.confidence import calibration_row, confidence
from summitparse.quotes.trees import Trees
from summitparse.quotes.weights import NAMES, Weights, load_weights
from summitparse.shipped import shipped
from summitparse.voices import find_voices
from tests.quotes.test_find import plain_layout


def stump(feature: int, threshold: float, low: float, high: float) -> Trees:
    return Trees(
        {
            "roots": np.array([0]),
            "feature": np.array([feature, 0, 0]),
            "threshold": np.array([threshold, 0, 0]),
            "low": np.array([1, 1, 2]),
            "high": np.array([2, 1, 2]),
            "value": np.array([0, low, high]),
            "base": np.float32(0.5),
            "depth": np.int32(1),
        }
    )


def test_a_row_at_the_threshold_goes_low() -> None:
    rows = np.array([[9, 1], [9, 2], [9, 3]], dtype=np.float32)
    assert stump(1, 2.0, -1.0, 1.0).score(rows).tolist() == [-0.5, -0.5, 1.5]


def test_no_rows() -> None:
    assert stump(0, 0.0, 1.0, 2.0).score(np.zeros((0, 2), dtype=np.float32)).shape == (0,)


def test_the_shipped_weights_are_those_of_the_checksum() -> None:
    folder = shipped("models", "quotes")
    digest = hashlib.sha256(folder.joinpath("weights.npz").read_bytes()).hexdigest()
    assert folder.joinpath("SHA256SUMS").read_text("utf-8").split()[0] == digest


def test_the_shipped_weights_fit_the_lexicon() -> None:
    weights = load_weights()
    assert set(weights.trees) == set(NAMES)
    assert set(weights.rows) == {"", *vocabulary().values()}
    assert weights.statistics.shape == (len(weights.rows), STATISTICS)
    assert weights.rows[""] == 0


def test_a_lemma_has_the_row_of_its_name_and_an_unknown_one_the_first() -> None:
    table = np.arange(3 * STATISTICS, dtype=np.float32).reshape(3, STATISTICS)
    weights = Weights({"statistics": table, "lemmas": np.array(["", "verb say", "noun hope"])})
    assert weights.statistics_of(["noun hope", "verb quoth", "", "verb say"]).tolist() == table[[2, 0, 0, 1]].tolist()


def test_a_cue_has_as_many_columns_as_the_weights_expect() -> None:
    from summitparse.language.model import analyse

    layout = plain_layout("“It is open,” he said.")
    parse = analyse([(layout.clean, layout.stretches())])[0]
    [passage] = make_passages(find_voices(layout), parse)
    assert {len(cue_features(parse, passage, cue)) for cue in find_cues(parse, passage)} == {CUE_COLUMNS}


@pytest.mark.parametrize(("score", "source"), [(0.0, 0.0), (1.0, 1.0), (1.4, 0.3)])
def test_confidence_is_a_probability(score: float, source: float) -> None:
    assert 0 < confidence(calibration_row(score, source, 1.0), load_weights()) < 1


def test_confidence_without_calibration_says_so() -> None:
    assert confidence([], Weights({"statistics": np.zeros((1, STATISTICS))})) == 0.5
