"""What an abbreviation stands for: "Joint Harbour Commission (JHC)" says so where it is named first."""

import re
from collections.abc import Iterator

_SHORT = re.compile(r"\((?:the )?[“\"']?([A-Z][A-Za-z&-]*[A-Z])[”\"']?\)")
_WORD = re.compile(r"[\w&’'-]+")
# So many more words than letters can an abbreviation stand for, as in Schwartz and Hearst, "A Simple Algorithm for
# Identifying Abbreviation Definitions in Biomedical Text", 2003.
_MORE = 5
_LONGEST = 120


def find_abbreviations(text: str) -> dict[str, str]:
    """Each abbreviation with the words that it stands for, as they stand before it in the text."""
    return {short: words for short, words in _definitions(text) if words}


def _definitions(text: str) -> Iterator[tuple[str, str]]:
    for match in _SHORT.finditer(text):
        short, before = match[1], text[max(0, match.start() - _LONGEST) : match.start()].rstrip()
        words = list(_WORD.finditer(before))[-min(len(short) + _MORE, 2 * len(short)) :]
        yield short, " ".join(before[_begins(short, [word[0] for word in words], words) :].split())


def _begins(short: str, words: list[str], places: list[re.Match[str]]) -> int:
    """Where the words begin whose initials, in their order, are the letters of the abbreviation; the first of them has
    a capital letter."""
    letters = [letter.casefold() for letter in short if letter.isalpha()]
    at = len(words)
    for letter in reversed(letters):
        at = next((i for i in range(at - 1, -1, -1) if words[i][0].casefold() == letter), -1)
        if at < 0:
            return _LONGEST
    return places[at].start() if words[at][0].isupper() else _LONGEST
