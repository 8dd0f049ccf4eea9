"""Figures from text, without a parser."""

from summitparse.findings import FigureFinding, TimeFindings
from summitparse.layout import Layout


def find_figures(text: str | Layout, *, times: TimeFindings | None = None) -> tuple[FigureFinding, ...]:
    """All figures in text order."""
    return ()
