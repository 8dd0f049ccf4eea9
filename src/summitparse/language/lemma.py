"""Lemmas by rule, from the tables that the English model ships (exceptions, index, suffix rules)."""

from collections.abc import Mapping, Sequence
from typing import Any

BASE_TAGS = frozenset({"NN", "VB", "JJ", "RB"})
TABLE_BY_POS = {"NOUN": "noun", "VERB": "verb", "AUX": "verb", "ADJ": "adj", "ADV": "adv"}


class Lemmatizer:
    """The rule lemmatizer of spaCy, without its `Token`s."""

    def __init__(self, lookups: Any) -> None:
        def table(name: str) -> Mapping[str, Any]:
            return {str(key): lookups.get_table(name).get(key, {}) for key in set(TABLE_BY_POS.values())}

        self._rules: Mapping[str, Sequence[Sequence[str]]] = table("lemma_rules")
        self._index: Mapping[str, frozenset[str]] = {k: frozenset(v) for k, v in table("lemma_index").items()}
        self._exceptions: Mapping[str, Mapping[str, Sequence[str]]] = table("lemma_exc")

    def is_past(self, text: str) -> bool:
        """Whether a form is that of a verb's past alone: "took", "agreed", not "need" or "read"."""
        form = text.lower()
        return form not in self._index["verb"] and self(form, "VBD", "VERB") in self._index["verb"]

    def __call__(self, text: str, tag: str, pos: str) -> str:
        if pos == "PROPN":
            return text
        form = text.lower()
        table = TABLE_BY_POS.get(pos)
        if table is None or tag in BASE_TAGS:
            return form
        found = self._exceptions[table].get(form)
        if found:
            return found[0]
        if tag == "VBP" and form in self._index[table]:  # "we express": no "s" of a third person
            return form
        guesses = [form[: len(form) - len(old)] + new for old, new in self._rules[table] if form.endswith(old)]
        return next((guess for guess in guesses if guess in self._index[table]), next(filter(None, guesses), form))
