"""What a figure measures and for which period, from the syntax around it."""

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from summitparse.figures.counted import named_by_measure, ranked, recount
from summitparse.figures.elided import elided_units
from summitparse.figures.entities import entity_of
from summitparse.figures.measure import Measures
from summitparse.figures.period import Periods
from summitparse.findings import FigureFinding, Notice, TimeFindings
from summitparse.language.parse import Parse
from summitparse.layout import Layout
from summitparse.rules import weigh
from summitparse.text.tables import Cells

_NUMBERINGS = ("ordinal", "rank")


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
    cells = Cells(layout.text, layout.clean)
    counted = [ranked(recount(figure, layout.clean, parse), layout.clean, parse) for figure in figures]
    measures, periods = Measures(parse, counted, times), Periods(parse, times, counted)
    linked = []
    for place, figure in enumerate(counted):
        if figure.kind in _NUMBERINGS:
            linked.append(figure)
            continue
        heads = cells.heads(figure.number) if figure.measure else ()
        measure = figure.measure or periods.times.trim(measures.measure(place), layout.clean)
        if figure.measure:
            weigh("measure.head", figure.measure, of=figure.span)
        owners = (
            head.words for head in heads if measure and not head.words.overlaps(measure) and not cells.is_year(head)
        )
        entity = next(owners, None) if heads else None
        if measure and not heads:
            entity = entity_of(measures.phrases, figure, measure, layout.clean)
        period = cells.period(heads, times) or periods.period(figure)
        found = replace(figure, measure=measure, entity=entity, period=period)
        linked.append(named_by_measure(found, linked, layout.clean, parse))
    return LinkedFigures(tuple(linked), notices)
