"""Signs and names that many parts share are what each of them takes them for."""

import re

from summitparse.text.calendar import CALENDAR, MONTH
from summitparse.text.signs import CLOSING_MARKS, DOUBLE_MARKS, MARKS, OPENING_MARKS, any_of


def test_a_class_of_signs_matches_each_of_them_and_no_letter() -> None:
    assert all(re.fullmatch(any_of(MARKS), sign) for sign in MARKS)
    assert not re.search(any_of(MARKS), "abc-–—")


def test_no_mark_opens_and_closes_by_its_shape() -> None:
    assert not OPENING_MARKS & CLOSING_MARKS
    assert DOUBLE_MARKS <= MARKS


def test_a_month_is_written_with_a_capital() -> None:
    assert re.fullmatch(MONTH, "June") and not re.fullmatch(MONTH, "june")
    assert len(CALENDAR) == 12 + 7
