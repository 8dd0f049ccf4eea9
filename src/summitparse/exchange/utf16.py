"""Offsets in UTF-16 code units, as JavaScript and Java count, and in code points, as the records do."""

from bisect import bisect_left
from itertools import accumulate


class Units:
    """Both ways for one text."""

    def __init__(self, text: str) -> None:
        self._at = None if text.isascii() else [0, *accumulate(2 if c > "\uffff" else 1 for c in text)]

    def from_points(self, offset: int) -> int:
        return offset if self._at is None else self._at[offset]

    def to_points(self, offset: int) -> int:
        """One inside a pair of surrogates is behind it."""
        return offset if self._at is None else bisect_left(self._at, offset)
