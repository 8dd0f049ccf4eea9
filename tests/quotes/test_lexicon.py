"""The lexicon of cues: sorted, no entry twice, kinds apart."""

import pytest

from summitparse.lexicon import load
from summitparse.quotes.cues import vocabulary

TABLE = load("summitparse.quotes", "cues")


@pytest.mark.parametrize("name", sorted(TABLE))
def test_sorted_without_duplicates(name: str) -> None:
    assert TABLE[name] == sorted(set(TABLE[name]))


def test_verbs_of_saying_and_other_verbs_are_apart() -> None:
    assert not set(TABLE["saying"]) & set(TABLE["verbs"])


def test_each_lemma_has_a_row_of_its_own() -> None:
    rows = vocabulary()
    assert sorted(rows.values()) == list(range(1, len(rows) + 1))
