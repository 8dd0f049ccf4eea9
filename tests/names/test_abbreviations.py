"""What abbreviations stand for."""

import pytest

from summitparse.names.abbreviations import find_abbreviations, find_full_names


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The Joint Harbour Commission (JHC) met.", {"JHC": "Joint Harbour Commission"}),
        ("a talk at the Institute of Tides and\nLocks (ITL)", {"ITL": "Institute of Tides and Locks"}),
        ("the Ministry of Rivers (the “MR”)", {"MR": "Ministry of Rivers"}),
        ("A clerk met Mr Olav Lund (HB).", {}),
        ("two joint harbour crews (JHC)", {}),
        ("(JHC) is short", {}),
    ],
)
def test_abbreviations(text: str, found: dict[str, str]) -> None:
    assert find_abbreviations(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The Council for Ports and the Sea met. The Council agreed.", {"Council": "Council for Ports and the Sea"}),
        ("the Ministry of Rivers, Tides and Locks", {"Ministry": "Ministry of Rivers, Tides and Locks"}),
        ("the Ministry of Rivers and the Ministry of Trade", {}),
        ("the Board of Trade, the Board of Tides, and the Board of Trade again", {"Board": "Board of Trade"}),
        ("a council of Elders", {}),
        ("the School of Arts", {}),
    ],
)
def test_the_name_that_a_noun_is_short_for(text: str, found: dict[str, str]) -> None:
    assert find_full_names(text, frozenset({"board", "council", "ministry"})) == found
