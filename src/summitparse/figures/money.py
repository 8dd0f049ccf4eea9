"""Which currency stands beside a number, before it or behind it."""

import re
from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from functools import cache
from types import MappingProxyType
from typing import NamedTuple

from summitparse.countries import country_of
from summitparse.currencies import currencies
from summitparse.figures.digits import scale_at, scaled, sign_before
from summitparse.figures.forms import form, form_before
from summitparse.numbers import Number, around, read_spelled

_SMALL_CODES = ("Usd", "Eur")
_GAPS = (" ", "-")
_DOLLARS = {"Canadian": "CAD", "Australian": "AUD"}
_WITH_PARTS = ("USD", "EUR", "GBP")

# The rule of marks that the releases of several countries have for money ("K" is a kwacha, a kina, a kip).
MARK = "money.mark-before"
_SIGN = "money.sign-before"
# Letters before a code: "MUSD 3".
_MULTIPLES = {"M": 6, "K": 3, "B": 9}
# From here on a letter and bare digits are money in the country whose letter it is.
_LEAST_LETTERED = 100


class Money(NamedTuple):
    """A currency and how far it reaches to the left and right of the number; `value` may be changed by it (cents).
    `number` has the scale that only a currency makes one: "$5 m"."""

    start: int
    end: int
    code: str
    value: Decimal
    rule: str
    number: Number


_CODE_BEFORE = re.compile(r"(?<![^\W\d_])([^\W\d_]{1,7}(?:\.?=?|/\.?|¢))( ?)$")
_BEHIND = re.compile(r"([ -]?)([^\W\d_]{1,20}=?)(?![^\W_])")
_TOKENS = re.compile(r"[ -]([^\W\d_](?:[^\W\d_]|\.(?=[^\W\d_])|'|’)*\.?)")
_NAME_WORD = re.compile(r"[^\W\d_](?:[^\W\d_]|\.(?=[^\W\d_])|'|’){0,30}\.?")


def money_at(
    text: str, low: str, number: Number, taken: int = 0, letters: Mapping[str, str] = MappingProxyType({})
) -> Money | None:
    """The currency of the number, if it has one. A sign before `taken` is the number's before; `letters` are those
    that stand for money where the release comes from."""
    lettered = number if number.scaled else scaled(low, number, with_currency=True)
    before = _before(text, low, lettered, letters)
    if before and before.start >= taken:
        return _negative(low, before)
    with_letter = _behind(text, low, lettered, letters) if lettered.end > number.end else None
    return with_letter or _behind(text, low, number, letters)


def _negative(low: str, money: Money) -> Money:
    """ "-$2.45B", "minus €3 million": the sign before the currency."""
    at = sign_before(low, money.start) if money.value > 0 else None
    if at is None or (low[at] in "-–" and not form_before("before.level", low, at)):
        return money  # "the port –$5 million": a dash
    return money._replace(value=-money.value, start=at)


@cache
def _sign_before() -> re.Pattern[str]:
    """A sign, whose dollar it is, and at most a space; searched backwards from the number."""
    table = currencies()
    signs = "".join(re.escape(sign) for sign in table.signs)
    letters = {*table.dollars, *(mark[:-1].lower() for mark in table.signed)}
    whose = "|".join(sorted((re.escape(word) for word in letters), key=lambda word: (-len(word), word)))
    return re.compile(
        rf"(?:(?<![^\W\d_])(?P<whose>{whose})(?P<gap> ?))?(?P<sign>[{signs}])(?P<behind>US|A|C|NZ|HK|S)? ?$", re.I
    )


