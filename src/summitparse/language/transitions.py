"""The parser's way through a text (arc-eager, greedy), with numpy between its transitions.

spaCy's own loop lets go of Python's lock around everything and takes it again after each small sum, to see whether it
raised: with the builds of today a third of the parser's time. Here a step scores the states of all texts at once, and
spaCy's compiled code moves each of them on: the same features, weights and transitions, and the same trees.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from types import SimpleNamespace
from typing import Any

from summitparse.language.matrix import ROWS, STATES


class GreedyParser:
    """A spaCy parser's component, asked in steps: a tree for each `Doc`, which has its vectors.

    The last rows of a product are filled up, so that a row is the same in any company (see `matrix`).
    """

    def __init__(self, parser: Any) -> None:
        self.name = parser.name
        self.labels = parser.labels
        self.model = parser.model
        self._parser = parser
        self._weights = _Weights(parser.model)

    def pipe(self, docs: Iterable[Any], *, batch_size: int) -> Iterator[Any]:
        """The docs in order, each with its tree, `batch_size` of them at a time."""
        rest = iter(docs)
        while batch := list(islice(rest, batch_size)):
            if any(len(doc) for doc in batch):
                self._parser.set_annotations(batch, self._states(batch))
            yield from batch

    def _states(self, docs: Sequence[Any]) -> list[Any]:
        """A final state a doc."""
        import numpy as np
        from spacy.ml.parser_model import ParserStepModel

        parser, weights = self._parser, self._weights
        states = parser.moves.init_batch(docs)
        active = [state for state in states if not state.is_final()]
        features, width = weights.features, len(weights.bias)
        half = width // 2
        step = SimpleNamespace(state2vec=SimpleNamespace(nF=features))  # what is asked of spaCy's own step
        added = weights.added(np.concatenate([doc.tensor for doc in docs]))
        places = np.arange(features) + features
        rows = len(active) + -len(active) % STATES
        gathered = np.empty((len(active) * features, width), dtype=np.float32)
        sums = np.empty((len(active), width), dtype=np.float32)
        hidden = np.zeros((rows, half), dtype=np.float32)
        scores = np.empty((rows, len(weights.offset)), dtype=np.float32)
        while active:
            count = len(active)
            asked = ParserStepModel.get_token_ids(step, active) * features
            asked += places
            part, summed, found = gathered[: count * features], sums[:count], scores[:count]
            added.take(asked.ravel(), axis=0, out=part, mode="clip")
            np.add.reduce(part.reshape(count, features, width), axis=1, out=summed)
            summed += weights.bias
            np.maximum(summed[:, :half], summed[:, half:], out=hidden[:count])
            for start in range(0, count, STATES):
                np.matmul(hidden[start : start + STATES], weights.upper, out=scores[start : start + STATES])
            found += weights.offset
            active = parser.transition_states(active, found)
        return list(states)


class _Weights:
    """The parser's weights as numpy multiplies them fastest; the two sums that the larger is taken of stand apart."""

    def __init__(self, model: Any) -> None:
        import numpy as np

        [linear] = [layer for layer in model.get_ref("tok2vec").walk() if layer.name == "linear"]
        lower, upper = model.get_ref("lower"), model.get_ref("upper")
        self.linear, self.linear_bias = np.ascontiguousarray(linear.get_param("W").T), linear.get_param("b")
        parts = lower.get_param("W").transpose(0, 2, 1, 3)  # place, of the two sums which, which feature, of what
        self.features = parts.shape[0]
        self.lower = np.ascontiguousarray(parts.reshape(-1, parts.shape[-1]).T)
        self.pad = lower.get_param("pad").transpose(0, 1, 3, 2).reshape(-1)
        self.bias = lower.get_param("b").T.reshape(-1)
        self.upper, self.offset = np.ascontiguousarray(upper.get_param("W").T), upper.get_param("b")

    def added(self, vectors: Any) -> Any:
        """What each token adds to a state in each of its places; the first rows stand for no token there."""
        import numpy as np

        size = len(vectors) + -len(vectors) % ROWS
        found = np.empty((1 + size, self.lower.shape[1]), dtype=np.float32)
        found[0] = self.pad
        words = np.zeros((ROWS, vectors.shape[1]), dtype=np.float32)
        inner = np.empty((ROWS, self.linear.shape[1]), dtype=np.float32)
        for start in range(0, size, ROWS):
            part = vectors[start : start + ROWS]
            words[: len(part)] = part
            np.matmul(words, self.linear, out=inner)
            np.add(inner, self.linear_bias, out=inner)
            np.matmul(inner, self.lower, out=found[1 + start : 1 + start + ROWS])
        return found.reshape(-1, len(self.bias))
