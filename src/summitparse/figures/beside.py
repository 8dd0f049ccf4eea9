"""What a figure measures by the words right beside it, where they say it better than the tree does."""

from summitparse.figures.phrases import NOUNS, Phrases, measure_words
from summitparse.findings import FigureFinding, Span
from summitparse.language.parse import Token

_COMPARING = {("up", "from"), ("down", "from"), ("compared", "with"), ("compared", "to"), ("as", "against")}
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
                return self.found.get(place - 1)
        return None

    def long(self, figure: FigureFinding) -> Span | None:
        """ "a bridge, 1,240 metres long": the noun before the comma."""
        inside = self.parse.within(figure.span)
        if figure.kind != "quantity" or not inside or inside[0].i < 2 or inside[-1].i + 1 >= len(self.tokens):
            return None
        comma, noun = self.tokens[inside[0].i - 1], self.tokens[inside[0].i - 2]
        if self.tokens[inside[-1].i + 1].lower not in _DIMENSIONS or comma.text != "," or noun.pos not in NOUNS:
            return None
        return self.phrases.phrase(noun, figure)

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
        if place >= len(after) or after[place].lower != preposition:
            return None
        children = [self.tokens[c] for c in after[place].children]
        thing = next((token for token in children if token.dep in ("pobj", "pcomp")), None)
        if thing is None or thing.pos not in NOUNS or thing.i in self.inside:
            return None
        if preposition == "in" and (
            thing.pos != "NOUN" or thing.lower in measure_words().not_in or self.phrases.determined(thing)
        ):
            return None
        return self.phrases.phrase(thing, figure)
