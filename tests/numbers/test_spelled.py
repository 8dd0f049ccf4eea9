"""Numbers in words, Roman numerals, and where either may begin."""

import re
import tomllib
from decimal import Decimal
from pathlib import Path

import pytest

from summitparse.numbers import Number, read_spelled
from summitparse.numbers.anchor import anchor_of_numbers
from summitparse.numbers.roman import ROMAN, roman_value

ROWS: list[list[str]] = tomllib.loads(Path(__file__).with_name("spelled.toml").read_text("utf-8"))["rows"]


def shown(number: Number) -> str:
    return f"{number.style}{f' e{number.power}' if number.power else ''}{' +' if number.sized else ''}"


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row[0])
def test_spelled(row: list[str]) -> None:
    text = re.sub(r"[\[\]]", "", row[0])
    begin = anchor_of_numbers().search(text)
    assert begin is not None
    number = read_spelled(text, begin.start())
    if len(row) == 1:
        assert number is None
        return
    value, told = row[1].split(" ", 1)
    above, _, below = value.partition("/")
    assert number is not None
    assert text[number.start : number.end] == re.findall(r"\[(.*)\]", row[0])[0]
    assert shown(number) == told
    assert abs(number.value - Decimal(above) / Decimal(below or "1")) < Decimal("1e-18")


@pytest.mark.parametrize("text", ["a percent", "of a percentage point", "the trees", "phone"])
def test_nothing_begins(text: str) -> None:
    assert anchor_of_numbers().search(text) is None


@pytest.mark.parametrize(
    ("numeral", "value"), [("IV", 4), ("IX", 9), ("XIV", 14), ("XL", 40), ("LXX", 70), ("XC", 90), ("CCXI", 211)]
)
def test_roman(numeral: str, value: int) -> None:
    assert ROMAN.fullmatch(numeral) and roman_value(numeral) == value
