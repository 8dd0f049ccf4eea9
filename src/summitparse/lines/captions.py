"""Captions of photographs between the paragraphs: "At the meeting with …", "With Prime Minister …", "Signing of …".

A caption is a noun phrase with a full stop. Without a parser that is told from its first words and from the verbs,
pronouns and commas that it does not have.
"""

from functools import cache

from summitparse.lexicon import load
from summitparse.lines.labels import names_at_end, shaped_like_name
from summitparse.text.signs import POSSESSIVES
from summitparse.text.words import find_words

LONGEST_CAPTION = 260


@cache
def _lexicon() -> dict[str, frozenset[str]]:
    return {key: frozenset(values) for key, values in load("summitparse.layout", "captions").items()}


def is_caption(text: str, *, commas: bool = False, names: bool = False) -> bool:
    """A noun phrase that begins like a caption. `commas` lets a comma stand after a first preposition (where nothing
    but a caption is expected), `names` takes an office with a name alone for one (inside a speaker's turn)."""
    if len(text) > LONGEST_CAPTION or text[-1] not in ".)" or text[0] in "“\"‘'(":
        return False
    words = find_words(text)
    low = [word.casefold() for word in words]
    if len(words) < 2 or says_something(low):
        return False
    table = _lexicon()
    if low[0] in table["prepositions"]:
        return len(words) > 2 and (commas or "," not in text)
    opening = [word for word in low[:4] if word not in table["articles"]]
    if any(word in table["events"] for word in opening[:3]) and all(
        word in table["events"] or word in table["kinds"] for word in opening[: opening.index(first_event(opening)) + 1]
    ):
        return True
    head = name_before(words)
    if head and head < len(low) and low[head] in table["after_name"]:
        return True
    return names and is_name_alone(text)


def first_event(words: list[str]) -> str:
    return next(word for word in words if word in _lexicon()["events"])


def says_something(low: list[str], participles: bool = False) -> bool:
    """Is there a finite verb or a pronoun of speech in it? `participles` lets words in "-ed" pass."""
    table = _lexicon()
    return any(
        word in table["finite"]
        or (not participles and word.endswith("ed") and word not in table["participles"])
        or (word.endswith(POSSESSIVES) and word[:-2] in table["finite"])
        for word in low
    )


def name_before(words: list[str]) -> int:
    """How many words at the start are capitalised: an office and a name."""
    for i, word in enumerate(words):
        if not word[0].isupper():
            return i if i > 1 else 0
    return 0


def is_name_alone(text: str) -> bool:
    """`Minister of Industry and Trade Jane Roe.` or `Jane Roe, chair of the council.`"""
    body = text.rstrip(".")
    first, comma, rest = body.partition(", ")
    words = body.replace(",", " ").split()
    if not 3 <= len(words) <= 40:
        return False
    if comma:
        name = first.split()
        apposition = rest.split()[0] in _lexicon()["offices"]
        return apposition and 2 <= len(name) <= 4 and all(word[0].isupper() for word in name)
    return (
        shaped_like_name(words)
        and names_at_end(words)
        and any(word.casefold() in _lexicon()["offices"] for word in words[:-1])
        and words[0].casefold() not in _lexicon()["greetings"]
    )
