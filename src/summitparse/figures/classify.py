"""What a number is, by the words that touch it: money, percent, quantity, age, ratio, count, or not told."""

import re
from dataclasses import replace

from summitparse.figures.bounds import bound_behind
from summitparse.figures.model import Item, Number
from summitparse.figures.money import money_at
from summitparse.figures.nouns import noun_behind, noun_behind_hyphen, noun_behind_one
from summitparse.figures.units import unit_at

_AGE_UNITS = {
    "year": "a",
    "years": "a",
    "yr": "a",
    "yrs": "a",
    "month": "mo",
    "months": "mo",
    "week": "wk",
    "weeks": "wk",
    "day": "d",
    "days": "d",
}
_AGE_BEHIND = re.compile(
    r"[ -]?(years?|yrs?|months?|weeks?|days?)(?:[ -]old(?![^\W_])|[ -]of[ -]age(?![^\W_]))|[ -](year)s?[ -]olds?(?![^\W_])"
)
_AGED = re.compile(
    r"(?<![^\W_])(?:aged|ages|age|at the age of|the age of|age of|under the age of|over the age of) (?:of |between |from |about )?$"
)
_TIMES = re.compile(r" times(?![^\W_])")
_OUT_OF = re.compile(r" (?:out of|in)(?: every)? (\d{1,6}|[a-z]{3,9})(?![^\W_])")
_OF_THINGS = re.compile(r" of (?:the |these |those |our |its |their |his |all |us|them|whom|which|you)")


def classify(text: str, low: str, number: Number, *, glued: bool = False) -> Item | None:
    """The item that the number makes; with kind "" where nothing tells, None where it can be no figure.

    `glued`: a letter touches the number, so that only a currency or a unit saves it.
    """
    inner = None
    if number.style == "vague" and low.startswith(" of ", number.end):
        return _vague(text, low, number)
    money = money_at(text, low, number)
    if money is None:
        inner = bound_behind(low, number.end) if not glued and number.style != "vague" else None
        if inner and inner.word in ("maximum", "approximately", "at least", "at most", "at a minimum"):
            inner = None
        if inner:
            money = money_at(text, low, replace(number, end=inner.place))
    if money:
        return Item(
            number,
            money.start,
            money.end,
            "money",
            money.code,
            money.rule,
            money.value,
            bound=inner.sign if inner else "=",
        )
    place = replace(number, end=inner.place) if inner else number
    bound = inner.sign if inner else "="
    age = _age(low, place)
    if age:
        return Item(number, number.start, age[0], "age", age[1], "age", number.value, bound=bound)
    unit = unit_at(text, low, place)
    if unit:
        kind = unit.kind
        if kind == "quantity" and number.style == "words" and number.value == 1 and unit.rule == "unit.symbol":
            return None
        return Item(number, number.start, unit.end, kind, unit.code, unit.rule, number.value * unit.factor, bound=bound)
    if glued:
        return None
    return _counted(text, low, number, place, bound)


def _counted(text: str, low: str, number: Number, place: Number, bound: str) -> Item | None:
    """A ratio, a count with its noun, or a bare number."""
    item = Item(number, number.start, place.end if place is not number else number.end, value=number.value, bound=bound)
    if number.style in ("fraction", "fold"):
        item.kind, item.rule = "ratio", f"ratio.{number.style}"
        return item
    times = _TIMES.match(low, number.end)
    if times:
        item.kind, item.end, item.rule = "ratio", times.end(), "ratio.times"
        return item
    if _AGED.search(low, max(0, number.start - 24), number.start) and 0 < number.value < 130:
        item.kind, item.unit, item.rule = "age", "a", "age.aged"
        return item
    if number.value == 1 and number.style == "words":
        noun = noun_behind_one(text, low, place.end)
        if noun is None:
            return None
        item.kind, item.unit, item.end, item.rule, item.noun = (
            "count",
            noun.unit,
            noun.end,
            "count.one",
            (noun.start, noun.end),
        )
        return item
    noun = noun_behind_hyphen(text, low, place.end)
    if (
        noun is None
        and low[place.end : place.end + 1] in ("-", "‑")
        and low[place.end + 1 : place.end + 2].isalpha()
        and not low.startswith("-to-", place.end)
    ):
        return None  # "two-way", "three-party talks"
    if noun is None:
        noun = noun_behind(text, low, place.end)
    if noun:
        item.kind, item.unit, item.end, item.rule, item.noun = (
            "count",
            noun.unit,
            noun.end,
            "count.noun",
            (noun.start, noun.end),
        )
    return item


def _vague(text: str, low: str, number: Number) -> Item | None:
    """ "millions of tonnes", "tens of thousands of people": what stands behind "of"."""
    behind = replace(number, end=number.end + 3, scaled=True)
    item = classify(text, low, replace(behind, style="words"))
    if item is None or item.kind in ("", "time", "ratio"):
        return (
            None
            if item is not None and item.kind == "time"
            else Item(number, number.start, number.end, value=number.value)
        )
    item.number, item.rule = number, item.rule + "-vague"
    return item


def _age(low: str, number: Number) -> tuple[int, str] | None:
    """Where "years old" ends, and the UCUM code of its unit."""
    found = _AGE_BEHIND.match(low, number.end)
    if found is None:
        return None
    return found.end(), _AGE_UNITS[found[1] or found[2]]
