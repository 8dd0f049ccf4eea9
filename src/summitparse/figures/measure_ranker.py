"""Which phrase a figure is said of: proposals scored by the weights of `models/figures`."""

from collections.abc import Sequence
from typing import NamedTuple

from summitparse.figures.measure_features import features
from summitparse.figures.measure_proposals import Proposal
from summitparse.figures.phrases import Phrases
from summitparse.ranking.linear import chances_of_one, shipped_model

# A proposal less likely than this is not taken: no measure rather than a near noun. Chosen on services left out.
LEAST_SURE = 0.2
# Of a verb more is asked, for every figure has one.
LEAST_SURE_OF_VERBS = 0.3


class RankedMeasure(NamedTuple):
    """A proposal and how likely it is what the figure measures, from 0 to 1; of one figure they add up to 1 at most."""

    proposal: Proposal
    chance: float

    @property
    def least(self) -> float:
        """How likely it must be to be taken."""
        return LEAST_SURE_OF_VERBS if self.proposal.governs else LEAST_SURE


def rank(phrases: Phrases, place: int, proposals: Sequence[Proposal]) -> list[RankedMeasure]:
    """The proposals for figure number `place` with their chances, in their order.

    First the noun phrases among each other and against none of them; the verb or adjective has a part, by a model of
    its own, of the chance that is left.
    """
    shared, own = features(phrases, place, proposals)
    nouns, predicates = shipped_model("figures"), shipped_model("figures", "predicates")
    common = nouns.score(shared) - nouns.base
    scores = [common + nouns.score(values) for one, values in zip(proposals, own, strict=True) if not one.governs]
    chances = chances_of_one(scores)
    left, of_nouns = 1 - sum(chances), iter(chances)
    return [
        RankedMeasure(
            one, left * predicates.chance(predicates.score(shared | values)) if one.governs else next(of_nouns)
        )
        for one, values in zip(proposals, own, strict=True)
    ]
