"""Where the object of a verb ends, and where the words end that name somebody."""

import re

import pytest

from summitparse.findings import Span
from summitparse.grammar.clauses import clause_at
from summitparse.grammar.phrases import head_of, noun_phrase, object_phrase, up_to_head
from summitparse.language.model import analyse
from summitparse.language.parse import Parse

MARKS = re.compile(r"[][]")


def parse_of(text: str) -> Parse:
    return analyse([(text, [Span(0, len(text))])])[0]


def parsed(marked: str) -> tuple[str, Parse]:
    """The sentence without its marks, and its parse."""
    text = MARKS.sub("", marked)
    return text, parse_of(text)


def words(parse: Parse, text: str, phrase: tuple[int, int]) -> str:
    return text[parse.tokens[phrase[0]].start : parse.tokens[phrase[1]].end]


@pytest.mark.parametrize(
    "marked",
    [
        "The board praised [the envoy], who had left.",
        "The board praised [the envoy], adding that he was late.",
        "The board praised [the envoy], while the members left.",
        "They welcomed [the pact] — a first step.",
        "They discussed [fares on ferries, including those at night].",
        "They discussed [fares, such as those at night].",
        "They discussed [the harbour] on Monday.",
        "They welcomed [the signing, earlier today, of the Pact on Ferries].",
        "The ministers welcomed [the Norvan Action Plan on Ferries 2026-2030].",
        "They discussed [their plans to build a bridge].",
        "They discussed [the situation in the port following the strike].",
        "They welcomed [the “white ships”].",
        "They welcomed [sailors from all over the world].",
        "They welcomed [the guests] from Monday.",
        "[The fares] were discussed at length.",
        "They discussed [the port], running to the sea.",
        "They discussed [fares, visas and tolls].",
        "They discussed [the port] and left.",
        "They welcomed [the pact] in May.",
        "They welcomed [the pact between the ports].",
        "They welcomed [the first exercise held in May].",
        "They discussed [the need for ports to open].",
        "They praised [the envoy now].",
    ],
)
def test_an_object_ends_where_what_follows_is_no_part_of_it(marked: str) -> None:
    text, parse = parsed(marked)
    verb = next(t for t in parse.tokens if t.text in ("praised", "welcomed", "discussed"))
    clause = clause_at(parse, verb)
    assert clause is not None
    head = clause.direct or next(t for t in parse.tokens if t.dep == "nsubjpass")
    assert [words(parse, text, object_phrase(parse, head, verb))] == re.findall(r"\[(.*)\]", marked)


def test_a_preposition_once_more_goes_on_with_its_object() -> None:
    text = "They thanked her for the loan and for her help."
    parse = parse_of(text)
    preposition, noun = (next(t for t in parse.tokens if t.text == word) for word in ("for", "loan"))
    assert words(parse, text, object_phrase(parse, noun, preposition)) == "the loan and for her help"


@pytest.mark.parametrize(
    "marked",
    [
        "[The mayor of Brno], who was ill, spoke.",
        "[The envoys] (both from Chile) left.",
        "[Peru, Chile and Bolivia] agreed.",
        "[The mayor], a former judge, spoke.",
        "As a result of their talks, [the Presidents] agreed.",
    ],
)
def test_who_is_named_without_what_is_told_of_them(marked: str) -> None:
    text, parse = parsed(marked)
    verb = next(t for t in parse.tokens if t.head == t.i)
    head = next(t for t in parse.tokens if t.dep == "nsubj" and t.head == verb.i)
    assert [words(parse, text, noun_phrase(parse, head, verb.i))] == re.findall(r"\[(.*)\]", marked)


@pytest.mark.parametrize(
    ("marked", "head"),
    [
        ("[The Minister of Ports] left.", "Minister"),
        ("He met [two envoys, who had left].", "envoys"),
        ("[The crews left].", "left"),
    ],
)
def test_the_head_of_a_phrase(marked: str, head: str) -> None:
    _, parse = parsed(marked)
    first, last = marked.index("["), marked.index("]") - 1
    assert head_of(parse.within(Span(first, last))).text == head


def test_a_noun_with_what_stands_before_it() -> None:
    text, parse = parsed("The deputy minister of ports left.")
    span = up_to_head(parse, next(token for token in parse.tokens if token.text == "minister"))
    assert text[span.start : span.end] == "The deputy minister"
