"""Classes of verbs, nouns and adjectives by what is done with them: lexicon/words.toml."""

from functools import cache

from summitparse.lexicon import load


@cache
def words_of(kind: str, name: str) -> frozenset[str]:
    """The lemmas of one class, a verb with its particle ("point out"); `kind` is verbs, nouns, adjectives or
    phrases.

    Raises KeyError for a class that is not in the lexicon.
    """
    return frozenset(load("summitparse.grammar", "words")[kind][name])
