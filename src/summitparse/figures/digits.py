"""Numbers in digits: every way of grouping, decimals, fractions, powers of ten, and the scale behind them."""

import re
from dataclasses import replace
from decimal import Decimal
from functools import cache

from summitparse.currencies import currencies
from summitparse.figures.forms import form, form_before
from summitparse.figures.units import units
from summitparse.numbers import Number, fraction_after_and, words

_LEADING = ("to ", "by ", "at ", "of ")

# Longer runs of digits are no figures but keys, account numbers or noise.
LONGEST = 24

# Every repetition is bounded, so that no place is read more than a few dozen characters ahead. Grouped by commas,
# by commas of a tokenised text, the Indian way, by spaces, by apostrophes, by full stops; then plain digits.
_DIGITS = re.compile(
    r"(?:\d{1,3}(?:,\d{3}){1,7}(?!\d)(?P<d1>\.\d{1,12}(?!\d))?"
    r"|\d{1,3}(?: ?, 0\d\d| , ?\d{3}){1,4}(?!\d)(?P<d2>\.\d{1,4})?"
    r"|\d{1,2}(?:,\d\d){1,6},\d{3}(?!\d)(?P<d3>\.\d{1,12})?"
    r"|\d{1,3}(?: \d{3}){1,6}(?!-?\d)(?P<d4>[.,]\d{1,3}(?!\d))?"
    r"|\d{1,3}(?:['’]\d{3}){1,6}(?![\d'’])(?P<d7>\.\d{1,12})?"
    r"|\d{1,3}(?:\.\d{3}){2,6}(?!\.?\d)(?P<d5>,\d{1,3}(?!\d))?"
    r"|\d{1,3}\.\d{3},\d{1,2}(?!\d)"
    r"|\d{1,3}(?: \. \d{1,4})(?!\d)"
    r"|\d{1,4}·\d{1,4}(?![\d^*])"
    r"|\d+(?P<d6>\.\d{1,40}(?!\d))?)"
    r"|\.\d{1,40}(?!\d)"
)
# More decimals than are read: without them it would be another number.
_CUT = re.compile(r"\.\d{13}")
_FRACTION = re.compile(r"(\d{1,3}) ?/ ?(\d{1,3})(?!/|\.?\d)")
_MIXED = re.compile(r"[ -](\d{1,2}) ?/ ?(\d{1,2})(?![\d/])")
# Groups of an amount that a space parts: "Rs.1, 944 billion".
_TORN = re.compile(r"\d{1,3}(?:, \d{3}){1,3}(?= (?:million|billion|trillion)(?![^\W\d_]))")
_DECIMAL_COMMA = re.compile(r",\d{1,2}(?![\d,])")
_WORD_BEHIND = re.compile(r"[ -]?([^\W\d_]+|[^\w\s])")
_CODE = re.compile(r"(?<![^\W\d_])([a-z]{2,4}\.?|[^\w\s]) ?$")
_POWER = re.compile(r" ?[×x*·] ?10(?:\^|\*\*)?\{?([-−–+]?\d{1,2})\}?(?!\d)|[eE]([-+]?\d{1,2})(?![\w.])")
_SCALE = re.compile(r"[ -]?([a-z]{1,11})(?![\w²³])\.?")
# Behind a number with its scale: a part with a smaller one.
_PART = re.compile(r"(?P<joint>,?(?: and)?) (\d{1,3}(?:\.\d{1,3})?)(?![-%\w]|[.,]\d)")
_DENOMINATORS = {2, 3, 4, 5, 6, 8, 10, 16, 32, 100}


def read_digits(low: str, at: int) -> Number | None:
    """The number in digits that begins at `at`, sign and scale included, or None where it is too long for one."""
    found = _DIGITS.match(low, at)
    if found is None or found.end() - at > LONGEST or _CUT.match(low, found.end()):
        return None
    torn = _TORN.match(low, at)
    if torn and (code := _CODE.search(low, max(0, at - 6), at)) and code[1] in _of_money():
        found = torn
    raw = found.group()
    value, grouped = _value(raw)
    number = Number(at, found.end(), value, grouped=grouped)
    if not grouped:
        fraction = _FRACTION.match(low, at)
        if fraction and int(fraction[2]) in _DENOMINATORS and int(fraction[1]) < int(fraction[2]):
            number.value, number.end = Decimal(int(fraction[1])) / int(fraction[2]), fraction.end()
            number.style = "fraction"
        else:
            _mixed(low, number)
            _decimal_comma(low, number)
    _power(low, number)
    number = scaled(low, _in_words(low, number))
    _sign(low, number)
    return number


_SIGNS = str.maketrans({"·": ".", "'": None, "’": None})


def _value(raw: str) -> tuple[Decimal, bool]:
    """The value, and whether its digits are grouped or have decimals."""
    text = raw.replace(" . ", ".").replace(" ,", ",").replace(", ", ",").translate(_SIGNS)
    if " " in text or text.count(".") > 1 or ("." in text and "," in text and text.index(".") < text.index(",")):
        # Spaces or full stops group, so a comma is the decimal sign.
        if "." in text and "," not in text and text.count(".") == 1:
            return Decimal(text.replace(" ", "")), True
        text = text.replace(" ", "").replace(".", "").replace(",", ".")
    else:
        text = text.replace(",", "")
    return Decimal(text), not raw.isdigit()


def _mixed(low: str, number: Number) -> None:
    mixed = _MIXED.match(low, number.end)
    if mixed and int(mixed[2]) in _DENOMINATORS and int(mixed[1]) < int(mixed[2]):
        number.value += Decimal(int(mixed[1])) / int(mixed[2])
        number.end, number.grouped = mixed.end(), True
        return
    part = number.end + low.startswith(" ", number.end)
    if low[part : part + 1] in words().vulgar:
        number.value += words().vulgar[low[part]]
        number.end, number.grouped = part + 1, True
        return
    half = fraction_after_and(low, number.end)
    if half:
        number.value += half[0]
        number.end, number.grouped = half[1], True


