"""The word lists of the package."""

from functools import partial

from summitparse.lexicon import listed

PACKAGE = "summitparse.figures"
measure_words = partial(listed, PACKAGE, "measures")
noun_words = partial(listed, PACKAGE, "nouns")
ordinal_words = partial(listed, PACKAGE, "ordinals")
