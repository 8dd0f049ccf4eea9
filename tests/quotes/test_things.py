"""What is done with a thing is no quote of a release, and one of an article unless it is a position."""

from dataclasses import replace

import pytest

from summitparse.findings import PositionFinding, QuoteFinding, Span
from summitparse.language.model import analyse
from summitparse.quotes import find_quotes
from summitparse.quotes.things import THING, is_thing, without_positions
from summitparse.voices import find_voices
from tests.quotes.proposed import cue_of
from tests.quotes.test_find import plain_layout

SAID = QuoteFinding("indirect", (Span(0, 9),), cue=Span(10, 14), confidence=0.9, rule="quotes.clause")
PRAISED = replace(SAID, spans=(Span(30, 40),), cue=Span(20, 28), rule=THING)
INNER = replace(SAID, spans=(Span(32, 38),), parent=1)


def position(start: int, end: int) -> PositionFinding:
    return PositionFinding(Span(start, end), "appreciate", Span(60, 66), confidence=0.9, rule="positions.appreciate")


def test_things_of_a_release_are_no_quotes() -> None:
    assert without_positions((SAID, PRAISED, INNER), (), article=False) == (SAID, replace(INNER, parent=None))


def test_things_of_an_article_are_quotes_unless_they_are_positions() -> None:
    assert without_positions((SAID, PRAISED), (), article=True) == (SAID, replace(PRAISED, rule="quotes.clause"))
    assert without_positions((SAID, PRAISED), (position(35, 45),), article=True) == (SAID,)
    assert len(without_positions((SAID, PRAISED), (position(0, 9),), article=True)) == 2


@pytest.mark.parametrize(
    ("text", "thing"),
    [
        ("Both sides expressed satisfaction at the treaty concluded in 2018.", True),
        ("Ilva Daren condemned the attack near the port, in which many people were injured.", True),
        ("Ilva Daren called on all firms to repair the bridge before winter.", False),
        ("Ilva Daren said the bridge would be repaired before winter.", False),
        ("Ilva Daren informed his hosts of plans to open a port.", True),
    ],
)
def test_what_is_a_thing(text: str, thing: bool) -> None:
    layout = plain_layout(text)
    quotes = find_quotes(find_voices(layout), analyse([(layout.clean, layout.stretches())])[0], article=True).quotes
    assert [quote.rule == THING for quote in quotes] == [thing]


@pytest.mark.parametrize(
    ("text", "cue", "content", "thing"),
    [
        ("The minister wants a tunnel for the valley.", "wants", "a tunnel for the valley", True),
        ("The board promised to open the port.", "promised", "to open the port", True),
        ("The board urged Brandt to open the port.", "urged", "Brandt to open the port", False),
        ("The board promised how to open it.", "promised", "how to open it", False),
        ("According to the board, growth of trade.", "According", "growth of trade", False),
    ],
)
def test_objects(text: str, cue: str, content: str, thing: bool) -> None:
    parse, _, it = cue_of(text, cue)
    said = parse.within(Span(text.index(content), text.index(content) + len(content)))
    assert is_thing(parse, it, [(said[0].i, said[-1].i)]) == thing
