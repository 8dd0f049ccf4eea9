"""The parser's way through a text (arc-eager, greedy), with numpy between its transitions.

spaCy's own loop lets go of Python's lock around everything and takes it again after each small sum, to see whether it
raised: with the builds of today a third of the parser's time. Here a step scores the states of all texts at once, and
spaCy's compiled code moves each of them on: the same features, weights and transitions, and the same trees.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from types import SimpleNamespace
from typing import Any

# States that are scored in one product; the last ones are filled up, so that a state's scores are the same in any
# company (see `matrix`).
ROWS = 48


class GreedyParser:
    """A spaCy parser's component, asked in steps: a tree for each `Doc`."""

    def __init__(self, parser: Any) -> None:
        self.name = parser.name
        self.labels = parser.labels
        self.model = parser.model
        self._parser = parser

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

        parser, lower, upper = self._parser, self.model.get_ref("lower"), self.model.get_ref("upper")
        states = parser.moves.init_batch(docs)
        active = [state for state in states if not state.is_final()]
        features, width = lower.get_dim("nF"), lower.get_dim("nO") * lower.get_dim("nP")
        vectors = self.model.get_ref("tok2vec").predict(docs)
        step = SimpleNamespace(state2vec=SimpleNamespace(nF=features))  # what is asked of spaCy's own step
        # What each token adds to a state in each of its places; the first row stands for no token there.
        added = lower.predict(vectors).reshape(-1, width)
        places = np.arange(features)[:, None] + features
        bias, weights, offset = lower.get_param("b").reshape(-1), upper.get_param("W").T, upper.get_param("b")
        rows = len(active) + -len(active) % ROWS
        gathered = np.empty((features * len(active), width), dtype=np.float32)
        hidden = np.zeros((rows, weights.shape[0]), dtype=np.float32)
        scores = np.empty((rows, weights.shape[1]), dtype=np.float32)
        while active:
            count = len(active)
            asked = ParserStepModel.get_token_ids(step, active).T * features + places
            part = gathered[: features * count]
            added.take(asked.ravel(), axis=0, out=part, mode="clip")
            summed = np.add.reduce(part.reshape(features, count, width), axis=0)
            summed += bias
            np.maximum(summed[:, 0::2], summed[:, 1::2], out=hidden[:count])
            for start in range(0, count, ROWS):
                np.matmul(hidden[start : start + ROWS], weights, out=scores[start : start + ROWS])
            scores[:count] += offset
            active = parser.transition_states(active, scores[:count])
        return list(states)
