"""Which time expression a figure is for: named readings propose, a small model takes the likeliest, or none."""

from collections.abc import Sequence
from typing import NamedTuple

from summitparse.figures.period_features import Relations
from summitparse.figures.period_times import Time, Times
from summitparse.findings import FigureFinding, PeriodRef, Span, TimeFindings
from summitparse.language.parse import Parse
from summitparse.ranking.linear import shipped_model
from summitparse.rules import weigh

_WITH_PERIOD = ("money", "percent", "quantity", "count")

# A time less likely than this is not taken. Chosen on services left out.
LEAST_SURE = 0.3
# So many figures of a sentence are looked at for what is said of them together, and so many times.
_MOST = 40
# More characters than a blank line stand between two items of a list.
_NEXT_BLOCK = 2
# Between the members of a list.
_LISTS = {(",",), ("and",), (",", "and"), ("or",)}


class RankedTime(NamedTuple):
    """A time that the figure may be for, the reading that proposes it, and how likely it is."""

    time: Time
    reading: str
    chance: float


class Periods:
    """The periods of the figures of one release."""

    def __init__(self, parse: Parse, times: TimeFindings, figures: Sequence[FigureFinding]) -> None:
        self.parse = parse
        self.times = Times(parse, times, figures)
        self.figures: dict[int, list[FigureFinding]] = {}
        for figure in figures:
            sentence = parse.sentence_at(figure.number.start)
            if sentence is not None and len(beside := self.figures.setdefault(sentence, [])) < _MOST:
                beside.append(figure)

    def period(self, figure: FigureFinding) -> PeriodRef | None:
        """What the figure is for, or None."""
        ranked = self.ranked(figure)
        best = max(ranked, key=lambda one: one.chance, default=None)
        for one in ranked:
            sure = one.chance >= LEAST_SURE
            lost = ("" if sure else f"less sure than {LEAST_SURE}") if one is best else "less likely"
            weigh(f"period.{one.reading}", one.time.span, lost, chance=one.chance, of=figure.span)
        return best.time.ref if best is not None and best.chance >= LEAST_SURE else None

    def ranked(self, figure: FigureFinding) -> list[RankedTime]:
        """The times of the figure's sentence and those of the one before, with their chances."""
        relations = self.relations(figure)
        if relations is None:
            return []
        respective = self._respective(figure, relations)
        if respective is not None:
            return [RankedTime(respective, "respective", 1.0)]
        model = shipped_model("figures", "periods")
        return [
            RankedTime(time, relations.readings(time)[0], model.chance(model.score(relations.features(time))))
            for time in self.candidates(relations)
        ]

    def relations(self, figure: FigureFinding) -> Relations | None:
        """The figure among the figures and times of its sentence."""
        sentence = self.parse.sentence_at(figure.number.start)
        return None if sentence is None else Relations(self.times, figure, self.figures.get(sentence, []), sentence)

    def candidates(self, relations: Relations) -> list[Time]:
        """The times of the sentence; where it has none, those of the sentence before that name calendar days."""
        own = [time for time in relations.own[:_MOST] if not relations.labels_another(time)]
        if own or not relations.sentence or relations.figure.kind not in _WITH_PERIOD:
            return own
        first = self.parse.tokens[self.parse.sentences[relations.sentence][0]]
        if first.start - self.parse.tokens[first.i - 1].end > _NEXT_BLOCK:
            return []  # another item of a list
        return [time for time in self.times.of(relations.sentence - 1)[:_MOST] if time.dated]

    def _respective(self, figure: FigureFinding, relations: Relations) -> Time | None:
        """ "5 %, 4 % and 3 % in January, February and March": as many times in a list as figures in another one."""
        figures = self._list_with(figure.span, [f.span for f in relations.beside if f.kind == figure.kind])
        own = sorted(relations.own, key=lambda time: time.span.start)
        for time in own if len(figures) > 1 else ():
            times = self._list_with(time.span, [other.span for other in own])
            if len(times) == len(figures):
                return next(other for other in own if other.span == times[figures.index(figure.span)])
        return None

    def _list_with(self, member: Span, spans: Sequence[Span]) -> list[Span]:
        """The spans in text order that make a list with the member, nothing but commas and "and" between them."""
        runs: list[list[Span]] = []
        for span in spans:
            joined = runs and self._gap(runs[-1][-1], span) in _LISTS
            runs[-1].append(span) if joined else runs.append([span])
        return next((run for run in runs if member in run), [])

    def _gap(self, one: Span, other: Span) -> tuple[str, ...]:
        return tuple(token.lower for token in self.parse.within(Span(one.end, max(one.end, other.start))))
