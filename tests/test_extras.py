import importlib.metadata
import sys

import pytest

from summitparse import extras
from summitparse.errors import MissingExtra


def test_the_command_installs_what_is_missing_beside_this_python() -> None:
    command = extras.install_command("html")
    assert command.startswith(f"{sys.executable} -m pip install ") and command.endswith("'lxml>=5.3'")


def test_an_environment_without_pip(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(extras, "find_spec", lambda name: None)
    assert extras.install_command("pdf").startswith(f"uv pip install --python {sys.executable} ")


def test_run_from_its_source_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(importlib.metadata, "requires", lambda name: None)
    assert extras.needed("html") == ["summitparse[html]"]


def test_the_error_names_the_part() -> None:
    error = extras.missing("Parquet", "parquet")
    assert isinstance(error, MissingExtra) and str(error).startswith("Parquet needs an optional part (parquet)")
