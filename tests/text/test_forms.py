"""Each form matches what its row says and nothing that it must not."""

from pathlib import Path
from typing import Any

import pytest

import summitparse
from summitparse.text.forms import form, form_within, forms

PACKAGES = [
    f"summitparse.{path.parent.name}" for path in sorted(Path(summitparse.__file__).parent.glob("*/forms.toml"))
]
ROWS = [(package, name, row) for package in PACKAGES for name, row in forms(package).items() if name != "parts"]


@pytest.mark.parametrize(("package", "name", "row"), ROWS, ids=lambda value: value if isinstance(value, str) else "")
def test_form(package: str, name: str, row: dict[str, Any]) -> None:
    pattern = form(package, name)
    found = pattern.search if row.get("anywhere") else pattern.match
    assert row["yes"] and row["no"] and row["what"]
    assert [text for text in row["yes"] if not found(text)] == []
    assert [text for text in row["no"] if found(text)] == []


def test_every_part_is_part_of_a_form() -> None:
    for package in PACKAGES:
        patterns = ["".join(row["pattern"]) for name, row in forms(package).items() if name != "parts"]
        for part in forms(package).get("parts", {}):
            assert any(f"{{{part}}}" in pattern for pattern in patterns), part


def test_a_form_with_a_window_sees_no_further() -> None:
    text = "VELDEN, May 3. The port"
    assert form_within("summitparse.layout", "dateline.capitals-sentence", text)
    assert not form_within(
        "summitparse.layout", "dateline.capitals-sentence", "VELDEN, May 3." + " " * 160 + "The port"
    )
