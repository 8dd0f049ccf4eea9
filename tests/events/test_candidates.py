"""What is said of a word that can name the event, and of people who may have been there."""

import pytest

from summitparse.actors import build_registry
from summitparse.events.candidates import candidates
from summitparse.events.participants import proposals
from summitparse.findings import Span
from summitparse.language.model import analyse
from summitparse.layout import Block, Header, Layout
from summitparse.voices import find_voices


def layout_of(title: str, body: str) -> Layout:
    text = f"{title}\n{body}"
    block = Block(Span(len(title) + 1, len(text)))
    return Layout(text, text, Header(title=Span(0, len(title))), (block,))


@pytest.mark.parametrize(
    ("title", "noun", "sign"),
    [
        ("Press statements following talks with Anna Lund", "talks", "after-reported"),
        ("Agreement signed after talks with Anna Lund", "talks", "after-signed"),
        ("Press statements on talks with Anna Lund", "talks", "at=title"),
        ("Ministers want to hold a summit", "summit", "possible"),
    ],
)
def test_signs(title: str, noun: str, sign: str) -> None:
    layout = layout_of(title, "It rained.")
    [parse] = analyse([(layout.clean, layout.stretches())])
    [found] = [one for one in candidates(find_voices(layout), parse, []) if one.noun == noun]
    assert sign in found.signs
    assert {"after-reported", "after-signed"} & found.signs <= {sign}


def test_what_is_said_of_people() -> None:
    body = "Ana Soto attended the meeting at the invitation of Paul Okello. Later Kim Berg left the port."
    layout = layout_of("Meeting in Oslo", body)
    [parse] = analyse([(layout.clean, layout.stretches())])
    voices = find_voices(layout)
    registry = build_registry(voices, parse)
    [best] = [one for one in candidates(voices, parse, []) if one.sentence == 0]
    found = proposals(layout, parse, registry, best, [0])
    names = {registry.findings()[actor].name: features for actor, features in found.items()}
    assert "at-the=invitation" in names["Paul Okello"]
    assert {"beside-event", "came"} <= names["Ana Soto"]
    assert not {"beside-event", "came"} & names["Kim Berg"]
