"""Whom "we" means where nobody is quoted."""

import pytest

from summitparse import parse


def actors(text: str) -> list[str | None]:
    return [position.actor_name for position in parse(text).positions]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "Joint Statement from the Ministers of Norvania and Vestria\n\nWe condemn the raid on the depot.\n",
            "Ministers of Norvania and Vestria",
        ),
        ("Ferry statement\n\nWe, the ministers of Norvania, condemn the raid.\n", "ministers of Norvania"),
        ("Ferry statement\n\nAs leaders of Norvania, we condemn the raid.\n", "leaders of Norvania"),
        ("Ferry news\n\nThe Ministry of Ports keeps the lights. We condemn the raid.\n", "Ministry of Ports"),
        (
            "Ministry of Ports\n\nPress release\n\nStorm warning\n\nWe condemn the raid on the depot.\n",
            "Ministry of Ports",
        ),
    ],
)
def test_we_are_those_whose_statement_it_is(text: str, name: str) -> None:
    assert actors(text) == [name]


def test_we_are_nobody_where_nothing_tells() -> None:
    assert actors("Ferry news\n\nWe condemn the raid on the depot.\n") == [None]


def test_who_is_named_before_a_verb_without_a_subject() -> None:
    text = "WASHINGTON, D.C. — U.S. Senator Ana Roe, D-Ore., today urged members of the House to reject it."
    assert actors(f"Roe on the Bill\n\n{text}\n") == ["Ana Roe"]
