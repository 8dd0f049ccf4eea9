"""Sums of named weights, and chances from them."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summitparse.ranking.linear import Linear

MODEL = Linear(-1.0, {"a": 2.0, "b": -0.5})


def test_sums_what_it_knows() -> None:
    assert MODEL.score({"a": 1.0, "b": 2.0, "unknown": 9.0}) == pytest.approx(0.0)


def test_reads_its_file(tmp_path: Path) -> None:
    path = tmp_path / "weights.json"
    path.write_text('{"base": 1, "weights": {"a": 2}, "slope": 0.5, "offset": -1}', "utf-8")
    model = Linear.read(path)
    assert model.chance(model.score({"a": 0.5})) == pytest.approx(0.5)


def test_writes_what_it_reads_without_weights_that_round_to_nothing(tmp_path: Path) -> None:
    path = tmp_path / "weights.json"
    Linear(0.12341, {"b": -0.5, "a": 2.00004, "nothing": 0.0001}).write(path)
    assert Linear.read(path) == Linear(0.1234, {"a": 2.0, "b": -0.5})


@given(st.floats(-1e9, 1e9), st.floats(-1e9, 1e9))
def test_chances_are_chances_and_rise(a: float, b: float) -> None:
    low, high = sorted((a, b))
    assert 0 < MODEL.chance(low) <= MODEL.chance(high) < 1
