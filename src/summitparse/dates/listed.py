"""The word lists of the package by name (lexicon/context.toml)."""

from functools import cache

from summitparse.lexicon import load


@cache
def listed(name: str) -> frozenset[str]:
    """The words of a list."""
    return frozenset(load("summitparse.dates", "context")[name])
