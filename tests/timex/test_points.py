"""Days, EDTF and steps of a place in the calendar."""

import datetime as dt

import pytest

from summitparse.dates.seasons import nearest
from summitparse.timex.holidays import feast
from summitparse.timex.points import Point, moved
from summitparse.timex.readings import duration


@pytest.mark.parametrize(
    ("point", "edtf", "first", "last"),
    [
        (Point("year", 2019), "2019", "2019-01-01", "2019-12-31"),
        (Point("decade", 1980), "198X", "1980-01-01", "1989-12-31"),
        (Point("century", 1800), "18XX", "1800-01-01", "1899-12-31"),
        (Point("season", 2019, part="WI"), "2019-24", "2019-12-01", "2020-02-29"),
        (Point("week", 2020, week=12), "2020-03-16/2020-03-22", "2020-03-16", "2020-03-22"),
        (Point("month", 2020, 2), "2020-02", "2020-02-01", "2020-02-29"),
    ],
)
def test_days_and_edtf(point: Point, edtf: str, first: str, last: str) -> None:
    assert point.edtf() == edtf
    assert point.days() == (dt.date.fromisoformat(first), dt.date.fromisoformat(last))


@pytest.mark.parametrize(
    ("point", "edtf"),
    [
        (Point("year", 500, bc=True), "-0499"),
        (Point("century", 500, bc=True), None),
        (Point("month", None, 5), None),
        (Point("week", 2023, week=60), None),
        (Point("day", 2023), None),
    ],
)
def test_no_days(point: Point, edtf: str | None) -> None:
    assert point.edtf() == edtf
    assert point.days() is None


@pytest.mark.parametrize(
    ("point", "unit", "count", "there"),
    [
        (Point("year", 300, bc=True), "year", -1, Point("year", 301, bc=True)),
        (Point("year", 2019), "year", -2, Point("year", 2017)),
        (Point("year", 1), "year", -2, None),
        (Point("month", None, 5), "month", 1, None),
    ],
)
def test_moved(point: Point, unit: str, count: int, there: Point | None) -> None:
    assert moved(point, unit, count) == there


@pytest.mark.parametrize(
    ("number", "unit", "value"),
    [
        (None, "DE", "PXY"),
        (None, "CE", "PXCE"),
        (2, "DE", "P20Y"),
        (2, "CE", "P200Y"),
        (2.5, "Y", "P2Y6M"),
        (2.25, "H", "PT2H15M"),
        (2, "FN", "P4W"),
        (None, "FN", "PXW"),
        (1.2, "Y", "P1.2Y"),
    ],
)
def test_duration(number: float | None, unit: str, value: str) -> None:
    assert duration(number, unit).value == value


WINTER, SPRING, MAY = Point("season", part="WI"), Point("season", part="SP"), Point("month", month=5)
DAY = Point("day", month=5, day=3)


@pytest.mark.parametrize(
    ("point", "reference", "direction", "year"),
    [
        (WINTER, "2024-01-30", "last", 2022),
        (WINTER, "2024-01-30", "next", 2024),
        (WINTER, "2024-05-10", "last", 2023),
        (SPRING, "2024-01-30", "last", 2023),
        (SPRING, "2024-04-10", "last", 2023),
        (SPRING, "2024-04-10", "next", 2025),
        (SPRING, "2024-01-30", "next", 2024),
        (MAY, "2024-01-30", "last", 2023),
        (MAY, "2024-05-10", "last", 2023),
        (MAY, "2024-05-10", "past", 2024),
        (MAY, "2024-05-10", "next", 2025),
        (MAY, "2024-01-30", "next", 2024),
        (MAY, "2024-06-10", "future", 2025),
        (DAY, "2024-05-03", "last", 2023),
        (DAY, "2024-05-03", "next", 2025),
        (DAY, "2024-05-10", "gone", 2024),
        (DAY, "2024-05-02", "gone", 2023),
        (DAY, "2024-05-10", "ahead", 2025),
        (Point("week", week=3), "2024-01-30", "past", 2024),
        (Point("quarter", part="Q1"), "2024-11-10", "future", 2025),
        (Point("quarter", part="Q4"), "2024-01-30", "past", 2023),
    ],
)
def test_nearest(point: Point, reference: str, direction: str, year: int) -> None:
    found = nearest(point, dt.date.fromisoformat(reference), direction)
    assert found is not None
    assert found.year == year


def test_a_feast_before_the_calendar() -> None:
    assert feast("easter -2", 1500) is None
    assert feast("easter -2", 2024) == dt.date(2024, 3, 29)
