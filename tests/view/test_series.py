"""What may stand in one drawing: the same thing of the same one, in the same unit, for periods of the same length."""

import datetime as dt
from typing import Any

import pytest

from summitparse.records import Mention, Release
from summitparse.view.series import find_series

BASE: dict[str, Any] = {"measure": "exports", "entity": "Freedonia", "value": 5, "unit": "USD", "kind": "money"}
YEAR = ("2023-01-01", "2023-12-31")
NEXT = ("2024-01-01", "2024-12-31")


def release(days: tuple[str, str] | None, **fields: Any) -> Release:
    """A release with one figure for these days."""
    given = BASE | fields
    mentions = {name: {"text": given[name], "start": 0, "end": 0} for name in ("measure", "entity") if given[name]}
    figure = {"id": "F1", "text": "5", "start": 0, "end": 1, "kind": given["kind"], "value": given["value"]}
    figure |= {"upper": None, "unit": given["unit"], "bound": "=", "change": given.get("change"), "measure": None}
    figure |= {"entity": None, "quote": None, "speaker": None, "speaker_name": None, "confidence": 1, "rule": "x"}
    figure |= mentions | {"period": days and "D1"}
    date = {"id": "D1", "text": "5", "start": 0, "end": 1, "type": "DATE", "value": "2023", "mod": None, "edtf": None}
    date |= {"first": days and days[0], "last": days and days[1], "quote": None, "confidence": 1, "rule": "x"}
    whole: dict[str, Any] = {"id": None, "language": "en", "reference_date": "2024-05-05", "figures": [figure]}
    whole["source"] = {"name": "x", "media_type": "text/plain", "encoding": None, "sha256": "0" * 64}
    whole |= dict.fromkeys(("title", "subtitle", "published", "place", "issuer", "event"))
    lists = ("credits", "actors", "quotes", "ranges", "positions", "documents", "warnings")
    return Release.model_validate(whole | {name: [] for name in lists} | {"dates": [date] if days else []})


def test_the_same_thing_over_years_is_one_series() -> None:
    (series,) = find_series([release(NEXT, value=6), release(YEAR, entity="freedonia".title())])
    assert [(point.day, point.value, point.release) for point in series.points] == [
        (dt.date(2023, 12, 31), 5, 2),
        (dt.date(2024, 12, 31), 6, 1),
    ]


@pytest.mark.parametrize(
    "other",
    [
        {"measure": "imports"},
        {"entity": "Sylvania"},
        {"unit": "EUR"},
        {"kind": "count"},
        {"change": "up"},
    ],
)
def test_other_things_are_not_joined(other: dict[str, Any]) -> None:
    assert find_series([release(YEAR), release(NEXT, **other)]) == []


@pytest.mark.parametrize("entity", [None, "the two countries", "The company", "it"])
def test_an_entity_that_is_not_named_joins_nothing(entity: str | None) -> None:
    assert find_series([release(YEAR, entity=entity), release(NEXT, entity=entity)]) == []


def test_a_currency_is_nobody_whose_a_figure_could_be() -> None:
    inside = [
        one.model_copy(
            update={
                "figures": [
                    figure.model_copy(update={"entity": Mention(text="CHF", start=0, end=1)}) for figure in one.figures
                ]
            }
        )
        for one in (release(YEAR), release(NEXT))
    ]
    assert find_series(inside) == []


def test_months_and_years_and_no_period_are_not_joined() -> None:
    assert find_series([release(YEAR), release(("2024-01-01", "2024-01-31"))]) == []
    assert find_series([release(None), release(None, value=6)]) == []


def test_two_values_for_one_day_are_not_one_thing() -> None:
    assert find_series([release(YEAR), release(NEXT), release(NEXT, value=7)]) == []
    assert len(find_series([release(YEAR), release(NEXT), release(NEXT)])) == 1
