"""Sets of words that the rules look for, from `lexicon/wording.toml`."""

from functools import cache

from summitparse.lexicon import load


@cache
def vocabulary(name: str) -> frozenset[str]:
    """One set of `lexicon/wording.toml` by its name."""
    return frozenset(load("summitparse.documents", "wording")[name])
