"""Which noun phrase a figure is said of: proposals scored by the weights of `models/figures`."""

from collections.abc import Sequence
from typing import NamedTuple

from summitparse.figures.measure_features import features
from summitparse.figures.measure_proposals import Proposal
from summitparse.figures.phrases import Phrases
from summitparse.ranking.linear import chances_of_one, shipped_model

# A proposal less likely than this is not taken: no measure rather than a near noun. Chosen on services left out.
LEAST_SURE = 0.25


class RankedMeasure(NamedTuple):
    """A proposal and how likely it is what the figure measures, from 0 to 1; of one figure they add up to 1 at most."""

    proposal: Proposal
    chance: float


def rank(phrases: Phrases, place: int, proposals: Sequence[Proposal]) -> list[RankedMeasure]:
    """The proposals for figure number `place` with their chances, in their order."""
    model = shipped_model("figures")
    shared, own = features(phrases, place, proposals)
    common = model.score(shared) - model.base
    chances = chances_of_one([common + model.score(values) for values in own])
    return [RankedMeasure(*pair) for pair in zip(proposals, chances, strict=True)]
