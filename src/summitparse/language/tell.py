"""Is the text English? A count of function words is enough to tell, and costs nothing."""

import re
from functools import cache

from summitparse.findings import Notice, Span
from summitparse.lexicon import load

# English prose has 35 to 50 % function words, headlines and lists 15 to 25 %, other languages under 8 %.
LEAST = 0.10
# Fewer words than this tell nothing; then English is taken for granted.
ENOUGH = 12
SAMPLE = 20_000
_WORD = re.compile(r"[^\W\d_]+")


@cache
def function_words() -> frozenset[str]:
    return frozenset(load("summitparse.language", "function_words")["words"])


def tell_language(text: str) -> tuple[str, tuple[Notice, ...]]:
    """An ISO 639 code ("en", or "und" for anything else) and a warning if it is not English."""
    found = _WORD.findall(text[:SAMPLE].lower())
    known = function_words()
    if len(found) < ENOUGH or sum(word in known for word in found) >= LEAST * len(found):
        return "en", ()
    message = "The text does not look like English. Records are the best that English rules can do; check each of them."
    return "und", (Notice("not-english", message, Span(0, 0)),)
