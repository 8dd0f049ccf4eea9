"""The first layer of the English model, asked once for each word and not once for each token.

What it makes of a token depends on a few features of its own (norm, first and last letters, shape, a space behind it)
and not on its neighbours, and its products are a quarter of the model's.
"""

from collections.abc import Sequence
from typing import Any

# Words that are remembered, 400 bytes each: a release has some hundreds, a worker may see millions.
MOST_KNOWN = 20_000
_ODD = 0x9E3779B97F4A7C15


def remember_words(nlp: Any) -> None:
    """Lets a spaCy pipeline remember what its first layer makes of a word, if that is of hash embeddings alone.

    A row of a product must not depend on the rows beside it (`matrix.use_numpy`).
    """
    if "tok2vec" not in nlp.pipe_names:
        return
    model = nlp.get_pipe("tok2vec").model
    embed = model.get_ref("embed") if model.has_ref("embed") else None
    if embed is not None and [layer.name.partition("(")[0] for layer in embed.layers] == [
        "extract_features",
        "list2ragged",
        "with_array",
        "with_array",
        "ragged2list",
    ]:
        model.layers[0] = _remembering(embed)


def _remembering(embed: Any) -> Any:
    import numpy as np
    from thinc.api import Model

    extract, _, look_up, mix, _ = embed.layers
    columns = extract.attrs["columns"]
    factors = np.array([pow(_ODD, power, 2**64) for power in range(1, len(columns) + 1)], dtype=np.uint64)
    known: dict[int, int] = {}
    table = np.empty((0, embed.get_dim("nO") if embed.has_dim("nO") else mix.get_dim("nO")), dtype=np.float32)

    def forward(model: Any, docs: Sequence[Any], is_train: bool) -> tuple[list[Any], Any]:
        nonlocal table
        features = np.concatenate([doc.to_array(columns) for doc in docs])
        keys = (features * factors).sum(axis=1).tolist()
        if len(known) > MOST_KNOWN:
            known.clear()
        first = {key: place for place, key in enumerate(keys) if key not in known}
        if first:
            vectors = mix.predict(look_up.predict(features[list(first.values())]))
            begin, end = len(known), len(known) + len(first)
            if end > len(table):  # all at once: what is not written yet takes no memory
                longer = np.empty((max(end, MOST_KNOWN), table.shape[1]), dtype=table.dtype)
                longer[:begin] = table[:begin]
                table = longer
            table[begin:end] = vectors
            known.update(zip(first, range(begin, end), strict=True))
        rows = table[[known[key] for key in keys]]
        ends = np.cumsum([len(doc) for doc in docs])
        return np.split(rows, ends[:-1]), lambda gradient: []

    return Model("remembered_words", forward, dims={"nO": None}, ops=embed.ops)
