"""The time expressions that a figure may be for, by sentence, with what the parse says of each."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from summitparse.figures.phrases import NOUNS, VERBS, is_of
from summitparse.figures.tables import measure_words
from summitparse.findings import FigureFinding, PeriodRef, Span, TimeFindings
from summitparse.language.parse import Parse, Token
from summitparse.text.signs import DASH_TOKENS

_VAGUE = ("PAST_REF", "FUTURE_REF")
_SUPERLATIVES = ("JJS", "RBS")
_BEGINNING = ("beginning", "starting")
_SHARING = ("advcl", "xcomp", "pcomp", "conj", "prep", "dobj", "pobj")
_GENITIVES = ("s ", "S ")
_LEADING = ("ADP", "DET")
_NAMING = frozenset({"for", "of"})

# So many ranges are looked at for what lies in them.
_MOST_RANGES = 50
# A dateline's day is among so many tokens of the text.
_DATELINE = 40


class Time(NamedTuple):
    """A time expression, the verb that governs it, whether it has a place in the calendar, is that of a day, recurs, is
    one of a plan or a thing ("the Five-Year Plan", "a maturity of 30 years")."""

    span: Span
    ref: PeriodRef
    verb: int | None
    dated: bool
    of_a_day: bool = False
    recurs: bool = False
    of_a_thing: bool = False


class Times:
    """The times of one release; those of rates ("15 million tonnes a year") are none."""

    def __init__(self, parse: Parse, times: TimeFindings, figures: Sequence[FigureFinding]) -> None:
        self.parse = parse
        self.by_sentence: dict[int, list[Time]] = {}
        whole = [found for found in times.ranges if found.begin is not None and found.end is not None]
        taken = [found.span for found in whole[:_MOST_RANGES]]
        for index, found in enumerate(times.ranges):
            if found.begin is not None and found.end is not None:
                self._add(found.span, PeriodRef("range", index), dated=True)
        for index, date in enumerate(times.dates):
            vague = date.type == "DURATION" and "X" in date.value and len(parse.within(date.span)) == 1  # "years"
            vague = vague or date.value.startswith(_VAGUE)
            if date.type == "TIME" or vague or any(span.contains(date.span) for span in taken):
                continue
            day = date.first is not None and date.first == date.last
            dated = (date.type == "DATE" and not date.value.endswith("_REF")) or self._names_year(date.span)
            thing = date.type == "DURATION" and self._is_of_a_thing(date.span)
            ref = PeriodRef("date", index)
            self._add(date.span, ref, dated=dated, of_a_day=day, recurs=date.type == "SET", of_a_thing=thing)
        rates = [figure.span for figure in figures if figure.unit and "/" in figure.unit]  # in text order
        for entries in self.by_sentence.values() if rates else ():
            entries[:] = [entry for entry in entries if not _in_one(entry.span, rates)]

    def _add(self, span: Span, ref: PeriodRef, **kinds: bool) -> None:
        sentence = self.parse.sentence_at(span.start)
        if sentence is not None and not self._opens_text(span):
            entry = Time(span, ref, self.verb(span), **kinds)
            self.by_sentence.setdefault(sentence, []).append(entry)

    def of(self, sentence: int) -> list[Time]:
        """The times of a sentence, ranges first."""
        return self.by_sentence.get(sentence, [])

    def _opens_text(self, span: Span) -> bool:
        """Whether it is the day of a dateline: "Port Selwa, 11 September 2025 — At least …"."""
        inside = self.parse.within(span)
        behind = self.parse.tokens[inside[-1].i + 1 : inside[-1].i + 2] if inside else []
        return bool(behind) and behind[0].text in DASH_TOKENS and inside[0].i < _DATELINE

    def _is_of_a_thing(self, span: Span) -> bool:
        """Whether a duration names a plan ("the Five-Year Plan"), or is what a noun has: "a maturity of 30 years"."""
        inside = self.parse.within(span)
        if not inside or not inside[0].i:
            return False
        before, behind = self.parse.tokens[inside[0].i - 1], self.parse.tokens[inside[-1].i + 1 : inside[-1].i + 2]
        if "-" in (token.text for token in inside):
            return bool(behind) and behind[0].pos in NOUNS and behind[0].text[0].isupper()
        if is_of(before):
            noun = self.parse.tokens[before.i - 1]
            kinds = {self.parse.tokens[i].dep for i in noun.children}
            return noun.pos == "NOUN" and (noun.lower not in measure_words("spans") or "compound" in kinds)
        near = self.parse.tokens[max(0, before.i - 3) : before.i]
        return before.lower == "in" and any(t.tag in _SUPERLATIVES or t.lower == "first" for t in near)

    def _names_year(self, span: Span) -> bool:
        """ "the first five months of 2019" """
        return any(len(token.text) == 4 and token.text.isdigit() for token in self.parse.within(span))

    def verb(self, span: Span) -> int | None:
        """The nearest verb above the words of the span; "beginning in 2025" has none of its own."""
        inside = self.parse.within(span)
        if not inside:
            return None
        token = next((t for t in inside if not span.start <= self.parse.tokens[t.head].start < span.end), inside[-1])
        for i in self.parse.ancestors(token.i):
            if self.parse.tokens[i].pos in VERBS and self.parse.tokens[i].lower not in _BEGINNING:
                return i
        return None

    def chain(self, at: int | None) -> Iterator[int]:
        """The verb and what governs it, as far up as nobody else is the subject and nothing is only told of a noun."""
        seen: set[int] = set()
        while at is not None and at not in seen:
            seen.add(at)
            yield at
            token = self.parse.tokens[at]
            own = token.dep != "xcomp" and any(self.parse.tokens[i].dep.startswith("nsubj") for i in token.children)
            besides = token.dep == "advcl" and at > 0 and self.parse.tokens[at - 1].text == ","
            above = token.dep in _SHARING
            at = token.head if above and not own and not besides else None

    def before(self, span: Span) -> Token | None:
        """The word before a time, "the end of" and the like passed over: its preposition, where it has one."""
        inside = self.parse.within(span)
        at = inside[0].i - 1 if inside else -1
        while at > 0 and self.parse.tokens[at].lower in measure_words("edges"):
            at -= 1
        return self.parse.tokens[at] if at >= 0 and inside[0].sentence == self.parse.tokens[at].sentence else None

    def trim(self, measure: Span | None, text: str) -> Span | None:
        """The measure without a time that it opens or closes with: "this year's January to August arrivals"."""
        sentence = self.parse.sentence_at(measure.start) if measure else None
        if measure is None or sentence is None:
            return measure
        measure = self._without_end(measure, sentence)
        for entry in self.of(sentence):
            span = entry.span
            if span.start <= measure.start < span.end < measure.end and " " in text[span.start : span.end]:
                start = span.end
                while start < measure.end and (text[start] in " '’," or text.startswith(_GENITIVES, start)):
                    start += 1
                measure = Span(start, measure.end) if start < measure.end else measure
        return measure

    def _without_end(self, measure: Span, sentence: int) -> Span:
        """Without a time that it closes with: "deforestation recorded in 2022", "temperatures in May"."""
        for entry in self.of(sentence):
            if not entry.dated or not measure.start < entry.span.start < entry.span.end == measure.end:
                continue
            inside = self.parse.within(Span(measure.start, entry.span.start))
            cut = len(inside)
            while cut > 1 and (inside[cut - 1].pos in _LEADING or inside[cut - 1].tag == "VBN"):
                cut -= 1
            # "wheat for December", "the income of 2024" are what they are
            if 0 < cut < len(inside) and not {t.lower for t in inside[-2:]} & _NAMING:
                return Span(measure.start, inside[cut - 1].end)
        return measure


def _in_one(span: Span, spans: Sequence[Span]) -> bool:
    """Whether one of the spans, which are in order and apart, contains the span."""
    at = bisect_right(spans, span.start, key=lambda other: other.start) - 1
    return at >= 0 and spans[at].contains(span)
