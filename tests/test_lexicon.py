"""All lexicons keep one form, and a user's own words are added to them or refused with a sentence."""

import json
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from summitparse import lexicon, parse_file
from summitparse.errors import SummitparseError, UnreadableInput, UsageError

SOURCE = Path(lexicon.__file__).parent


def lists(value: Any, where: str) -> Iterator[tuple[str, list[Any]]]:
    """Lists of words; a list of values (hours of time zones) may say a thing twice."""
    if isinstance(value, list) and any(str(entry)[:2].isalpha() and len(str(entry)) > 1 for entry in value):
        yield where, value
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from lists(item, f"{where}.{key}")


@pytest.mark.parametrize(("package", "name"), lexicon.lexicons(), ids=lexicon.names(lexicon.lexicons()))
def test_no_list_has_an_entry_twice(package: str, name: str) -> None:
    table = tomllib.loads((SOURCE / package / "lexicon" / f"{name}.toml").read_text("utf-8"))
    for where, entries in lists(table, f"{package}.{name}"):
        written = [repr(entry) for entry in entries]
        assert sorted(set(written)) == sorted(written), where


@pytest.mark.parametrize(
    ("base", "added", "grown"),
    [
        ({"verbs": ["say"]}, {"verbs": ["quoth", "say"]}, {"verbs": ["say", "quoth"]}),
        ({"words": "a b"}, {"words": "c"}, {"words": "a b\nc"}),
        ({"units": {"tonne": "t"}}, {"units": {"pood": "pood"}}, {"units": {"tonne": "t", "pood": "pood"}}),
    ],
)
def test_additions_are_added(base: Any, added: Any, grown: Any) -> None:
    assert lexicon.merge(base, added, "x") == grown


@pytest.mark.parametrize(
    ("added", "complaint"),
    [
        ({"verb": ["quoth"]}, "has no 'verb'"),
        ({"verbs": "quoth"}, "is a list; 'quoth' is text"),
        ({"verbs": [1]}, "a list of text; 1 is a number"),
    ],
)
def test_what_does_not_fit_is_refused(added: Any, complaint: str) -> None:
    with pytest.raises(UsageError, match=complaint):
        lexicon.merge({"verbs": ["say"]}, added, "quotes.cues")


@pytest.fixture
def own_words() -> Iterator[None]:
    yield
    lexicon.adopt("", "no words of one's own")


def test_a_list_is_read_from_lists_strings_and_tables(own_words: None) -> None:
    assert {"january", "dec"} < lexicon.listed("summitparse.dates", "words", "month")
    assert {"Ministry", "Company"} < lexicon.listed("summitparse.actors", "words", "institutions")
    assert "quoth" not in lexicon.listed("summitparse.quotes", "cues", "saying")
    lexicon.adopt('[quotes.cues]\nsaying = ["quoth"]\n', "own.toml")
    assert "quoth" in lexicon.listed("summitparse.quotes", "cues", "saying")


def test_files_that_are_none(tmp_path: Path) -> None:
    with pytest.raises(UnreadableInput, match="cannot be read"):
        lexicon.use(tmp_path / "missing.toml")
    (tmp_path / "broken.toml").write_text("[quotes", "utf-8")
    with pytest.raises(UsageError, match="not a TOML file"):
        lexicon.use(tmp_path / "broken.toml")
    (tmp_path / "strange.toml").write_text("[verbs.cues]\na = 1\n", "utf-8")
    with pytest.raises(UsageError, match=r"no lexicon \[verbs.cues\]. Known: "):
        lexicon.use(tmp_path / "strange.toml")


@pytest.mark.parametrize(
    ("content", "complaint"),
    [
        pytest.param("a = " + "[" * 100_000, "too deep or too long", id="deep"),
        pytest.param("a = " + "1" * 5_000, "too deep or too long", id="digits"),
        pytest.param(f"[quotes.cues]\nsaying = [0x{'f' * 9_000}]", "too deep or too long", id="hexadecimal"),
        pytest.param(".".join("a" * 50_000) + " = 1", "too deep or too long", id="dotted"),
        pytest.param("#" * 1_000_001, "larger than 1,000,000 bytes", id="large"),
    ],
)
def test_hostile_files_are_refused(content: str, complaint: str, tmp_path: Path) -> None:
    (tmp_path / "own.toml").write_text(content, "utf-8")
    with pytest.raises(SummitparseError, match=complaint):
        lexicon.use(tmp_path / "own.toml")


def test_a_users_own_instrument_is_found(tmp_path: Path) -> None:
    own = tmp_path / "own.toml"
    own.write_text('[documents.instruments.heads]\nagreement = ["twinning pledge"]\n', "utf-8")
    release = tmp_path / "release.txt"
    release.write_text("The two mayors signed a twinning pledge on schools on 3 May 2024.\n", "utf-8")
    assert parse_file(release).documents == []
    command = [sys.executable, "-m", "summitparse", "parse", str(release), "--lexicon", str(own)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert [document["type"] for document in json.loads(done.stdout)["documents"]] == ["agreement"]
