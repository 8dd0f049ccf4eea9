import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest

from summitparse.actors import Registry
from summitparse.findings import ActorFinding

CORPUS = tomllib.loads((Path(__file__).parent / "corpus.toml").read_text("utf-8"))


def shown(actor: ActorFinding, text: str) -> str:
    mentions = "; ".join(text[span.start : span.end] for span in actor.mentions)
    return f"{actor.name} ({actor.affiliation or '-'}): {mentions}"


@pytest.mark.parametrize("row", CORPUS["people"], ids=lambda row: row["name"])
def test_people(row: dict, registry_of: Callable[[str], Registry]) -> None:
    actors = registry_of(row["text"]).findings()
    assert [shown(actor, row["text"]) for actor in actors] == row["actors"]


@pytest.mark.parametrize("row", CORPUS["none"], ids=lambda row: row["name"])
def test_nobody(row: dict, registry_of: Callable[[str], Registry]) -> None:
    assert registry_of(row["text"]).findings() == ()


@pytest.mark.parametrize("row", CORPUS["titles"], ids=lambda row: row["name"])
def test_titles(row: dict, registry_of: Callable[[str], Registry]) -> None:
    assert list(registry_of(row["text"]).findings()[0].titles) == row["titles"]
