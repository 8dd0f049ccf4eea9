"""Where each character of an old text stands in a new one: by lines, and within changed lines by words."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import Levenshtein

# Of changed stretches that are longer than this (old words times new words), only the ends are aligned.
MOST_COMPARED = 100_000_000
_LINE = re.compile(r"[^\n]*\n|[^\n]+")
# A number is one word: of "6.5" nothing is the same as "5".
_WORD = re.compile(r"\d+(?:[.,]\d+)*|\w+|[^\w\s]")


@dataclass(frozen=True, slots=True)
class Block:
    """`[start, end)` of the old text and `[at, to)` of the new; `same` where both hold the same words."""

    start: int
    end: int
    at: int
    to: int
    same: bool


class Alignment:
    """Old offsets as new ones. What was taken out is empty in the new text, at the place where it stood."""

    def __init__(self, old: str, new: str) -> None:
        lines = _units(_LINE, old, 0, len(old)), _units(_LINE, new, 0, len(new))
        self._blocks: list[Block] = []
        for block in _blocks(old, new, *lines):
            self._blocks += [block] if block.same else _by_words(old, new, block)
        self._starts = [block.start for block in self._blocks]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Where `[start, end)` of the old text is in the new one."""
        at = self._offset(start, ends=False)
        return at, max(at, self._offset(end, ends=True))

    def _offset(self, offset: int, *, ends: bool) -> int:
        """An offset inside what was replaced is at the start or at the end of what replaced it."""
        i = max(0, bisect_right(self._starts, offset - ends) - 1)
        block = self._blocks[i] if self._blocks else Block(0, 0, 0, 0, True)
        if block.same:
            return min(block.at + max(0, offset - block.start), block.to)
        return block.to if ends else block.at


def _units(pattern: re.Pattern[str], text: str, start: int, end: int) -> list[tuple[int, int]]:
    return [found.span() for found in pattern.finditer(text, start, end)]


def _by_words(old: str, new: str, block: Block) -> Iterator[Block]:
    words = _units(_WORD, old, block.start, block.end), _units(_WORD, new, block.at, block.to)
    if len(words[0]) * len(words[1]) > MOST_COMPARED or not all(words):
        yield block
    else:
        yield from _blocks(old, new, *words)


def _blocks(old: str, new: str, mine: Sequence[tuple[int, int]], theirs: Sequence[tuple[int, int]]) -> Iterator[Block]:
    """The stretches that are the same, and between them those that are not."""
    words = [old[start:end] for start, end in mine], [new[start:end] for start, end in theirs]
    for step in Levenshtein.opcodes(*words):
        start, end = _stretch(mine, step.src_start, step.src_end)
        at, to = _stretch(theirs, step.dest_start, step.dest_end)
        if step.tag == "equal":
            # Blanks between words can differ: each word is a block of its own.
            for (a, b), (c, d) in zip(
                mine[step.src_start : step.src_end], theirs[step.dest_start : step.dest_end], strict=True
            ):
                yield Block(a, b, c, d, True)
        else:
            yield Block(start, end, at, to, False)


def _stretch(units: Sequence[tuple[int, int]], first: int, end: int) -> tuple[int, int]:
    if first < end:
        return units[first][0], units[end - 1][1]
    at = units[first][0] if first < len(units) else units[-1][1] if units else 0
    return at, at
