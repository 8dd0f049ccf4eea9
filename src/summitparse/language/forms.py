"""What a word's form, tag and dependency say of it, found once for each such triple and not once for each token."""

from typing import Any, NamedTuple

from summitparse.language.lemma import Lemmatizer
from summitparse.language.parse import POS_BY_TAG
from summitparse.language.tags import AUXILIARIES, BASE

# Triples that are remembered, some 300 bytes each: a release has a few hundred, a worker may see millions.
MOST_KNOWN = 40_000


class Form(NamedTuple):
    text: str
    lower: str
    tag: str
    pos: str
    lemma: str
    dep: str


class Forms:
    """The forms of words that are given as spaCy's numbers of strings, which are the same in every vocabulary."""

    def __init__(self, lemmatize: Lemmatizer) -> None:
        self.lemmatize = lemmatize
        self._known: dict[tuple[int, int, int], Form] = {}

    def __call__(self, strings: Any, orth: int, tag: int, dep: int) -> Form:
        """The form of a word; `strings` is the table of the vocabulary that its numbers are from."""
        key = (orth, tag, dep)
        form = self._known.get(key)
        if form is None:
            if len(self._known) >= MOST_KNOWN:
                self._known.clear()
            form = self._known[key] = self._find(strings[orth], strings[tag], strings[dep])
        return form

    def _find(self, text: str, tag: str, dep: str) -> Form:
        if tag == BASE and self.lemmatize.is_past(text):  # "Highlighted the growth of trade" in a list
            tag = "VBD"
        pos = POS_BY_TAG.get(tag, "PUNCT")
        if pos == "VERB" and dep in AUXILIARIES:
            pos = "AUX"
        return Form(text, text.lower(), tag, pos, self.lemmatize(text, tag, pos), dep)
