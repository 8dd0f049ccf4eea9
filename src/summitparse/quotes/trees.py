"""Gradient-boosted regression trees as plain arrays: loaded without pickle, scored with numpy."""

from typing import Any

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]


class Trees:
    """An ensemble. `feature`, `threshold`, `low`, `high` and `value` hold the nodes of all trees one after another; a
    leaf is its own child. A row goes to `low` where its feature is at most the threshold."""

    def __init__(self, arrays: dict[str, NDArray[Any]]) -> None:
        # What indexes an array is as wide as numpy's own indices, so that it need not be widened at each step.
        self.roots = arrays["roots"].astype(np.intp)
        self.feature = arrays["feature"].astype(np.intp)
        self.threshold = arrays["threshold"].astype(np.float32)
        children = np.empty(2 * len(self.feature), dtype=np.intp)
        children[0::2] = arrays["low"]
        children[1::2] = arrays["high"]
        self.children = children
        self.value = arrays["value"].astype(np.float32)
        self.base = float(arrays["base"])
        self.depth = int(arrays["depth"])

    def score(self, rows: Floats) -> Floats:
        """The sum of the trees for each row (log-odds of a classifier, the value itself of a regression)."""
        count, width = rows.shape
        out = np.empty(count, dtype=np.float32)
        for begin in range(0, count, 512):  # keeps the intermediate arrays in the cache
            part = rows[begin : begin + 512]
            flat = np.ascontiguousarray(part).ravel()
            offset = (np.arange(len(part), dtype=np.intp) * width)[:, None]
            node = np.broadcast_to(self.roots, (len(part), len(self.roots)))
            for _ in range(self.depth):
                above = flat.take(offset + self.feature.take(node)) > self.threshold.take(node)
                node = self.children.take(2 * node + above)
            out[begin : begin + 512] = self.value.take(node).sum(axis=1)
        return out + np.float32(self.base)


def logistic(score: Floats) -> Floats:
    return np.asarray(1 / (1 + np.exp(-np.clip(score, -30, 30))), dtype=np.float32)
