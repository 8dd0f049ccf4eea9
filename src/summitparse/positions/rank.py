"""Which proposals are positions, and of which act: scores by the weights of `models/positions`."""

from collections.abc import Sequence
from dataclasses import dataclass

from summitparse.positions.features import Place, features_of
from summitparse.positions.propose import Proposal
from summitparse.ranking.linear import Linear

# A proposal less likely than this is none. Chosen on the training releases, by service.
LEAST_SURE = 0.35


@dataclass(frozen=True, slots=True)
class Candidate:
    """A proposal with its place and, once it is ranked, the score of the model and how likely it is right."""

    proposal: Proposal
    place: Place
    score: float = 0.0
    chance: float = 0.0


def rank(pairs: Sequence[tuple[Proposal, Place]], model: Linear) -> list[Candidate]:
    """The proposals with their scores."""
    out = []
    for proposal, place in pairs:
        score = model.score(features_of(proposal, place))
        out.append(Candidate(proposal, place, score, model.chance(score)))
    return out


def choose(candidates: Sequence[Candidate], least: float = LEAST_SURE) -> list[Candidate]:
    """The likeliest frame of each predicate (of each item that is listed below it), in text order. What stands in the
    object of one is no other."""
    best: dict[tuple[int, int], Candidate] = {}
    for candidate in candidates:
        proposal = candidate.proposal
        key = proposal.clause.head.i, proposal.object[0] if proposal.listed else -1
        if candidate.chance >= least and (key not in best or candidate.score > best[key].score):
            best[key] = candidate
    chosen: list[Candidate] = []
    taken: list[tuple[int, int]] = []
    for key in sorted(best):
        i, (first, last) = key[0], best[key].proposal.object
        taken = [*(other for other in taken[:-6] if other[1] >= i), *taken[-6:]]
        if any(a <= i <= b or (a, b) == (first, last) for a, b in taken):
            continue
        chosen.append(best[key])
        taken.append((first, last))
    return chosen
