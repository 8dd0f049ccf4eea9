"""What abbreviations stand for."""

import pytest

from summitparse.actors.abbreviations import find_abbreviations


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
