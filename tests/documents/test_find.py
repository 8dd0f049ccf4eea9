"""Every row of the corpus: a piece of a release, and the documents that a careful reader finds in it."""

import datetime as dt
import tomllib
from pathlib import Path
from typing import Any

import pytest

from summitparse.dates import find_dates
from summitparse.documents import find_documents
from summitparse.documents.find import propose
from summitparse.findings import DocumentFinding, EventFinding, Span, TimeFindings
from summitparse.language.model import analyse
from summitparse.language.parse import Parse
from summitparse.layout import Layout, find_layout
from summitparse.voices import find_voices

CASES = tomllib.loads(Path(__file__).with_name("corpus.toml").read_text("utf-8"))["case"]


def read(case: dict[str, Any]) -> tuple[Layout, TimeFindings, tuple[DocumentFinding, ...]]:
    reference = dt.date.fromisoformat(case["reference"]) if "reference" in case else None
    layout = find_layout(case["text"])
    times = find_dates(layout, reference=reference)
    return layout, times, find_documents(find_voices(layout), parsed(layout), times, reference=reference)


def parsed(layout: Layout) -> Parse:
    return analyse([(layout.clean, layout.stretches())])[0]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_corpus(case: dict[str, Any]) -> None:
    layout, times, found = read(case)
    wanted = case["documents"]
    got = [[one.type, one.status, layout.clean[one.span.start : one.span.end]] for one in found]
    assert got == [row[:3] for row in wanted]
    assert [one.title for one in found] == [row[-1] if len(row) > 3 else row[2] for row in wanted]
    if "period" in case:
        assert [period(times, one) for one in found] == case["period"]
    if "signatories" in case:
        assert [list(one.signatories) for one in found] == case["signatories"]
    if "parties" in case:
        assert [list(one.parties) for one in found] == case["parties"]
    if "dates" in case:
        assert [str(one.date) for one in found] == case["dates"]
    if "places" in case:
        assert [one.place or "None" for one in found] == case["places"]


def period(times: TimeFindings, found: DocumentFinding) -> list[str]:
    if found.period is None:
        return []
    one = (times.dates if found.period.kind == "date" else times.ranges)[found.period.index]
    return [str(one.first or ""), str(one.last or "")]


def test_names_of_cases_are_unique() -> None:
    names = [case["name"] for case in CASES]
    assert len(names) == len(set(names))


def test_day_and_place_come_from_the_event_where_the_sentence_names_none() -> None:
    text = "The talks were held in Lomund on 3 May 2021.\n\nThe ministers signed a protocol on rail tariffs.\n"
    layout = find_layout(text)
    place = text.index("Lomund")
    day = dt.date(2021, 5, 3)
    event = EventFinding(Span(4, 9), "talks", Span(place, place + len("Lomund")), day, day)
    (found,) = find_documents(find_voices(layout), parsed(layout), TimeFindings(), event=event, reference=day)
    assert (found.date, found.place) == (day, "Lomund")


def test_what_is_planned_is_not_signed_at_the_event() -> None:
    text = "The talks were held in Lomund.\n\nThe ministers agreed to sign a contract on 12 locomotives next year.\n"
    layout = find_layout(text)
    place = text.index("Lomund")
    event = EventFinding(Span(4, 9), "talks", Span(place, place + len("Lomund")))
    (found,) = find_documents(find_voices(layout), parsed(layout), TimeFindings(), event=event)
    assert (found.status, found.title, found.place) == ("planned", "a contract on 12 locomotives", None)


def test_what_was_signed_at_another_time_is_not_of_the_event() -> None:
    text = "The talks were held in Lomund on 3 May 2021.\n\nThis year we signed a contract on 12 locomotives.\n"
    layout = find_layout(text)
    place = text.index("Lomund")
    day = dt.date(2021, 5, 3)
    event = EventFinding(Span(4, 9), "talks", Span(place, place + len("Lomund")), day, day)
    times = find_dates(layout, reference=day)
    (found,) = find_documents(find_voices(layout), parsed(layout), times, event=event, reference=day)
    assert (found.date, found.place) == (None, None)


def test_nothing_signed_gives_nothing() -> None:
    layout = find_layout("The ministers met and discussed trade. They had lunch.")
    assert find_documents(find_voices(layout), parsed(layout), TimeFindings()) == ()


def test_a_definite_instrument_is_proposed_with_what_it_is_about_and_not_alone() -> None:
    layout = find_layout(
        "The Memorandum of Understanding on Ice Roads stresses that roads matter. The memorandum is old."
    )
    found = propose(find_voices(layout), parsed(layout))
    assert [layout.clean[one.span.start : one.span.end] for one in found] == [
        "The Memorandum of Understanding on Ice Roads"
    ]


@pytest.mark.parametrize(
    ("text", "words", "status"),
    [
        ("They spoke of a bill that passed the Senate today.", "a bill", "adopted"),
        (
            "Amendments to the Sale of Fish Act passed this week allow sales.",
            "Amendments to the Sale of Fish Act",
            "adopted",
        ),
        ("She read the aims of an agreement to be signed by both.", "an agreement", "planned"),
    ],
)
def test_what_explains_a_noun_gives_its_status(text: str, words: str, status: str) -> None:
    layout = find_layout(text)
    [one] = [found for found in propose(find_voices(layout), parsed(layout)) if found.title == words]
    assert one.status == status


@pytest.mark.parametrize(
    ("text", "sign"),
    [
        ("The sides signed a new treaty on rivers.", "new"),
        ("The sides signed a treaty on rivers. The treaty will last for years.", "again=1"),
        ("“We signed a treaty on rivers,” Ms Roe said.", "voice=quotation"),
        ("The Government welcomed a treaty on rivers.", "governs=welcome"),
        ("The sides read their treaty on rivers.", "possessed"),
    ],
)
def test_signs_of_the_context(text: str, sign: str) -> None:
    layout = find_layout(text)
    assert any(sign in one.signs for one in propose(find_voices(layout), parsed(layout)))


def test_what_steps_lead_towards_is_planned() -> None:
    layout = find_layout("They discussed the next steps towards the signing of the Arvenia-Norland Trade Agreement.")
    assert [one.status for one in propose(find_voices(layout), parsed(layout))] == ["planned"]
