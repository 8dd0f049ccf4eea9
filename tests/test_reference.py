"""A reference date is read once, the same for the library, the commands and the spaCy components."""

import datetime as dt

import pytest

from summitparse import parse
from summitparse.errors import UsageError
from summitparse.reference import reference_day

DAY = dt.date(2024, 1, 30)


@pytest.mark.parametrize(
    ("given", "day"), [(None, None), (DAY, DAY), (dt.datetime(2024, 1, 30, 12, 0), DAY), ("2024-01-30", DAY)]
)
def test_what_is_a_date(given: dt.date | str | None, day: dt.date | None) -> None:
    assert reference_day(given) == day


@pytest.mark.parametrize("given", ["30.01.2024", "2024-02-30", "", "yesterday"])
def test_what_is_none_is_refused_by_name(given: str) -> None:
    with pytest.raises(UsageError, match=r"^--day '.*' is not a date\. Write it as YYYY-MM-DD"):
        reference_day(given, "--day")


def test_the_library_names_its_argument() -> None:
    with pytest.raises(UsageError, match=r"^reference_date 'soon' is not a date"):
        parse("They met.", reference_date="soon")
