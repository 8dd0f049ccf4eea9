"""Quotes whose words are nearly the same, over any number of releases.

Each quote is known by the few smallest hashes of its runs of words (Broder's resemblance sketches); those that share
one are compared by edit distance. No quote is compared with all others.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from zlib import crc32

from rapidfuzz import fuzz

# Shorter quotes are said by anyone ("Thank you all for coming").
LEAST_WORDS = 6
# Words that are hashed together, and hashes that a quote is known by.
RUN, SKETCH = 3, 8
# Of 100: quotes that differ in a word or two of ten. Below, one may quote the other's speech in other words.
ALIKE = 85
# Quotes with one hash that are compared with each other: words that everyone says share it.
MOST_COMPARED = 50
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Said:
    """A quote: the number of its release and its id there, the day and the file of the release."""

    release: int
    id: str
    text: str
    day: str | None
    file: str
    sha256: str
    speaker: str | None


@dataclass(frozen=True, slots=True)
class Repeat:
    """Nearly equal quotes, the earliest first; of those without a day the order of the releases tells."""

    quotes: tuple[Said, ...]

    @property
    def first(self) -> Said:
        return self.quotes[0]


def find_repeats(quotes: Iterable[Said]) -> list[Repeat]:
    """Those that two releases or more have, in the order of their first quotes. The same words twice in one release, or
    in two files of the same bytes, are no repeat."""
    words: list[str] = []
    kept: list[Said] = []
    for quote in quotes:
        folded = _WORD.findall(quote.text.casefold())
        if len(folded) >= LEAST_WORDS:
            kept.append(quote)
            words.append(" ".join(folded))
    groups = _groups(words)
    found = []
    for group in groups:
        one = sorted((kept[i] for i in group), key=lambda quote: (quote.day or "9999", quote.release))
        if len({quote.sha256 for quote in one}) > 1:
            found.append(Repeat(tuple(one)))
    return sorted(found, key=lambda repeat: (repeat.first.release, repeat.first.id))


def _groups(words: Sequence[str]) -> Iterator[list[int]]:
    """Positions of quotes that are nearly equal, or linked by others that are."""
    parent = list(range(len(words)))

    def root(i: int) -> int:
        while parent[i] != i:
            parent[i] = parent[parent[i]]
            i = parent[i]
        return i

    buckets: dict[int, list[int]] = {}
    for i, text in enumerate(words):
        for hashed in _sketch(text):
            bucket = buckets.setdefault(hashed, [])
            for j in bucket:
                if root(i) != root(j) and fuzz.ratio(text, words[j], score_cutoff=ALIKE):
                    parent[max(root(i), root(j))] = min(root(i), root(j))
            if len(bucket) < MOST_COMPARED:
                bucket.append(i)
    groups: dict[int, list[int]] = {}
    for i in range(len(words)):
        groups.setdefault(root(i), []).append(i)
    return (group for group in groups.values() if len(group) > 1)


def _sketch(text: str) -> list[int]:
    words = text.split()
    runs = {crc32(" ".join(words[i : i + RUN]).encode()) for i in range(len(words) - RUN + 1)}
    return sorted(runs)[:SKETCH]
