"""What a figure measures and for which period, from the syntax around it."""

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from summitparse.figures.counted import named_by_measure, recount
from summitparse.figures.elided import elided_units
from summitparse.figures.entities import entity_of
from summitparse.figures.measure import Measures
from summitparse.figures.period import Periods
from summitparse.findings import FigureFinding, Notice, TimeFindings
from summitparse.language.parse import Parse
from summitparse.layout import Layout


class LinkedFigures(NamedTuple):
    """Figures with `measure` and `period`, and a notice for each whose unit or scale the text leaves out."""

    figures: tuple[FigureFinding, ...]
    notices: tuple[Notice, ...] = ()


def link_figures(
    figures: Sequence[FigureFinding], *, layout: Layout, parse: Parse | None, times: TimeFindings
) -> LinkedFigures:
    """The figures with what they measure and the period that they are for; with no parse they stay as they are."""
    notices = elided_units(figures, layout.clean)
    if parse is None or not parse.tokens:
        return LinkedFigures(tuple(figures), notices)
    counted = [recount(figure, layout.clean, parse) for figure in figures]
    measures, periods = Measures(parse, counted, times), Periods(parse, times, counted)
    linked = []
    for place, figure in enumerate(counted):
        if figure.kind in ("ordinal", "rank"):
            linked.append(figure)
            continue
        measure = periods.times.trim(measures.measure(place), layout.clean)
        entity = entity_of(measures.phrases, figure, measure, layout.clean) if measure else None
        found = replace(figure, measure=measure, entity=entity, period=periods.period(figure))
        linked.append(named_by_measure(found, linked, layout.clean, parse))
    return LinkedFigures(tuple(linked), notices)
