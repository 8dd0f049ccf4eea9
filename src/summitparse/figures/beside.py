"""What a figure measures by the words right beside it, where they say it better than the tree does."""

from summitparse.figures.nouns import singular
from summitparse.figures.parallel import SIGNS
from summitparse.figures.phrases import NOUNS, Reading, measure_words
from summitparse.findings import FigureFinding, Span
from summitparse.language.parse import Token

_LONGEST_LABEL = 8
# Between a participle and the sum: "valued at a combined", "worth a total of".
_BEFORE_SUM = frozenset(
    ("from", "between", "at", "to", "over", "up", "of", "a", "an", "total", "combined", "estimated", "nearly", "some")
)
_LONGEST_BETWEEN = 4
# How many nouns may stand in one another's phrases.
HIGHEST = 6
# Marks around a name: a $5 million *Local* plan.
_EMPHASIS = ("*", "**", "_", "“", "‘", '"')


class Beside(Reading):
    """Readings of the words before and behind a figure."""

    def stands_for(self, figure: FigureFinding) -> bool:
        """ "He mentioned a figure — over 40 billion dollars": the noun before only stands for the number."""
        inside = self.parse.within(figure.span)
        at = inside[0].i - 1 if inside else -1
        while at >= 0 and self.tokens[at].pos == "PUNCT":
            at -= 1
        return at >= 0 and self.tokens[at].lower in ("figure", "number", "amount") and figure.kind != "count"

    def labelled(self, figure: FigureFinding) -> Span | None:
        """ "Total cost: $5 million": the label, which is no speaker's name."""
        inside = self.parse.within(figure.span)
        at = inside[0].i - 1 if inside else -1
        at -= at > 1 and self.tokens[at].text.startswith(("+", *SIGNS))  # "Food: +2.1 %"
        if figure.kind == "age" or at < 1 or self.tokens[at].text != ":":
            return None
        noun = self.tokens[at - 1]
        label: list[Token] = []
        for token in reversed(self.tokens[max(0, noun.i - _LONGEST_LABEL) : noun.i + 1]):
            if token.pos == "PUNCT" or token.sentence != noun.sentence or token.i in self.inside:
                break
            label.append(token)
        opens = label[-1:] and (
            label[-1].i == 0
            or self.tokens[label[-1].i - 1].sentence != noun.sentence
            or self.tokens[label[-1].i - 1].text in ("-", "–", "•", "*", ";", ".")
        )
        if not opens or noun.pos != "NOUN" or any(token.pos in ("VERB", "AUX") for token in label):
            return None
        while len(label) > 1 and label[-1].pos == "DET":
            label.pop()
        return Span(label[-1].start, noun.end)

    def parts(self, figure: FigureFinding) -> Span | None:
        """ "12 sections of the northern road", "500 copies of the book": what the things counted are parts of."""
        inside = self.parse.within(figure.span)
        if figure.kind != "count" or not inside or inside[-1].lemma not in measure_words().parts:
            return None
        return self._behind(figure, "of")

    def owned(self, figure: FigureFinding, top: Token) -> Span | None:
        """ "Example's 83 divisions": whose they are."""
        if figure.kind != "count" or top.pos not in NOUNS:
            return None
        owner = self.child(top, "poss")
        named = owner is not None and owner.pos in NOUNS and owner.start < figure.span.start
        return self.phrases.phrase(owner, figure) if owner is not None and named else None

    def following(self, figure: FigureFinding) -> Span | None:
        """ "(1.5 mm inner diameter)", "a 250 ml bottle": the noun that the figure stands right before."""
        inside = self.parse.within(figure.span)
        if figure.kind in ("count", "age", "ratio") or not inside or inside[0].i == 0:
            return None
        before = self.tokens[inside[0].i - 1]
        if before.tag not in ("DT", "PRP$", "JJ", "-LRB-") and before.i not in self.inside:
            return None
        at = inside[-1].i + 1
        if at < len(self.tokens) and self.tokens[at].text in ("-", '"', "“", "‘"):
            at += 1
        first = at
        while at < len(self.tokens) and self._names(at) and at not in self.inside:
            at += 1
        noun = self.tokens[at - 1]
        if at == first or noun.pos not in NOUNS or noun.sentence != inside[0].sentence:
            return None
        if not self.phrases.names(noun) or self.phrases.is_time(noun) or noun.lower in measure_words().comparatives:
            return None  # "fell another 1.4 % Thursday", "3 degrees warmer"
        while first < noun.i and self.tokens[first].text in _EMPHASIS:
            first += 1
        start, end = self.tokens[first].start, self.phrases.end(noun, figure)
        return Span(start, end)

    def _names(self, at: int) -> bool:
        """Whether the token may stand in a name before its noun: "Young Builders’ Initiative", "Net Zero Labs"."""
        token = self.tokens[at]
        if token.text in _EMPHASIS or token.text == "-":  # "the 12 MW Velm-II project"
            return at + 1 < len(self.tokens) and self.tokens[at + 1].text[0].isalpha()
        return token.lower not in ("last", "next") and (token.pos in ("ADJ", "NUM", *NOUNS) or token.dep == "case")

    def ranging(self, figure: FigureFinding) -> Span | None:
        """ "tickets, ranging from $2 to $9", "flats priced at $90,000": the noun before the participle."""
        inside = self.parse.within(figure.span)
        at = inside[0].i - 1 if inside and figure.kind != "count" else -1
        least = at - _LONGEST_BETWEEN
        while at > max(1, least) and self.tokens[at].lower in _BEFORE_SUM:
            at -= 1
        if at < 1 or self.tokens[at].lower not in measure_words().ranging:
            return None
        participle = self.tokens[at]
        at -= 2 if self.tokens[at - 1].text == "," and at > 1 else 1
        noun = self.tokens[at]
        if participle.lower in ("totalling", "totaling") or (participle.lower == "valued" and noun.pos == "PROPN"):
            noun = self._summed(noun)
        whole = self.figure_at(noun)
        if whole is not None and whole.kind == "count" and noun.start > whole.number.end:
            return self.phrases.counted(whole)  # "40 contracts worth $4 million"
        return self.phrases.phrase(noun, figure) if noun.pos in NOUNS else None

    def _summed(self, noun: Token) -> Token:
        """ "12 loans to farms and shops totalling", "a pledge to Vana, the alliance, totalling": no one it goes to."""
        above, name = noun, noun
        for _ in range(HIGHEST):
            head = self.tokens[above.head]
            above = head if above.dep in ("appos", "conj") else self.tokens[head.head] if above.dep == "pobj" else above
            if above.pos not in NOUNS:
                break
            name = above if name.pos == "PROPN" else name
        return name

    def flow(self, figure: FigureFinding, top: Token) -> Span | None:
        """ "84,000 arrivals from abroad": what is counted is a flow with its own direction."""
        if figure.kind != "count" or top.lemma not in measure_words().measured or top.pos != "NOUN":
            return None
        end = self.phrases.end(top, figure, own=True)
        behind = self.tokens[top.i + 1] if top.i + 1 < len(self.tokens) else top
        if end == top.end and behind.lower in ("to", "from", "into") and behind.dep == "prep" and behind.children:
            end = self.tokens[self.parse.right_edge(behind.i)].end
        start = next(
            (token.start for token in self.parse.within(figure.span) if token.start >= figure.number.end), None
        )
        return Span(start, end) if start is not None and end > top.end else None

    def of(self, figure: FigureFinding) -> Span | None:
        """ "110 million tonnes of freight", "450 Nm (332 lb-ft) of torque"; no base of a percentage ("5 % of GDP")."""
        if figure.kind == "count" or (figure.kind == "percent" and self._is_share(figure)):
            return None
        return self._behind(figure, "of")

    def _is_share(self, figure: FigureFinding) -> bool:
        """ "a debt of 60 % of GDP": the percentage is of something else."""
        after = self.parse.within(Span(figure.span.end, figure.span.end + 40))
        after = [token for token in after if token.pos != "DET"][:3]
        known = len(after) > 1 and after[0].lower == "of" and after[1].lower in measure_words().bases
        return known and not (len(after) > 2 and after[2].pos in ("ADJ", "VERB", *NOUNS))

    def measured_of(self, figure: FigureFinding) -> Span | None:
        """ "a population of about 61,000", "a gross income per capita of $6,030": the noun before "of"."""
        inside = self.parse.within(figure.span)
        if not inside or inside[0].i < 3 or self.tokens[inside[0].i - 1].lower != "of":
            return None
        last = noun = self.tokens[inside[0].i - 2]
        words = measure_words()
        if (
            noun.tag != "NN"
            or noun.lemma not in words.measured
            or noun.lemma in words.carriers
            or noun.i in self.inside
        ):
            return None
        span = self.phrases.phrase(noun, figure)
        return Span(span.start, max(span.end, last.end)) if span else None

    def in_or_worth(self, figure: FigureFinding) -> Span | None:
        """ "$48 billion in assets", "a grant worth up to $8 million"."""
        inside = self.parse.within(figure.span)
        before = self.tokens[inside[0].i - 2 : inside[0].i] if inside and inside[0].i >= 2 else []
        if (
            len(before) == 2
            and before[1].lower in ("worth", "costing", "totalling", "totaling")
            and before[0].pos in NOUNS
        ):
            return self.phrases.phrase(before[0], figure)
        return self._behind(figure, "in") if figure.kind == "money" else None

    def _behind(self, figure: FigureFinding, preposition: str) -> Span | None:
        """The noun of the phrase with the preposition that stands right behind the figure, brackets passed over."""
        after = self.parse.within(Span(figure.span.end, figure.span.end + 60))[:9]
        place = 0
        if after and after[0].text == "(":
            place = next((at + 1 for at, token in enumerate(after) if token.text == ")"), len(after))
        if preposition == "of" and len(after) > 1 and after[0].lower == "worth":
            place = 1  # "5 million euros worth of repairs"
        if place >= len(after) or after[place].lower != preposition:
            return None
        children = [self.tokens[c] for c in after[place].children]
        thing = next((token for token in children if token.dep in ("pobj", "pcomp")), None)
        if thing is None or thing.pos not in NOUNS:
            return None
        whole = self.figure_at(thing)
        if whole is not None:  # "half of the 40 schools"
            return self.counts(whole) if preposition == "of" and thing.start > whole.number.end else None
        if preposition == "in" and (
            not (thing.pos == "NOUN" or singular(thing.lower) in measure_words().measured)
            or thing.lower in measure_words().not_in
            or self.phrases.determined(thing)
        ):
            return None
        return self.phrases.phrase(thing, figure)
