"""Any text gives records that keep the contract; nothing costs more than in proportion to its length."""

import json
import re
import unicodedata

import pytest
from hypothesis import given, settings

from summitparse import parse
from summitparse.reading.text import is_blank
from summitparse.serialise import to_json
from tests.hostile import UNITS, grown, texts


@settings(max_examples=40, deadline=None)
@given(texts())
def test_any_text_keeps_the_contract(text: str) -> None:
    if is_blank(text):
        return
    release = parse(text, reference_date="2024-01-30")  # the models check ids, order and every mention
    assert json.loads(to_json(release, text=True))["text"] == release.text


@pytest.mark.parametrize("unit", UNITS.values(), ids=UNITS.keys())
def test_a_text_of_one_thing_a_thousand_times(unit: str) -> None:
    text = grown(unit, 3000)
    if is_blank(text):
        return
    parse(text)
    parse("Talks in Oslo\n\nJanuary 30, 2024\n\n“" + text + "” President Ann Example said.")


# Each of these once took hours: what a repeat eats could be cut in more ways than anybody can count.
STALLED = {
    "dateline-of-hyphens": "A-" * 80 + "\n\nTalks were held.",
    "crumbs-with-wide-spaces": "a      /      " * 9 + "!\n\nTalks were held.",
    "signed-on-and-on": "Talks\n\nThe agreement on trade was signed" + " in abc" * 60 + " on Monday.",
}


@pytest.mark.parametrize("text", STALLED.values(), ids=STALLED.keys())
def test_what_can_be_cut_in_many_ways_is_read_in_one(text: str) -> None:
    parse(text)


SAMPLE = (
    "Talks in Oslo\n\nJanuary 30, 2024\n\nThe Prime Minister of Norway, Ingrid Kováčová, met the press on Monday. "
    "“We sold more than 12 ships for $3 billion last year,” she said. “It is a record.”\n\n"
    "The following documents were signed:\n\n— the agreement on ships for 2024-2026;\n— the protocol on ports.\n"
)


def facts(text: str) -> list[object]:
    """What was found, without offsets."""
    release = parse(text)
    return [
        [(q.text, q.speaker_name, q.type) for q in release.quotes],
        [(f.value, f.unit, f.bound) for f in release.figures],
        [(d.value, d.type, d.first) for d in release.dates],
        [(r.first, r.last) for r in release.ranges],
        [(re.sub(r"\s+", " ", d.title), d.type, d.first, d.last) for d in release.documents],
    ]


@pytest.mark.parametrize(
    "changed",
    [
        pytest.param(lambda text: text.replace("\n", "\r\n"), id="crlf"),
        pytest.param(lambda text: text.replace("\n", "\r"), id="cr"),
        pytest.param(lambda text: text.replace(" ", "\u00a0"), id="no-break-spaces"),
        pytest.param(lambda text: text.replace("for $3", "for\n$3").replace("of Norway", "of\nNorway"), id="wrapped"),
        pytest.param(lambda text: unicodedata.normalize("NFD", text), id="letters-and-marks-apart"),
        pytest.param(lambda text: "\ufeff" + text, id="mark-at-the-start"),
        pytest.param(lambda text: text + "\n\n\n   \n", id="blank-lines-at-the-end"),
    ],
)
def test_the_same_release_in_other_characters_gives_the_same_records(changed) -> None:  # type: ignore[no-untyped-def]
    assert facts(changed(SAMPLE)) == facts(SAMPLE)
