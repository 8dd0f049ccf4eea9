"""Numberings of events ("the XI Forum", "the 80th anniversary") and ranks ("the third largest economy")."""

import re
from decimal import Decimal

from summitparse.figures.model import Item
from summitparse.figures.nouns import WORD
from summitparse.figures.tables import noun_words, ordinal_words
from summitparse.grammar.number import is_plural, singular
from summitparse.numbers import Number, around
from summitparse.numbers.roman import roman_value

_LETTERS = ("I", "C", "L")
_LINKS = frozenset(("of", "on", "for", "and", "the"))
_GAPS = (" ", "-")
# What may stand before an ordinal that is all of a text, and so many signs behind it.
_ALONE = frozenset({"", "a"})
_LONGEST_TAIL = 20

# Words between the number and the event: "the XII Winter Paralympic Games".
LONGEST = 7


SUFFIX = re.compile(r"(?:st|nd|rd|th)(?![^\W_])", re.IGNORECASE)


def roman_at(text: str, found: re.Match[str]) -> Item | None:
    """An event numbered by the Roman numeral."""
    numeral = found.group()
    number = Number(found.start(), found.end(), Decimal(roman_value(numeral)), style="roman")
    noun = _event(text, found.end())
    if noun is None or (numeral in _LETTERS and not text[noun[0]].isupper()):
        return None
    return _item(text, number, noun, "ordinal.roman-event")


def ordinal_at(text: str, low: str, number: Number) -> Item | None:
    """The event, rank or bare position that an ordinal numbers, or None where it is an adjective, a date or a part."""
    end = number.end
    rank = _rank(text, low, number)
    if rank:
        return rank
    noun = _event(text, end)
    word = text[number.start : end]
    if noun:
        named = word[0].isupper() and text[noun[0] : noun[1]].split(" ")[-1][0].isupper()
        if word.lower() in ordinal_words("capitals_only") and not named:
            return None
        return _item(text, number, noun, "ordinal.event")
    if text[number.start].isdigit() and (behind := _name(text, end)):
        return Item(number, number.start, behind[1], "ordinal", text[slice(*behind)], "ordinal.named", number.value)
    alone = not any(map(str.isalnum, text[end : end + _LONGEST_TAIL])) and low[: number.start].strip() in _ALONE
    late = number.value > 10 and number.style == "ordinal"
    return _item(text, number, None, "ordinal.alone") if late and alone and len(text) < end + _LONGEST_TAIL else None


def _item(text: str, number: Number, noun: tuple[int, int] | None, rule: str) -> Item:
    unit = None
    end = number.end
    if noun:
        *words, head = text[noun[0] : noun[1]].split(" ")
        one = head if head.lower() in ordinal_words("plural") else singular(head)
        unit, end = " ".join([*words, one]), noun[1]
    return Item(number, number.start, end, "ordinal", unit, rule, number.value)


def _rank(text: str, low: str, number: Number) -> Item | None:
    end = number.end
    following = WORD.match(low, end + 1) if low[end : end + 1] in _GAPS and low[end : end + 1] else None
    if following and following.group().partition("-")[0] in ordinal_words("superlative_words"):
        return Item(number, number.start, following.end(), "rank", None, "rank.superlative", number.value)
    place = around.behind("place", low, end)
    if place and not (number.value == 1 and low.endswith("in the ", 0, number.start)):
        return Item(number, number.start, place.end(), "rank", None, "rank.place", number.value)
    before = around.before("ranked", low, number.start)
    if before:
        return Item(number, number.start, end, "rank", None, "rank.verb", number.value)
    return None


def _event(text: str, end: int) -> tuple[int, int] | None:
    """Where the noun phrase of an event begins and ends that stands right behind `end`."""
    if text[end : end + 1] not in _GAPS or not text[end : end + 1]:
        return None
    place, begin = end + 1, end + 1
    best: tuple[int, int] | None = None
    for _ in range(LONGEST):
        found = WORD.match(text, place)
        if found is None:
            break
        word = found.group().lower()
        if word in noun_words("stop") or (found.start() == begin and word in ordinal_words("never_before")):
            break
        if singular(word) in ordinal_words("events") or word in ordinal_words("events"):
            best = (begin, found.end())
            if not _goes_on(text, found.end()):
                break
        elif is_plural(word) and not found.group()[0].isupper():
            break
        if text[found.end() : found.end() + 1] != " ":
            break
        place = found.end() + 1
    return best


def _name(text: str, end: int) -> tuple[int, int] | None:
    """Where a name in capitals begins and ends that stands right behind an ordinal in digits: "the 16th Exchange of
    Visits", "the 4th AP Forum". No street, floor, district or office: "5th Avenue", "45th President"."""
    place = end + 1
    words: list[re.Match[str]] = []
    while text[place - 1 : place] == " " and len(words) < LONGEST:
        found = WORD.match(text, place)
        if found is None or not (found.group()[0].isupper() or (words and found.group() in _LINKS)):
            break
        words.append(found)
        place = found.end() + 1
    while words and words[-1].group() in _LINKS:
        words.pop()
    if not words or any(word.group().lower() in ordinal_words("never_named") for word in words):
        return None
    return words[0].start(), words[-1].end()


def _goes_on(text: str, end: int) -> bool:
    """Whether one of the next two words, all with capitals, is an event as well: "Congress" in "III Congress Forum"."""
    for _ in range(2):
        found = WORD.match(text, end + 1) if text[end : end + 1] == " " else None
        if found is None:
            return False
        word, end = found.group().lower(), found.end()
        if word in ordinal_words("events") or singular(word) in ordinal_words("events"):
            return True
        if not found.group()[0].isupper():
            return False
    return False
