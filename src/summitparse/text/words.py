"""The words of a text: a letter, then letters, digits, apostrophes and hyphens."""

import re
from collections.abc import Iterable

_WORD = re.compile(r"[^\W\d_][\w’'-]*")


def any_of(words: Iterable[str], *, apart_from: str = "") -> str:
    """Phrases as a pattern, the longest of those that fit first; what is in the class of characters `apart_from` does
    not stand before them, and then their case counts.

    They are told by their first letters, so that few of them are tried at each place of a text.
    """
    ordered = sorted(words, key=lambda word: (-len(word), word))
    rests: dict[str, list[str]] = {}
    for word in ordered:
        rests.setdefault(word[:1], []).append(re.escape(word[1:]))
    if "" in rests or (not apart_from and len({first.lower() for first in rests}) < len(rests)):
        return "|".join(map(re.escape, ordered))  # where the case does not count, two first letters may be one
    groups = []
    for first, others in rests.items():
        letter = re.escape(first)
        behind = f"(?<!{apart_from}{letter})" if apart_from else ""
        groups.append(letter + behind + (f"(?:{'|'.join(others)})" if len(others) > 1 else others[0]))
    return "|".join(groups)


def find_words(text: str) -> list[str]:
    """The words of a text as they are written: "the port’s co-chair" has three."""
    return _WORD.findall(text)
