"""Lines that look like a place and are headings."""

import pytest

from summitparse.header.place import is_topic
from summitparse.lines.read import read_lines

BODY = read_lines("The relations of the two ports are good, as all trade and the medals of the room show.")


@pytest.mark.parametrize("text", ["Bilateral Relations", "TRADE", "Ends/Thursday", "Annex – Medals"])
def test_a_word_that_the_text_has_in_small_letters_makes_a_heading(text: str) -> None:
    assert is_topic(text, BODY)


@pytest.mark.parametrize("text", ["Swakopvelden", "Good Ports Room", "Relations, Oslo", "Trade (Sweden)", "All"])
def test_names_venues_and_known_places_are_none(text: str) -> None:
    assert not is_topic(text, BODY)
