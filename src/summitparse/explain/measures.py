"""The readings that answered for a figure's measure, the one that was taken and those that lost."""

from typing import NamedTuple

from summitparse.dates import find_dates
from summitparse.figures import find_figures
from summitparse.figures.counted import recount
from summitparse.figures.measure import Measures
from summitparse.figures.measure_ranker import LEAST_SURE, RankedMeasure, rank
from summitparse.language.parse import Parse
from summitparse.layout import Layout
from summitparse.records import Release


class Proposal(NamedTuple):
    """The words that a reading answered with, how likely they are what is measured, and whether they were taken."""

    reading: str
    words: str
    chance: float
    taken: bool


def proposals(layout: Layout, parse: Parse, release: Release) -> dict[int, list[Proposal]]:
    """The answers for the figures of a release by where they start, the likeliest first. Figures are read anew, in text
    order, for the measure of one may be that of the next."""
    times = find_dates(layout, reference=release.reference_date)
    counted = [recount(found, layout.clean, parse) for found in find_figures(layout, times=times)]
    measures, answers = Measures(parse, counted), {}
    for place, found in enumerate(counted):
        if found.kind not in ("ordinal", "rank"):
            ranked = sorted(rank(measures.phrases, place, measures.candidates(place)), key=lambda one: -one.chance)
            answers[found.span.start] = [_proposal(one, number, layout) for number, one in enumerate(ranked)]
        measures.measure(place)
    return answers


def _proposal(one: RankedMeasure, number: int, layout: Layout) -> Proposal:
    words = " ".join(layout.clean[one.candidate.span.start : one.candidate.span.end].split())
    return Proposal(one.candidate.reading, words, one.chance, number == 0 and one.chance >= LEAST_SURE)
