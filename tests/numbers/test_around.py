"""Words right before a number or behind it decide what it is; each list of the lexicon is asked for by some rule."""

import re
from pathlib import Path

import pytest

from summitparse.lexicon import load
from summitparse.numbers import around

TABLE = load("summitparse.numbers", "around")


@pytest.mark.parametrize(
    ("name", "text", "told"),
    [
        ("turning", "she turned 40", True),
        ("turning", "she returned 40", False),
        ("turning", "she turned about 40", False),
        ("aged", "aged between about 40", True),
        ("aged", "managed 40", False),
        ("negated", "isn't 40", True),
        ("negated", "ain'ting 40", False),
    ],
)
def test_before(name: str, text: str, told: bool) -> None:
    assert (around.before(name, text, text.index("40")) is not None) == told


@pytest.mark.parametrize(
    ("name", "text", "told"),
    [("halved", "half of it", True), ("halved", "half-dozen", True), ("halved", "half often", False)],
)
def test_behind(name: str, text: str, told: bool) -> None:
    assert (around.behind(name, text, len("half")) is not None) == told


@pytest.mark.parametrize(("text", "ends"), [("5", True), ("5, 6", True), ("5 in May", True), ("5 inns", False)])
def test_end_of_a_phrase(text: str, ends: bool) -> None:
    assert around.ends_phrase(text, 1) == ends


@pytest.mark.parametrize("side", ["before", "behind"])
def test_each_list_is_asked_for(side: str) -> None:
    source = "".join(path.read_text("utf-8") for path in Path(around.__file__).parents[1].rglob("*.py"))
    assert set(re.findall(rf'around\.{side}\("(\w+)"', source)) == set(TABLE[side])
