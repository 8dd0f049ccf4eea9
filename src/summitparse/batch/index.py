"""Where the lines of a journal stand, by key: sixteen bytes a line, so that millions fit."""

from array import array
from typing import Any


class Index:
    """Filled with `note`, asked with `places` after `close`."""

    def __init__(self) -> None:
        self._keys: Any = array("Q")
        self._places: Any = array("Q")

    def __len__(self) -> int:
        return len(self._keys)

    def note(self, key: bytes, place: int) -> None:
        self._keys.append(int.from_bytes(key[:8]))
        self._places.append(place)

    def close(self) -> None:
        import numpy as np

        keys = np.array(self._keys, dtype=np.uint64)
        order = np.argsort(keys, kind="stable")
        self._keys, self._places = keys[order], np.array(self._places, dtype=np.uint64)[order]

    def extend(self, more: "Index") -> None:
        """Takes in what another index, not yet closed, has noted."""
        import numpy as np

        self._keys = np.concatenate([self._keys, np.array(more._keys, dtype=np.uint64)])
        self._places = np.concatenate([self._places, np.array(more._places, dtype=np.uint64)])
        self.close()

    def places(self, key: bytes) -> list[int]:
        """Where lines of this key may stand, the earliest first; half of the key decides, so look at the line."""
        import numpy as np

        wanted = np.uint64(int.from_bytes(key[:8]))
        first = int(np.searchsorted(self._keys, wanted, side="left"))
        last = int(np.searchsorted(self._keys, wanted, side="right"))
        return [int(place) for place in self._places[first:last]]
