"""What is counted, from the words behind a number alone; the parse, where there is one, says it better."""

import re
from functools import cache
from typing import NamedTuple

from summitparse.figures.forms import form
from summitparse.figures.tables import noun_words
from summitparse.grammar.number import ACRONYMS, is_plural, singular
from summitparse.numbers import words as number_words

_OPENING = ("“", '"', "‘")
_GENITIVES = ("s'", "s’")
_APOSTROPHES = ("'", "’")
_JOINTS = ("-", "‑", " ")

LONGEST = 6


class Noun(NamedTuple):
    """A noun phrase: where its words begin and end, and the unit that it makes."""

    start: int
    end: int
    unit: str
    name: tuple[int, int] | None = None


@cache
def _derived() -> tuple[str, ...]:
    return tuple(noun_words("derived_endings"))


# Behind a word that owns something.
_GENITIVE_SIGNS = ("'s", "’s")
WORD = re.compile(r"[^\W\d_](?:[\w&]|[-'’](?=[^\W_])|(?<!\w{3})\.(?=[^\W_])){0,30}")
# A number or code inside the phrase: "737" in "new 737 Max jets", "USD50" in "USD50 Cards", "250ml".
_NAME_INSIDE = re.compile(
    r"(?:\d{1,4}(?:[a-zA-Z]{1,3}|(?= [A-Z]))|[A-Z]{1,4}-?\d{1,4})"
    r"(?= (?!thousand |million |billion |trillion |m?ln |bn )[A-Za-z])"
)
_ABBREVIATION = re.compile(r"(?:[a-z]\.)+[a-z]")
_ACRONYM = re.compile(r"[A-Z][A-Z-]{1,7} (?=[a-z]{3})")


def noun_behind(text: str, low: str, end: int) -> Noun | None:
    """The noun phrase in the plural that begins behind `end`; "700 of our companies" as well."""
    of = form("behind.of-ours").match(low, end)
    place = of.end() if of else end + 1
    if not of and low[end : end + 1] != " ":
        return None
    words: list[tuple[int, int]] = []
    name = -1
    joined = False
    while len(words) < LONGEST:
        if text[place : place + 1] in _OPENING:
            place += 1  # "five new “Workforce Hubs”"
        passed = _NAME_INSIDE.match(text, place) if words or not of else None
        if passed and name < 0:
            name, place = len(words), passed.end() + 1
            words.append(passed.span())
            continue
        found = WORD.match(low, place)
        if found and words and not joined and _joins(text, low, words, found):
            joined, place = True, found.end() + 1
            words.append(found.span())
            continue
        if found is None or (found.group() in noun_words("stop") and found.group() not in noun_words("skip")):
            break
        if of and not words and found.group() in number_words().cardinal:
            break  # "four of its seven data centres"
        word = found.group()
        if low[found.end() : found.end() + 1] == "." and _ABBREVIATION.fullmatch(word):
            words.append((found.start(), found.end() + 1))  # "U.S. suppliers"
            place = found.end() + 2
            continue
        words.append(found.span())
        if is_plural(word) or ACRONYMS.fullmatch(text, *found.span()) or word.endswith(_GENITIVES):
            following = WORD.match(low, found.end() + 1) if low[found.end() : found.end() + 1] == " " else None
            # "two customs officials": a plural that is followed by another is its modifier.
            behind = following.group() if following else ""
            if not (behind and len(word) > 3 and is_plural(behind) and behind not in noun_words("verbs")):
                break
        if low.startswith(" [", found.end()):
            place = found.end() + 2  # "outbound [tourists]": an editor's word
            continue
        if low[found.end() : found.end() + 1] != " ":
            break
        place = found.end() + 1
    return _noun_of(text, low, words, name)


def _noun_of(text: str, low: str, words: list[tuple[int, int]], name: int) -> Noun | None:
    """The noun phrase of the words up to their last plural; `name` is the place of a name among them, or -1."""
    while words and not (is_plural(low[slice(*words[-1])]) or ACRONYMS.fullmatch(text, *words[-1])):
        words.pop()
    if not words:
        return None
    if low[words[-1][1] : words[-1][1] + 1] in _APOSTROPHES:
        return None  # "the two countries' leaders": what is counted has a possession, and points back
    # "two new 737 Max jets", "8 million 250ml bottles": what is counted stands behind the name or the measure.
    first = name + 1 if 0 <= name < len(words) - 1 else 0
    if name == len(words) - 1:
        return None
    while first < len(words) - 1 and low[slice(*words[first])] in noun_words("skip"):
        first += 1
    parts = [text[a:b] for a, b in words[first:]]
    unit = " ".join([*parts[:-1], singular(parts[-1])]).replace("[", "")
    return Noun(words[first][0], words[-1][1], unit, words[name] if name >= 0 else None)


def _joins(text: str, low: str, words: list[tuple[int, int]], found: re.Match[str]) -> bool:
    """ "46 Latin American and Caribbean countries", "25 wind and solar parks": "and" within one noun phrase."""
    last, behind = low[slice(*words[-1])], WORD.match(low, found.end() + 1)
    if found.group() != "and" or behind is None or is_plural(last) or last.endswith(_derived()):
        return False
    if last in noun_words("stop") or behind.group() in noun_words("stop") or is_plural(behind.group()):
        return False
    if text[words[-1][0]].isupper() != text[behind.start()].isupper() or behind.group() in number_words().cardinal:
        return False
    noun: re.Match[str] | None = behind
    for _ in range(2):  # "direct and indirect employment opportunities"
        noun = WORD.match(low, noun.end() + 1) if noun and low[noun.end() : noun.end() + 1] == " " else None
        if noun is None or noun.group() in noun_words("stop"):
            return False
        if is_plural(noun.group()):
            return True
    return False


def noun_behind_one(text: str, low: str, end: int) -> Noun | None:
    """ "one dealer": the next word, if it can be a noun in the singular and no phrase with "one" is meant."""
    if low[end : end + 1] != " ":
        return None
    found = WORD.match(low, end + 1)
    if found and found.group() in noun_words("skip") and low[found.end() : found.end() + 1] == " ":
        found = WORD.match(low, found.end() + 1)  # "one other agency"
    acronym = _ACRONYM.match(text, end + 1)
    if acronym and found:  # "one HDMI socket"
        found = WORD.match(low, acronym.end())
        word = found.group() if found else ""
        if found and word not in noun_words("stop") and not is_plural(word) and text[found.start()].islower():
            return Noun(end + 1, found.end(), text[end + 1 : found.end()])
    word = found.group() if found else ""
    if found is None or len(word) < 3 or word in noun_words("stop") or word in noun_words("not_behind_one"):
        return None
    derived = word.endswith((*_derived(), *_GENITIVE_SIGNS))
    if text[found.start()].isupper() or "-" in word or derived or is_plural(word):
        return None
    return Noun(found.start(), found.end(), word)


def noun_behind_hyphen(text: str, low: str, end: int) -> Noun | None:
    """ "a 300-page report": page."""
    sign = low[end : end + 1]
    if sign not in _JOINTS or not sign:
        return None
    found = WORD.match(low, end + 1)
    if found is None:
        return None
    word = found.group().partition("-")[0]
    if sign == " ":
        following = WORD.match(low, found.end() + 1)
        if following is None or following.group() in noun_words("stop") or text[found.start()].isupper():
            return None
    if word not in noun_words("behind_hyphen"):
        return None
    return Noun(found.start(), found.start() + len(word), word)
