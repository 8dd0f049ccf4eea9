"""Noun phrases with a full stop that are captions of photographs, and those that are somebody's words."""

import pytest

from summitparse.lines.captions import is_caption


@pytest.mark.parametrize(
    ("text", "alone", "in_turn"),
    [
        ("At the ceremony in Velden.", True, True),
        ("At the ceremony, in Velden.", False, False),
        ("With us.", False, False),
        ("Minister Jane Roe with pilots.", True, True),
        ("Visiting the harbour, they stopped.", False, False),
        ("Minister of Ports Jane Roe.", False, True),
        ("Welcome Minister Roe.", False, False),
        ("Jane Roe, chair of the council.", False, True),
        ("Jane Roe, pilot of the port.", False, False),
        ("Chair Roe.", False, False),
    ],
)
def test_captions(text: str, alone: bool, in_turn: bool) -> None:
    assert is_caption(text) is alone
    assert is_caption(text, names=True) is in_turn


def test_a_comma_behind_the_first_words_where_only_a_caption_is_expected() -> None:
    assert is_caption("At the ceremony, in Velden.", commas=True)
