"""How a content lies to its cue."""

import pytest

from summitparse.quotes.candidate import AROUND, LEFT, QUOTED, RIGHT, mode_of
from summitparse.quotes.contents import find_contents
from tests.quotes.proposed import cue_of, words


@pytest.mark.parametrize(
    ("text", "content", "mode"),
    [
        ("“Trade grew,” he said.", "Trade grew ,", QUOTED + 1),
        ("He said: “Trade grew.”", "Trade grew .", QUOTED + 2),
        ("“Trade grew,” he said, “and ports.”", "Trade grew , / and ports .", QUOTED + 3),
        ("Trade grew, he said.", "Trade grew", LEFT),
        ("He said that trade grew.", "that trade grew", RIGHT),
        ("Trade, he said, grew.", "Trade / grew", AROUND),
    ],
)
def test_modes(text: str, content: str, mode: int) -> None:
    parse, passage, cue = cue_of(text, "said")
    parts = next(one.parts for one in find_contents(parse, passage, cue) if words(parse, one) == content)
    assert mode_of(passage, cue, parts) == mode
