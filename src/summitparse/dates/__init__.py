"""Time expressions of a release: TIMEX3, EDTF and calendar days, and the ranges that they make."""

from summitparse.dates.find import find_dates

__all__ = ["find_dates"]
