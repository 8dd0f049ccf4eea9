"""Names of elements, roles and classes, by what they say of a page's text."""

from functools import cache

from summitparse.lexicon import load


@cache
def words_of(kind: str) -> frozenset[str]:
    """The words of one kind: silent, roles, around or separate."""
    return frozenset(load("summitparse.reading", "html")[kind].split())
