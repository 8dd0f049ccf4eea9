"""The words of a text: a letter, then letters, digits, apostrophes and hyphens."""

import re

_WORD = re.compile(r"[^\W\d_][\w’'-]*")


def find_words(text: str) -> list[str]:
    """The words of a text as they are written: "the port’s co-chair" has three."""
    return _WORD.findall(text)
