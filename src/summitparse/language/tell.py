"""Is the text English? Counting function words costs nothing and nearly always tells; a detector is asked in doubt."""

import re
from functools import partial

from summitparse.findings import Notice, Span
from summitparse.lexicon import listed

# English prose has 35 to 50 % function words, headlines and lists 15 to 25 %, other languages under 8 %.
LEAST = 0.10
# Fewer words than this, names left out, tell nothing; then English is taken for granted.
ENOUGH = 5
SAMPLE = 20_000
# What the detector calls English, and the languages next to it that it takes bare lists of English words for.
ENGLISH = frozenset(("en", "pcm", "sco"))
_WORD = re.compile(r"[^\W\d_]+")


function_words = partial(listed, "summitparse.language", "function_words", "words")


def tell_language(text: str) -> tuple[str, tuple[Notice, ...]]:
    """An ISO 639 code ("en", or "und" for anything else) and a warning if it is not English."""
    found = _without_names(_WORD.findall(text[:SAMPLE]))
    known = function_words()
    if (
        len(found) < ENOUGH
        or sum(word in known for word in found) >= LEAST * len(found)
        or _detected(" ".join(found)) in ENGLISH
    ):
        return "en", ()
    message = "The text does not look like English. Records are the best that English rules can do; check each of them."
    return "und", (Notice("not-english", message, Span(0, 0)),)


def _without_names(words: list[str]) -> list[str]:
    """The words that begin in small letters, all of them where the whole text is in capitals."""
    if all(word.isupper() for word in words):
        return [word.lower() for word in words]
    return [word.lower() for word in words if not word[0].isupper()]


def _detected(text: str) -> str:
    """The language by py3langid: a second for the first text that is in doubt."""
    from summitparse.language.detector import detector

    try:
        return detector().language(text)
    except OSError:  # it unpacks its model into a temporary file, for which there may be no room
        return "und"