def _before(text: str, low: str, number: Number, letters: Mapping[str, str]) -> Money | None:
    table, start = currencies(), number.start
    left = max(0, start - 10)
    last = text[start - 1 : start].strip(" ") or text[start - 2 : start - 1]
    if last in table.signs or (last.isupper() and "$" in text[left:start]):
        found = _sign_before().search(text, left, start)
        if found:
            return _with_scale(text, low, number, _signed(found, number))
    found = _CODE_BEFORE.search(text, max(0, start - 9), start)
    if found is None:
        return None
    word, gap, large = found[1], found[2], number.sized
    begin, power, rule = found.start(1), 0, "money.code-before"
    whose = _adjective_before(text, begin, word) if gap and large else None
    code, begin = whose or (_code_before(word, letters), begin)
    if code is None and len(word) == 4 and word[0] in _MULTIPLES and word[1:] in table.codes:
        code, power = word[1:], _MULTIPLES[word[0]]
    if code is None and word in table.parts_before and gap:
        code, divisor = table.parts[word]
        return Money(found.start(1), number.end, code, number.value / divisor, "money.part-before", number)
    if code is None and large:
        code = _noun_before(text, found.start(1), word) if gap else None
        if code is None and word in table.marks and (len(word) > 1 or (number.scaled and not gap)):
            code, rule = table.marks[word][0], MARK
    if code is None or ((word in table.words_too or (gap and len(word) == 1)) and not large):
        return None
    if len(word) == 1 and number.end - number.start == 1 and not number.scaled:
        return None  # R2, a designation
    if word in letters and len(word) == 1 and not (large or number.value >= _LEAST_LETTERED):
        return None  # M25, a road
    money = _with_scale(text, low, number, Money(begin, number.end, code, number.value, rule, number))
    return money._replace(value=money.value.scaleb(power))


def _code_before(word: str, letters: Mapping[str, str]) -> str | None:
    table = currencies()
    bare = word.rstrip(".").upper()
    code = letters.get(word) or table.before.get(word)
    return code or (bare if bare in table.codes and (word.isupper() or word in _SMALL_CODES) else None)


def _adjective_before(text: str, start: int, word: str) -> tuple[str, int] | None:
    """ "Australian Dollar 15 million", "Canadian dollars 2 million": the code of a currency of two words, and where it
    begins; `start` is that of its noun."""
    adjective = text[max(0, start - 20) : start].rpartition(" ")[0].rpartition(" ")[2]
    code = currencies().names.get(f"{adjective} {word}".lower())
    return (code, start - 1 - len(adjective)) if code and adjective else None


def _noun_before(text: str, start: int, word: str) -> str | None:
    """ "Birr 40 billion": the noun of a currency with a capital, which begins there."""
    table, noun = currencies(), word.lower()
    if not word[0].isupper():
        return None
    return table.names.get(noun) or (table.nouns[noun] if noun in table.with_scale else None)


def _signed(found: re.Match[str], number: Number) -> Money:
    table = currencies()
    code = table.signs[found["sign"]]
    start = found.start("sign")
    if found["whose"] and found["sign"] == "$":
        whose, gap = found["whose"], found["gap"]
        # "a $4 billion fund" has an article, "the patriot's $5" a genitive; a letter alone is a country's in capitals.
        if len(whose) > 1 or (whose.isupper() and not (gap and whose == "A")) or (whose == "c" and gap):
            code, start = table.dollars[whose.lower()], found.start("whose")
    elif found["whose"] and f"{found['whose']}{found['sign']}" in table.signed:
        code, start = table.signed[f"{found['whose']}{found['sign']}"], found.start("whose")
    if found["behind"] and found["sign"] == "$":
        code = table.dollars[found["behind"].lower()]
    return Money(start, found.end(), code, Decimal(0), _SIGN, number)


def _with_scale(text: str, low: str, number: Number, money: Money) -> Money:
    """A currency before the number may be named again behind it ("$10 dollars", "$31.20 US")."""
    end, code = number.end, money.code
    again = form("behind.currency-again").match(low, end)
    if again and money.rule == _SIGN and (number.scaled or " " in text[money.start : number.start]):
        end = again.end()
    behind = form("behind.whose-dollars").match(text, end) if code == "USD" else None
    if behind:
        code, end = currencies().dollars.get(behind[1].lower(), _DOLLARS.get(behind[1], code)), behind.end()
    return Money(money.start, end, code, number.value, money.rule, number)


