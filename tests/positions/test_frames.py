"""Each frame finds the objects of its own examples, and nothing in its counter-examples."""

import re
from typing import Any

import pytest

from summitparse.findings import Span
from summitparse.language.model import analyse
from summitparse.lexicon import load
from summitparse.positions.frames import frames
from summitparse.positions.propose import propose
from summitparse.terms import Act

FRAMES = load("summitparse.positions", "frames")["frames"]
MARKS = re.compile(r"[][]")


def objects(text: str, frame: str) -> list[str]:
    parse = analyse([(text, [Span(0, len(text))])])[0]
    found = [p for p in propose(parse, 0, len(parse.tokens)) if p.frame.name == frame]
    return [text[parse.tokens[p.object[0]].start : parse.tokens[p.object[1]].end] for p in found]


@pytest.mark.parametrize("entry", FRAMES, ids=[entry["name"] for entry in FRAMES])
def test_examples(entry: dict[str, Any]) -> None:
    assert entry["yes"] and entry["no"]
    for example in entry["yes"]:
        assert objects(MARKS.sub("", example), entry["name"]) == re.findall(r"\[(.*?)\]", example), example
    for example in entry["no"]:
        assert objects(example, entry["name"]) == [], example


def test_acts_are_those_of_the_contract() -> None:
    assert {frame.act for frame in frames()} == {act.value for act in Act}


def test_names_are_given_once() -> None:
    names = [frame.name for frame in frames()]
    assert len(names) == len(set(names))
