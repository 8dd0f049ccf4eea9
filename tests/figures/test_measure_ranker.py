"""Chances are chances, and no measure is given rather than a near noun. Examples of readings: tests/rules."""

import pytest

from summitparse.dates import find_dates
from summitparse.figures import find_figures
from summitparse.figures.counted import recount
from summitparse.figures.entities import entity_of
from summitparse.figures.measure import Measures
from summitparse.figures.measure_proposals import NEAREST, READINGS
from summitparse.figures.measure_ranker import LEAST_SURE, RankedMeasure, rank
from summitparse.language.model import analyse
from summitparse.layout import find_layout


def measures_of(text: str) -> Measures:
    layout = find_layout(text)
    parse = analyse([(layout.clean, layout.stretches())])[0]
    times = find_dates(layout)
    figures = find_figures(layout, times=times)
    return Measures(parse, [recount(figure, layout.clean, parse) for figure in figures], times)


def ranked(measures: Measures, place: int) -> list[RankedMeasure]:
    """The proposals for a figure once those before it have their measures."""
    for before in range(place):
        measures.measure(before)
    return rank(measures.phrases, place, measures.proposals.of(place))


def test_chances_are_of_one_answer() -> None:
    found = ranked(measures_of("Exports of fish to Peru rose by 12 percent to $2.3 billion."), 1)
    assert len(found) > 1 and all(one.chance > 0 for one in found)
    assert sum(one.chance for one in found) < 1


def test_readings_are_named_and_each_phrase_is_proposed_once() -> None:
    measures = measures_of("They gave a $5 million (€4 million) loan. Its cost: $2 million.")
    for place in range(3):
        found = measures.proposals.of(place)
        assert len({one.span for one in found}) == len(found)
        assert {reading for one in found for reading in one.readings} <= set(READINGS)
        measures.measure(place)


def test_asking_twice_gives_the_same() -> None:
    measures = measures_of("Exports reached $5 million, up from $4 million. They may reach $6 million.")
    first = [measures.measure(place) for place in range(3)]
    assert [measures.measure(place) for place in range(3)] == first


def test_what_a_noun_is_proposed_as_in_a_long_sentence_is_bounded() -> None:
    text = "The port of " + " and the port of ".join(["Lima"] * 60) + " cost $5 million."
    assert len(measures_of(text).proposals.of(0)) <= 2 * NEAREST + 3


def test_a_verb_has_what_no_noun_phrase_leaves() -> None:
    found = ranked(measures_of("In the attack at least 23 people were killed."), 0)
    told = next(one for one in found if one.proposal.governs)
    assert told.proposal.readings == ("governing",)
    assert told.chance <= 1 - sum(one.chance for one in found if not one.proposal.governs)


def test_an_age_has_no_verb() -> None:
    assert not any(one.governs for one in measures_of("A son, aged 14, was found.").proposals.of(0))


def test_what_is_projected_is_measured_and_who_projects_is_not() -> None:
    passive, active = (
        measures_of(text).proposals.of(0)
        for text in ("Output is projected to rise to 300 tonnes.", "The council projects 300 tonnes.")
    )
    assert ["subject" in one.readings for one in passive if not one.governs] == [True]
    assert not any("subject" in one.readings for one in active)


def test_whose_a_verb_is() -> None:
    measures = measures_of("Chilean firms have invested $5 million.")
    told = next(one for one in measures.proposals.of(0) if one.governs)
    found = entity_of(measures.phrases, measures.phrases.figures[0], told.span, "")
    assert found is not None and (found.start, found.end) == (0, len("Chilean firms"))


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
        ("Trade between Norway and Chile reached $5 million.", "Norway and Chile"),
        ("Trade between the two countries reached $5 million.", "two countries"),
        ("Exports reached $5 million.", None),
    ],
)
def test_whose_property_it_is(text: str, entity: str | None) -> None:
    measures = measures_of(text)
    measure = measures.measure(0)
    assert measure is not None
    found = entity_of(measures.phrases, measures.phrases.figures[0], measure, text)
    assert (text[found.start : found.end] if found else None) == entity
