"""Classes of verbs, nouns and adjectives by what is done with them: lexicon/words.toml."""

from functools import partial

from summitparse.lexicon import listed

# The lemmas of a class by its kind (verbs, nouns, adjectives or phrases) and name; a verb with its particle.
words_of = partial(listed, "summitparse.grammar", "words")
