"""Each named reading has a sentence in which its answer is chosen, and chances are chances."""

import pytest

from summitparse.dates import find_dates
from summitparse.figures import find_figures
from summitparse.figures.counted import recount
from summitparse.figures.entities import entity_of
from summitparse.figures.measure import Measures
from summitparse.figures.measure_ranker import LEAST_SURE, RankedMeasure, rank
from summitparse.language.model import analyse
from summitparse.layout import find_layout

# The reading, a sentence, which of its figures, and the words that the reading answers with.
CHOSEN = [
    ("climb", "Bilateral trade reached $9 billion.", 0, "Bilateral trade"),
    ("following", "The sides opened a $1 billion energy fund.", 0, "energy fund"),
    ("of", "The ports handled 110 million tonnes of freight.", 0, "freight"),
    ("in-or-worth", "The bank, which holds $48 billion in assets, was founded in 1990.", 0, "assets"),
    ("ranging", "The region received a grant worth $5 million.", 0, "grant"),
    ("compared", "The ministry plans to add 1.4 GW of capacity by 2029, up from 600 MW in 2024.", 1, "capacity"),
    ("gapped", "Imports rose to $5 billion, exports to $7 billion.", 1, "exports"),
    ("listed", "The act gives $10 million to widen roads; $50 million for rural ports.", 1, "rural ports"),
    ("measured-of", "The plant will enable the production of eight million 250ml bottles of soap.", 0, "production"),
    ("increased", "$43 million for rural schools, an increase of $4 million, to help towns.", 1, "rural schools"),
    ("bare", "In the north: Kospa -0.8% Nikka +0.5%.", 0, "Kospa"),
    ("converted", "They gave a $5 million (€4 million) “recovery package”.", 1, "recovery package"),
    ("part-of", "The plan costs $13 billion, of which $5 billion is private.", 1, "plan"),
    ("before-words", "A project in which three firms invest $6 billion will start.", 0, "project"),
    ("labelled", "Total cost: $5 million", 0, "Total cost"),
    ("owned", "She acted quickly, restructuring Norvik's 83 divisions.", 0, "Norvik"),
    ("parts", "The firm repaired 12 sections of the northern road.", 0, "northern road"),
]


def measures_of(text: str) -> Measures:
    layout = find_layout(text)
    parse = analyse([(layout.clean, layout.stretches())])[0]
    figures = find_figures(layout, times=find_dates(layout))
    return Measures(parse, [recount(figure, layout.clean, parse) for figure in figures])


def ranked(measures: Measures, place: int) -> list[RankedMeasure]:
    """The candidates of a figure once those before it have their measures."""
    for before in range(place):
        measures.measure(before)
    return rank(measures.phrases, place, measures.candidates(place))


@pytest.mark.parametrize(("reading", "text", "place", "words"), CHOSEN, ids=[row[0] for row in CHOSEN])
def test_a_reading_is_chosen(reading: str, text: str, place: int, words: str) -> None:
    best = max(ranked(measures_of(text), place), key=lambda found: found.chance)
    span = best.candidate.span
    assert (best.candidate.reading, text[span.start : span.end]) == (reading, words)
    assert LEAST_SURE <= best.chance <= 1


def test_no_measure_rather_than_a_near_noun() -> None:
    measures = measures_of("Canada will donate one million doses.")
    assert all(found.chance < LEAST_SURE for found in ranked(measures, 0))
    assert measures.measure(0) is None


@pytest.mark.parametrize(
    ("text", "entity"),
    [
        ("Norway's exports to Chile reached $5 million.", "Norway"),
        ("Norwegian exports to Chile reached $5 million.", "Norwegian"),
        ("The exports of Norway reached $5 million.", "Norway"),
        ("Norway pledged $5 million in aid.", "Norway"),
        ("Exports reached $5 million.", None),
    ],
)
def test_whose_property_it_is(text: str, entity: str | None) -> None:
    measures = measures_of(text)
    measure = measures.measure(0)
    assert measure is not None
    found = entity_of(measures.phrases, measures.phrases.figures[0], measure, text)
    assert (text[found.start : found.end] if found else None) == entity
