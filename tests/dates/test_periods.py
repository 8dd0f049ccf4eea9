"""Lengths with one of their ends: which calendar days they are."""

import datetime as dt

import pytest

from summitparse.dates import find_dates

REFERENCE = dt.date(2024, 1, 30)


@pytest.mark.parametrize(
    ("text", "words", "first", "last"),
    [
        ("Output in the six months to August 2022 fell.", "the six months to August 2022", "2022-03-01", "2022-08-31"),
        ("In the year ended 31 May 2022 it paid more.", "the year ended 31 May 2022", "2021-06-01", "2022-05-31"),
        ("In the week ending 7 May 2023 it rained.", "the week ending 7 May 2023", "2023-05-01", "2023-05-07"),
        ("In the quarter ended in May 2022 it fell.", "the quarter ended in May 2022", "2022-03-01", "2022-05-31"),
        (
            "In the eight weeks to 26 February 2023 it fell.",
            "the eight weeks to 26 February 2023",
            "2023-01-02",
            "2023-02-26",
        ),
        ("Sales for the year to end-June 2022 fell.", "the year to end-June 2022", "2021-07-01", "2022-06-30"),
        ("In the ten months through October it fell.", "the ten months through October", "2023-01-01", "2023-10-31"),
        (
            "In the first five months of last year it fell.",
            "the first five months of last year",
            "2023-01-01",
            "2023-05-31",
        ),
    ],
)
def test_length_and_its_end(text: str, words: str, first: str, last: str) -> None:
    (found,) = find_dates(text, reference=REFERENCE).ranges
    assert text[found.span.start : found.span.end] == words
    assert (str(found.first), str(found.last)) == (first, last)
    assert found.begin is not None and found.end is not None


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("In the first five months of 2022 it fell.", "2022-01-01", "2022-05-31"),
        ("In the closing two months of 2022 it fell.", "2022-11-01", "2022-12-31"),
        ("In the last ten days of June 2022 it rained.", "2022-06-21", "2022-06-30"),
        ("Turnover in 9M 2022 fell.", "2022-01-01", "2022-09-30"),
        ("In 2022's first nine months it fell.", "2022-01-01", "2022-09-30"),
    ],
)
def test_part_of_a_year(text: str, first: str, last: str) -> None:
    (found,) = find_dates(text, reference=REFERENCE).dates
    assert (found.type, str(found.first), str(found.last)) == ("DURATION", first, last)
    assert found.edtf == f"{first}/{last}"


@pytest.mark.parametrize(
    "text",
    [
        "The lease was extended by six months to August 2022.",
        "The term was cut from six months to two weeks.",
        "In the first fifteen months of 2022 it fell.",
        "In the first two months of fiscal 2022 it fell.",
    ],
)
def test_no_days_of_a_length(text: str) -> None:
    found = find_dates(text, reference=REFERENCE)
    assert not [other for other in found.ranges if other.begin is not None and other.end is not None]
    assert all(date.first is None for date in found.dates if date.type == "DURATION")


@pytest.mark.parametrize(
    "text",
    [
        "Grants in Q1 FY23 fell.",
        "Grants in the second half of fiscal 2022 fell.",
        "Grants in the fiscal third quarter fell.",
        "Grants in FY23 fell.",
    ],
)
def test_fiscal_parts_have_no_calendar_days(text: str) -> None:
    (found,) = find_dates(text, reference=REFERENCE).dates
    assert (found.first, found.last) == (None, None)


def test_open_end_behind_at_least() -> None:
    (found,) = find_dates("It stays shut until at least June 2026.", reference=REFERENCE).ranges
    assert (found.begin, found.end, str(found.last)) == (None, 0, "2026-06-30")


def test_between_and_until() -> None:
    (found,) = find_dates("It ran between May 2004 and until June 2009.", reference=REFERENCE).ranges
    assert (str(found.first), str(found.last)) == ("2004-05-01", "2009-06-30")


@pytest.mark.parametrize(
    "text",
    [
        "In the 2021/22 marketing year it fell.",
        "The 2021-2022 academic year was short.",
        "In academic year 2021/22 it fell.",
    ],
)
def test_years_of_two_years_have_no_calendar_days(text: str) -> None:
    found = find_dates(text, reference=REFERENCE)
    assert {(date.first, date.last) for date in found.dates} == {(None, None)}
    assert {(other.first, other.last) for other in found.ranges} == {(None, None)}
