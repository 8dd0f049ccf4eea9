"""What a figure measures: the noun phrase that its number says something about, found on the syntax."""

from summitparse.figures.back import Back
from summitparse.figures.beside import Beside
from summitparse.figures.governing import Governing
from summitparse.figures.parallel import Parallel
from summitparse.figures.phrases import Phrases
from summitparse.findings import FigureFinding, Span
from summitparse.language.parse import Parse, Token


class Measures:
    """Finds measures of the figures of one release, in text order; those before help those behind."""

    def __init__(self, parse: Parse, figures: list[FigureFinding]) -> None:
        self.phrases = Phrases(parse, figures)
        self.beside = Beside(self.phrases)
        self.parallel = Parallel(self.phrases)
        self.back = Back(self.phrases)
        self.governing = Governing(self.phrases, self.back)

    def measure(self, place: int) -> Span | None:
        """The measure of figure number `place`; call it for one after the other."""
        top = self.phrases.top(self.phrases.figures[place])
        span = self._search(place, top) if top else None
        self.phrases.found[place] = span
        return span

    def _search(self, place: int, top: Token) -> Span | None:
        """The first answer, the surest question first."""
        figure = self.phrases.figures[place]
        if self.beside.stands_for(figure):
            return self.back.before(place)
        return (
            self.parallel.converted(place)
            or self.parallel.compared(place)
            or self.parallel.increased(place)
            or self.parallel.again(place)
            or self.parallel.part_of(place)
            or self.beside.labelled(figure)
            or self.beside.aged(figure)
            or self.parallel.gapped(place)
            or self.parallel.bare(place)
            or self.beside.parts(figure)
            or self.beside.owned(figure, top)
            or self.beside.following(figure)
            or self.beside.ranging(figure)
            or self.beside.flow(figure, top)
            or self.beside.long(figure)
            or self.beside.of(figure)
            or self.beside.measured_of(figure)
            or self.beside.in_or_worth(figure)
            or self.governing.objects.listed(place)
            or self.governing.climb(place, top, 0)
            or self.governing.before_words(place)
        )
