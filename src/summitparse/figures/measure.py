"""What a figure measures: the noun phrase that its number says something about, found on the syntax.

Named readings propose, and a small model chooses among what they answer, or nothing (`measure_ranker`).
"""

from collections.abc import Callable

from summitparse.figures.back import Back
from summitparse.figures.beside import Beside
from summitparse.figures.governing import Governing
from summitparse.figures.measure_candidates import MeasureCandidate, candidate_of
from summitparse.figures.measure_ranker import LEAST_SURE, RankedMeasure, rank
from summitparse.figures.parallel import Parallel
from summitparse.figures.phrases import Phrases
from summitparse.findings import FigureFinding, Span
from summitparse.language.parse import Parse, Token
from summitparse.rules import weigh


class Measures:
    """Finds measures of the figures of one release, in text order; those before help those behind."""

    def __init__(self, parse: Parse, figures: list[FigureFinding]) -> None:
        self.phrases = Phrases(parse, figures)
        self.beside = Beside(self.phrases)
        self.parallel = Parallel(self.phrases)
        self.back = Back(self.phrases)
        self.governing = Governing(self.phrases, self.back)

    def measure(self, place: int) -> Span | None:
        """The measure of figure number `place`, or None; figures are asked in text order."""
        ranked = rank(self.phrases, place, self.candidates(place))
        best = max(ranked, key=lambda one: one.chance, default=None)
        span = best.candidate.span if best is not None and best.chance >= LEAST_SURE else None
        for one in ranked:
            lost = "" if span and one is best else f"less sure than {LEAST_SURE}" if one is best else "less likely"
            self._note(place, one, lost)
        self.phrases.found[place] = span
        return span

    def _note(self, place: int, one: RankedMeasure, lost: str) -> None:
        candidate, figure = one.candidate, self.phrases.figures[place]
        weigh(f"measure.{candidate.reading}", candidate.span, lost, chance=one.chance, of=figure.span)

    def candidates(self, place: int) -> list[MeasureCandidate]:
        """What the named readings answer, each noun phrase once, the surest reading first."""
        figure = self.phrases.figures[place]
        top = self.phrases.top(figure)
        if top is None:
            return []
        if self.beside.stands_for(figure):
            span = self.back.before(place)
            return [candidate_of(self.phrases, span, "stands-for", 0)] if span else []
        found: dict[Span, MeasureCandidate] = {}
        for name, read in self.readings(place, top):
            span = read()
            if span is not None and span not in found:
                found[span] = candidate_of(self.phrases, span, name, len(found))
        return list(found.values())

    def readings(self, place: int, top: Token) -> tuple[tuple[str, Callable[[], Span | None]], ...]:
        """The named readings in the order in which they are asked."""
        figure, beside, parallel, governing = self.phrases.figures[place], self.beside, self.parallel, self.governing
        return (
            ("converted", lambda: parallel.converted(place)),
            ("compared", lambda: parallel.compared(place)),
            ("increased", lambda: parallel.increased(place)),
            ("part-of", lambda: parallel.part_of(place)),
            ("labelled", lambda: beside.labelled(figure)),
            ("gapped", lambda: parallel.gapped(place)),
            ("bare", lambda: parallel.bare(place)),
            ("parts", lambda: beside.parts(figure)),
            ("owned", lambda: beside.owned(figure, top)),
            ("following", lambda: beside.following(figure)),
            ("ranging", lambda: beside.ranging(figure)),
            ("flow", lambda: beside.flow(figure, top)),
            ("of", lambda: beside.of(figure)),
            ("measured-of", lambda: beside.measured_of(figure)),
            ("in-or-worth", lambda: beside.in_or_worth(figure)),
            ("listed", lambda: governing.objects.listed(place)),
            ("climb", lambda: governing.climb(place, top, 0)),
            ("before-words", lambda: governing.before_words(place)),
        )
