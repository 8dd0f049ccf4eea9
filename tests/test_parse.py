"""What the functions of the package say to a value that is no release."""

from pathlib import Path
from typing import Any

import pytest

from summitparse import parse, parse_file, parse_many


@pytest.mark.parametrize(
    ("given", "remedy"),
    [
        pytest.param(None, "words of one release", id="none"),
        pytest.param(5, "words of one release", id="number"),
        pytest.param(b"They met.", "decoded first", id="bytes"),
        pytest.param(Path("a.txt"), "parse_file", id="path"),
        pytest.param(["They met."], "parse_many", id="list"),
    ],
)
def test_what_is_no_text_is_told_what_to_do(given: Any, remedy: str) -> None:
    with pytest.raises(TypeError, match=rf"not \w+\. .*{remedy}"):
        parse(given)


@pytest.mark.parametrize("given", ["They met.", b"They met.", None, 5])
def test_several_texts_are_no_single_one(given: Any) -> None:
    with pytest.raises(TypeError, match=r"parse\(text\)"):
        parse_many(given)


@pytest.mark.parametrize("given", [None, 5, b"a.txt"])
def test_what_is_no_path(given: Any) -> None:
    with pytest.raises(TypeError, match=r"parse\(text\)"):
        parse_file(given)
