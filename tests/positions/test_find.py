"""Positions with act, object, actor, addressee and polarity; and that every offset holds for any text."""

import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summitparse import parse
from summitparse.records import Position, Release

CASES = tomllib.loads(Path(__file__).with_name("corpus.toml").read_text("utf-8"))["case"]


def row(position: Position) -> list[str]:
    addressee = position.addressee.text if position.addressee else ""
    name = position.actor_name or ""
    return [position.act.value, " ".join(position.text.split()), name, addressee, position.polarity.value]


def positions(text: str) -> list[Position]:
    release: Release = parse(f"Short news of the day\n\n{text}\n")
    return release.positions


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_corpus(case: dict[str, Any]) -> None:
    assert [row(position) for position in positions(case["text"])] == case["positions"]


WORDS = "The ministers discussed welcomed and not will to pay thanked for agreed on , . “ ” — the dam : I we"


@settings(max_examples=40, deadline=None)
@given(st.lists(st.sampled_from([*WORDS.split(), "\n"]), max_size=40))
def test_offsets_hold_for_any_text(words: list[str]) -> None:
    text = " ".join(["The envoys met.", *words])
    release = parse(text)
    for position in release.positions:
        assert text[position.start : position.end] == position.text
        assert text[position.cue.start : position.cue.end] == position.cue.text
