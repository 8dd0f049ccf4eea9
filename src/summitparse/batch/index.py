"""Where the lines of a journal stand, by key: 32 or 64 bytes a line, so that millions fit."""

from array import array
from bisect import bisect_left
from collections.abc import Iterable


class Index:
    """Filled with `note`, asked with `find` after `close`."""

    def __init__(self) -> None:
        # Both halves of a key, place and length: the rows that they make are sorted by the first.
        self._columns = [array("Q") for _ in range(4)]

    def __len__(self) -> int:
        return len(self._columns[0])

    def note(self, keys: Iterable[bytes], place: int, length: int) -> None:
        for key in keys:
            for column, value in zip(self._columns, (*_halves(key), place, length), strict=True):
                column.append(value)

    def close(self) -> None:
        if not self:
            return
        import numpy as np

        order = np.argsort(np.frombuffer(self._columns[0], np.uint64), kind="stable")
        # Arrays again: numbers of numpy's take longer to look up one by one.
        self._columns = [array("Q", np.frombuffer(column, np.uint64)[order].tobytes()) for column in self._columns]

    def extend(self, more: "Index") -> None:
        """Takes in what another index, not yet closed, has noted."""
        for column, added in zip(self._columns, more._columns, strict=True):
            column.extend(added)
        self.close()

    def find(self, key: bytes) -> tuple[int, int] | None:
        """Place and length of the first line of this key."""
        firsts, seconds, places, lengths = self._columns
        first, second = _halves(key)
        row = bisect_left(firsts, first)
        while row < len(firsts) and firsts[row] == first:
            if seconds[row] == second:
                return places[row], lengths[row]
            row += 1
        return None


def _halves(key: bytes) -> tuple[int, int]:
    return int.from_bytes(key[:8]), int.from_bytes(key[8:16])
