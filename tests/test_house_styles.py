"""The releases that we wrote for training: their text is here, and what is annotated lies inside it."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

MODELS = Path(__file__).parents[1] / "models"
TRAINING = sorted(MODELS.glob("*/training/*.jsonl"))


def offsets(value: Any) -> Iterator[int]:
    """All numbers in a row: places in its text."""
    if isinstance(value, dict):
        for inner in value.values():
            yield from offsets(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from offsets(inner)
    elif isinstance(value, int) and not isinstance(value, bool):
        yield value


@pytest.mark.parametrize("file", TRAINING, ids=lambda file: f"{file.parts[-3]}/{file.stem}")
def test_what_is_annotated_lies_inside_the_text(file: Path) -> None:
    rows = [json.loads(line) for line in file.read_text("utf-8").splitlines()]
    for row in rows:
        if row["id"].startswith("own-"):
            text = (MODELS / "house_styles" / f"{row['id']}.txt").read_bytes().decode()
            assert max(offsets(row), default=0) <= len(text), row["id"]


@pytest.mark.parametrize("model", ["events", "positions"])
def test_each_text_is_annotated(model: str) -> None:
    texts = {path.stem for path in (MODELS / "house_styles").glob("*.txt")}
    lines = [line for file in TRAINING if file.parts[-3] == model for line in file.read_text("utf-8").splitlines()]
    assert texts <= {json.loads(line)["id"] for line in lines}
