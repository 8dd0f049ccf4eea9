"""Which physical unit or percent sign stands behind a number, and what it is counted by ("per day")."""

import re
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from summitparse.figures.forms import form
from summitparse.figures.tables import PACKAGE
from summitparse.lexicon import load
from summitparse.numbers import Number
from summitparse.text.words import any_of

_MULTIPLES = ("mega", "giga", "kilo", "tera")
_NO_PREFIX = ("", "", "")
_BITS = {"b": "bit", "B": "By"}
_INCHES = ('"', "″")
_GAPS = (" ", "-")


class Unit(NamedTuple):
    """A unit and where its name ends; `kind` is percent, quantity or time (which makes no figure)."""

    end: int
    code: str
    kind: str
    rule: str


@dataclass(frozen=True, slots=True)
class Units:
    symbols: dict[str, str]
    single: frozenset[str]
    names: dict[str, str]
    per: dict[str, str]
    time: frozenset[str]
    percent: frozenset[str]
    points: dict[str, str]
    things: frozenset[str]


@cache
def units() -> Units:
    """The tables of lexicon/units.toml, with prefixes and plurals."""
    data = load(PACKAGE, "units")
    symbols: dict[str, str] = {}
    names: dict[str, str] = {}
    kept = set(data["symbols_kept"])
    for line in data["prefixed"]:
        code, symbol, *stems = line.split(" ")
        for prefix_code, prefix_symbol, prefix in [_NO_PREFIX, *(line.split(" ") for line in data["prefixes"])]:
            if prefix_symbol + symbol in kept:
                symbols[prefix_symbol + symbol] = prefix_code + code
            for stem in stems:
                names[prefix + stem] = names[f"{prefix}{stem}s"] = prefix_code + code
    for line in data["symbols"]:
        code, _, symbol = line.partition(" ")
        symbols[symbol] = code
    for line in data["names"]:
        code, _, forms = line.partition(" ")
        for written in forms.split("|"):
            names[written] = code
            names.setdefault(written + "s", code)
    per: dict[str, str] = {}
    for line in data["per"]:
        code, _, forms = line.partition(" ")
        per |= dict.fromkeys(forms.split("|"), code)
    names |= {"kilo": "kg", "kilos": "kg"}
    for extra in _MULTIPLES:
        names[f"{extra}ton"] = names[f"{extra}tons"] = names[f"{extra}tonne"]
    return Units(
        symbols=symbols,
        single=frozenset(data["single"]),
        names=names,
        per=per,
        time=frozenset(data["time"]),
        percent=frozenset(data["percent"]),
        points=dict.fromkeys(data["points"], "percentage point") | dict.fromkeys(data["basis_points"], "basis point"),
        things=frozenset(data["things"]),
    )


_BRACKET = re.compile(r" ?[(\[{<]([^\W\d_]{1,5})[)\]}>]")
_SYMBOL = re.compile(r"( |-)?([^\W\d_°%℃℉\"″][^\s,;:!?()\[\]{}<>%\"“”]{0,9}|°[CF]?|℃|℉|″|\")")
_NAME = re.compile(r"[^\W\d_][^\W\d_]{0,30}(?:-[^\W\d_]{1,30}){0,3}\.?|°[cf]?|‰|º[cf]?|co2")
_TWO_WORDS = re.compile(r"[^\W\d_]{1,8} [^\W\d_]{1,9}(?![^\W_])")
_DENOMINATOR = re.compile(r"[^\W\d_]{1,12}[23²³]?")
# Letters for degrees, where the words around speak of warmth.
_DEGREES = {"C": "Cel", "F": "[degF]"}
_HOTTEST = 2000
_WARMTH = (
    r"(?<![^\W_])(?:temperatures?|mercury|heat|heated|heatwave|hot|hotter|hottest|cold|colder|coldest|cool"
    r"|cooled|warm|warmer|warmest|warming|freezing|frost|oven|fridge|freezer|celsius|fahrenheit)(?![^\W_])"
)
_WARM = re.compile(_WARMTH, re.IGNORECASE)
_DEGREE = re.compile(_WARMTH + r"|\bdegrees?\b|[°º]|\d[CF] ?[(/]|[(/] ?\d{1,3}[CF]", re.IGNORECASE)


