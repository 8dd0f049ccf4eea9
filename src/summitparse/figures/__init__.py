"""Figures: amounts, percentages, quantities, counts, ages, ranks, ratios and numberings of events."""

from summitparse.figures.assumed import assumed_currencies
from summitparse.figures.find import find_figures
from summitparse.figures.link import LinkedFigures, link_figures

__all__ = ["LinkedFigures", "assumed_currencies", "find_figures", "link_figures"]
