"""The table of confidences: shares for known rules, that of the kind for others."""

import json

import pytest

from summitparse import parse
from summitparse.calibration import actor_way, confidence, event_way
from summitparse.shipped import shipped
from summitparse.terms import ActorKind, EventKind

TABLE = json.loads(shipped("models", "confidence").joinpath("calibration.json").read_text("utf-8"))


@pytest.mark.parametrize("kind", ["figures", "dates", "ranges", "documents", "events", "actors"])
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


def test_a_named_person_who_is_spoken_of_again_is_surer_than_a_role_that_is_named_once() -> None:
    often, once = (
        confidence("actors", actor_way(ActorKind.PERSON, named=named, mentions=n))
        for named, n in ((True, 3), (False, 1))
    )
    assert often > once


def test_a_meeting_in_the_title_is_surer_than_a_conference_without_a_day() -> None:
    met = event_way(EventKind.MEETING, dated=True, in_title=True)
    assert confidence("events", met) > confidence("events", event_way(EventKind.CONFERENCE, dated=False, in_title=True))


def test_events_ranges_and_actors_say_how_sure_they_are() -> None:
    release = parse(
        "Talks in Oslo\n\nMay 3, 2024\n\nPresident Ann Roe met Prime Minister Jan Doe in Oslo on May 2. “We agree on "
        "ports from 2025 to 2030,” Ann Roe said."
    )
    assert release.event is not None and release.ranges and release.actors
    assert release.event.confidence == confidence("events", "event.met-title")
    assert release.ranges[0].confidence == confidence("ranges", release.ranges[0].rule)
    assert next(one.confidence for one in release.actors if one.name == "Ann Roe") == confidence(
        "actors", "person.name"
    )
