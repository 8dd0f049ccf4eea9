"""Sentences and words of a block, cut by pattern: only sentences with a signing in them are ever looked at closely."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from summitparse.findings import Span

_WORD = re.compile(r"[^\W_]+(?:[’'\-/.&][^\W_]+)*|[^\w\s]|_")
_STOP = re.compile(r"[.!?…][\"”’“»)\]]*\s+(?=[\"“‘«”(\[—–•*-]*\s?[^\W_a-z])")
_ABBREVIATION = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|St|Gen|Col|Maj|Lt|Sen|Rep|Gov|Prof|Jr|Sr|No|Nos|Art|vs|Inc|Ltd|Co|Corp|Messrs|Hon|Amb|"
    r"Rev|Jan|Feb|Aug|Sept|Oct|Nov|Dec|H\.E|Res|Pub|Sec|Doc|cf|approx)|\b[^\W\d_](?:\.[^\W\d_])*)$"
)
_OPEN, _CLOSE = "“«„", "”»"


@dataclass(frozen=True, slots=True)
class Word:
    """A word or a mark; `sealed` tells that it stands inside quotation marks or brackets."""

    text: str
    lower: str
    start: int
    end: int
    sealed: bool

    @property
    def is_word(self) -> bool:
        return self.text[0].isalnum()

    @property
    def is_capital(self) -> bool:
        return self.text[0].isupper()


def sentences(text: str, block: Span) -> Iterator[Span]:
    """The sentences of a block; a full stop after an abbreviation or an initial ends none."""
    start = block.start
    for stop in _STOP.finditer(text, block.start, block.end):
        if text[stop.start()] == "." and _ABBREVIATION.search(text, max(start, stop.start() - 12), stop.start()):
            continue
        yield Span(start, stop.end())
        start = stop.end()
    if start < block.end:
        yield Span(start, block.end)


def words(text: str, span: Span) -> list[Word]:
    """The words and marks of a stretch. A quotation mark that is never closed seals nothing."""
    found = [(m.group(), m.start(), m.end()) for m in _WORD.finditer(text, span.start, span.end)]
    sealed = _sealed([mark for mark, _, _ in found])
    return [Word(t, t.lower().replace("’", "'"), s, e, inside) for (t, s, e), inside in zip(found, sealed, strict=True)]


def _sealed(marks: list[str]) -> list[bool]:
    """Which words stand between a pair of quotation marks or round brackets, in one pass from either side.

    Marks are paired as they come, opening with whatever closes: ”A“, “A“ and "A" are all in use.
    """
    inside = [False] * len(marks)
    opened: int | None = None
    bracket: int | None = None
    for i, mark in enumerate(marks):
        if mark in '“”„«»"':
            if opened is None and mark not in "»":
                opened = i
            elif opened is not None and mark not in "«„":
                for k in range(opened + 1, i):
                    inside[k] = True
                opened = None
        elif mark == "(" and opened is None and bracket is None:
            bracket = i
        elif mark == ")" and bracket is not None and opened is None:
            for k in range(bracket + 1, i):
                inside[k] = True
            bracket = None
    return inside
