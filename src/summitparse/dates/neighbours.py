"""The words right before and behind a candidate, and the word lists that they are looked up in."""

from summitparse.timex.around import stands
from summitparse.timex.grammar import Candidate
from summitparse.timex.words import OTHER, Words

# Behind a number they make it a share or a part of a longer word.
_GOES_ON = frozenset("-%/")


def word_before(words: Words, candidate: Candidate, steps: int = 1) -> str:
    index = candidate.start - steps
    return words.form(index) if index >= 0 else ""


def word_behind(words: Words, candidate: Candidate, steps: int = 0) -> str:
    index = candidate.end + steps
    return words.form(index) if index < len(words.starts) else ""


def beside(words: Words, candidate: Candidate, name: str) -> bool:
    """Whether a row of that name fits the candidate and the words beside it (`around`)."""
    return stands(name, words, candidate.start, candidate.end)


def is_year(form: str) -> bool:
    """Whether a word is a number of four digits that is a year of this millennium or the last."""
    return len(form) == 4 and form.isdigit() and "1000" <= form <= "2199"


def ends_phrase(words: Words, candidate: Candidate) -> bool:
    if candidate.end >= len(words.starts):
        return True
    behind = words.form(candidate.end)
    return not (words.classes[candidate.end] == OTHER and behind[0].isalnum()) and behind not in _GOES_ON
