"""What is said of each person of a release, by which a model tells who took part in its event."""

import datetime as dt

import pytest

from summitparse.actors import build_registry
from summitparse.dates import find_dates
from summitparse.events.find import proposed
from summitparse.events.participants import proposals
from summitparse.findings import Span
from summitparse.language.model import analyse
from summitparse.layout import find_layout
from summitparse.voices import find_voices

DAY = dt.date(2026, 3, 14)


def said_of(text: str, told: int = 1) -> dict[str, set[str]]:
    """The features of each person, where the first `told` sentences tell of the event that is named first."""
    layout = find_layout(text)
    parse = analyse([(layout.clean, layout.stretches())])[0]
    voices = find_voices(layout)
    registry = build_registry(voices, parse)
    people = [place for place, _ in registry.people_in(Span(0, len(layout.clean)))]
    best = next(iter(proposed(voices, parse, people, find_dates(layout, reference=DAY), DAY)))
    found = proposals(layout, parse, registry, best, range(told))
    names = registry.findings()
    return {names[actor].name.split()[-1]: features for actor, features in found.items()}


HELD = "Talks in Riga\n\nMinister Ana Soto held talks in Riga. "


@pytest.mark.parametrize(
    ("text", "person", "there", "absent"),
    [
        (HELD, "Soto", {"at=told", "beside-event-told", "verb=hold-nsubj"}, {"owner", "present-there"}),
        (HELD + "Kim Berg praised a bridge.", "Berg", {"at=near", "role=nsubj-near"}, {"beside-event", "came"}),
        ("Talks with President Paul Okello\n\nThey met.", "Okello", {"at=title", "first-at=title"}, {"at=told"}),
        (HELD + "The ministers were joined by Paul Okello.", "Okello", {"before=by", "before=by-near"}, set()),
        (HELD + "The talks were attended by Paul Okello.", "Okello", {"came", "came-near", "beside-event"}, set()),
        (HELD + "Paul Okello attended the talks.", "Okello", {"present=attended-there", "present-there"}, set()),
        (HELD + "Ana Soto's visit was long.", "Soto", {"owner-event", "mentions=2"}, {"owner", "present-there"}),
        (HELD + "Ana Soto's umbrella was long.", "Soto", {"owner"}, {"owner-event"}),
        (HELD + "At the invitation of Paul Okello, she stayed.", "Okello", {"at-the=invitation"}, set()),
        (HELD + "Paul Okello will come later.", "Okello", {"polarity=planned-near"}, {"polarity=asserted"}),
    ],
)
def test_what_is_said_of_somebody(text: str, person: str, there: set[str], absent: set[str]) -> None:
    features = said_of(text, told=2)[person]
    assert there <= features
    assert not absent & features


@pytest.mark.parametrize(
    "text",
    [
        HELD + "Paul Okello did not come.",
        HELD + "In 2019, Paul Okello visited a port.",
        HELD + "The port was opened. Statement by Spokesperson Paul Okello on the port.",
        HELD + "Jane Roe reported that Paul Okello had been detained.",
    ],
)
def test_what_is_no_sign_that_somebody_was_there(text: str) -> None:
    assert "Okello" not in said_of(text, told=2)


def test_how_far_behind_the_event_somebody_is_named() -> None:
    for between, where in ((2, "near"), (12, "further"), (30, "far")):
        text = HELD + "A bridge was opened. " * between + "Paul Okello praised it."
        assert f"at={where}" in said_of(text, told=2)["Okello"]


@pytest.mark.parametrize(
    ("line", "sign"),
    [
        ("- Paul Okello, Minister of Ports", "line-opens-came"),
        ("- the adviser of Paul Okello", "line-inside-came"),
    ],
)
def test_a_line_of_a_list_of_people(line: str, sign: str) -> None:
    listed = "Talks in Riga\n\nThe talks were attended by the following ministers:\n- Ana Soto, Minister of Trade\n"
    assert sign in said_of(f"{listed}{line}\n")["Okello"]
    other = "Talks in Riga\n\nThe following was bought:\n- a hat\n"
    assert sign.replace("came", "other") in said_of(f"{other}{line}\n")["Okello"]


def test_who_attended_who_invited_and_who_is_named_beside_them() -> None:
    body = "Ana Soto attended the meeting at the invitation of Paul Okello. Later Kim Berg left the port."
    features = said_of(f"Meeting in Oslo\n\n{body}")
    assert "at-the=invitation" in features["Okello"]
    assert {"beside-event", "came"} <= features["Soto"]
    assert not {"beside-event", "came"} & features["Berg"]
