"""Pairing of quotation marks: the table of shapes, and what must hold for any text."""

import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summitparse.findings import Span
from summitparse.voices.stretches import Stretch, pair_marks
from tests.cost import cost

CASES = tomllib.loads(Path(__file__).with_name("marks.toml").read_text("utf-8"))["case"]


def paragraphs(text: str) -> list[Span]:
    spans, start = [], 0
    for line in text.split("\n"):
        if line.strip():
            spans.append(Span(start, start + len(line)))
        start += len(line) + 1
    return spans


def words(text: str, stretch: Stretch) -> str:
    return " / ".join(text[span.start : span.end] for span in stretch.whole())


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_marks(case: dict[str, Any]) -> None:
    text = case["text"]
    stretches, notices = pair_marks(text, paragraphs(text))
    assert [words(text, s) for s in stretches if s.parent is None] == case["outer"]
    assert [words(text, s) for s in stretches if s.parent is not None] == case.get("inner", [])
    assert sorted(notice.code for notice in notices) == sorted(case.get("codes", []))


@given(st.text(alphabet="“”„«»\"'‘’`a1 .,\n—", max_size=200))
def test_any_text_gives_ordered_stretches_inside_their_parents(text: str) -> None:
    stretches, _ = pair_marks(text, paragraphs(text))
    assert [s.spans[0].start for s in stretches] == sorted(s.spans[0].start for s in stretches)
    for k, stretch in enumerate(stretches):
        assert all(0 <= span.start <= span.end <= len(text) for span in stretch.spans)
        assert len(stretch.spans) == len(stretch.outer)
        assert stretch.parent is None or stretch.parent < k


@pytest.mark.cost
@pytest.mark.parametrize("piece", ["“", "”", '"', "'", "‘", "’ ", "“a ‘", "said “", "« ", ".” ", "“a\n"])
def test_time_is_linear(piece: str) -> None:
    def of(count: int) -> float:
        text = piece * count
        return cost(lambda: pair_marks(text, paragraphs(text)))

    of(100)
    assert of(8000) < 10 * max(of(2000), 0.02)
