"""How far objects go where the parser hangs a part of them elsewhere, and what looks like an object and is none."""

import re

import pytest

from summitparse.findings import Span
from summitparse.language.model import analyse
from summitparse.positions.propose import propose

MARKS = re.compile(r"[][]")


def objects(text: str) -> set[str]:
    """The objects of all proposals of a sentence."""
    parse = analyse([(text, [Span(0, len(text))])])[0]
    tokens = parse.tokens
    return {text[tokens[p.object[0]].start : tokens[p.object[1]].end] for p in propose(parse, 0, len(tokens))}


@pytest.mark.parametrize(
    "marked",
    [
        "The Ministers welcomed [the 13th Oil Spill Response Exercise conducted on 6 July 2021 at the Second Bridge].",
        "The Board decided today [to raise its target for the harbour funds rate 50 basis points to 4 percent].",
        "The Minister urged everyone [to start working, to admit people, to provide them with tools].",
        "The king and the queen held talks on [river fees, Norvania's ties with the League and migration policy].",
        "MPE expresses our deep appreciation to Mr Roe for [his leadership and invaluable contributions to the port].",
        "We are especially grateful for [your initiatives to support research in modern ships, including tugs].",
    ],
)
def test_an_object_goes_on_with_what_the_parser_hangs_elsewhere(marked: str) -> None:
    assert re.findall(r"\[(.*)\]", marked)[0] in objects(MARKS.sub("", marked))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The two sides held talks on the margins of the fair.", "margins"),
        ("A former clerk was fined today in Bren, announced Minister Ana Roe of the Ports.", "Roe"),
        ("The new boat is intended to tow barges.", "tow"),
        ("The party has renewed its calls for the government to accept the report.", "the government"),
        ("MPE expresses its deep appreciation to Mr Roe for his work and its deep regret over the fees.", "work and"),
    ],
)
def test_no_object(text: str, words: str) -> None:
    assert not any(found.startswith(words) or words in found for found in objects(text))
