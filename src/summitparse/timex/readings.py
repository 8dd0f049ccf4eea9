"""What the words of a time expression say, before the text around them gives them a place in the calendar."""

import re
from dataclasses import dataclass

from summitparse.timex.points import Point

_DATED = frozenset({"point", "numeric"})
# A year ago, a year earlier: what figures are set against.
PAST_ANCHORS = frozenset({"ago", "earlier"})


@dataclass(frozen=True, slots=True)
class Reading:
    """One expression as read; `heads` where it opens a line, `weak` where the words may be something else. `kind` says
    which fields count:

    known     `value` as it stands: PRESENT_REF, P10M, XXXX-XX-XX; a length `within` a place is its first part, or its
              last where `index` is -1
    point     `point`, whose missing fields the resolver fills; `direction` is last, next, this, gone or None
    shift     `count` units of `unit` away from `anchor`: "reference", "ago" and "writing" count from the reference,
              "mention" and "earlier" from the last date mentioned, "auto" and "comparison" from what the text is about
    of        the `index`-th `unit` of `within`; -1 is the last; with `parts`, so many of each unit away from it
    """

    kind: str
    type: str = "DATE"
    value: str = ""
    point: Point | None = None
    direction: str | None = None
    unit: str = ""
    count: int = 0
    anchor: str = "reference"
    index: int = 0
    time: str | None = None
    mod: str | None = None
    within: "Reading | None" = None
    weekday: int | None = None
    fiscal: bool = False
    weak: bool = False
    heads: bool = False
    feast: str = ""
    parts: tuple[tuple[str, int], ...] = ()

    @property
    def dated(self) -> bool:
        """Whether it names a place in the calendar."""
        return self.kind in _DATED and self.point is not None


_CLOCK_UNITS = frozenset({"S", "MIN", "H"})


def clock_only(reading: Reading) -> bool:
    """A time of day that does not say which day."""
    return (
        (reading.kind == "point" and reading.time is not None and reading.point == Point("day"))
        and reading.weekday is None
        and reading.within is None
    )


def known(value: str, type: str = "DATE", mod: str | None = None) -> Reading:
    return Reading("known", type, value, mod=mod)


_LENGTH = re.compile(r"P(T?)(\d+)([YQMWDHS])")


def length_of(reading: Reading) -> tuple[str, int] | None:
    """Unit and number of a length in whole units of one kind: "M" and 12 of P12M, "TM" and 12 of PT12M."""
    match = _LENGTH.fullmatch(reading.value) if reading.type == "DURATION" else None
    return (match[1] + match[3], int(match[2])) if match else None


def shift(unit: str, count: int, anchor: str = "reference", mod: str | None = None) -> Reading:
    return Reading("shift", unit=unit, count=count, anchor=anchor, mod=mod)


def duration(number: int | float | None, unit: str, mod: str | None = None) -> Reading:
    """`number` None is a vague one: "days" is PXD. Units of the clock take a T, fortnights are weeks, nights days."""
    letter = {"MIN": "M", "FN": "W", "NI": "D", "TNI": "D"}.get(unit, unit)
    if unit == "FN" and number is not None:
        number *= 2
    if number is None and unit == "DE":
        return Reading("known", "DURATION", "PXY", mod=mod)
    if unit == "Y" and isinstance(number, float) and not number.is_integer() and number * 2 == int(number * 2):
        return Reading("known", "DURATION", f"P{int(number)}Y6M", mod=mod)
    if unit == "H" and isinstance(number, float) and number * 4 == int(number * 4):
        return Reading("known", "DURATION", f"PT{int(number)}H{int(number % 1 * 60)}M", mod=mod)
    if unit == "DE" and number is not None:
        number, letter = number * 10, "Y"
    if unit == "CE" and number is not None:
        number, letter = number * 100, "Y"
    size = "X" if number is None else f"{number:g}" if isinstance(number, float) else str(number)
    return Reading("known", "DURATION", f"P{'T' if unit in _CLOCK_UNITS else ''}{size}{letter}", mod=mod)
