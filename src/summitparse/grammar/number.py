"""Grammatical number: which words are plurals, and the singular of each."""

import re
from functools import cache, partial

from summitparse.lexicon import listed, load

_PACKAGE = "summitparse.grammar"
ACRONYMS = re.compile(r"[A-Z]{2,6}s")
# Behind these "es" is the ending of a plural, and not "s".
_SIBILANT = re.compile(r"(?:ss|sh|ch|x|zz|[bcdfghklmnprtv]o)es$")
_words = partial(listed, _PACKAGE, "number")


@cache
def _endings() -> tuple[str, ...]:
    return tuple(_words("singular_endings"))


@cache
def _irregular() -> dict[str, str]:
    return dict(line.split(" ") for line in load(_PACKAGE, "number")["irregular"])


def is_plural(word: str) -> bool:
    """Whether a word in lower case looks like a plural noun."""
    last = word.rpartition("-")[2] or word
    if last in _words("plural") or _is_of_men(last):
        return True
    return last.endswith("s") and not last.endswith(_endings()) and last not in _words("singular")


def _is_of_men(word: str) -> bool:
    """ "horsemen", "alderwomen", but not "specimen"."""
    return word.endswith("men") and word not in _words("singular")


def singular(word: str) -> str:
    """The singular of a noun, letter case kept."""
    if ACRONYMS.fullmatch(word):
        return word[:-1]
    low = word.lower()
    head, dash, last = low.rpartition("-")
    if last in _irregular():
        one = _irregular()[last]
        begin = len(head) + len(dash)
        return word[:begin] + (one.capitalize() if word[begin].isupper() else one)
    if _is_of_men(last):
        return word[:-3] + ("MAN" if word.isupper() else "man")
    if low.endswith("ies") and len(low) > 4:
        return word[:-3] + ("Y" if word.isupper() else "y")
    if _SIBILANT.search(low):
        return word[:-2]
    if low.endswith("s") and not low.endswith(_endings()) and len(low) > 2:
        return word[:-1]
    return word
