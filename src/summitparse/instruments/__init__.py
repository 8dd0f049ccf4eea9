"""Nouns of instruments and verbs of signing, and the words of a sentence cut into one item an instrument."""