def unit_at(text: str, low: str, number: Number) -> Unit | None:
    """The unit behind the number, with what it is per, if it has one."""
    end = number.end
    percent = form("behind.percent").match(low, end)
    points = _points(low, number)
    if points:
        return points
    if percent:
        return Unit(percent.end(), "%", "percent", "percent.sign" if "%" in percent.group() else "percent.word")
    bracket = _BRACKET.match(text, end)
    if bracket and bracket[1] in units().symbols and (len(bracket[1]) > 1 or bracket.group()[0] == " "):
        return Unit(bracket.end(), units().symbols[bracket[1]], "quantity", "unit.bracketed")
    found = max(
        (unit for unit in (_symbol(text, number), _name(low, number)) if unit), key=lambda unit: unit.end, default=None
    )
    if found is None or found.kind == "time":
        return found
    return _rated(low, found)


@cache
def _point() -> re.Pattern[str]:
    return re.compile(rf"[ -]?(?:of an? )?({any_of(units().points)})(?![^\W_])")


def _points(low: str, number: Number) -> Unit | None:
    """Points of a percentage, also a fraction of one: "0.4 of a percentage point", "a quarter-point"."""
    found = _point().match(low, number.end)
    if found is not None:
        code = units().points[found[1]]
        return Unit(found.end(), code, "percent", "percent.points" if code != "basis point" else "percent.basis-points")
    half = form("behind.point").match(low, number.end) if number.style == "fraction" else None
    return Unit(half.end(), "percentage point", "percent", "percent.points") if half else None


def _symbol(text: str, number: Number) -> Unit | None:
    found = _SYMBOL.match(text, number.end)
    if found is None:
        return None
    table = units()
    word, touches = found[2], not found[1]
    if "/" in word and word.rstrip(".'’-–—") not in table.symbols:
        word = word.partition("/")[0]
    for shape in (word, word.rstrip("."), word.rstrip(".'’-–—"), word.partition("-")[0], word.partition("—")[0]):
        if shape in table.symbols:
            if len(shape) == 1 and shape.isalpha() and shape not in table.single:
                return None
            if shape == "°" or (shape in _INCHES and not touches):
                return None
            return Unit(found.start(2) + len(shape), table.symbols[shape], "quantity", "unit.symbol")
        if touches and shape == "in" and not number.scaled:
            return Unit(found.start(2) + 2, "[in_i]", "quantity", "unit.symbol")
    degrees = _DEGREES.get(word.rstrip(".")) if touches and number.value <= _HOTTEST and not number.scaled else None
    if degrees and _DEGREE.search(text, max(0, number.start - 60), min(len(text), number.end + 40)):
        return Unit(found.start(2) + 1, degrees, "quantity", "unit.symbol")  # "4C", "117F"
    bits = _BITS.get(word.rstrip(".,"))
    if bits and number.scaled and number.power >= 6:
        return Unit(found.end(2), bits, "quantity", "unit.symbol")
    return None


def _name(low: str, number: Number) -> Unit | None:
    """The longest name of up to four words."""
    table = units()
    place = number.end
    if low[place : place + 1] in _GAPS:
        place += 1
    ends: list[int] = []
    token = _NAME.match(low, place)
    while token and len(ends) < 4:
        word = token.group()
        first_word = word.partition("-")[0].rstrip(".")
        if not ends and first_word in table.time:
            return Unit(token.start() + len(first_word), first_word, "time", "time")
        if "-" in word and not ends:
            first = token.start() + word.index("-")
            ends.append(first)
        ends.append(token.end())
        if low[token.end() : token.end() + 1] != " ":
            break
        token = _NAME.match(low, token.end() + 1)
    for end in reversed(ends):
        words = low[place:end]
        code = table.names.get(words) or table.names.get(words.replace("-", " ")) or table.names.get(words.rstrip("."))
        if code:
            end -= words.endswith(".") and words not in table.names
            if code == "deg" and words != "°" and _WARM.search(low, max(0, number.start - 60), end + 40):
                code = "Cel"  # "warming of 1.5 degrees"; who uses Fahrenheit says so
            return Unit(end, code, "quantity", "unit.name")
    if low[place : place + 1] == "°":
        return Unit(place + 1, "deg", "quantity", "unit.name")
    return None


def _rated(low: str, unit: Unit) -> Unit:
    """With "per day", "a day", "/s" behind it."""
    found = form("behind.per").match(low, unit.end)
    if found is None or "/" in unit.code:
        return unit
    for match in (_TWO_WORDS.match(low, found.end()), _DENOMINATOR.match(low, found.end())):
        if match and not low[match.end() : match.end() + 1].isalnum():
            per = units().per.get(match.group()) or units().per.get(match.group().removesuffix("s"))
            if per:
                return Unit(match.end(), f"{unit.code}/{per}", unit.kind, unit.rule.replace("unit.", "unit.rate-"))
    return unit
