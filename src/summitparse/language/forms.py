"""What a word's form, tag and dependency say of it, found once for each such triple and not once for each token."""

from collections.abc import Iterable
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
        self._lemmas: dict[tuple[str, str], str] = {}

    def of(self, strings: Any, keys: Iterable[tuple[int, int, int]]) -> list[Form]:
        """The form of each word, a triple of numbers from the vocabulary whose table of strings is given."""
        known = self._known.get
        return [known(key) or self(strings, *key) for key in keys]

    def __call__(self, strings: Any, orth: int, tag: int, dep: int) -> Form:
        """The form of one word."""
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
        return Form(text, text.lower(), tag, pos, self._lemma(text, tag, pos), dep)

    def _lemma(self, text: str, tag: str, pos: str) -> str:
        """The lemma of a word, whatever hangs on what; an auxiliary has that of the verb."""
        key = (text, tag)
        lemma = self._lemmas.get(key)
        if lemma is None:
            if len(self._lemmas) >= MOST_KNOWN:
                self._lemmas.clear()
            lemma = self._lemmas[key] = self.lemmatize(text, tag, pos)
        return lemma
