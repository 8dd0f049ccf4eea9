"""A position stands in every output with its act, its object and whose it is."""

import json

import pytest

from summitparse import parse
from summitparse.evaluate import evaluate
from summitparse.export.annotations import to_annotations
from summitparse.export.compact import to_compact
from summitparse.export.rows import rows
from summitparse.export.tabular import to_csv, to_markdown
from summitparse.records import Release
from summitparse.terms import Act
from summitparse.view.terminal import to_text

OBJECT = "the new border post"


@pytest.fixture(scope="module")
def release() -> Release:
    return parse(f"Talks end in Brno\n\nPresident Oto Brandt welcomed {OBJECT} and thanked the crews for their help.\n")


def test_tables_have_a_row_a_position(release: Release) -> None:
    [first, second] = [row for name, row in rows(release) if name == "positions"]
    assert (first["act"], first["text"], second["act"]) == ("appreciate", OBJECT, "appreciate")
    for text in (to_csv(release), to_markdown(release)):
        assert any(OBJECT in line and "appreciate" in line for line in text.splitlines())


def test_annotations_and_the_compact_form_have_it(release: Release) -> None:
    assert any(OBJECT in json.dumps(one) for one in json.loads(to_annotations(release))["items"])
    [first, _] = json.loads(to_compact(release))["positions"]
    assert OBJECT in first.values() and "Oto Brandt" in first.values()


def test_the_terminal_shows_it(release: Release) -> None:
    lines = to_text(release, colour=False).splitlines()
    assert any("appreciate" in line and "border post" in line and "Brandt" in line for line in lines)


def test_a_position_that_is_missing_or_of_another_act_is_counted(release: Release) -> None:
    changed = release.positions[0].model_copy(update={"act": Act.REJECT})
    given = release.model_copy(update={"positions": [changed]})
    counts = []
    for other in (release, given):
        score = evaluate([release], [other]).scores["positions"]
        counts.append((score.gold, score.predicted, score.correct))
    assert counts == [(2, 2, 2), (2, 1, 0)]
