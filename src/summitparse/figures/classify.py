"""What a number is, by the words that touch it: money, percent, quantity, age, ratio, count, or not told."""

import re
from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from types import MappingProxyType

from summitparse.figures.bounds import bound_behind
from summitparse.figures.forms import form, form_before
from summitparse.figures.model import HYPHENS, Item
from summitparse.figures.money import money_at
from summitparse.figures.nouns import Noun, noun_behind, noun_behind_hyphen, noun_behind_one
from summitparse.figures.units import unit_at, units
from summitparse.numbers import Number, around

_PARTS = ("fraction", "fold")
_NOT_COUNTED = ("", "ratio")

_AGE_UNITS = {"year": "a", "yr": "a", "month": "mo", "week": "wk", "day": "d"}
# Words of bound that are adverbs of something else more often than of the number before them.
_NOT_INNER = {"maximum", "approximately", "at least", "at most", "at a minimum"}
# A spelled number with a hyphen and one of these is an adjective: "three-bed", "five-point".
_ADJECTIVES = {
    "bed",
    "point",
    "man",
    "woman",
    "part",
    "piece",
    "run",
    "country",
    "nation",
    "member",
    "state",
    "unit",
    "person",
}


def classify(
    text: str,
    low: str,
    number: Number,
    *,
    glued: bool = False,
    attached: bool = False,
    taken: int = 0,
    letters: Mapping[str, str] = MappingProxyType({}),
) -> Item | None:
    """The item that the number makes; with kind "" where nothing tells, None where it can be no figure.

    `glued`: a letter touches the number behind, so that only a currency or a unit saves it; `attached`: one touches it
    before, so that only a currency there does. What stands before `taken`
    belongs to the number before. `letters` stand for money where the release comes from.
    """
    if number.style == "vague" and low.startswith(" of ", number.end):
        return _vague(text, low, number)
    money, place, bound = money_at(text, low, number, taken, letters), number, "="
    if money is None and not glued and not attached and number.style != "vague":
        inner = bound_behind(low, number.end)
        if inner and inner.word not in _NOT_INNER:
            place, bound = replace(number, end=inner.place), inner.sign
            money = money_at(text, low, place, taken, letters)
    if attached and money and money.start >= number.start:
        return None  # X-31P, a name; "FY23 dollars"
    if money:
        number = money.number if money.number.scaled and not number.scaled else number
        return Item(number, money.start, money.end, "money", money.code, money.rule, money.value, bound=bound)
    if attached:
        return None
    told = _age(low, number, place) or _measured(text, low, number, place)
    if told is not None:
        told.bound = bound
        return None if told.kind == "name" else told
    item = Item(number, number.start, place.end, value=number.value, bound=bound)
    if _ratio_or_age(low, item):
        return item if not glued or item.rule == "ratio.times" else None
    return None if glued else _counted(text, low, item)


def _age(low: str, number: Number, place: Number) -> Item | None:
    """An age by the words beside it; `place` is the number with the words of bound behind it."""
    age = form("behind.old").match(low, place.end)
    if age:
        return Item(number, number.start, age.end(), "age", _AGE_UNITS[age[1]], "age.old", number.value)
    if 0 < number.value < 130 and form_before("before.age-is", low, number.start):
        years = form("behind.years-of-age").match(low, place.end)
        if years or not form("behind.no-age").match(low, place.end):
            return Item(number, number.start, years.end() if years else place.end, "age", "a", "age.of", number.value)
    return None


def _measured(text: str, low: str, number: Number, place: Number) -> Item | None:
    """A number with a unit behind it, or the age that a time is; of kind "name" for "Three Mile Island"."""
    unit = unit_at(text, low, place)
    if unit and number.in_words and _in_name(text, number, unit.end):
        return Item(number, number.start, unit.end, "name")
    if unit and unit.kind == "time" and unit.code.rstrip("s") in _AGE_UNITS:
        if around.before("aged", low, number.start):
            code = _AGE_UNITS[unit.code.rstrip("s")]
            return Item(number, number.start, unit.end, "age", code, "age.aged", number.value)
    part = form("behind.part-of-one").match(low, number.end) if unit is None and number.style == "fraction" else None
    whole = unit_at(text, low, replace(number, end=part.end() - 1)) if part else None
    if whole and whole.kind != "time":
        unit = whole  # "half a percent", "a quarter of a mile"
    return Item(number, number.start, unit.end, unit.kind, unit.code, unit.rule, number.value) if unit else None


_COLON = re.compile(r"(\d{1,4}) ?: ?(\d{1,4})(?![\d:])")


