"""What the output depends on is told, and the trained weights are those that the checksums name."""

import hashlib

import pytest

from summitparse.shipped import shipped
from summitparse.versions import versions
from tests.cli.conftest import Run


def test_versions_name_the_models(run: Run) -> None:
    told = run("--version").out
    for name, version in versions().items():
        assert f"{name} {version}" in told
    assert {"summitparse", "schema", "models/language", "models/quotes"} <= set(versions())


@pytest.mark.parametrize(("model", "weights"), [("quotes", "weights.npz"), ("language", "tok2vec/model")])
def test_the_weights_are_those_of_the_checksum(model: str, weights: str) -> None:
    found = hashlib.sha256((shipped("models", model) / weights).read_bytes()).hexdigest()
    assert found.startswith(versions()[f"models/{model}"])
