"""Who may say something, and the words that name them: times are nobody, people and papers whose names look like times
are somebody."""

import pytest

from summitparse.language.model import analyse
from summitparse.quotes.sources import find_heads, source_phrase, tells_time
from tests.quotes.proposed import cue_of
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
        ("The crews said a day earlier that the road was open.", "day", True),
    ],
)
def test_times(text: str, word: str, is_time: bool) -> None:
    layout = plain_layout(text)
    parse = analyse([(layout.clean, layout.stretches())])[0]
    token = next(token for token in parse.tokens if token.text == word)
    assert tells_time(parse.tokens, token) is is_time


@pytest.mark.parametrize(
    ("text", "head", "phrase"),
    [
        ("The Minister's plan said that trade grew.", "Minister", "The Minister"),
        ("Senator Jane Roe (D-Del.) said that trade grew.", "Roe", "Senator Jane Roe (D-Del.)"),
        ("The mayor of Velden on Monday said it.", "mayor", "The mayor of Velden"),
        ("The head of the board who left and the mayor said it.", "head", "The head of the board"),
        ("The friends of those they said left, met.", "friends", "The friends"),
    ],
)
def test_phrases(text: str, head: str, phrase: str) -> None:
    parse, passage, cue = cue_of(text, "said")
    span = source_phrase(parse, passage, cue, next(token.i for token in parse.tokens if token.text == head))
    assert text[span.start : span.end] == phrase


@pytest.mark.parametrize(
    ("text", "cue", "heads"),
    [
        ("Brandt called it “a great day for the ports of Velden” in May.", "called", ["Brandt", "May"]),
        ("There was said to be trade.", "said", ["trade", "There"]),
        ("Few said that trade grew.", "said", ["Few", "trade"]),
    ],
)
def test_who_may_have_said_it(text: str, cue: str, heads: list[str]) -> None:
    parse, passage, it = cue_of(text, cue)
    found = find_heads(parse, passage, it, [(it.i + 1, it.i + 1)])
    assert [parse.tokens[i].text for i in found] == heads
