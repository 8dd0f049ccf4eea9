"""Which noun phrase a figure is said of: candidates scored by the weights of `models/figures`."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from summitparse.figures.measure_candidates import MeasureCandidate
from summitparse.figures.measure_features import features
from summitparse.figures.phrases import Phrases
from summitparse.ranking.linear import Linear
from summitparse.shipped import shipped

# A candidate less likely than this is not taken: no measure rather than a near noun. Chosen on services left out.
LEAST_SURE = 0.3


@dataclass(frozen=True, slots=True)
class RankedMeasure:
    """A candidate and how likely it is what the figure measures, from 0 to 1."""

    candidate: MeasureCandidate
    chance: float


@cache
def weights(name: str) -> Linear:
    """The weights of measures ("weights") or of "periods"; raises FileNotFoundError if the installation lacks them."""
    return Linear.read(shipped("models", "figures").joinpath(f"{name}.json"))


def rank(phrases: Phrases, place: int, candidates: Sequence[MeasureCandidate]) -> list[RankedMeasure]:
    """The candidates of figure number `place` with their chances, in their order."""
    model, named = weights("weights"), features(phrases, place, candidates)
    return [
        RankedMeasure(candidate, model.chance(model.score(values)))
        for candidate, values in zip(candidates, named, strict=False)
    ]
