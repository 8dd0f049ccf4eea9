"""Cells of CSV: no text of a release is a formula to a spreadsheet, and nothing else changes."""

import csv
import io
import unicodedata
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summitparse.batch.sinks.csv import cell


@pytest.mark.parametrize(
    "value",
    [
        "=A1",
        "+1",
        "-1",
        "@x",
        "\tx",
        "\nx",
        "\uff1dA1",
        "\uff0b1",
        "\uff0d1",
        "\uff20x",
        " =A1",
        "\u200b=A1",
        "\xa0\x00-1",
        "\ufe66A1",
        *(f"{unseen}=A1" for unseen in "\u180e\u034f\u2800\ufe0f\u061c\u115f\u3164\U000e0001\u2062"),
    ],
)
def test_text_that_a_spreadsheet_would_run_is_made_text(value: str) -> None:
    assert cell(value) == "'" + value


@pytest.mark.parametrize(
    ("value", "marked"),
    [
        ("x;=1+1", "x;'=1+1"),
        (";=A1", ";'=A1"),
        ("x\t=1", "x\t'=1"),
        ("x\n\n- y; z", "x\n\n'- y; z"),
        ('x; "\ufe66A1', "x; \"'\ufe66A1"),
        ("\r=x", "'\r'=x"),
        ("=1; +2", "'=1; '+2"),
    ],
)
def test_a_formula_behind_what_may_end_a_cell_is_made_text(value: str, marked: str) -> None:
    assert cell(value) == marked


@given(values=st.lists(st.text('=+-@;\t\n\r", a\ufe66\u200b'), min_size=1, max_size=4), ends=st.sampled_from(",;\t"))
def test_whatever_ends_its_cells_a_spreadsheet_finds_no_formula(values: list[str], ends: str) -> None:
    file = io.StringIO()
    csv.writer(file, lineterminator="\n", quoting=csv.QUOTE_NONNUMERIC).writerow(map(cell, ["id", *values]))
    for row in csv.reader(io.StringIO(file.getvalue(), newline=""), delimiter=ends):
        for found in row:
            assert not found.lstrip('\u200b" \t\n\r').startswith(("=", "+", "-", "@", "\ufe66")), file.getvalue()


def test_every_sign_that_compatibility_makes_one_of_a_formula_counts() -> None:
    alike = [chr(code) for code in range(0x110000) if unicodedata.normalize("NFKC", chr(code))[:1] in tuple("=+-@")]
    assert len(alike) > 15
    assert [sign for sign in alike if cell(sign + "1") != "'" + sign + "1"] == []


@pytest.mark.parametrize("value", [-5, -0.5, None, "a=b", "", "—", "  a", "\u200b"])
def test_numbers_and_plain_words_are_left_alone(value: Any) -> None:
    assert cell(value) == value
