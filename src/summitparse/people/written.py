"""A name as releases write it, folded to what all its spellings share."""

import re
import unicodedata
from functools import lru_cache, partial

from summitparse.lexicon import listed
from summitparse.names.person import MOST_WORDS, Name
from summitparse.names.vocabulary import honorifics, names, not_names, office_words, offices, suffixes, surnames_too

PACKAGE = "summitparse.people"
# What friends call somebody, between given name and surname: “Jack”, (Jack).
_NICKNAME = re.compile(r"(?<=\w )(?:“[^”]{1,20}”|\"[^\"]{1,20}\"|\([^)]{1,20}\)) (?=\w)")
# A name of more words is a sentence.
MOST_PARTS = 7


_post_nominals = partial(listed, PACKAGE, "post_nominals", "letters")


def fold(text: str) -> str:
    """NFKC, one space for runs of blanks and line breaks, nothing unseen (U+2060, soft hyphens, direction marks)."""
    shown = (c for c in unicodedata.normalize("NFKC", text) if unicodedata.category(c) != "Cf")
    return " ".join("".join(shown).replace("’", "'").split())


@lru_cache(MOST_WORDS)
def name_of(text: str) -> Name | None:
    """The name without honorifics, nickname, offices, suffix and letters behind it; None for no name of a person.

    A name begins with capitals, and its last word is none that institutions, places and documents are called by.
    """
    words = [word.strip(',;:()"“”') for word in _NICKNAME.sub("", fold(text)).replace(", ", " ").split()]
    words = [word for word in words if word]
    while len(words) > 1 and _before_a_name(words[0]):
        words.pop(0)
    suffix = ""
    while len(words) > 1 and _behind_a_name(words[-1]):
        last = words.pop()
        suffix = last if last.lower() in suffixes() else suffix
    if words and words[-1].endswith("'s"):
        words[-1] = words[-1].removesuffix("'s")
    if not 0 < len(words) <= MOST_PARTS or not all(map(_may_be_of_a_name, words)):
        return None
    return Name(tuple(words), suffix, " ".join(words)) if _is_of_a_person(words) else None


def _before_a_name(word: str) -> bool:
    return word.lower() in honorifics() or word.lower() in office_words()


def _behind_a_name(word: str) -> bool:
    return word.lower() in suffixes() or word.lower().replace(".", "") in _post_nominals()


def _may_be_of_a_name(word: str) -> bool:
    letters = [c for c in word if c.isalpha()]
    return bool(letters) and not any(c.isdigit() for c in word)


def _is_of_a_person(words: list[str]) -> bool:
    if not (words[0][0].isupper() and words[-1][0].isupper()):
        return False
    last = words[-1].lower()
    if len(words) == 1 and any(phrase == (last,) for phrase, _ in offices().get(last, ())):
        return False
    if last in not_names() and last not in surnames_too():
        return len(words) > 1 and words[0].lower() in names().gender
    return True
