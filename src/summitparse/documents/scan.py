"""Where a text has any of hundreds of words. Its words are looked up: a pattern of all of them takes ten times as
long."""

import re
from bisect import bisect_left
from functools import cache

from summitparse.findings import Span
from summitparse.text.words import any_of as alternatives

_WORD = re.compile(r"\w+(?:-\w+)*")


@cache
def any_of(words: frozenset[str]) -> re.Pattern[str]:
    """Any of the words, which are in lower case, in whatever case."""
    return re.compile(rf"\b(?:{alternatives(words)})\b", re.IGNORECASE)


def find_any(text: str, *sets: frozenset[str]) -> list[list[int]]:
    """Where `any_of` matches, in text order, for each set of words; no more than once in a word with hyphens."""
    found: list[list[int]] = [[] for _ in sets]
    pairs = list(zip(sets, found, strict=True))
    for word in _WORD.finditer(text):
        lower = word.group().lower()
        for words, places in pairs:
            if lower in words:
                places.append(word.start())
            elif "-" in lower and (part := any_of(words).search(text, word.start(), word.end())) is not None:
                places.append(part.start())
    return found


def is_any_in(places: list[int], span: Span) -> bool:
    """Whether one of the places, which are in text order, lies in the span."""
    first = bisect_left(places, span.start)
    return first < len(places) and places[first] < span.end
