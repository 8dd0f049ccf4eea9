"""What a figure measures: the noun phrase that its number says something about, found on the syntax.

Named readings propose (`measure_proposals`), and a small model chooses one of what they propose, or nothing.
"""

from summitparse.figures.measure_proposals import Proposals
from summitparse.figures.measure_ranker import rank
from summitparse.figures.phrases import Phrases
from summitparse.findings import FigureFinding, Span, TimeFindings
from summitparse.language.parse import Parse
from summitparse.rules import weigh


class Measures:
    """Finds measures of the figures of one release, in text order; those before help those behind."""

    def __init__(self, parse: Parse, figures: list[FigureFinding], times: TimeFindings) -> None:
        self.phrases = Phrases(parse, figures, times)
        self.proposals = Proposals(self.phrases)

    def measure(self, place: int) -> Span | None:
        """The measure of figure number `place`, or None; figures are asked in text order."""
        ranked = rank(self.phrases, place, self.proposals.of(place))
        best = max(ranked, key=lambda one: one.chance, default=None)
        span = best.proposal.span if best is not None and best.chance >= best.least else None
        for one in ranked:
            lost = "" if span and one is best else f"less sure than {one.least}" if one is best else "less likely"
            rule, of = f"measure.{one.proposal.readings[0]}", self.phrases.figures[place].span
            weigh(rule, one.proposal.span, lost, chance=one.chance, of=of)
        self.proposals.found[place] = span
        return span
