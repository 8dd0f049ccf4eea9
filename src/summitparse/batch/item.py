"""What goes into a worker and what comes back."""

import datetime as dt
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Item:
    """One release to do: a file to read at `path`, or `text` that is there already, or a `problem` to report.

    `number` is its place in input order, `size` its bytes, as far as they are known before it is read.
    """

    number: int
    name: str
    size: int = 0
    path: str | None = None
    text: str | None = None
    id: str | None = None
    reference: dt.date | None = None
    problem: str | None = None


@dataclass(frozen=True, slots=True)
class Options:
    """What decides the bytes of a record beside its text and reference date."""

    text: bool = False
    only: frozenset[str] | None = None
    own_words: str | None = None  # the text of a user's lexicon, so that no worker needs its file
    min_confidence: float = 0.0
    model: str | None = None  # the spaCy pipeline, for workers that this process has not started


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of an item: one `line` of JSON with its newline, or the sentence that says why there is none.

    `seconds` is CPU time; `counts` are records by kind; `out_of_memory` says that more was asked for than there was.
    """

    number: int
    name: str
    line: bytes | None = None
    failure: str | None = None
    words: int = 0
    seconds: float = 0.0
    counts: tuple[tuple[str, int], ...] = ()
    out_of_memory: bool = False
