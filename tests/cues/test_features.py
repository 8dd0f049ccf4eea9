"""What is told about a word that may introduce what somebody says."""

import pytest

from summitparse.cues.features import cue_features
from tests.quotes.proposed import cue_of

# The columns of what hangs on the word, of its neighbours, and of the nearest words in marks on both sides.
HANGS, NEIGHBOURS, BESIDE = slice(6, 27), slice(27, 30), slice(45, 53)
ABOVE = slice(38, 39)


@pytest.mark.parametrize(
    ("text", "cue", "columns", "numbers"),
    [
        # negated, no modal verb, "he" as its own subject three words before
        ("He did not say that “trade” grew.", "say", HANGS, (1, *(0,) * 14, 2, 1, 0, 5, 2, -3)),
        ("“Trade grew,” he would say.", "say", HANGS, (2, *(0,) * 14, 2, 0, 1, 5, 2, -2)),
        # "that" behind; a comma behind and a modal verb before; nothing behind; brackets and a mark before
        ("He did not say that “trade” grew.", "say", NEIGHBOURS, (1, 11, 17)),
        ("“Trade grew,” he would say, adding more.", "say", NEIGHBOURS, (21, 0, 3)),
        ("“Did trade grow?” they met to ask", "ask", NEIGHBOURS, (23, -1, 3)),
        ("Ports opened (said Brandt) in May", "said", NEIGHBOURS, (0, 9, 3)),
        ("“Trade grew,” said Brandt.", "said", NEIGHBOURS, (0, 9, 1)),
        # words, last point, capital, verbs between: of the stretch before, and of the one behind
        ("He did not say that “trade” grew.", "say", BESIDE, (0, -1, -1, -1, 1, 0, False, 0)),
        ("“Trade grew,” he met us to say, adding: “Ports open.”", "say", BESIDE, (3, 1, True, 10, 3, 2, True, 1)),
        # below another verb of saying, on either side
        ("Brandt said Lund had told them that she would ask for it.", "ask", ABOVE, (1,)),
        ("Trade grew as Lund asked, Brandt said.", "asked", ABOVE, (2,)),
        ("Lund asked for it.", "asked", ABOVE, (0,)),
    ],
)
def test_columns(text: str, cue: str, columns: slice, numbers: tuple[float, ...]) -> None:
    assert cue_features(*cue_of(text, cue))[columns] == numbers
