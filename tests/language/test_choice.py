"""Another spaCy pipeline in place of the one that comes with summitparse."""

import shutil
from pathlib import Path

import pytest
import spacy

from summitparse import parse
from summitparse.errors import UsageError
from summitparse.language.choice import OWN, VARIABLE, choose, chosen
from summitparse.language.model import english
from summitparse.shipped import shipped
from summitparse.versions import versions

TEXT = "“We sold more than 12 ships last year,” Prime Minister Ingrid Solheim said in Oslo."


@pytest.fixture(autouse=True)
def environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(VARIABLE, "")


def test_a_folder_is_taken_and_named_among_the_versions(tmp_path: Path) -> None:
    before = parse(TEXT)
    shutil.copytree(shipped("models", "language"), tmp_path / "own")
    own = english()
    choose(str(tmp_path / "own"))
    assert chosen() == str(tmp_path / "own") and english() is not own
    assert parse(TEXT) == before
    assert versions()[chosen()] == "3.8.0"


def test_ours_is_taken_by_its_name_whatever_the_environment_says(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(VARIABLE, "another")
    assert choose(OWN) == chosen() == OWN


def test_nothing_changes_without_a_name() -> None:
    choose(None)
    assert chosen() == OWN


@pytest.mark.parametrize("name", ["no_such_pipeline", "../nowhere", "a b", ""])
def test_what_is_not_there_is_told_before_anything_is_loaded(name: str) -> None:
    with pytest.raises(UsageError, match="no spaCy pipeline of this name"):
        choose(name)
    assert chosen() == OWN


def test_a_pipeline_without_a_parser_and_a_package_that_is_none_are_told(tmp_path: Path) -> None:
    spacy.blank("en").to_disk(tmp_path / "blank")
    choose(str(tmp_path / "blank"))
    with pytest.raises(UsageError, match="it has no tagger with English labels"):
        english()
    choose("json")
    with pytest.raises(UsageError, match="--model json: it cannot be loaded"):
        english()
