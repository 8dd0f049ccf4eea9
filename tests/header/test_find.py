"""What the header of a release is, one row of `headers.toml` a test."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from summitparse.findings import Span
from summitparse.layout import find_layout

ROWS = tomllib.loads((Path(__file__).parent / "headers.toml").read_text("utf-8"))["row"]
FIELDS = ("title", "subtitle", "published", "published_text", "place", "credits")


def found(text: str) -> dict[str, Any]:
    header = find_layout(text).header

    def words(span: Span | None) -> str | None:
        return text[span.start : span.end] if span else None

    return {
        "title": words(header.title),
        "subtitle": words(header.subtitle),
        "published": header.published and header.published.value,
        "published_text": words(header.published.span) if header.published else None,
        "place": words(header.place),
        "credits": [words(span) for span in header.credits],
    }


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["name"])
def test_header(row: dict[str, Any]) -> None:
    answer = found(row["text"])
    if "published_text" not in row:
        answer.pop("published_text")
    wanted = {"credits": [], **{field: None for field in FIELDS if field in answer and field != "credits"}}
    assert answer == wanted | {field: row[field] for field in FIELDS if field in row}


def test_rows_have_their_own_names() -> None:
    assert len({row["name"] for row in ROWS}) == len(ROWS)
