"""What a figure measures by the words right beside it, where they say it better than the tree does."""

from summitparse.figures.nouns import singular
from summitparse.figures.phrases import COMPARATIVES, NOUNS, Phrases, measure_words
from summitparse.findings import FigureFinding, Span
from summitparse.language.parse import Token

# How many nouns may stand in one another's phrases.
HIGHEST = 6
_COMPARING = {("up", "from"), ("down", "from"), ("compared", "with"), ("compared", "to"), ("as", "against")}
# Marks around a name: a $5 million *Local* plan.
_EMPHASIS = ("*", "**", "_", "“", "‘", '"')
_CHANGES = ("increase", "rise", "gain", "decrease", "decline", "drop", "fall", "reduction", "growth")
_DIMENSIONS = ("long", "wide", "high", "tall", "deep", "thick", "in")


class Beside:
    """Readings of the words before and behind a figure."""

    def __init__(self, phrases: Phrases) -> None:
        self.phrases = phrases
        self.parse = phrases.parse
        self.tokens = phrases.tokens
        self.inside = phrases.inside
        self.figures = phrases.figures
        self.found = phrases.found
        # Figures whose verb stands only once, before another of them.
        self.gaps: set[int] = set()

    def stands_for(self, figure: FigureFinding) -> bool:
        """ "He mentioned a figure — over 40 billion dollars": the noun before only stands for the number."""
        inside = self.parse.within(figure.span)
        at = inside[0].i - 1 if inside else -1
        while at >= 0 and self.tokens[at].pos == "PUNCT":
            at -= 1
        return at >= 0 and self.tokens[at].lower in ("figure", "number", "amount") and figure.kind != "count"

    def compared(self, place: int) -> Span | None:
        """ "up from 600 MW", "compared with 5 % a year ago": the measure of the figure before in the sentence."""
        if not place or self.figures[place - 1].kind != self.figures[place].kind:
            return None
        inside = self.parse.within(self.figures[place].span)
        last = self.parse.within(self.figures[place - 1].span)
        if not inside or not last or last[0].sentence != inside[0].sentence:
            return None
        between = [token.lower for token in self.tokens[max(last[-1].i + 1, inside[0].i - 6) : inside[0].i]]
        for at, word in enumerate(between):
            pair = (word, between[at + 1]) if at + 1 < len(between) else (word, "")
            if word in ("versus", "vs", "vs.") or pair in _COMPARING:
                same = self._same_thing(inside[0].i - len(between) + at, inside[0].i)
                return self.found.get(place - 1) if same else None
        return None

    def _same_thing(self, first: int, last: int) -> bool:
        """Whether nothing else is named between the comparing word and the figure: "compared with earnings of"."""
        words = self.tokens[first:last]
        if any(token.pos == "VERB" and token.tag != "VBN" for token in words[1:]):
            return False
        other = words[-2] if len(words) > 2 and words[-1].lower == "of" else None
        return other is None or other.pos not in NOUNS or other.lemma in measure_words().carriers

    def increased(self, place: int) -> Span | None:
        """ "$4 million for schools, an increase of $1 million": by so much did what the figure before measures."""
        inside = self.parse.within(self.figures[place].span)
        if not place or not inside or inside[0].i < 4 or self.found.get(place - 1) is None:
            return None
        of, noun, article, comma = (self.tokens[inside[0].i - k] for k in (1, 2, 3, 4))
        last = self.parse.within(self.figures[place - 1].span)
        if of.lower != "of" or noun.lower not in _CHANGES or article.pos != "DET" or last[0].sentence != of.sentence:
            return None
        return self.found[place - 1] if comma.text in (",", "–", "—", "-", "(") else None

    def long(self, figure: FigureFinding) -> Span | None:
        """ "a bridge, 1,240 metres long": the noun before the comma."""
        inside = self.parse.within(figure.span)
        if figure.kind != "quantity" or not inside or inside[0].i < 2 or inside[-1].i + 1 >= len(self.tokens):
            return None
        comma, noun = self.tokens[inside[0].i - 1], self.tokens[inside[0].i - 2]
        if self.tokens[inside[-1].i + 1].lower not in _DIMENSIONS or comma.text != "," or noun.pos not in NOUNS:
            return None
        return self.phrases.phrase(noun, figure)

    def bare(self, place: int) -> Span | None:
        """ "with Example Foods off 4 %", "Kospi -0.8 % Nikkei +0.5 %": the name before it, where no verb says more."""
        figure = self.figures[place]
        inside = self.parse.within(figure.span)
        if not inside or figure.kind in ("count", "age") or inside[0].i < 2:
            return None
        at = inside[0].i - 1
        sentence = self.tokens[at].sentence
        if self.tokens[at].lower in ("up", "down", "off"):
            span = self.phrases.phrase(self.tokens[at - 1], figure) if self.tokens[at - 1].pos in NOUNS else None
            before = self.parse.within(Span(max(0, span.start - 20), span.start)) if span else []
            return span if before and before[-1].lower == "with" else None
        while at > 0 and not any(map(str.isalpha, self.tokens[at].text)):
            at -= 1
        noun = self.tokens[at]
        if noun.pos != "PROPN" or noun.sentence != sentence or at in self.inside or figure.span.start - noun.end > 2:
            return None
        top = self.phrases.top(figure)
        if top is not None and self.tokens[top.head].i > top.i and self.tokens[top.head].pos in NOUNS:
            return None  # "the Republicans' 30 % cuts"
        if any(token.pos in ("VERB", "AUX") for token in self.parse.sentence_tokens(sentence)):
            return None
        return self.phrases.phrase(noun, figure)

    def gapped(self, place: int) -> Span | None:
        """ "…, exports to $7 billion", "Larsen Foods, down 5p at 80p": the noun whose verb stands once for several."""
        figure = self.figures[place]
        inside = self.parse.within(figure.span)
        if not place or not inside or self.figures[place - 1].kind in ("count", "age", "ordinal", "rank"):
            return None
        last = self.parse.within(self.figures[place - 1].span)
        if not last or last[0].sentence != inside[0].sentence:
            return None
        at = inside[0].i - 1
        between = self.tokens[last[-1].i + 1 : inside[0].i]
        if len(between) == 1 and between[0].lower in ("at", "to") and place - 1 in self.gaps:
            self.gaps.add(place)
            return self.found.get(place - 1)
        while at > last[-1].i and self.tokens[at].lower in ("up", "down", "off", "by", "to", "at", "with", ","):
            at -= 1
        noun, moved = self.tokens[at], {token.lower for token in self.tokens[at + 1 : inside[0].i]}
        if noun.pos not in NOUNS or at <= last[-1].i or (moved and not moved & {"up", "down", "off", "by", "to"}):
            return None
        apart = figure.unit != self.figures[place - 1].unit or figure.span.start - noun.end > 1
        if not moved and (figure.kind == "count" or apart):
            return None  # "petrol is 155p and diesel 160p"
        span = self.phrases.phrase(noun, figure)
        before = self.parse.within(Span(last[-1].end, span.start)) if span else []
        words = [token.lower for token in before if token.pos != "DET"]
        if span is None or (
            words
            not in (
                [","],
                ["and"],
                [",", "and"],
                [",", "while"],
                [",", "but"],
                ["while"],
                ["but"],
                [";"],
            )
            and not (words[-1:] == ["with"] and moved)
        ):
            return None
        self.gaps.add(place)
        return span

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
        owner = next((self.tokens[c] for c in top.children if self.tokens[c].dep == "poss"), None)
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
        at = self._behind_brackets(inside[-1].i + 1)
        if at < len(self.tokens) and self.tokens[at].text in ("-", '"', "“", "‘"):
            at += 1
        first = at
        while at < len(self.tokens) and self._names(at) and at not in self.inside:
            at += 1
        noun = self.tokens[at - 1]
        if at == first or noun.pos not in NOUNS or noun.sentence != inside[0].sentence:
            return None
        if not self.phrases.names(noun) or noun.lower in COMPARATIVES:
            return None  # "fell another 1.4 % Thursday", "3 degrees warmer"
        while first < noun.i and self.tokens[first].text in _EMPHASIS:
            first += 1
        start, end = self.tokens[first].start, self.phrases.end(noun, figure)
        return Span(start, end)

    def _behind_brackets(self, at: int) -> int:
        """Where the text goes on behind a conversion: "A$ 5 million ($3 million) package"."""
        if at < len(self.tokens) and self.tokens[at].text == "(" and at + 1 in self.inside:
            while at < len(self.tokens) and (at in self.inside or self.tokens[at].text in ("(", "/")):
                at += 1
            at += at < len(self.tokens) and self.tokens[at].text == ")"
        return at

    def converted(self, place: int) -> Span | None:
        """ "A$ 5 million ($3 million)": the same sum once more."""
        inside = self.parse.within(self.figures[place].span)
        if not place or not inside or inside[0].i < 2 or self.tokens[inside[0].i - 1].text != "(":
            return None
        one, other = self.figures[place - 1], self.figures[place]
        same = self.inside.get(inside[0].i - 2) == place - 1 and one.kind == other.kind and one.unit != other.unit
        return self.found.get(place - 1) if same and one.kind in ("money", "quantity") else None

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
        if at > 2 and [token.lower for token in self.tokens[at - 2 : at + 1]] == ["a", "total", "of"]:
            at -= 3
        elif at > 1 and self.tokens[at].lower in ("from", "between", "at", "to", "over", "up", "of"):
            at -= 1
        if at < 1 or self.tokens[at].lower not in measure_words().ranging:
            return None
        participle = self.tokens[at]
        at -= 2 if self.tokens[at - 1].text == "," and at > 1 else 1
        noun = self.tokens[at]
        if participle.lower in ("totalling", "totaling"):
            noun = self._summed(noun)
        whole = self.figures[self.inside[noun.i]] if noun.i in self.inside else None
        if whole is not None and whole.kind == "quantity":
            return self.found.get(self.inside[noun.i])  # "8 tonnes worth $4 million"
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
            if above.i in self.inside and self.figures[self.inside[above.i]].kind == "count":
                return above
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
        """ "110 million tonnes of freight", "450 Nm (332 lb-ft) of torque"."""
        if figure.kind == "count":
            return None
        return self._behind(figure, "of")

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
        if thing.i in self.inside:
            whole = self.figures[self.inside[thing.i]]  # "half of the 40 schools"
            counted = thing.start > whole.number.end and whole.kind == "count" and preposition == "of"
            return self.phrases.counted(whole) if counted else None
        if preposition == "in" and (
            not (thing.pos == "NOUN" or singular(thing.lower) in measure_words().measured)
            or thing.lower in measure_words().not_in
            or self.phrases.determined(thing)
        ):
            return None
        return self.phrases.phrase(thing, figure)
