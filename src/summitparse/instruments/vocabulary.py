"""Sets of words and phrases that the rules look for: `lexicon/wording.toml`."""

from functools import partial

from summitparse.lexicon import listed

# One set by its name.
vocabulary = partial(listed, "summitparse.documents", "wording")
