"""Lines to running text: whether a hyphen at the end of a line belongs to the word, or only to the line."""

import re
from collections.abc import Iterator, Sequence
from functools import partial

from summitparse.lexicon import listed
from summitparse.reading.pdf_lines import BREAKING_HYPHENS
from summitparse.reading.pdf_order import Column

# Browsers and typesetters draw a hyphen of their own where they divide a word.
SOFT_HYPHENS = "\u2010\u00ad"
# A document that divides words ends this share of its lines so, and this many; others end few, and only in compounds.
SHARE = 0.03
FEWEST = 3
_BROKEN = re.compile(rf"(?<![^\W\d_])([^\W\d_]+)([-{SOFT_HYPHENS}{BREAKING_HYPHENS}])$")
_FIRST_WORD = re.compile(r"[^\W\d_]+")
_WORD = re.compile(r"[^\W\d_]+(?:[-\u2010][^\W\d_]+)*")
_NUMBER_BROKEN = re.compile(rf"\d[-–/{BREAKING_HYPHENS}]$")


class Words:
    """All words of a document that no line break divides; they tell how the divided ones are written."""

    def __init__(self, columns: Sequence[Column]) -> None:
        lines = [line.text for column in columns for line in column.lines]
        self.words = frozenset(word.casefold() for line in lines for word in _inner_words(line))
        broken = sum(bool(_BROKEN.search(line)) for line in lines)
        self.divides = broken >= max(FEWEST, SHARE * len(lines))

    def join(self, lines: Sequence[str]) -> str:
        """Lines as one text."""
        parts = [lines[0]]
        for line in lines[1:]:
            last = parts[-1]
            broken, rest = _BROKEN.search(last), _FIRST_WORD.match(line)
            if broken and rest:
                hyphen = "-" if self.keeps_hyphen(broken[1].casefold(), broken[2], rest[0]) else ""
                parts[-1] = last[:-1] + hyphen
            elif not (_NUMBER_BROKEN.search(last) and line[0].isdigit()):
                line = " " + line
            parts.append(line)
        return "".join(parts).translate(dict.fromkeys(map(ord, BREAKING_HYPHENS), "-"))

    def keeps_hyphen(self, first: str, hyphen: str, second: str) -> bool:
        """Whether "first-" and "second" on the next line are a compound with a hyphen, not a word divided."""
        rest = second.casefold()
        if f"{first}{rest}" in self.words:
            return False
        if f"{first}-{rest}" in self.words or not second.islower():
            return True
        if hyphen in SOFT_HYPHENS or rest in _listed("endings"):
            return False
        both = first in self.words and rest in self.words and min(len(first), len(rest)) > 2
        return both or first in _listed("kept") or not self.divides


def _inner_words(line: str) -> Iterator[str]:
    for found in _WORD.finditer(line):
        if found.end() < len(line) - 1:
            yield found[0]


_listed = partial(listed, "summitparse.reading", "hyphens")
