"""Clauses that say who was there."""

import re

import pytest

from summitparse.events.presence import clause_of, present_in
from summitparse.findings import Span
from summitparse.language.model import analyse

MARKS = re.compile(r"[][]")


@pytest.mark.parametrize(
    ("frame", "marked"),
    [
        ("met", "[Ana Soto] met with [Paul Okello]."),
        ("met", "[Ana Soto] met [Paul Okello]."),
        ("met", "[Ana Soto] was received by [Paul Okello]."),
        ("met", "[Ana Soto] met with [Paul Okello], with [Kim Berg] and with [the King]."),
        ("held-talks", "[Ana Soto] held talks with [Paul Okello]."),
        ("held-talks", "[Talks] were held between [Ana Soto and Paul Okello]."),
        ("attended", "[The talks] were attended by [Ana Soto], who left early."),
        ("led", "[The delegation] was led by [Ana Soto]."),
        ("led", "[Ana Soto] led the delegation in 2026."),
    ],
)
def test_who_was_there(frame: str, marked: str) -> None:
    text = MARKS.sub("", marked)
    [parse] = analyse([(text, [Span(0, len(text))])])
    found = [one for one in present_in(parse, 0, {"2026"}) if one.frame == frame]
    named = [text[one.span.start : one.span.end].rstrip(",") for one in found]
    assert sorted(re.findall(r"\[(.*?)\]", marked)) == sorted(named)


@pytest.mark.parametrize(
    "text",
    [
        "Ana Soto did not meet Paul Okello.",
        "If Ana Soto met Paul Okello, it was brief.",
        "Ana Soto had met Paul Okello.",
        "Ana Soto met Paul Okello in 2019.",
        "Ana Soto led the firm.",
        "Ana Soto praised Paul Okello.",
    ],
)
def test_nobody_was_there(text: str) -> None:
    [parse] = analyse([(text, [Span(0, len(text))])])
    assert list(present_in(parse, 0, {"2026"})) == []


@pytest.mark.parametrize(
    ("text", "name", "role", "verb"),
    [
        ("Ana Soto praised the plan.", "Soto", "nsubj", "praise"),
        ("They spoke with Ana Soto.", "Soto", "with", "speak"),
        ("They thanked Paul Okello and Ana Soto.", "Soto", "dobj", "thank"),
        ("They praised the work of Ana Soto.", "Soto", "of", "praise"),
        ("The letter of Ana Soto.", "Soto", "of", ""),
    ],
)
def test_the_part_of_a_name(text: str, name: str, role: str, verb: str) -> None:
    [parse] = analyse([(text, [Span(0, len(text))])])
    part, clause = clause_of(parse, [token for token in parse.tokens if token.text == name])
    assert (part, clause.lemma if clause is not None else "") == (role, verb)
