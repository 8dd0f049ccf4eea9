"""Rows of lexicon/around.toml against the words beside some words."""

import pytest

from summitparse.timex.around import stands
from summitparse.timex.grammar import grammar


@pytest.mark.parametrize(
    ("name", "text", "word", "fits"),
    [
        ("of_age", "26 years of age", "years", True),
        ("of_age", "26 years of", "years", False),  # the text ends
        ("at_least", "until At least June", "June", True),
        ("at_least", "least June", "June", False),  # the text begins
        ("lodgings", "a three quarters", "quarters", True),
        ("lodgings", "the quarters", "quarters", False),
        ("may", "Article 5 May also be", "May", True),  # the second row of three
        ("may", "12 May Street", "May", True),  # a list of names with capitals
        ("may", "12 May street", "May", False),
        ("owning", "the year’s January", "year", True),
    ],
)
def test_stands(name: str, text: str, word: str, fits: bool) -> None:
    words = grammar().reader.read(text)
    index = next(index for index in range(len(words.starts)) if words.form(index) == word)
    assert stands(name, words, index, index + 1) is fits


@pytest.mark.parametrize(("text", "index", "definite"), [("The year", 0, True), ("the", 1, False), ("year", -1, False)])
def test_definite(text: str, index: int, definite: bool) -> None:
    assert grammar().reader.read(text).definite(index) is definite
