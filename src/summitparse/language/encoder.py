"""The layers of the English model that read a word between its neighbours, without thinc around each small step.

A block of rows goes through a whole layer while it is near the processor, and nothing is kept that only training
needs. The sums are thinc's own, in its order, so that not a bit of a vector differs.
"""

from collections.abc import Callable, Sequence
from typing import Any

# What one layer of the encoder is made of: a word with one neighbour on each side, the best of some sums, and the word.
LAYER = ["expand_window", "maxout", "layernorm", "dropout"]


def read_in_blocks(nlp: Any, rows: int) -> None:
    """Lets a spaCy pipeline's encoder, if its layers are of the usual kind, go through texts `rows` words at a time.

    A row of a product must not depend on the rows beside it (`matrix.use_numpy`).
    """
    if "tok2vec" not in nlp.pipe_names:
        return
    model = nlp.get_pipe("tok2vec").model
    encode = model.get_ref("encode") if model.has_ref("encode") else None
    if encode is None or not encode.name.startswith("with_array(residual("):
        return
    layers = [layer for layer in encode.layers[0].layers if layer.name.startswith("residual(")]
    parts = [[part for part in layer.walk(order="dfs_pre") if not part.layers] for layer in layers]
    if layers and all([part.name for part in inner] == LAYER for inner in parts):
        model.layers[1] = _encoder(encode, [_layer(inner[1], inner[2], rows) for inner in parts], rows)


def _encoder(encode: Any, layers: Sequence[Callable[[Any, Any], None]], rows: int) -> Any:
    import numpy as np
    from thinc.api import Model

    pad, width = encode.attrs["pad"], encode.get_dim("nO")

    def forward(model: Any, texts: Sequence[Any], is_train: bool) -> tuple[list[Any], Any]:
        starts = []
        end = 1 + pad  # a row of zeros stands before and behind all, and `pad` of them around each text
        for text in texts:
            starts.append(end)
            end += len(text) + pad
        size = end - 1 + (1 - end) % rows
        old, new = np.zeros((size + 2, width), dtype=np.float32), np.zeros((size + 2, width), dtype=np.float32)
        for start, text in zip(starts, texts, strict=True):
            old[start : start + len(text)] = text
        for layer in layers:
            layer(old, new)
            old, new = new, old
        return [old[start : start + len(text)].copy() for start, text in zip(starts, texts, strict=True)], _no_training

    return Model("encoder", forward, dims={"nO": width}, ops=encode.ops)


def _no_training(gradient: Any) -> list[Any]:
    return []


def _layer(maxout: Any, norm: Any, rows: int) -> Callable[[Any, Any], None]:
    """One layer, from the rows of one array to those of another; the first and the last row stay as they are."""
    import numpy as np
    from numpy.lib.stride_tricks import as_strided

    width, pieces, inner = maxout.get_dim("nO"), maxout.get_dim("nP"), maxout.get_dim("nI")
    # The sums that the best is taken of stand far apart, so that this is done for many words at once.
    weights = np.ascontiguousarray(maxout.get_param("W").transpose(1, 0, 2).reshape(width * pieces, inner).T)
    bias = np.ascontiguousarray(maxout.get_param("b").T).reshape(-1)
    scale, shift = norm.get_param("G"), norm.get_param("b")
    window = np.empty((rows, inner), dtype=np.float32)
    sums = np.empty((rows, width * pieces), dtype=np.float32)
    best, other = np.empty((rows, width), dtype=np.float32), np.empty((rows, width), dtype=np.float32)

    def layer(old: Any, new: Any) -> None:
        size = len(old) - 2
        around = as_strided(old, (size, inner), old.strides)
        for start in range(0, size, rows):
            np.copyto(window, around[start : start + rows])
            np.matmul(window, weights, out=sums)
            np.add(sums, bias, out=sums)
            np.maximum(sums[:, :width], sums[:, width : 2 * width], out=best)
            for piece in range(2, pieces):
                np.maximum(best, sums[:, piece * width : (piece + 1) * width], out=best)
            np.subtract(best, np.add.reduce(best, axis=1, keepdims=True) / np.float32(width), out=best)
            np.multiply(best, best, out=other)
            variance = np.add.reduce(other, axis=1, keepdims=True) / np.float32(width)
            variance += np.float32(1e-08)
            np.multiply(best, variance ** (-1.0 / 2.0), out=best)
            np.multiply(best, scale, out=best)
            np.add(best, shift, out=best)
            np.add(best, old[start + 1 : start + 1 + rows], out=new[start + 1 : start + 1 + rows])

    return layer
