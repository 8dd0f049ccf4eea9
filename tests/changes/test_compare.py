import json

import pytest

from summitparse import parse
from summitparse.changes import Change, compare
from summitparse.changes.show import to_json, to_table
from summitparse.records import Release

OLD = (
    "Talks in Bergen\n\nJanuary 30, 2024\n\n“We sold 12 ships last year,” Prime Minister Ingrid Solheim said.\n"
    "Trade rose by 5 per cent. The ministers signed a memorandum on ports."
)
NEW = (
    "Talks in Bergen\n\nJanuary 31, 2024\n\nSnow. “We sold 13 ships last year,” Prime Minister Ingrid Solheim said.\n"
    "The ministers signed a memorandum on ports. The bridge cost €7 million."
)


@pytest.fixture(scope="module")
def versions() -> tuple[Release, Release]:
    return parse(OLD), parse(NEW)


def test_each_record_came_went_changed_or_stayed(versions: tuple[Release, Release]) -> None:
    (compared,) = compare([versions[0]], [versions[1]])
    found = {(change.kind, change.what, change.words): change.fields for change in compared.changes}
    assert found["header", "changed", "January 31, 2024"] == {"value": ("2024-01-30", "2024-01-31")}
    assert set(found["quotes", "changed", "We sold 13 ships last year"]) == {"text"}
    assert found["figures", "changed", "13 ships"] == {"value": (12, 13)}
    assert ("figures", "went", "5 per cent") in found and ("figures", "came", "€7 million") in found


def test_a_release_says_what_itself_says(versions: tuple[Release, Release]) -> None:
    (compared,) = compare([versions[0]], [versions[0]])
    assert compared.changes == []
    assert to_table([compared]) == "1 release says the same.\n"


def test_backwards_what_came_went(versions: tuple[Release, Release]) -> None:
    def turned(change: Change) -> tuple[str, str, str | None, str | None]:
        what = {"came": "went", "went": "came"}.get(change.what, change.what)
        return change.kind, what, change.new, change.old

    (there,), (back,) = compare(versions[:1], versions[1:]), compare(versions[1:], versions[:1])
    straight = {(change.kind, change.what, change.old, change.new) for change in there.changes}
    assert {turned(change) for change in back.changes} == straight


def test_many_are_paired_by_id_or_by_name(versions: tuple[Release, Release]) -> None:
    old, new = versions

    def named(release: Release, id: str | None, name: str) -> Release:
        source = release.source.model_copy(update={"name": name})
        return release.model_copy(update={"id": id, "source": source})

    before = [named(old, "x", "1.txt"), named(old, None, "a/b.txt"), named(old, "gone", "2.txt")]
    after = [named(new, None, "c/b.html"), named(old, "x", "9.txt"), named(new, "fresh", "3.txt")]
    compared = compare(before, after)
    assert [(one.old, one.new, bool(one.changes)) for one in compared] == [
        ("a/b.txt", "c/b.html", True),
        ("x", "x", False),
        (None, "fresh", False),
        ("gone", None, False),
    ]
    table = to_table(compared)
    assert "+ fresh: the release came" in table and "- gone: the release went" in table
    assert "a/b.txt → c/b.html" in table and "~ figures F1: 13 ships\n      value: 12 → 13" in table
    assert len(json.loads(to_json(compared))["releases"]) == 4


def test_versions_need_their_texts(versions: tuple[Release, Release]) -> None:
    with pytest.raises(ValueError, match="text"):
        compare([versions[0].model_copy(update={"text": None})], [versions[1]])
