import json
from typing import Any

from summitparse import parse
from summitparse.export.compact import to_compact
from summitparse.shipped import shipped

TEXT = (
    "Talks in Oslo\n\nJanuary 30, 2024\n\n“We sold more than 12 ships last year,” Prime Minister Ingrid Solheim said. "
    "She said that exports would reach €3.2 billion by 2030.\n"
)


def holds_null(value: Any) -> bool:
    if isinstance(value, dict):
        return any(holds_null(inner) for inner in value.values())
    return value is None or value == [] or (isinstance(value, list) and any(map(holds_null, value)))


def test_names_stand_for_ids_and_nothing_is_null() -> None:
    found = json.loads(to_compact(parse(TEXT)))
    assert found["title"] == "Talks in Oslo" and found["published"] == "2024-01-30"
    assert [(quote["speaker"], quote.get("type")) for quote in found["quotes"]] == [
        ("Ingrid Solheim", None),
        ("Ingrid Solheim", "indirect"),
    ]
    ships, exports = found["figures"]
    assert (ships["value"], ships["bound"], ships["period"], ships["speaker"]) == (12, ">", "2023", "Ingrid Solheim")
    assert exports["value"] == 3200000000 and exports["measure"] == "exports"
    assert TEXT[ships["at"] :].startswith("more than 12")
    assert not holds_null(found)


def test_it_is_hardly_longer_than_an_ordinary_text() -> None:
    text = TEXT + "The old harbour lies in the north, behind a long wall of dark stone, where the river ends.\n" * 6
    assert len(to_compact(parse(text))) <= 1.5 * len(text)


def test_what_goes_without_saying_is_left_out() -> None:
    found = json.loads(to_compact(parse(shipped("samples", "documents-signed.txt").read_text("utf-8"))))
    assert found["documents"] and "signed" not in [document.get("status") for document in found["documents"]]
