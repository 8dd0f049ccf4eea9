"""Who goes on to say more behind a reported clause."""

import pytest

from summitparse.findings import Span
from summitparse.language.model import analyse
from summitparse.language.parse import Parse


def parsed(text: str) -> Parse:
    [parse] = analyse([(text, [Span(0, len(text))])])
    return parse


def head_of(text: str, verb: str) -> str:
    parse = parsed(text)
    token = next(token for token in parse.tokens if token.text == verb)
    return parse.tokens[token.head].text


@pytest.mark.parametrize(
    ("text", "verb", "speaking"),
    [
        ("Berg said that thirty traders had come with him, and hailed the new post.", "hailed", "said"),
        ("The Ministers noted that it was vital to keep the river clean, and pledged to go on.", "pledged", "noted"),
        ("She stated that the plan would create jobs, adding that the fund was ready.", "adding", "stated"),
        ("The mayor says that trade has grown, and welcomes the new line.", "welcomes", "says"),
    ],
)
def test_the_speaker_goes_on(text: str, verb: str, speaking: str) -> None:
    assert head_of(text, verb) == speaking
    parse = parsed(text)
    assert all(len(list(parse.ancestors(token.i))) < len(parse.tokens) for token in parse.tokens)


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("The spokesman said that the President met the crew, praised their work and left.", "praised"),
        ("Berg said that the crew had come with him and hailed the post.", "hailed"),
        ("Berg said that the new ferry would sail in May, carrying forty trucks.", "carrying"),
    ],
)
def test_the_clause_goes_on(text: str, verb: str) -> None:
    assert head_of(text, verb) != "said"