def ratio_at(low: str, start: int) -> Item | None:
    """ "a ratio of 1:30", "the pupil-teacher ratio fell to 20:1"; elsewhere it is a score or a time of day."""
    found = _COLON.match(low, start)
    if found is None or not int(found[2]):
        return None
    if not (form_before("before.ratio", low, start) or around.behind("ratio", low, found.end())):
        return None
    number = Number(start, found.end(), Decimal(found[1]) / Decimal(found[2]), style="fraction")
    return Item(number, start, found.end(), "ratio", None, "ratio.colon", number.value)


def _in_name(text: str, number: Number, end: int) -> bool:
    """Whether the number, its unit and what follows are written in capitals."""
    return (
        text[number.start].isupper()
        and text[number.end + 1 : number.end + 2].isupper()
        and text[end : end + 1] == " "
        and text[end + 1 : end + 2].isupper()
    )


def _is_of_people(low: str, number: Number) -> bool:
    """adults under 60, for those over 65"""
    aged = form_before("before.over-age", low, number.start)
    return aged is not None and number.value > 0 and around.ends_phrase(low, number.end)


def _ratio_or_age(low: str, item: Item) -> bool:
    number = item.number
    times, whole = form("behind.times").match(low, number.end), form("behind.part-of").match(low, number.end)
    fold = around.behind("fold", low, number.end)
    if around.before("factor", low, number.start):
        item.told("ratio", None, "ratio.factor")
    elif fold:
        item.kind, item.end, item.rule = "ratio", fold.end(), "ratio.fold"
    elif number.style in _PARTS:
        item.told("ratio", None, f"ratio.{number.style}")
    elif whole and not number.grouped and 0 < number.value < int(whole[1] or whole[2]):
        item.kind, item.end, item.rule = "ratio", whole.end(), "ratio.part"
        item.value = number.value / int(whole[1] or whole[2])
    elif times:
        item.kind, item.end, item.rule = "ratio", times.end(), "ratio.times"
    elif number.value < 130 and not number.grouped and _is_of_people(low, number):
        item.told("age", "a", "age.people")
    elif 0 < number.value < 130 and around.before("aged", low, number.start):
        item.told("age", "a", "age.aged")
        upper = form("behind.to-age").match(low, number.end)
        if upper:  # "children aged 6 to 59 months"
            item.upper, item.unit = Decimal(upper[1]), _AGE_UNITS[upper[2]]
            item.end, item.passes = upper.end(), upper.span()
    return item.kind != ""


def _counted(text: str, low: str, item: Item) -> Item | None:
    """The item as a count with its noun, or as a bare number."""
    number = item.number
    if number.value == 1 and number.in_words:
        one = noun_behind_one(text, low, item.end)
        return _count(text, item, one, "count.one") if one else None
    hyphenated = noun_behind_hyphen(text, low, item.end)
    sign = low[item.end : item.end + 1]
    if hyphenated and sign != " " and not (number.in_words and hyphenated.unit in _ADJECTIVES):
        return _count(text, item, hyphenated, "count.hyphen")
    if sign in HYPHENS and low[item.end + 1 : item.end + 2].isalpha() and not low.startswith("-to-", item.end):
        return None  # "two-way", "three-party talks"
    noun = noun_behind(text, low, item.end)
    if noun:
        return _count(text, item, noun, "count.noun")
    if hyphenated and sign == " ":
        return _count(text, item, hyphenated, "count.hyphen")
    if number.value >= 2 and form("behind.rate").match(low, item.end):
        item.told("count", None, "count.rate")
    return item


def _count(text: str, item: Item, noun: Noun, rule: str) -> Item:
    end = item.end
    item.kind, item.unit, item.end, item.rule = "count", noun.unit, noun.end, rule
    head = noun.unit.rpartition(" ")[2].lower()
    pair = " ".join(noun.unit.lower().split(" ")[-2:])
    whole = units().names.get(noun.unit.lower()) if noun.start > item.number.end + 1 else None
    named = whole or (units().names.get(pair) if " " in noun.unit else None)
    if " " in noun.unit and len(head) > 1 and head in units().time:
        item.told("time", None, "time")  # "17 long months"
    elif named is not None:
        item.told("quantity", named, "unit.behind-adjective")
    elif " " in noun.unit and len(head) > 3 and head in units().names.keys() - units().things:
        if not head.startswith("degree"):
            item.told("quantity", units().names[head], "unit.behind-adjective")
    if noun.name and text[noun.name[0] : noun.name[1]].isdigit():
        item.passes = noun.name
    elif noun.name:
        item.end = end
    return item


def _vague(text: str, low: str, number: Number) -> Item | None:
    """ "millions of tonnes", "tens of thousands of people": what stands behind "of"."""
    item = classify(text, low, replace(number, end=number.end + 3, scaled=True, style="words"))
    if item is None or item.kind in _NOT_COUNTED:
        return Item(number, number.start, number.end, value=number.value)
    item.number, item.rule = number, item.rule + "-vague"
    return item
