"""The contract refuses what breaks it, and writes what it promises."""

import json
from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from summitparse import parse
from summitparse.records import Figure, Release
from summitparse.serialise import to_json
from summitparse.versions import SCHEMA_VERSION

TEXT = "“We sold 5 ships,” Ann Example said on 2 May 2024."


def release(**changes: Any) -> Release:
    fields: dict[str, Any] = {
        "id": None,
        "source": {"name": "a.txt", "media_type": "text/plain", "encoding": "utf-8", "sha256": "0" * 64},
        "text": TEXT,
        "language": "en",
        "title": None,
        "subtitle": None,
        "published": None,
        "place": None,
        "credits": [],
        "issuer": None,
        "reference_date": "2024-05-03",
        "event": None,
        "actors": [actor()],
        "quotes": [quote()],
        "figures": [figure()],
        "dates": [date()],
        "ranges": [],
        "positions": [],
        "documents": [],
        "warnings": [],
    }
    return Release.model_validate(fields | changes)


def actor(**changes: Any) -> dict[str, Any]:
    return {
        "id": "A1",
        "kind": "person",
        "name": "Ann Example",
        "country": None,
        "titles": [],
        "affiliation": None,
        "members": [],
        "mentions": [{"text": "Ann Example", "start": 19, "end": 30}],
        "confidence": 0.9,
    } | changes


def quote(**changes: Any) -> dict[str, Any]:
    return {
        "id": "Q1",
        "type": "direct",
        "text": "We sold 5 ships",
        "spans": [{"start": 1, "end": 17}],
        "quoted": [{"start": 1, "end": 17}],
        "source": {"text": "Ann Example", "start": 19, "end": 30},
        "cue": {"text": "said", "start": 31, "end": 35},
        "speaker": "A1",
        "speaker_name": "Ann Example",
        "polarity": "asserted",
        "attribution": "explicit",
        "confidence": 0.9,
        "rule": "quotes.clause",
        "closed": True,
        "parent": None,
    } | changes


def figure(**changes: Any) -> dict[str, Any]:
    return {
        "id": "F1",
        "text": "5 ships",
        "start": 9,
        "end": 16,
        "kind": "count",
        "value": Decimal(5),
        "upper": None,
        "unit": "ship",
        "bound": "=",
        "change": None,
        "measure": None,
        "entity": None,
        "period": "D1",
        "quote": "Q1",
        "speaker": "A1",
        "speaker_name": "Ann Example",
        "confidence": 0.9,
        "rule": "count.noun",
    } | changes


def date(**changes: Any) -> dict[str, Any]:
    return {
        "id": "D1",
        "text": "2 May 2024",
        "start": 39,
        "end": 49,
        "type": "DATE",
        "value": "2024-05-02",
        "mod": None,
        "edtf": "2024-05-02",
        "first": "2024-05-02",
        "last": "2024-05-02",
        "quote": None,
        "confidence": 0.9,
        "rule": "calendar.day-month-year",
    } | changes


def test_a_good_release_is_taken() -> None:
    found = release()
    assert found.schema_version == SCHEMA_VERSION
    assert found.quotes[0].speaker_name == "Ann Example"


@pytest.mark.parametrize(
    ("change", "complaint"),
    [
        pytest.param(lambda: {"actors": []}, "is named but is none of the actors", id="speaker-unknown"),
        pytest.param(lambda: {"figures": [figure(id="Q1")]}, "given twice", id="id-twice"),
        pytest.param(lambda: {"figures": [figure(period="F1")]}, "none of the dates or ranges", id="period-is-no-time"),
        pytest.param(lambda: {"figures": [figure(text="6 ships")]}, "is not '6 ships'", id="mention-not-in-text"),
        pytest.param(lambda: {"dates": [date(end=500)]}, "beyond the text", id="offset-out-of-range"),
        pytest.param(
            lambda: {"quotes": [quote(spans=[{"start": 9, "end": 3}])]}, "before it starts", id="span-backwards"
        ),
        pytest.param(lambda: {"quotes": [quote(spans=[])]}, "at least 1 item", id="quote-without-content"),
        pytest.param(lambda: {"quotes": [quote(type="shouted")]}, "direct", id="unknown-word"),
        pytest.param(lambda: {"quotes": [quote(parent="Q9")]}, "none of the quotes", id="parent-unknown"),
        pytest.param(lambda: {"surprise": 1}, "Extra inputs", id="unknown-field"),
        pytest.param(
            lambda: {"figures": [figure(), figure(id="F2", start=0, end=1, text="“")]}, "text order", id="out-of-order"
        ),
    ],
)
def test_what_breaks_the_contract_is_refused(change: Callable[[], dict[str, Any]], complaint: str) -> None:
    with pytest.raises(ValidationError, match=complaint):
        release(**change())


@given(st.integers(-(10**24), 10**24), st.integers(0, 6))
def test_decimals_are_written_as_exact_json_numbers(digits: int, places: int) -> None:
    value = Decimal(digits).scaleb(-places)
    if value != value.to_integral_value() and abs(digits) >= 10**15:
        return  # beyond what any reader of JSON numbers keeps
    written = Figure.model_validate(figure(value=value)).model_dump_json()
    assert json.loads(written, parse_float=Decimal, parse_int=Decimal)["value"] == value


def test_a_range_is_written_with_the_contracts_names() -> None:
    range_ = {"id": "R1", "text": "2 May 2024", "start": 39, "end": 49, "from": None, "to": "D1", "confidence": 0.9}
    found = release(ranges=[range_ | {"edtf": None, "first": None, "last": "2024-05-02", "rule": "range.until"}])
    assert json.loads(found.model_dump_json())["ranges"][0]["from"] is None


@given(st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**30), max_value=10**30))
def test_a_value_is_the_one_that_its_json_has(value: Decimal) -> None:
    made = Figure.model_validate(figure(value=value, upper=value))
    assert Figure.model_validate_json(made.model_dump_json()) == made
    assert made.value is not None and abs(made.value - value) <= abs(value) / 10**15


@pytest.mark.parametrize("value", ["7" * 400 + ".5", "-" + "7" * 400 + ".5", "1E-400", "1E+400"])
def test_values_beyond_what_json_readers_keep(value: str) -> None:
    made = Figure.model_validate(figure(value=Decimal(value)))
    assert Figure.model_validate_json(made.model_dump_json()) == made


def test_events_actors_and_ranges_are_read_without_a_confidence() -> None:
    found = json.loads(
        to_json(parse("Talks of the council\n\n3 May 2024\n\n" + TEXT + " They met from 1 to 2 May 2024."))
    )
    told = [*found["actors"], *found["ranges"]]
    assert told
    for record in told:
        del record["confidence"]
    read = Release.model_validate(found)
    assert {record.confidence for record in (*read.actors, *read.ranges)} == {1.0}
