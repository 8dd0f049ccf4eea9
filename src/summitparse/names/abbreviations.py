"""What a short name stands for: "Joint Harbour Commission (JHC)" says so where it is named first, and "the Council" is
the Council of Ministers where the text names no other as often."""

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache

_SHORT = re.compile(r"\((?:the )?[“\"']?([A-Z][A-Za-z&-]*[A-Z])[”\"']?\)")
# What goes on with a name that begins with the noun: "for Trade and Economic Development".
_LINK = r"(?:,? (?:and|of|for)(?: the)?|,)?"
_WORD = re.compile(r"[\w&’'-]+")
# So many more words than letters can an abbreviation stand for, as in Schwartz and Hearst, "A Simple Algorithm for
# Identifying Abbreviation Definitions in Biomedical Text", 2003.
_MORE = 5
_LONGEST = 120


def find_abbreviations(text: str) -> dict[str, str]:
    """Each abbreviation with the words that it stands for, as they stand before it in the text."""
    return {short: words for short, words in _definitions(text) if words}


def find_full_names(text: str, bodies: frozenset[str]) -> dict[str, str]:
    """Each noun of `bodies` that begins a name, with a capital letter, with the name that stands there most often."""
    found: dict[str, Counter[str]] = {}
    for match in _names_of(bodies).finditer(text):
        found.setdefault(match[1], Counter())[" ".join(match[0].split())] += 1
    ranked = {noun: names.most_common(2) for noun, names in found.items()}
    return {noun: best[0][0] for noun, best in ranked.items() if len(best) == 1 or best[0][1] > best[1][1]}


@cache
def _names_of(bodies: frozenset[str]) -> re.Pattern[str]:
    """Names that begin with a body; another such name ends one: "Ministry of Trade, Fisheries and Energy"."""
    noun = "|".join(sorted(body.capitalize() for body in bodies))
    named = rf"(?!(?:{noun})\b)[A-Z][\w’'-]*"
    return re.compile(rf"\b({noun}) (?:of|for|on) (?:the )?{named}(?:{_LINK} {named})*")


def _definitions(text: str) -> Iterator[tuple[str, str]]:
    for match in _SHORT.finditer(text):
        short, before = match[1], text[max(0, match.start() - _LONGEST) : match.start()].rstrip()
        words = list(_WORD.finditer(before))[-min(len(short) + _MORE, 2 * len(short)) :]
        yield short, " ".join(before[_begins(short, [word[0] for word in words], words) :].split())


def _begins(short: str, words: list[str], places: list[re.Match[str]]) -> int:
    """Where the words begin whose initials, in their order, are the letters of the abbreviation; the first of them has
    a capital letter."""
    letters = [letter.casefold() for letter in short if letter.isalpha()]
    at = len(words)
    for letter in reversed(letters):
        at = next((i for i in range(at - 1, -1, -1) if words[i][0].casefold() == letter), -1)
        if at < 0:
            return _LONGEST
    return places[at].start() if words[at][0].isupper() else _LONGEST
