"""What is said of each place of a release, by which a model tells where its event was."""

import datetime as dt

import pytest

from summitparse.findings import Span
from summitparse.language.model import analyse
from summitparse.layout import Block, Header, Layout, Published
from summitparse.occasions.candidates import candidates
from summitparse.places.find import places
from summitparse.voices import find_voices

DAY = dt.date(2026, 3, 14)


def said_of(title: str, body: str, place: str = "") -> dict[str, set[str]]:
    """The features of each place; the first sentence tells of the event that is named first."""
    text = "\n".join(part for part in (title, place, body) if part)
    start = text.index(body)
    dateline = Span(len(title) + 1, len(title) + 1 + len(place)) if place else None
    published = Published(Span(len(title), len(title)), DAY.isoformat(), DAY)
    layout = Layout(
        text,
        text,
        Header(title=Span(0, len(title)), published=published, place=dateline),
        (Block(Span(start, len(text))),),
    )
    [parse] = analyse([(text, [Span(0, len(title)), Span(start, len(text))])])
    best = next(iter(candidates(find_voices(layout), parse, [])))
    found = places(layout, parse, best, [0, 1], [], [])
    return {text[one.span.start : one.span.end]: one.signs for one in found}


@pytest.mark.parametrize(
    ("title", "body", "place", "signs"),
    [
        ("Talks in Riga", "It rained.", "Riga", {"of=event", "link=in", "title", "beside-event", "at=told"}),
        ("The ministers held talks", "They held talks in Riga on Friday.", "Riga", {"dated", "of=event"}),
        ("The ministers held talks", "In Riga, they held talks.", "Riga", {"opens", "side=before", "taking_place"}),
        ("Talks were held in Riga", "It rained.", "Riga", {"of=verb-of-event", "side=behind"}),
        ("The ministers held talks", "They praised a bridge in Riga.", "Riga", {"of=NOUN", "side=alone"}),
        ("The ministers held talks", "They held talks to build a port in Riga.", "Riga", {"purpose"}),
        ("The ministers held talks", "They held talks with a man who lives in Riga.", "Riga", {"relative"}),
        ("The ministers held talks", "They held talks before the next summit in Riga.", "Riga", {"of=an-event"}),
        ("The ministers held talks", "Riga was cold.", "Riga", {"link=none"}),
        ("Visit to Latvia", "He came to Riga.", "Latvia", {"kind=country", "has-town"}),
        ("The King's visit", "The King visits Latvia.", "Latvia", {"link=visited", "kind=country"}),
        ("Visit to Latvia", "He came to Riga.", "Riga", {"kind=town", "in-goal"}),
    ],
)
def test_what_is_said_of_a_place(title: str, body: str, place: str, signs: set[str]) -> None:
    assert signs <= said_of(title, body)[place]


def test_a_place_line_and_a_dateline() -> None:
    line = said_of("The ministers held talks", "They held talks.", "Old Castle, Riga")
    assert {"header", "header=line"} <= line["Old Castle, Riga"]
    abroad = said_of("The ministers held talks", "They held talks in Oslo.", "Riga")
    assert "abroad" in abroad["Oslo"]
    assert "header=line" in abroad["Riga"]
    assert (
        "at-home"
        in said_of("The ministers held talks", "They held talks in Jurmala, Latvia.", "Riga")["Jurmala, Latvia"]
    )


def test_the_longer_of_two_names_of_a_place() -> None:
    assert list(said_of("Talks in Riga", "They held talks in Riga, Latvia.")) == ["Riga, Latvia"]
