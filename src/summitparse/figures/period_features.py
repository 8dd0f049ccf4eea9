"""What a time expression and a figure have to do with each other: named readings, and what stands between them."""

from math import log1p

from summitparse.figures.period_times import Time, Times
from summitparse.figures.phrases import NOUNS, VERBS
from summitparse.figures.tables import measure_words
from summitparse.findings import FigureFinding, Span
from summitparse.grammar.clauses import is_that
from summitparse.language.parse import Parse, Token

_KINDS = ("dated", "of_a_day", "recurs", "of_a_thing")
_PARTING = (",", ";", "(", "—", "–", ":")
_BEHIND_FRONT = (",", ":")
_TELLING = ("acl", "relcl")
_PASSED = ("ADP", "DET", "SCONJ", "ADV")
_OPENING = (",", ";", "and", "while", "but", "“", "—")
_COMPARED = ("percent", "ratio")
_LEVELS = frozenset({"above", "below"})
_TO_BASE = ("in", "the", "for", "during", "of", "to", "with", "that")
_TOLD = ("ccomp", "parataxis")
_POINTING = ("PRP", "DT", "PRP$")

# "$5 billion for the ": so many characters between a figure and the time right behind it.
_FARTHEST = 9
_CLOSING = ("”", "’’", '"', "''", "»")
# Between a figure and the time right behind it.
_LEADING = ("in", "for", "during", "over", "within", "per")
_BASES = ("than", "against", "versus", "compared", "from", "since")
_COMPARING = ("against", "versus", "compared", "from", "than", "(")
# Prepositions before a time that weigh on their own.
_PREPOSITIONS = (
    *("in", "during", "for", "over", "within", "by", "until", "since", "from", "to", "of"),
    *("on", "at", "after", "before", "than", "through", "between", "with", "per"),
)


