"""Figures whose unit or scale the text leaves out: "$9 billion … Today it amounts to $35.5"."""

import itertools
from collections.abc import Sequence

from summitparse.findings import FigureFinding, Notice

_PER = (" per ", " a ", " an ", "/", " each", "-a-", " for ")

# How far apart two figures are that a reader compares.
REACH = 400


def elided_units(figures: Sequence[FigureFinding], text: str) -> tuple[Notice, ...]:
    """A notice for each amount of a few units right behind one of millions or more in the same currency."""
    notices = []
    for earlier, figure in itertools.pairwise(figures):
        if (earlier.kind, earlier.unit) != ("money", figure.unit) or figure.kind != "money":
            continue
        if figure.span.start - earlier.span.end > REACH or "\n" in text[earlier.span.end : figure.span.start]:
            continue
        # "$35 a barrel" is complete as it is
        priced = text[figure.span.end : figure.span.end + 12].lower().startswith(_PER)
        if abs(earlier.value) >= 1_000_000 and 0 < abs(figure.value) < 1000 and not priced:
            words = text[figure.span.start : figure.span.end]
            message = f"“{words}” may leave out a scale word that stands earlier in the text; its value is as written."
            notices.append(Notice("elided-unit", message, figure.span))
    return tuple(notices)
