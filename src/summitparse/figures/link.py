"""What a figure measures and for which period, from the syntax around it."""

from collections.abc import Sequence
from typing import NamedTuple

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
    """The figures with what they measure and the period that they are for."""
    return LinkedFigures(tuple(figures))
