"""The words of a text: a letter, then letters, digits, apostrophes and hyphens."""

import re
from collections.abc import Iterable

_WORD = re.compile(r"[^\W\d_][\w’'-]*")


def any_of(words: Iterable[str]) -> str:
    """Phrases as a pattern, the longest first."""
    return "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))


def find_words(text: str) -> list[str]:
    """The words of a text as they are written: "the port’s co-chair" has three."""
    return _WORD.findall(text)