def _decimal_comma(low: str, number: Number) -> None:
    """ "3,5 million", "€4,50": a decimal comma only beside a scale, a percent sign, a currency or a unit."""
    comma = _DECIMAL_COMMA.match(low, number.end)
    if comma is None or number.end - number.start > 3:
        return
    behind = _WORD_BEHIND.match(low, comma.end())
    before = _CODE.search(low, max(0, number.start - 6), number.start)
    if (behind and behind[1] in _of_amounts()) or (before and before[1] in _of_money()):
        number.value += Decimal(comma.group()[1:]).scaleb(1 - len(comma.group()))
        number.end, number.grouped = comma.end(), True


@cache
def _of_money() -> frozenset[str]:
    """Signs, codes, abbreviations and nouns of currencies, in lower case."""
    table = currencies()
    names = (table.codes | table.before.keys() | table.after.keys()) - table.words_too
    return frozenset(name.lower() for name in (*names, *table.signs, *table.nouns))


@cache
def _of_amounts() -> frozenset[str]:
    """What behind a number makes it an amount: scales, percent signs, currencies, units of two letters or more."""
    symbols = {symbol.lower() for symbol in units().symbols if len(symbol) > 1}
    scales = words().scales.keys() | words().short_scales.keys()
    return _of_money() | scales | symbols | units().names.keys() | units().percent


def _power(low: str, number: Number) -> None:
    power = _POWER.match(low, number.end)
    if power:
        exponent = (power[1] or power[2]).replace("−", "-").replace("–", "-")
        number.value = number.value.scaleb(int(exponent))
        number.end, number.grouped = power.end(), True


def scale_at(low: str, number: Number, *, with_currency: bool) -> tuple[int, int] | None:
    """The power of ten and the end of the scale right behind a number: words, abbreviations where they touch it or are
    no other word, and letters beside a currency."""
    found, table = _SCALE.match(low, number.end), words()
    if found is None:
        return None
    word, touches = found[1], found.start(1) == number.end
    if word in table.scales:
        return table.scales[word], found.end(1)
    if word not in table.short_scales or (word == "b" and form("behind.street").match(low, found.end(1))):
        return None  # "221b Baker Street"
    if len(word) <= 2 and not touches and low[found.end(1) : found.end(1) + 1] == "-":
        return None  # "$300 K-12 grants"
    if word in table.with_currency:
        millions = word == "m" and touches and form("behind.millions-of").match(low, found.end(1)) is not None
        known = (with_currency and (touches or word not in table.never_apart)) or millions
    else:
        known = touches or word not in table.touching or with_currency
    dotted = len(word) > 1 and low[found.end(1) : found.end(1) + 2] == ". "  # "7 Mio. €", "30 mln. tenge"
    behind = _WORD_BEHIND.match(low, found.end(1) + 1) if dotted else None
    end = found.end(1) + 1 if behind and behind[1] in _measured() else found.end(1)
    return (table.short_scales[word], end) if known else None


@cache
def _measured() -> frozenset[str]:
    """What an abbreviated scale with its full stop is of: signs and nouns of currencies, units."""
    table = currencies()
    first_words = {name.partition(" ")[0] for name in units().names}
    return frozenset({*table.signs, *table.nouns, *first_words, *(code.lower() for code in table.codes)})


def scaled(low: str, number: Number, *, with_currency: bool = False) -> Number:
    """The number with the scales behind it: "2 lakh crore", "1 trillion 200 billion", "5 thousand 400"."""
    while scale := scale_at(low, number, with_currency=with_currency):
        power, end = scale
        number = replace(number, value=number.value.scaleb(power), end=end, scaled=True, power=number.power + power)
    least = number.power
    while least and (part := _PART.match(low, number.end)):
        smaller = Number(part.start(2), part.end(), Decimal(part[2]))
        power, end = scale_at(low, smaller, with_currency=with_currency) or (0, part.end())
        if power >= least or (not power and (least != 3 or part["joint"])) or low.startswith(" of ", end):
            break
        number, least = replace(number, value=number.value + smaller.value.scaleb(power), end=end), power
    return number


def _in_words(low: str, number: Number) -> Number:
    """ "5 hundred", "3 dozen"."""
    found = _SCALE.match(low, number.end)
    factor = {"hundred": 100, "dozen": 12}.get(found[1]) if found and not number.scaled else None
    if found is None or factor is None or number.value >= 100:
        return number
    return replace(number, value=number.value * factor, end=found.end(1), scaled=True)


def _sign(low: str, number: Number) -> None:
    signed_from = sign_before(low, number.start)
    if signed_from is not None:
        number.value, number.start = -number.value, signed_from


def sign_before(low: str, start: int) -> int | None:
    """Where a minus that belongs to the number at `start` begins; a dash that joins or parts words is none."""
    found = form_before("before.minus", low, start)
    if found is None or (found.start() == 0 and found[1]) or low[found.start()] == "\n":
        return None  # at the beginning of a line it is a bullet
    if found[1] and found[1].endswith(" ") and _ranges_from(low, found.start(1)):
        return None
    return found.start(1) if found[1] else found.start(2)


def _ranges_from(low: str, at: int) -> bool:
    """Whether "- 5" is the second half of "3 - 5" or a dash between words, not a minus."""
    before = low[:at].rstrip(" ")[-1:] if at < 4 else low[at - 4 : at].rstrip(" ")[-1:]
    return before.isdigit() or (before.isalpha() and not low[max(0, at - 3) : at].endswith(_LEADING))
