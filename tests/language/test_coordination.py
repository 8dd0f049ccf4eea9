"""Conjuncts that hang on their like."""

import pytest

from summitparse.findings import Span
from summitparse.language.model import analyse


@pytest.mark.parametrize(
    ("text", "word", "head"),
    [
        # A noun is joined to the object before it, beside the verb or in a phrase of it.
        ("Other topics at the talks were migration and the sad events in the Gulf.", "events", "migration"),
        ("She is grateful for his long work and his commitment to the islands of the north.", "commitment", "work"),
        # No second infinitive is joined to the verb above the first.
        ("Members of the public are urged to stay home, and continue to comply with the measures.", "continue", "stay"),
        (
            "They reaffirmed their commitment to monitor, exchange information on, and discuss matters of the sea.",
            "exchange",
            "monitor",
        ),
        (  # nor where it tells what for
            "Officials discussed funds to improve supply in the camps, and at the same time reduce the pressure.",
            "reduce",
            "improve",
        ),
        # An "-ing" form is joined to the one behind the preposition.
        ("Singapore is committed to upholding the law, and supporting its courts.", "supporting", "upholding"),
        # A finite verb is joined to a finite one: not to an infinitive, and what was done not to what will be.
        ("The new i4 is the first electric model to come from the works and offers 536 horsepower.", "offers", "is"),
        ("The agency instructed the hawker to cease sales and will be issuing a fine.", "issuing", "instructed"),
        (
            "He agreed that resolving such problems will require support from the state and called for patience.",
            "called",
            "agreed",
        ),
    ],
)
def test_conjuncts_that_are_joined_anew(text: str, word: str, head: str) -> None:
    [parse] = analyse([(text, [Span(0, len(text))])])
    joined = next(token for token in parse.tokens if token.text == word)
    assert (joined.dep, parse.tokens[joined.head].text) == ("conj", head)
    for token in parse.tokens:  # no circle
        assert len(list(parse.ancestors(token.i))) < len(parse.tokens)


@pytest.mark.parametrize(
    ("text", "word", "head"),
    [
        ("They urged him to go and did not wait for him.", "wait", "urged"),
        ("The ministers met and discussed the canal and the price of grain.", "discussed", "met"),
        ("She said that he would come and asked for tea.", "asked", "said"),
    ],
)
def test_conjuncts_that_stay(text: str, word: str, head: str) -> None:
    [parse] = analyse([(text, [Span(0, len(text))])])
    joined = next(token for token in parse.tokens if token.text == word)
    assert parse.tokens[joined.head].text == head
