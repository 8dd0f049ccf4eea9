import datetime as dt
import re
import tomllib
from pathlib import Path

import pytest

import summitparse
from summitparse.actors import Registry, build_registry
from summitparse.dates import find_dates
from summitparse.events import find_event
from summitparse.events.find import proposed
from summitparse.findings import EventFinding, Span
from summitparse.language.model import analyse
from summitparse.layout import Block, Header, Layout, Published, clean_copy, find_layout
from summitparse.voices import find_voices
from tests.occasions.test_candidates import layout_of

CORPUS = tomllib.loads((Path(__file__).parent / "corpus.toml").read_text("utf-8"))
DAY = dt.date(2026, 3, 14)


def read(title: str, body: str, place: str = "") -> tuple[Layout, Registry, EventFinding | None]:
    text = f"{title}\n{place}\n{body}"
    start = len(title) + len(place) + 2
    blocks = tuple(Block(Span(start + m.start(), start + m.end())) for m in re.finditer(r"[^\n]+", body))
    header = Header(
        title=Span(0, len(title)),
        published=Published(Span(0, 0), DAY.isoformat(), DAY),
        place=Span(len(title) + 1, len(title) + 1 + len(place)) if place else None,
    )
    layout = Layout(text, clean_copy(text), header, blocks)
    parse = analyse([(layout.clean, [Span(0, len(title)), *(block.span for block in blocks)])])[0]
    voices = find_voices(layout)
    registry = build_registry(voices, parse)
    times = find_dates(layout, reference=DAY)
    return layout, registry, find_event(voices, parse, registry, times, reference=DAY)


@pytest.mark.parametrize("row", CORPUS["events"], ids=lambda row: row["name"])
def test_events(row: dict) -> None:
    layout, registry, event = read(row["title"], row["body"])
    assert event is not None
    assert event.kind == row["kind"]
    if "event" in row:
        assert layout.text[event.name.start : event.name.end] == row["event"]
    place = event.place and layout.text[event.place.start : event.place.end]
    assert place == row.get("place")
    assert [str(event.first), str(event.last)] == row["days"]
    assert [registry.findings()[i].name for i in event.participants] == row["who"]


@pytest.mark.parametrize("row", CORPUS["none"], ids=lambda row: row["name"])
def test_no_event(row: dict) -> None:
    assert read(row["title"], row["body"])[2] is None


def test_a_place_line_of_its_own_comes_first() -> None:
    layout, _, event = read("Working visit", "Victor Holm held talks with Ana Soto in Riga.", place="Old Castle, Riga")
    assert event is not None
    assert event.place is not None
    assert layout.text[event.place.start : event.place.end] == "Old Castle, Riga"


@pytest.mark.parametrize(
    ("title", "lead", "turns", "who"),
    [
        (  # who takes a turn was there
            "Meeting with Prime Minister of Chile Anna Lund",
            "Harbours were discussed.",
            "President Victor Holm: Good day.\nPrime Minister of Chile Anna Lund: Thank you.",
            ["Anna Lund", "Victor Holm"],
        ),
        (  # turns at a press conference are no part of what it is about
            "Victor Holm visits Chile",
            "Victor Holm is on a visit to Chile.",
            "REUTERS: Will you sign?\nSpokesperson Kim Berg: We will.",
            ["Victor Holm"],
        ),
    ],
)
def test_turns(title: str, lead: str, turns: str, who: list[str]) -> None:
    layout = find_layout(f"{title}\n14 March 2026\n12:00\nOslo\n{lead}\n{turns}")
    parse = analyse([(layout.clean, layout.stretches())])[0]
    voices = find_voices(layout)
    registry = build_registry(voices, parse)
    event = find_event(voices, parse, registry, find_dates(layout, reference=DAY), reference=DAY)
    assert event is not None
    assert [registry.findings()[i].name for i in event.participants] == who


def test_a_visit_abroad_is_not_where_the_release_is_dated_from() -> None:
    layout, _, event = read("Anna Berg on working visit in Velm", "Anna Berg visited Velm on Thursday.", place="Oslo")
    assert event is not None
    assert event.place is not None
    assert layout.text[event.place.start : event.place.end] == "Velm"


@pytest.mark.parametrize(
    ("text", "place"),
    [
        (
            "Address by Minister Anna Berg at the opening of the Ferry Fair, Velm, 3 May 2024\n\n"
            "Dear guests,\n\nIt is good to be here. I thank all of you for coming.\n",
            "Velm",
        ),
        (
            "Press release\n\nNorland and Peru adopt a plan\n\nPresident Anna Berg of Peru and President Paul Okello "
            "of Chile opened in Velm the Second Presidential Meeting, which adopted it.\n\nThey spoke of trade.\n\n"
            "Lima, May 3, 2024\n",
            "Velm",
        ),
    ],
    ids=["before the day in a title", "not where it was issued at the foot"],
)
def test_places_of_whole_releases(text: str, place: str) -> None:
    event = summitparse.parse(text).event
    assert event is not None
    assert event.place is not None
    assert event.place.text == place


def test_a_part_of_a_day_is_that_day() -> None:
    body = "Victor Holm met with President of Chile Anna Lund in Oslo yesterday afternoon."
    _, _, event = read("Visit to Oslo", body)
    assert event is not None
    assert event.first == event.last == dt.date(2026, 3, 13)


@pytest.mark.parametrize(
    ("when", "sign"), [("today", "day=same"), ("yesterday", "day=next"), ("in the port", "day=none")]
)
def test_how_near_to_the_release_a_candidate_is(when: str, sign: str) -> None:
    layout = layout_of("Of ports", f"Anna Lund met Ana Soto {when}.")
    [parse] = analyse([(layout.clean, layout.stretches())])
    [found] = proposed(find_voices(layout), parse, [], find_dates(layout, reference=DAY), DAY)
    assert sign in found.signs
