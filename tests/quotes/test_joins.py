"""Which words in marks are a name or go with a clause of their own."""

import pytest

from summitparse.quotes.build import said_in_marks
from summitparse.quotes.contents import find_contents
from summitparse.quotes.joins import is_mentioned, stands_beside
from tests.quotes.proposed import cue_of


@pytest.mark.parametrize(
    ("text", "mentioned", "beside"),
    [
        ("“Good,” she said.", False, True),
        ("He called it “good,” she said.", True, False),
        ("He saw the “Heron,” she said.", True, False),
        ("“It is with a heavy heart that we left,” she said.", False, False),  # the scorers know long ones
        ("She said “good.”", False, False),
        ("“Heron” was said in Velden", False, False),
    ],
)
def test_a_few_words_in_marks(text: str, mentioned: bool, beside: bool) -> None:
    parse, passage, cue = cue_of(text, "said")
    [quoted] = passage.quoted
    [content] = [one for one in find_contents(parse, passage, cue) if one.runs]
    assert is_mentioned(parse.tokens, passage, quoted) == mentioned
    assert stands_beside(parse, passage, cue, content) == beside
    assert said_in_marks(parse.tokens, passage, cue, content) == [quoted]


def test_marks_inside_a_word_are_none() -> None:
    assert not cue_of("Brandt said it of the a“b”c", "said")[1].quoted
