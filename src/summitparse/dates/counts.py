"""A number of four digits that counts something and is no year: 2015 nurses, per 1000 litres, the toll reached 2000."""

from summitparse.dates.coordination import AND
from summitparse.dates.neighbours import beside, is_year, word_before, word_behind
from summitparse.dates.tense import sign_of
from summitparse.text.signs import DASHES
from summitparse.timex.grammar import Candidate
from summitparse.timex.listed import listed
from summitparse.timex.words import Words

# Nouns for people have these endings, and at least so many letters before them.
_PEOPLE = ("ers", "ors", "ists", "ians", "ees", "ants", "ents", "smen", "women")
_LEAST_STEM = 2
_MONEY = frozenset("$€£¥₹₽")
# So many words before "to 1990 farmers" another year may stand: from 1985 to 1990 farmers were poor.
_NEAR = 4


def counts(words: Words, candidate: Candidate) -> bool:
    before, behind = word_before(words, candidate).lower(), word_behind(words, candidate)
    if beside(words, candidate, "counted"):
        return True
    ends = not behind[:1].isalpha() or behind in listed("number_ending")
    if ends and behind not in DASHES | {"/"}:
        return beside(words, candidate, "reaching")  # the toll reached 2000, rose to 1998
    if before in listed("owners") and (behind.endswith("ly") or behind in listed("counted")):
        return True
    if not (_are_people(behind) or behind in listed("countable")) or behind in listed("dated"):
        return False
    if beside(words, candidate, "to_it"):
        return not any(
            is_year(word_before(words, candidate, steps)) and word_before(words, candidate, steps + 1) not in _MONEY
            for steps in range(2, 2 + _NEAR)
        )
    return (
        before in listed("counting")
        or before in listed("owners")
        or _acts(before)
        or (before in AND and _counted_before(words, candidate))
    )


def _acts(verb: str) -> bool:
    """A verb of the past, which takes an object: it drew 1999 visitors."""
    return sign_of(verb) == "past" and verb not in listed("no_taking")


def _counted_before(words: Words, candidate: Candidate) -> bool:
    """1900 pupils and 1750 teachers."""
    noun, number = word_before(words, candidate, 2), word_before(words, candidate, 3)
    return number.isdigit() and (_are_people(noun) or noun in listed("countable") or noun in listed("counted"))


def _are_people(word: str) -> bool:
    """Nurses are none by their ending, teachers are."""
    stems = (len(word) - len(ending) for ending in _PEOPLE if word.endswith(ending))
    return word.isascii() and word.isalpha() and word.islower() and any(stem >= _LEAST_STEM for stem in stems)
