"""Numbers in words, and the words right before and behind a number that say what it is."""

from summitparse.numbers.model import Number
from summitparse.numbers.spelled import fraction_after_and, read_spelled
from summitparse.numbers.words import words

__all__ = ["Number", "fraction_after_and", "read_spelled", "words"]
