"""Vocabulary is data: one TOML file beside the rules that read it."""

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def load(package: str, name: str) -> dict[str, Any]:
    """The lexicon `lexicon/NAME.toml` of the package, e.g. `load("summitparse.dates", "months")`."""
    return tomllib.loads(files(package).joinpath("lexicon", f"{name}.toml").read_text("utf-8"))
