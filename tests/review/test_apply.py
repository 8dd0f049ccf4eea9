"""What each decision does to the records, and what is refused."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summitparse import parse
from summitparse.errors import UnreadableInput, UsageError
from summitparse.evaluate import evaluate
from summitparse.records import Release
from summitparse.review import Decision, Decisions, apply_decisions, read_decisions
from summitparse.review.decisions import Reviewed, text_hash

TEXT = (
    "Talks in Bergen\n\nJanuary 30, 2024\n\n“We sold 12 ships in 2023,” Prime Minister Ingrid Solheim said. "
    "Minister Karl Olsen was there. Trade rose by 5 per cent."
)


@pytest.fixture(scope="module")
def release() -> Release:
    return parse(TEXT)


def decided(*decisions: dict[str, Any], text: str = TEXT) -> Decisions:
    made = [Decision(by="A. Reviewer", at="2024-02-01T00:00:00Z", **decision) for decision in decisions]
    reviewed = Reviewed(text_sha256=text_hash(text), name="talks", decisions=made)
    return Decisions(made_by="summitparse review", version=1, releases=[reviewed])


def after(release: Release, *decisions: dict[str, Any]) -> Release:
    (found,) = apply_decisions(decided(*decisions), [release])
    return found


def test_an_accepted_record_says_by_whom_and_when(release: Release) -> None:
    figure = after(release, {"verdict": "accept", "kind": "figures", "record": "F1"}).figures[0]
    assert figure.review is not None and figure.confidence == 1
    assert (figure.review.status, figure.review.by, figure.review.at) == (
        "accepted",
        "A. Reviewer",
        "2024-02-01T00:00:00Z",
    )
    assert release.figures[0].review is None and "review" not in release.model_dump_json()


def test_nothing_names_a_record_that_is_wrong(release: Release) -> None:
    found = after(release, {"verdict": "wrong", "kind": "quotes", "record": "Q1"})
    assert found.quotes == [] and [figure.quote for figure in found.figures] == [None, None]
    assert found.figures[0].speaker is None and found.figures[0].speaker_name is None
    found = after(release, {"verdict": "wrong", "kind": "dates", "record": release.figures[0].period})
    assert found.figures[0].period is None and len(found.dates) == len(release.dates) - 1


def test_another_speaker_says_the_figures_too(release: Release) -> None:
    olsen = next(actor.id for actor in release.actors if actor.name == "Karl Olsen")
    found = after(release, {"verdict": "speaker", "kind": "quotes", "record": "Q1", "speaker": olsen})
    assert (found.quotes[0].speaker, found.quotes[0].speaker_name) == (olsen, "Karl Olsen")
    assert (found.figures[0].speaker, found.figures[0].speaker_name) == (olsen, "Karl Olsen")
    found = after(release, {"verdict": "speaker", "kind": "quotes", "record": "Q1", "speaker_name": "Åse Ødegård"})
    assert found.actors[-1].name == "Åse Ødegård" and found.quotes[0].speaker == found.actors[-1].id
    found = after(release, {"verdict": "speaker", "kind": "quotes", "record": "Q1"})
    assert (found.quotes[0].speaker, found.quotes[0].attribution) == (None, "none")


def test_words_and_values_are_what_was_decided(release: Release) -> None:
    start = TEXT.index("12 ships")
    words = {"verdict": "words", "kind": "quotes", "record": "Q1", "start": start, "end": start + 8}
    value = {"verdict": "value", "kind": "figures", "record": "F2", "fields": {"value": 6.5, "bound": "~"}}
    found = after(release, words, value)
    assert found.quotes[0].text == "12 ships" and found.quotes[0].quoted == found.quotes[0].spans
    assert (float(found.figures[1].value), found.figures[1].bound) == (6.5, "~")
    assert found.quotes[0].review and found.quotes[0].review.status == "corrected"


@pytest.mark.parametrize("kind", ["quotes", "figures", "dates", "ranges", "positions", "documents"])
def test_what_was_missed_is_added_in_its_place(release: Release, kind: str) -> None:
    start = TEXT.index("was there")
    fields = {"figures": {"value": 3}, "dates": {"value": "2024"}}.get(kind, {})
    missing = {"verdict": "missing", "kind": kind, "start": start, "end": start + 9, "fields": fields}
    found = after(release, missing)
    (added,) = [one for one in getattr(found, kind) if one.review]
    assert added.review.status == "added" and added.rule == "review.added"
    assert added.id not in {one.id for one in getattr(release, kind)}


def test_the_records_after_a_review_are_gold(release: Release) -> None:
    gold = after(release, {"verdict": "value", "kind": "figures", "record": "F2", "fields": {"value": 6}})
    scores = evaluate([gold], [release]).scores
    assert scores["figures"].correct == len(release.figures) - 1 and scores["quotes"].f1 == 1
    read_again = Release.model_validate_json(gold.model_dump_json())
    assert read_again == gold


def test_decisions_on_another_text_are_refused(release: Release) -> None:
    accept = {"verdict": "accept", "kind": "figures", "record": "F1"}
    with pytest.raises(UsageError, match="another text"):
        list(apply_decisions(decided(accept, text=TEXT + " "), [release]))
    with pytest.raises(UsageError, match="--text"):
        list(apply_decisions(decided(accept), [release.model_copy(update={"text": None})]))


@pytest.mark.parametrize(
    ("decision", "said"),
    [
        ({"verdict": "accept", "kind": "figures", "record": "F9"}, "none of that id"),
        ({"verdict": "speaker", "kind": "quotes", "record": "Q1", "speaker": "A99"}, "no actor"),
        ({"verdict": "speaker", "kind": "dates", "record": "D1", "speaker": "A1"}, "no speaker"),
        ({"verdict": "value", "kind": "figures", "record": "F1", "fields": {"text": "x"}}, "no value of figures"),
        ({"verdict": "value", "kind": "figures", "record": "F1", "fields": {"value": "x"}}, "do not fit"),
        ({"verdict": "words", "kind": "figures", "record": "F1", "start": 5, "end": 9_999}, "beyond the text"),
        ({"verdict": "missing", "kind": "figures", "start": 5, "end": 9}, "needs its value"),
    ],
)
def test_a_decision_that_does_not_fit_is_refused(release: Release, decision: dict[str, Any], said: str) -> None:
    with pytest.raises(UsageError, match=said):
        after(release, decision)


@pytest.mark.parametrize("content", ["", "[]", "{", '{"made_by": "somebody", "version": 1, "releases": []}', "5"])
def test_what_are_no_decisions_is_refused(tmp_path: Path, content: str) -> None:
    path = tmp_path / "decisions.json"
    path.write_text(content)
    with pytest.raises(UnreadableInput):
        read_decisions(path)


@given(start=st.integers(0, len(TEXT) - 1), length=st.integers(1, 40), kind=st.sampled_from(["quotes", "documents"]))
def test_any_place_of_the_text_can_be_added(release: Release, start: int, length: int, kind: str) -> None:
    end = min(start + length, len(TEXT))
    found = after(release, {"verdict": "missing", "kind": kind, "start": start, "end": end})
    assert len(getattr(found, kind)) == len(getattr(release, kind)) + 1
    assert Release.model_validate(json.loads(found.model_dump_json())) == found