def _behind(text: str, low: str, number: Number, letters: Mapping[str, str]) -> Money | None:
    table, end = currencies(), number.end
    sign_at = end + 1 if text[end : end + 1] == " " else end
    sign = text[sign_at : sign_at + 1]
    if sign in table.signs and not text[sign_at + 1 : sign_at + 2].isdigit():
        money = Money(number.start, sign_at + 1, table.signs[sign], number.value, "money.sign-behind", number)
        return _with_part(low, money)
    if sign == "¢":
        return Money(number.start, sign_at + 1, "USD", number.value / 100, "money.part", number)
    found = _BEHIND.match(text, end)
    if found is None:
        return None
    named = _part(text, low, number, found) or _name(text, low, number, found)
    if named:
        return named
    word = found[2]
    # "250,000 Frw"; a letter alone may be a unit.
    own = (letters.get(word) or letters.get(f"{word}.")) if len(word) > 1 else None
    code = own or table.after.get(word) or (word.upper() if word.isupper() and word in table.codes else None)
    value, stop = number.value, found.end(2)
    if code is None and len(word) == 4 and word[0] in _MULTIPLES and word[1:] in table.codes:
        code, value = word[1:], value.scaleb(_MULTIPLES[word[0]])
    spelled = number.in_words and not number.scaled and len(word) == 3 and word != "USD"
    if code is None or spelled or (word in table.words_too and not number.sized):
        return None
    if not number.scaled:
        scale = scale_at(low, replace(number, end=stop), with_currency=False)
        if scale and low[stop : stop + 1] == " ":
            return Money(number.start, scale[1], code, value.scaleb(scale[0]), "money.code-behind", number)
        change = form("behind.small-change").match(text, stop)
        if change and low[stop : stop + 1] == " " and number.plain:
            value += Decimal(change[1]) / 100
            return Money(number.start, change.end(), code, value, "money.code-between", number)
    return Money(number.start, stop, code, value, "money.code-behind", number)


def _part(text: str, low: str, number: Number, found: re.Match[str]) -> Money | None:
    """Cents, pence, kopecks; "p" and "c" only where they touch the digits or the number has decimals."""
    table = currencies()
    first = low[found.start(2) : found.end(2)]
    second = _TOKENS.match(low, found.end(2))
    for name, end in ((f"{first} {second[1]}" if second else "", second.end() if second else 0), (first, found.end(2))):
        if name in table.parts:
            if len(name) == 1 and text[found.start(2)].isupper():
                return None  # 47 °C, the 3P sectors
            pence = name == "p" and (number.value >= 10 or number.grouped) and low[end : end + 1] != "."
            if len(name) == 1 and (number.scaled or (found[1] and not pence)):
                return None
            code, divisor = table.parts[name]
            return Money(number.start, end, code, number.value / divisor, "money.part", number)
    return None


def _name(text: str, low: str, number: Number, found: re.Match[str]) -> Money | None:
    """The longest name of a currency of up to four words; also a country's adjective and the noun of a currency."""
    table, ends, place = currencies(), list[int](), found.end(1)
    token = _NAME_WORD.match(low, place)
    while token and len(ends) < 4:
        ends.append(token.end())
        token = _NAME_WORD.match(low, token.end() + 1) if low[token.end() : token.end() + 1] in {*_GAPS} else None
    for end in reversed(ends):
        words = low[place:end].replace("-", " ")
        code = table.names.get(low[place:end]) or table.names.get(words) or table.names.get(words.rstrip("."))
        pounds = words.rstrip(".") == "pounds" and not low.startswith(" of ", end)
        if code is None and pounds and (number.scaled or around.before("priced", low, number.start)):
            code = "GBP"
        if code is None and words.rstrip(".") in table.with_scale and number.sized:
            # "3 trillion won of shares", but "2,000 won of those"
            code = None if low.startswith(" of ", end) and number.power < 9 else table.nouns[words.rstrip(".")]
        if code is None and " " in words:
            code = _by_country(text[place:end], words)
        if code:
            end -= words.endswith(".") and table.names.get(words) is None
            return _with_part(low, Money(number.start, end, code, number.value, "money.name", number))
    return None


def _by_country(phrase: str, words: str) -> str | None:
    """ "Kyrgyz soms": the tender of the country where the last word is the noun of a currency."""
    table = currencies()
    adjective, _, noun = words.rpartition(" ")
    if noun.rstrip(".") not in table.nouns:
        return None
    country = country_of(phrase[: len(adjective)].title() if phrase.islower() else phrase[: len(adjective)])
    return table.tender.get(country.alpha2) if country else None


def _with_part(low: str, money: Money) -> Money:
    """ "thirteen dollars and forty-five cents", "10 $ 30 cent"."""
    found = form("behind.and-part").match(low, money.end)
    if found is None and money.code in _WITH_PARTS and money.rule == "money.name":
        found = form("behind.spoken-part").match(low, money.end)
    if found is None:
        return money
    number = None if found[1].isdigit() else read_spelled(low, found.start(1))
    if not found[1].isdigit() and (number is None or number.end != found.end(1)):
        return money
    part = number.value if number else Decimal(found[1])
    return money._replace(value=money.value + part / 100, end=found.end())
