"""Times are nobody who says something; people and papers whose names look like times are."""

import pytest

from summitparse.language.model import analyse
from summitparse.quotes.sources import tells_time
from tests.quotes.test_find import plain_layout


@pytest.mark.parametrize(
    ("text", "word", "is_time"),
    [
        ("A memorandum on ferries is expected to be concluded by June.", "June", True),
        ("The crews said on Monday that the road was open.", "Monday", True),
        ("The crews said last week that the road was open.", "week", True),
        ("Prime Minister May said that the road was open.", "May", False),
        ("The road is open, according to June Brandt.", "June", False),
        ("The statement said that the road was open.", "statement", False),
        ("The crews said that the road was open.", "crews", False),
    ],
)
def test_times(text: str, word: str, is_time: bool) -> None:
    layout = plain_layout(text)
    parse = analyse([(layout.clean, layout.stretches())])[0]
    token = next(token for token in parse.tokens if token.text == word)
    assert tells_time(parse.tokens, token) is is_time
