"""Where the name of an event begins and ends, and words that only look like one."""

import re

import pytest

from summitparse.findings import Span
from summitparse.language.model import analyse
from summitparse.occasions.names import calls_for, first_of, last_of, noun_at

MARKS = re.compile(r"[][]")


def named(text: str) -> list[str]:
    [parse] = analyse([(text, [Span(0, len(text))])])
    tokens, found, i = parse.tokens, [], 0
    while i < len(tokens):
        first, end = parse.sentences[tokens[i].sentence]
        matched = noun_at(tokens, i, end)
        if matched and not calls_for(tokens, i, matched[1], end):
            left, last = first_of(tokens, i, first, set()), last_of(tokens, matched[1], end)
            found.append(text[tokens[left].start : tokens[last - 1].end])
            i = last
        i += 1
    return found


@pytest.mark.parametrize(
    "marked",
    [
        "[Visit to the Republic of Chile] ended.",
        "Senators Hold [Roundtable with Judges].",
        "[PM meeting with President Anna Lund of Chile]",
        "[PM call with President Lund of Chile]",
        "[Opening of the Bridge]",
        "[Meeting with Anna Lund]",
        "They held a two-day [working meeting on ports].",
        "They attended the [Leaders' Summit].",
        "The Minister attended Anna Lund’s [reception].",
        "They held [bilateral and regional talks].",
        "They attended the [All-Chilean Congress of Judges].",
        "They held [talks with Peru, Chile and Bolivia].",
        "They held [talks with Peru], said the envoy.",
        "They held a [phone call] to discuss ports.",
        "The [call with Anna Lund] was short.",
        "The [summit] after the storm was short.",
        "The following [meeting] was short.",
        "They held a [meeting with the Federal Water Service (FWS) of Chile].",
        "They held a [meeting with newly elected governors].",
        "Leaders Hold [Summit].",
    ],
)
def test_names(marked: str) -> None:
    assert named(MARKS.sub("", marked)) == re.findall(r"\[(.*?)\]", marked)


@pytest.mark.parametrize(
    "text",
    [
        "They repeated their call for restraint.",
        "Calls to end the strike were heard.",
        "It was a call to action.",
        "Meeting in Oslo, they agreed on it.",
        "They met to visit.",
    ],
)
def test_what_names_no_event(text: str) -> None:
    assert named(text) == []
