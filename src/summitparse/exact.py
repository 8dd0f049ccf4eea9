"""Exact numbers that equal themselves after JSON."""

from decimal import Decimal
from math import isfinite
from typing import Annotated

from pydantic import AfterValidator, Field, PlainSerializer


def _plain(value: Decimal) -> Decimal:
    """The value that its JSON has: whole values exactly and without an exponent, so that 4.0E+10 reads 40000000000;
    others as the shortest decimal of the nearest number that JSON readers keep, so that a third has 16 digits."""
    if value != value.to_integral_value():
        nearest = float(value)
        value = Decimal(repr(nearest)) if isfinite(nearest) else value
    whole = value.to_integral_value()
    return Decimal(int(whole)) if value == whole or not isfinite(float(value)) else value


def _number(value: Decimal) -> int | float:
    """A JSON number."""
    return int(value) if value == value.to_integral_value() else float(value)


Number = Annotated[
    Decimal,
    Field(allow_inf_nan=False),
    AfterValidator(_plain),
    PlainSerializer(_number, return_type=int | float, when_used="json"),
]
