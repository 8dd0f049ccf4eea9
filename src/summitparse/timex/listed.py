"""The word lists of the package by name (lexicon/context.toml)."""

from functools import partial

from summitparse import lexicon

listed = partial(lexicon.listed, "summitparse.dates", "context")
