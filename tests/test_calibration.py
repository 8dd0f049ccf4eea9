"""The table of confidences: shares for known rules, that of the kind for others."""

import json

import pytest

from summitparse.calibration import confidence
from summitparse.shipped import shipped

TABLE = json.loads(shipped("models", "confidence").joinpath("calibration.json").read_text("utf-8"))


@pytest.mark.parametrize("kind", ["figures", "dates", "documents"])
def test_every_share_is_one(kind: str) -> None:
    assert all(0 < share < 1 for share in (TABLE[kind]["any"], *TABLE[kind]["rules"].values()))


def test_a_known_rule_has_its_own_share() -> None:
    rule, share = next(iter(TABLE["dates"]["rules"].items()))
    assert confidence("dates", rule) == share


def test_a_rule_that_nobody_has_seen_has_the_share_of_its_kind() -> None:
    assert confidence("dates", "dates.of-tomorrow") == TABLE["dates"]["any"]


def test_an_unknown_kind_is_a_fault() -> None:
    with pytest.raises(KeyError):
        confidence("tides", "any")
