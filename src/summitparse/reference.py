"""The day against which relative dates are resolved, as a user gives it."""

import datetime as dt

from summitparse.errors import UsageError


def reference_day(value: dt.date | str | None, called: str = "reference_date") -> dt.date | None:
    """A date as it is, ISO "YYYY-MM-DD" as a date; raises `UsageError`, naming what it is called, for anything else."""
    if isinstance(value, dt.datetime):  # a date by its class, which cannot be compared with one
        return value.date()
    if value is None or isinstance(value, dt.date):
        return value
    try:
        return dt.date.fromisoformat(value)
    except ValueError:
        raise UsageError(f"{called} {value!r} is not a date. Write it as YYYY-MM-DD, for example 2024-01-30.") from None
