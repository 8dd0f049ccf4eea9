"""Which time expression a figure is for: one of its own clause, else of its sentence, else of the sentence before."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from summitparse.figures.phrases import measure_words
from summitparse.findings import FigureFinding, PeriodRef, Span, TimeFindings
from summitparse.language.parse import Parse

# "$5 billion for the ": so many characters between a figure and the time right behind it.
_FARTHEST = 9
# More characters than a blank line stand between two items of a list.
_NEXT_BLOCK = 2
# So many figures of a sentence are looked at for what is said of them together.
_MOST = 40
# "beginning in 2025" is no clause of its own.
_FROM_THEN = ("beginning", "starting")
_CLOSING = ("”", "’’", '"', "''", "»")
# Before a time that a change is measured against.
_BASES = ("than", "against", "versus", "compared")
# "over a period of five years": the time of what is told, and no property of a thing.
_SPANS = ("period", "span", "course", "space", "stretch", "interval", "rest", "end", "start", "duration")
_COUNTED = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_GOVERNED = ("advcl", "xcomp", "pcomp", "conj", "prep", "dobj", "pobj")
_PART_OF_TIME = ("the", "end", "of", "beginning", "start", "early", "late", "mid")
_BEGINNING_OR_END = ("by", "since", "until", "from", "before", "after", "than", "till")
_DASHES = ("—", "–", "--", "-")
# A dateline's day is among so many tokens of the text.
_DATELINE = 40


class Period(NamedTuple):
    """A time expression, the verb that governs it, whether it has a place in the calendar, is that of a day, recurs."""

    span: Span
    ref: PeriodRef
    verb: int | None
    dated: bool
    of_a_day: bool
    recurs: bool


class Periods:
    """Time expressions by sentence and by the verb that governs them."""

    def __init__(self, parse: Parse, times: TimeFindings, figures: Sequence[FigureFinding]) -> None:
        self.parse = parse
        self.figures: dict[int, list[FigureFinding]] = {}
        for figure in figures:
            sentence = parse.sentence_at(figure.number.start)
            if sentence is not None and len(beside := self.figures.setdefault(sentence, [])) < _MOST:
                beside.append(figure)
        self.by_sentence: dict[int, list[Period]] = {}
        # The times of a sentence that a change is measured against, once they are looked for.
        self.bases: dict[int, set[Span]] = {}
        taken = [found.span for found in times.ranges if found.begin is not None and found.end is not None]
        for index, found in enumerate(times.ranges):
            if found.begin is not None and found.end is not None:
                self._add(found.span, PeriodRef("range", index), True)
        for index, date in enumerate(times.dates):
            inside = any(span.contains(date.span) for span in taken) if len(taken) < 50 else False
            open_ended = date.type == "DURATION" and "X" in date.value and len(parse.within(date.span)) == 1  # "years"
            if (
                date.type != "TIME"
                and not open_ended
                and not inside
                and not date.value.startswith(("PAST_REF", "FUTURE_REF"))
                and not (date.type == "DURATION" and self._is_of_another(date.span))
            ):
                day = date.first is not None and date.first == date.last
                dated = (date.type == "DATE" and not date.value.endswith("_REF")) or self._names_year(date.span)
                self._add(date.span, PeriodRef("date", index), dated, of_a_day=day, recurs=date.type == "SET")
        rates = [figure.span for figure in figures if figure.unit and "/" in figure.unit]  # in text order
        for entries in self.by_sentence.values() if rates else ():
            entries[:] = [entry for entry in entries if not _in_one(entry.span, rates)]

    def _add(self, span: Span, ref: PeriodRef, dated: bool, *, of_a_day: bool = False, recurs: bool = False) -> None:
        sentence = self.parse.sentence_at(span.start)
        if sentence is not None and not self._opens_text(span):
            entry = Period(span, ref, self.verb(span), dated, of_a_day, recurs)
            self.by_sentence.setdefault(sentence, []).append(entry)

    def _opens_text(self, span: Span) -> bool:
        """Whether it is the day of a dateline: "Port Selwa, 11 September 2025 — At least …"."""
        inside = self.parse.within(span)
        behind = self.parse.tokens[inside[-1].i + 1 : inside[-1].i + 2] if inside else []
        return bool(behind) and behind[0].text in _DASHES and inside[0].i < _DATELINE

    def _is_of_another(self, span: Span) -> bool:
        """Whether a duration names a plan ("the Five-Year Plan"), or is what a noun has or is the first or most of."""
        inside = self.parse.within(span)
        if not inside or not inside[0].i:
            return False
        before, behind = self.parse.tokens[inside[0].i - 1], self.parse.tokens[inside[-1].i + 1 : inside[-1].i + 2]
        if inside[0].text[0].isupper() and "-" in (token.text for token in inside):
            return bool(behind) and behind[0].pos in ("NOUN", "PROPN") and behind[0].text[0].isupper()
        if before.lower == "of":  # "a maturity of 30 years", but "over a period of 30 years"
            noun = self.parse.tokens[before.i - 1]
            kinds = {self.parse.tokens[i].dep for i in noun.children}
            return noun.pos == "NOUN" and (noun.lower not in _SPANS or "compound" in kinds)  # "a grace period of"
        if before.lower not in ("in", "for"):
            return before.lower == "to"  # "the stay was extended to 90 days"
        return any(
            t.tag in ("JJS", "RBS") or t.lower == "first" for t in self.parse.tokens[max(0, before.i - 3) : before.i]
        )

    def _names_year(self, span: Span) -> bool:
        """ "the first five months of 2019" """
        return any(len(token.text) == 4 and token.text.isdigit() for token in self.parse.within(span))

    def verb(self, span: Span) -> int | None:
        """The nearest verb above the words of the span."""
        inside = self.parse.within(span)
        if not inside:
            return None
        token = next((t for t in inside if not span.start <= self.parse.tokens[t.head].start < span.end), inside[-1])
        for i in self.parse.ancestors(token.i):
            if self.parse.tokens[i].pos in ("VERB", "AUX") and self.parse.tokens[i].lower not in _FROM_THEN:
                return i
        return None

    def trim(self, measure: Span | None, text: str) -> Span | None:
        """The measure without a time expression that it opens with: "this year's January to August arrivals"."""
        sentence = self.parse.sentence_at(measure.start) if measure else None
        if measure is None or sentence is None:
            return measure
        measure = self._without_end(measure, sentence)
        for span, *_ in self.by_sentence.get(sentence, []):
            if span.start <= measure.start < span.end < measure.end and " " in text[span.start : span.end]:
                start = span.end
                while start < measure.end and (text[start] in " '’," or text.startswith(("s ", "S "), start)):
                    start += 1
                measure = Span(start, measure.end) if start < measure.end else measure
        return measure

    def _without_end(self, measure: Span, sentence: int) -> Span:
        """Without a time that it closes with: "deforestation recorded in 2022", "temperatures in May"."""
        for entry in self.by_sentence.get(sentence, []):
            if not entry.dated or not measure.start < entry.span.start < entry.span.end == measure.end:
                continue
            inside = self.parse.within(Span(measure.start, entry.span.start))
            cut = len(inside)
            while cut > 1 and (inside[cut - 1].pos in ("ADP", "DET") or inside[cut - 1].tag == "VBN"):
                cut -= 1
            # "wheat for December", "the income of 2024" are what they are
            if (
                0 < cut < len(inside)
                and inside[-1].lower not in ("for", "of")
                and inside[-2].lower not in ("for", "of")
            ):
                return Span(measure.start, inside[cut - 1].end)
        return measure

    def period(self, figure: FigureFinding) -> PeriodRef | None:
        sentence = self.parse.sentence_at(figure.number.start)
        entry = None if sentence is None else self._nearest(figure, sentence)
        if entry is None or sentence is None or self._is_of_other(entry, figure, sentence):
            return None  # and no time that stands farther away
        return entry.ref

    def _nearest(self, figure: FigureFinding, sentence: int) -> Period | None:
        own = [entry for entry in self.by_sentence.get(sentence, []) if not entry.span.overlaps(figure.number)]
        own = [entry for entry in own if self._is_no_base(entry, figure, sentence)]
        beside = next((entry for entry in own if self._follows(entry, figure.span)), None)
        if beside is not None:
            return beside
        told = [entry for entry in own if not self._dates_the_telling(entry.verb, figure.span)]
        of_it = next((entry for entry in told if self._tells_of(entry, figure.span)), None)
        if of_it is not None:
            return of_it
        verb = self.verb(figure.span)
        if verb is not None and self.parse.tokens[verb].lemma in measure_words().giving:
            told = [entry for entry in told if not entry.of_a_day]  # "signed today a $5 million agreement"
        same = [entry for entry in told if entry.verb == verb and verb is not None]
        # "daily", "now" and "ten years" of another clause say nothing about the figure.
        near = [
            entry
            for entry in told
            if (entry.dated and not entry.of_a_day and self._holds(entry, verb))
            or self._frames(entry, figure.span, verb)
            or (not entry.of_a_day and self._closes(entry, verb, figure.span))
        ]
        if same or near:
            return min(same or near, key=lambda entry: (_distance(entry.span, figure.span), -entry.span.start))
        if own or figure.kind not in ("money", "percent", "quantity") or sentence == 0 or "/" in (figure.unit or ""):
            return None
        last = self.parse.sentence_tokens(sentence - 1)
        if any(token.tag == "''" or token.text in _CLOSING for token in last):
            return None  # what somebody said before says nothing of the times of others
        if self.parse.tokens[self.parse.sentences[sentence][0]].start - last[-1].end > _NEXT_BLOCK:
            return None  # another item of a list
        above = self.figures.get(sentence - 1, ())
        before = [
            entry
            for entry in self.by_sentence.get(sentence - 1, [])
            if entry.dated and not entry.of_a_day and not self._dates_the_telling(entry.verb)
            if self._stretches(entry)
            if not any(self._is_base(entry, other, sentence - 1) for other in above)
        ]
        return max(before, key=lambda entry: entry.span.start) if before else None

    def _is_of_other(self, entry: Period, figure: FigureFinding, sentence: int) -> bool:
        """ "300 cars a day and 200 people", "$5 million over three years and a loan of $2 million": of one figure."""
        beside = self.figures.get(sentence, [])
        if entry.dated or len(beside) >= _MOST:
            return False
        before = [other for other in beside if other.span.end <= entry.span.start]
        if not before or before[-1] is figure:
            return False
        apart = Span(figure.span.end, max(figure.span.end, before[-1].span.start))
        if before[-1].span.start >= apart.start and not any(t.pos in ("VERB", "AUX") for t in self.parse.within(apart)):
            return False  # "5 tonnes of rice and 3 tonnes of wheat a year"
        if not entry.recurs:
            between = self.parse.within(Span(before[-1].span.end, entry.span.start))
            return all(token.pos in ("ADP", "DET", "PUNCT") for token in between)
        is_rate = any(token.lower in ("a", "an", "per") for token in self.parse.within(entry.span)[:1])
        return is_rate or entry.verb is None or entry.verb != self.verb(figure.span)  # "200 run on 15 lines every day"

    def _stretches(self, entry: Period) -> bool:
        """Whether the time is one over which things go on, and no end or beginning: "by 2028", "since May"."""
        inside = self.parse.within(entry.span)
        at = inside[0].i - 1 if inside else -1
        while at > 0 and self.parse.tokens[at].lower in _PART_OF_TIME:
            at -= 1
        return at < 0 or self.parse.tokens[at].lower not in _BEGINNING_OR_END

    def _is_no_base(self, entry: Period, figure: FigureFinding, sentence: int) -> bool:
        """Whether no change of the sentence is measured against it: "exports were $5 billion, up 3 % from 2022"."""
        if sentence not in self.bases:
            figures = self.figures.get(sentence, ())
            entries = self.by_sentence.get(sentence, ())
            self.bases[sentence] = {e.span for e in entries if any(self._is_base(e, f, sentence) for f in figures)}
        if entry.span not in self.bases[sentence]:
            return True
        return self._follows(entry, figure.span) and not self._is_base(entry, figure, sentence)

    def _is_base(self, entry: Period, figure: FigureFinding, sentence: int) -> bool:
        """ "up 3 % from the previous year", "12 % more than in 2022": what a change is measured against."""
        if not entry.dated or entry.span.start < figure.span.end:
            return False
        before = [t.lower for t in self.parse.within(Span(figure.span.end, entry.span.start))]
        others = (other for other in self.figures.get(sentence, ()) if other is not figure)
        if "from" in before and any(self._follows(entry, other.span) for other in others):
            return True  # "4 % from 7 % a year earlier"
        changed = figure.change is not None or figure.kind in ("percent", "ratio")
        if changed and ("above" in before or "below" in before):
            return True  # "5 % above the level of the same period"
        opening = [t.lower for t in self.parse.within(entry.span)[:2]]
        if changed and before[-1:] in (["over"], ["on"]) and opening[-1:] in (["previous"], ["preceding"], ["prior"]):
            return True
        before = before[-3:]
        while before and before[-1] in ("in", "the", "for", "during", "of", "to", "with", "that"):
            before.pop()
        if before[-2:-1] == ["from"] and (before[-1].isdigit() or before[-1] in _COUNTED):
            return True  # "down from eight in January"
        changes = figure.change is not None or figure.kind in ("percent", "ratio")
        if before and before[-1] in ("over", "on"):  # "15 % over FY22", but "15 % over the last year"
            first = self.parse.within(entry.span)[0].lower
            return changes and entry.ref.kind == "date" and (first[:1].isdigit() or first.startswith("fy"))
        if before[-2:-1] in (["earlier"], ["later"], ["sooner"]):
            return False  # "no later than 2025"
        since = changes and before[-1:] == ["from"] and not entry.of_a_day  # "by 10 % from 1 January": from then on
        return since or (bool(before) and before[-1] in _BASES)

    def _follows(self, entry: Period, figure: Span) -> bool:
        """ "$5 billion last year", "$5 billion in 2023": the time that stands right behind the figure is its own."""
        gap = entry.span.start - figure.end
        if entry.of_a_day or not 0 <= gap <= _FARTHEST:
            return False
        return gap <= 1 or all(
            t.lower in ("in", "for", "during") for t in self.parse.within(Span(figure.end, entry.span.start))
        )

    def _holds(self, entry: Period, verb: int | None) -> bool:
        """Whether what happened then is what the figure's clause hangs on ("opened in 2015, which cost $5 million");
        where no verb is, whatever stands there."""
        return entry.verb is None or verb is None or entry.verb in self._above(verb)

    def _above(self, verb: int) -> Iterator[int]:
        """What the clause of the verb hangs on; "and that the cost …" is a statement with a time of its own."""
        at = verb
        while (token := self.parse.tokens[at]).head != at:
            if token.dep == "conj" and any(self.parse.tokens[i].lower == "that" for i in token.children):
                return
            at = token.head
            yield at

    def _tells_of(self, entry: Period, figure: Span) -> bool:
        """ "the $5 million that it earned in 2015", but not "$5 million, which is more than it earned in 2015"."""
        if entry.verb is None or not entry.dated or entry.span.start < figure.end:
            return False
        verb = self.parse.tokens[entry.verb]
        noun = self.parse.tokens[verb.head]
        if verb.dep not in ("acl", "relcl") or not figure.start <= noun.start < figure.end:
            return False
        return all(token.text != "," for token in self.parse.within(Span(figure.end, verb.start)))

    def _closes(self, entry: Period, verb: int | None, figure: Span) -> bool:
        """Whether the time closes what the figure is a part of: "lends $5 million to build ports over three years",
        "invests $5 million and builds ports by 2030"."""
        if entry.verb is None or verb is None or entry.span.start < figure.end:
            return False
        return not self._chain(entry.verb).isdisjoint(self._chain(verb))

    def _chain(self, at: int) -> set[int]:
        """The verb and what governs it, as far up as nobody else is the subject and nothing is only told of a noun."""
        chain = {at}
        while True:
            token = self.parse.tokens[at]
            own = token.dep != "xcomp" and any(self.parse.tokens[i].dep.startswith("nsubj") for i in token.children)
            besides = (
                token.dep == "advcl" and at > 0 and self.parse.tokens[at - 1].text == ","
            )  # ", bringing the total"
            if own or besides or token.dep not in _GOVERNED or token.head in chain:
                return chain
            at = token.head
            chain.add(at)

    def _frames(self, entry: Period, figure: Span, verb: int | None) -> bool:
        """Whether no verb parts the two, or the time's clause leads up to the figure's: "if we take the whole year"."""
        between = Span(min(entry.span.end, figure.end), max(entry.span.start, figure.start))
        if between.start >= between.end or not any(t.pos in ("VERB", "AUX") for t in self.parse.within(between)):
            return True
        if entry.verb is None or verb is None or entry.span.end > figure.start:
            return False
        own = self.parse.tokens[verb]  # "in the coming years the bank is expected to lend"
        return self.parse.tokens[entry.verb].head == verb or (own.dep == "xcomp" and own.head == entry.verb)

    def _dates_the_telling(self, verb: int | None, figure: Span | None = None) -> bool:
        """Whether what hangs on the verb says when somebody told of the figure: "she said on Tuesday that it rose"."""
        if verb is None or self.parse.tokens[verb].lemma not in measure_words().telling:
            return False
        told = [i for i in self.parse.tokens[verb].children if self.parse.tokens[i].dep in ("ccomp", "parataxis")]
        if figure is None or not told:
            return bool(told)
        return any(self.parse.subtree(i).overlaps(figure) for i in told)


def _in_one(span: Span, spans: Sequence[Span]) -> bool:
    """Whether one of the spans, which are in order and apart, contains the span."""
    at = bisect_right(spans, span.start, key=lambda other: other.start) - 1
    return at >= 0 and spans[at].contains(span)


def _distance(one: Span, other: Span) -> int:
    return max(one.start - other.end, other.start - one.end, 0)
