"""What stands around some words, by name (lexicon/around.toml): "of age" behind them, "between" before them."""

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from summitparse import lexicon
from summitparse.timex.listed import listed
from summitparse.timex.words import Words

# Where a key of a row is counted from: the start or the end of the words, and whether it runs up to there.
_KEYS = {"before": (False, True), "first": (False, False), "last": (True, True), "behind": (True, False)}


class _Slot(NamedTuple):
    """A word that is asked for: how far from the start or the end, and what it may be."""

    from_end: bool
    offset: int
    words: frozenset[str]
    lists: tuple[str, ...]


def stands(name: str, words: Words, start: int, end: int) -> bool:
    """Whether one of the rows of that name fits the words from `start` to `end` and those beside them."""
    return any(all(_fits(slot, words, end if slot.from_end else start) for slot in row) for row in _rows(name))


def _fits(slot: _Slot, words: Words, at: int) -> bool:
    index = at + slot.offset
    form = words.form(index) if 0 <= index < len(words.starts) else ""
    low = form.lower()
    return low in slot.words or any(low in listed(key) or form in listed(key) for key in slot.lists)


@cache
def _rows(name: str) -> tuple[tuple[_Slot, ...], ...]:
    rows = lexicon.load("summitparse.dates", "around")[name]
    return tuple(tuple(slot for key, phrase in row.items() for slot in _slots(key, phrase)) for row in rows)


def _slots(key: str, phrase: str) -> Iterator[_Slot]:
    from_end, ends = _KEYS[key]
    forms = phrase.split()
    for place, form in enumerate(forms):
        either = form.split("|")
        offset = place - len(forms) if ends else place
        plain = frozenset(word for word in either if not word.startswith("@"))
        yield _Slot(from_end, offset, plain, tuple(word[1:] for word in either if word.startswith("@")))