class Relations:
    """The readings of one figure among the figures and the times of its sentence."""

    def __init__(self, times: Times, figure: FigureFinding, beside: list[FigureFinding], sentence: int) -> None:
        self.times, self.parse, self.tokens = times, times.parse, times.parse.tokens
        self.figure, self.beside, self.sentence = figure, beside, sentence
        self.verb = times.verb(figure.span)
        self.own = [entry for entry in times.of(sentence) if not entry.span.overlaps(figure.number)]

    def readings(self, entry: Time) -> list[str]:
        """The named readings by which the figure may be for the time, the surest first."""
        figure = self.figure.span
        if self.parse.sentence_at(entry.span.start) != self.sentence:
            return ["sentence-before"]
        found = {
            "labelled": self._is_label(entry),
            "behind": follows(self.parse, entry.span, figure),
            "front": self._is_front(entry, figure),
            "told-of": self._tells_of(entry),
            "same-verb": self.verb is not None and entry.verb == self.verb,
            "opening": self._opens(entry),
            "closing": self._closes(entry),
            "above": entry.dated and self._is_above(entry),
            "no-verb-between": not any(t.pos in VERBS for t in self._between(entry)),
        }
        return [name for name, holds in found.items() if holds] or ["near"]

    def features(self, entry: Time) -> dict[str, float]:
        """Named numbers; those that are 0 are left out."""
        figure, between = self.figure, self._between(entry)
        names = self.readings(entry)
        values = {f"reading.{name}": 1.0 for name in names}
        values[f"first-reading.{names[0]}"] = 1.0
        if names == ["sentence-before"]:
            values |= self._apart(entry)
        else:
            values["distance"] = log1p(len(between))
            values["verbs-between"] = log1p(sum(t.pos in VERBS for t in between))
            values["commas-between"] = log1p(sum(t.text in _PARTING for t in between))
            values["nouns-between"] = log1p(sum(t.pos in NOUNS for t in between))
            gap = self._gap(entry)
            values["figures-between"] = log1p(sum(gap.contains(f.number) for f in self.beside))
            values["times-between"] = log1p(sum(gap.contains(t.span) for t in self.own))
        values["before"] = entry.span.end <= figure.span.start
        values["only-time"] = len(self.own) == 1
        values["nearest"] = bool(self.own) and entry is min(self.own, key=lambda t: len(self._between(t)))
        values["range"] = entry.ref.kind == "range"
        values["other-is-behind"] = any(t is not entry and follows(self.parse, t.span, figure.span) for t in self.own)
        values["of-other-figure"] = any(
            f is not figure and (follows(self.parse, entry.span, f.span) or self._is_front(entry, f.span))
            for f in self.beside
        )
        leads_other = any(self._is_front(entry, f.span) for f in self.beside if f is not figure)
        values["leads-another-behind"] = leads_other and entry.span.start >= figure.span.end
        values["comparison-between"] = any(t.lower in _COMPARING for t in between[:-1])
        values["recurs-of-other"] = entry.recurs and values["of-other-figure"]
        values["other-statement"] = any(is_that(t) and t.dep == "mark" for t in between)
        values["relative"] = self._is_relative(entry)
        values["base"] = self._is_base(entry)
        values["base-of-other"] = any(f is not figure and self._is_base(entry, f) for f in self.beside)
        values["telling"] = self._dates_the_telling(entry)
        for name in _KINDS:
            values[name.replace("_", "-")] = getattr(entry, name)
        values["duration"] = not (entry.dated or entry.recurs)
        before = self.times.before(entry.span)
        values[f"preposition.{before.lower if before and before.lower in _PREPOSITIONS else 'none'}"] = 1.0
        values[f"kind.{figure.kind}"] = 1.0
        values["change"] = figure.change is not None
        values["rate"] = "/" in (figure.unit or "")
        values |= {f"{self.figure.kind}.{name}": 1.0 for name in names[:1]}
        verb = self.tokens[self.verb].lemma if self.verb is not None else ""
        values["giving-on-a-day"] = entry.of_a_day and verb in measure_words("giving")
        return {name: float(value) for name, value in values.items() if value}

    def _gap(self, entry: Time) -> Span:
        one, other = entry.span, self.figure.span
        return Span(min(one.end, other.end), max(one.start, other.start, min(one.end, other.end)))

    def _between(self, entry: Time) -> list[Token]:
        return self.parse.within(self._gap(entry))

    def _is_front(self, entry: Time, figure: Span) -> bool:
        """ "and in 2023 $4 billion", "by 2040 60 %": the time right before the figure, behind another clause."""
        if not 0 <= figure.start - entry.span.end <= len(", to "):
            return False
        return all(
            t.text in _BEHIND_FRONT or t.pos == "ADP" for t in self.parse.within(Span(entry.span.end, figure.start))
        )

    def _is_label(self, entry: Time) -> bool:
        """ "(2022: $2bn)"."""
        between = self._between(entry)
        return entry.span.end <= self.figure.span.start and [t.text for t in between] == [":"]

    def labels_another(self, entry: Time) -> bool:
        """Whether it is the label of another figure, and so for that one alone."""
        behind = (
            self.parse.within(Span(entry.span.end, max(entry.span.end, f.span.start)))
            for f in self.beside
            if f is not self.figure
        )
        return any([token.text for token in between] == [":"] for between in behind)

    def _tells_of(self, entry: Time) -> bool:
        """ "the $5 million that it earned in 2015", but not "$5 million, which is more than it earned in 2015"."""
        figure = self.figure.span
        if entry.verb is None or not entry.dated or entry.span.start < figure.end:
            return False
        verb = self.tokens[entry.verb]
        noun = self.tokens[verb.head]
        if verb.dep not in _TELLING or not figure.start <= noun.start < figure.end:
            return False
        return all(token.text != "," for token in self.parse.within(Span(figure.end, verb.start)))

    def _opens(self, entry: Time) -> bool:
        """Whether the sentence, or its clause behind a comma or "and", begins with the time."""
        words = self.parse.within(entry.span)
        if entry.span.start >= self.figure.span.start or not words:  # a time can lie inside a token: "2014/15"
            return False
        at = words[0].i - 1
        first = self.parse.sentences[self.sentence][0]
        while at >= first and self.tokens[at].pos in _PASSED:
            at -= 1
        return at < first or self.tokens[at].text in _OPENING

    def _closes(self, entry: Time) -> bool:
        """ "lends $5 million to build ports over three years", "invests $5 million and builds ports by 2030"."""
        if entry.verb is None or self.verb is None or entry.span.start < self.figure.span.end:
            return False
        return not set(self.times.chain(entry.verb)).isdisjoint(self.times.chain(self.verb))

    def _is_above(self, entry: Time) -> bool:
        """Whether what happened then is what the figure's clause hangs on: "opened in 2015, which cost $5 million"."""
        at = self.verb
        while at is not None and (token := self.tokens[at]).head != at:
            if token.dep == "conj" and any(is_that(self.tokens[i]) for i in token.children):
                return False
            at = token.head
            if at == entry.verb:
                return True
        return entry.verb is None or self.verb is None

    def _is_relative(self, entry: Time) -> bool:
        """Whether it stands in a relative clause without the figure: "$5 million to a port that opened in 2015"."""
        verb = self.tokens[entry.verb] if entry.verb is not None else None
        if verb is None or verb.dep not in _TELLING:
            return False
        return not self.parse.subtree(verb.i).overlaps(self.figure.span)

    def _is_base(self, entry: Time, figure: FigureFinding | None = None) -> bool:
        """ "up 3 % from the previous year", "12 % more than in 2022": what a change is measured against."""
        figure = figure or self.figure
        if not entry.dated or entry.span.start < figure.span.end:
            return False
        before = [t.lower for t in self.parse.within(Span(figure.span.end, entry.span.start))]
        changes = figure.change is not None or figure.kind in _COMPARED
        if changes and _LEVELS & set(before):
            return True  # "5 % above the level of the same period"
        others = (other for other in self.beside if other is not figure)
        if "from" in before and any(follows(self.parse, entry.span, other.span) for other in others):
            return True  # "4 % from 7 % a year earlier"
        while before and before[-1] in _TO_BASE:
            before.pop()
        if before[-2:-1] == ["from"]:
            return True  # "down from eight in January"
        last = before[-1:]
        if last in (["over"], ["on"]):  # "15 % over FY22", but "15 % over the last year"
            opening = [t.lower for t in self.parse.within(entry.span)[:2]]
            earlier = opening[-1:] in (["previous"], ["preceding"], ["prior"])
            return changes and (earlier or opening[0][:1].isdigit() or opening[0].startswith("fy"))
        if last in (["from"], ["since"]):
            return last == ["from"] and changes and not entry.of_a_day
        return bool(last) and last[0] in _BASES and before[-2:-1] not in (["earlier"], ["later"], ["sooner"])

    def _dates_the_telling(self, entry: Time) -> bool:
        """Whether it says when somebody told of the figure: "she said on Tuesday that it rose"."""
        verb = entry.verb
        if verb is None or self.tokens[verb].lemma not in measure_words("telling"):
            return False
        told = [i for i in self.tokens[verb].children if self.tokens[i].dep in _TOLD]
        if self.parse.sentence_at(entry.span.start) != self.sentence:
            return bool(told)
        return any(self.parse.subtree(i).overlaps(self.figure.span) for i in told)

    def _apart(self, entry: Time) -> dict[str, float]:
        """Of a time of the sentence before: what parts the two sentences, and whether things go on over it."""
        last, first = self.parse.sentence_tokens(self.sentence - 1), self.parse.sentences[self.sentence][0]
        before = self.times.before(entry.span)
        return {
            "before.pronoun": self.tokens[first].tag in _POINTING,
            "before.range": entry.ref.kind == "range",
            f"before.{self.figure.kind}": 1.0,
            "before.closing-mark": any(token.tag == "''" or token.text in _CLOSING for token in last),
            "before.edge": before is not None and before.lower in measure_words("ends"),
            "before.day-or-duration": entry.of_a_day or not entry.dated,
            "before.is-last": entry is max(self.times.of(self.sentence - 1), key=lambda e: e.span.start),
        }


def follows(parse: Parse, entry: Span, figure: Span) -> bool:
    """ "$5 billion last year", "$5 billion in 2023": the time that stands right behind the figure is its own."""
    gap = entry.start - figure.end
    if not 0 <= gap <= _FARTHEST:
        return False
    return gap <= 1 or all(t.lower in _LEADING for t in parse.within(Span(figure.end, entry.start)))
