"""Each rule with its table: what it must find, what that is, and what must stay no date."""

import datetime as dt
import re
import tomllib
from pathlib import Path
from typing import Any

import pytest

from summitparse.dates import find_dates
from summitparse.timex.grammar import RULES

REFERENCE = dt.date(2024, 1, 30)
CORPUS: dict[str, Any] = tomllib.loads(Path(__file__).with_name("corpus.toml").read_text("utf-8"))
MATCHES = [(rule, *row) for rule, rows in CORPUS["match"].items() for row in rows]
NEVER = [text for rows in CORPUS["never"].values() for text in rows]


@pytest.mark.parametrize("row", MATCHES, ids=lambda row: f"{row[0]}: {row[1]}")
def test_match(row: list[str]) -> None:
    rule, marked, values = row[:3]
    reference = dt.date.fromisoformat(row[3]) if len(row) > 3 else REFERENCE
    text = re.sub(r"[\[\]]", "", marked)
    found = find_dates(text, reference=reference).dates
    assert [text[date.span.start : date.span.end] for date in found] == re.findall(r"\[(.*?)\]", marked)
    assert [date.value for date in found] == values.split()
    assert any(rule in date.rule for date in found)


@pytest.mark.parametrize("text", NEVER)
def test_never(text: str) -> None:
    assert find_dates(text, reference=REFERENCE).dates == ()


def test_rule_names_are_unique() -> None:
    names = [rule.name for rule in RULES if rule.name != "holiday.name"]
    assert len(names) == len(set(names))
