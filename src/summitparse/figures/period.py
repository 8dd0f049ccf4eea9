"""Which time expression a figure is for: one of its own clause, else of its sentence, else of the sentence before."""

from summitparse.figures.phrases import measure_words
from summitparse.findings import FigureFinding, PeriodRef, Span, TimeFindings
from summitparse.language.parse import Parse


class Periods:
    """Time expressions by sentence and by the verb that governs them."""

    def __init__(self, parse: Parse, times: TimeFindings) -> None:
        self.parse = parse
        self.by_sentence: dict[int, list[tuple[Span, PeriodRef, int | None]]] = {}
        taken = [found.span for found in times.ranges if found.begin is not None and found.end is not None]
        for index, found in enumerate(times.ranges):
            if found.begin is not None and found.end is not None:
                self._add(found.span, PeriodRef("range", index))
        for index, date in enumerate(times.dates):
            inside = any(span.contains(date.span) for span in taken) if len(taken) < 50 else False
            if date.type != "TIME" and not inside and not date.value.startswith(("PAST_REF", "FUTURE_REF")):
                self._add(date.span, PeriodRef("date", index))

    def _add(self, span: Span, ref: PeriodRef) -> None:
        sentence = self.parse.sentence_at(span.start)
        if sentence is not None:
            self.by_sentence.setdefault(sentence, []).append((span, ref, self.verb(span)))

    def verb(self, span: Span) -> int | None:
        """The nearest verb above the words of the span."""
        inside = self.parse.within(span)
        if not inside:
            return None
        token = next((t for t in inside if not span.start <= self.parse.tokens[t.head].start < span.end), inside[-1])
        for i in self.parse.ancestors(token.i):
            if self.parse.tokens[i].pos in ("VERB", "AUX"):
                return i
        return None

    def trim(self, measure: Span | None, text: str) -> Span | None:
        """The measure without a time expression that it opens with: "this year's January to August arrivals"."""
        sentence = self.parse.sentence_at(measure.start) if measure else None
        if measure is None or sentence is None:
            return measure
        for span, _, _ in self.by_sentence.get(sentence, []):
            if span.start <= measure.start < span.end < measure.end and " " in text[span.start : span.end]:
                start = span.end
                while start < measure.end and (text[start] in " '’," or text.startswith(("s ", "S "), start)):
                    start += 1
                measure = Span(start, measure.end) if start < measure.end else measure
        return measure

    def period(self, figure: FigureFinding) -> PeriodRef | None:
        sentence = self.parse.sentence_at(figure.span.start)
        if sentence is None:
            return None
        own = [entry for entry in self.by_sentence.get(sentence, []) if not entry[0].overlaps(figure.number)]
        own = [entry for entry in own if not self._dates_the_telling(entry[2], figure.span)]
        if own:
            verb = self.verb(figure.span)
            same = [entry for entry in own if entry[2] == verb and verb is not None]
            return min(same or own, key=lambda entry: (_distance(entry[0], figure.span), -entry[0].start))[1]
        if figure.kind not in ("money", "percent", "quantity") or sentence == 0:
            return None
        before = [entry for entry in self.by_sentence.get(sentence - 1, []) if not self._dates_the_telling(entry[2])]
        return max(before, key=lambda entry: entry[0].start)[1] if before else None

    def _dates_the_telling(self, verb: int | None, figure: Span | None = None) -> bool:
        """Whether what hangs on the verb says when somebody told of the figure: "she said on Tuesday that it rose"."""
        if verb is None or self.parse.tokens[verb].lemma not in measure_words().telling:
            return False
        told = [i for i in self.parse.tokens[verb].children if self.parse.tokens[i].dep in ("ccomp", "parataxis")]
        if figure is None or not told:
            return bool(told)
        return any(self.parse.subtree(i).overlaps(figure) for i in told)


def _distance(one: Span, other: Span) -> int:
    return max(one.start - other.end, other.start - one.end, 0)
