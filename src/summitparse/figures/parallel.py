"""What a figure has from the figure before it in its sentence: compared with it, a part of it, or said like it."""

from summitparse.figures.phrases import NOUNS, Phrases, Reading, measure_words
from summitparse.findings import Span
from summitparse.grammar.clauses import FINITE
from summitparse.language.parse import Token

SIGNS = ("-", "−", "–")
_COMPARING = {("up", "from"), ("down", "from"), ("compared", "with"), ("compared", "to"), ("as", "against")}
# Between a clause and the next one without its verb.
_LINKS = {(",",), ("and",), (",", "and"), (",", "while"), (",", "but"), ("while",), ("but",), (";",)}


class Parallel(Reading):
    """Readings of a figure beside the one before it."""

    def __init__(self, phrases: Phrases) -> None:
        super().__init__(phrases)
        # Whether a sentence has a finite verb, once that was asked.
        self.finite: dict[int, bool] = {}

    def _with_last(self, place: int) -> tuple[list[Token], list[Token]] | None:
        """The tokens of the figure before in the same sentence, and those of the figure."""
        inside = self.parse.within(self.figures[place].span) if place else []
        last = self.parse.within(self.figures[place - 1].span) if inside else []
        return (last, inside) if last and last[0].sentence == inside[0].sentence else None

    def converted(self, place: int) -> Span | None:
        """ "A$ 5 million ($3 million)": the same sum once more."""
        inside = self.parse.within(self.figures[place].span)
        if not place or not inside or inside[0].i < 2 or self.tokens[inside[0].i - 1].text != "(":
            return None
        one, other = self.figures[place - 1], self.figures[place]
        same = self.inside.get(inside[0].i - 2) == place - 1 and one.kind == other.kind and one.unit != other.unit
        return self.found.get(place - 1) if same and one.kind in ("money", "quantity") else None

    def part_of(self, place: int) -> Span | None:
        """ "$13 billion, of which $5 billion is private", "300 t, 5 % of which is lost": part of the figure before."""
        both = self._with_last(place)
        if both is None:
            return None
        _, inside = both
        if self.inside.get(inside[0].i - 1) == place - 1:
            return None
        before = [token.lower for token in self.tokens[max(0, inside[0].i - 3) : inside[0].i]]
        behind = [token.lower for token in self.tokens[inside[-1].i + 1 : inside[-1].i + 3]]
        whole = before[-2:] in (["of", "which"], ["of", "whom"]) or before[:2] in (["of", "which"], ["of", "whom"])
        if not whole and behind not in (["of", "which"], ["of", "whom"], ["of", "them"]):
            return None
        if self.figures[place - 1].kind == "count" and self.figures[place].kind != "count":
            return self.phrases.counted(self.figures[place - 1])
        return self.found.get(place - 1)

    def compared(self, place: int) -> Span | None:
        """ "up from 600 MW", "compared with 5 % a year ago": the measure of the figure before in the sentence."""
        both = self._with_last(place)
        if both is None or self.figures[place - 1].kind != self.figures[place].kind:
            return None
        last, inside = both
        between = [token.lower for token in self.tokens[max(last[-1].i + 1, inside[0].i - 6) : inside[0].i]]
        for at, word in enumerate(between):
            pair = (word, between[at + 1]) if at + 1 < len(between) else (word, "")
            if word in ("versus", "vs", "vs.") or pair in _COMPARING:
                if not self._same_thing(inside[0].i - len(between) + at, inside[0].i):
                    return None
                return self.found.get(place - 1) or self._counted_before(place)
        return None

    def _counted_before(self, place: int) -> Span | None:
        """What the count before this one counts, where this one has only the number: "22 fires, compared with 20"."""
        bare = self.figures[place].kind == "count" and self.figures[place].span.end == self.figures[place].number.end
        return self.phrases.counted(self.figures[place - 1]) if bare else None

    def _same_thing(self, first: int, last: int) -> bool:
        """Whether nothing else is named between the comparing word and the figure: "compared with earnings of"."""
        words = self.tokens[first:last]
        other = words[-2] if len(words) > 2 and words[-1].lower == "of" else None
        return other is None or other.pos not in NOUNS or other.lemma in measure_words().carriers

    def increased(self, place: int) -> Span | None:
        """ "$4 million for schools, an increase of $1 million": by so much did what the figure before measures."""
        both = self._with_last(place)
        if both is None or both[1][0].i < 4 or self.found.get(place - 1) is None:
            return None
        of, noun, article, comma = (self.tokens[both[1][0].i - k] for k in (1, 2, 3, 4))
        if of.lower != "of" or noun.lower not in measure_words().changes or article.pos != "DET":
            return None
        return self.found[place - 1] if comma.text in (",", "–", "—", "-", "(") else None

    def gapped(self, place: int) -> Span | None:
        """ "…, exports to $7 billion", "Larsen Foods, down 5p at 80p": the noun whose verb stands once for several."""
        figure, both = self.figures[place], self._with_last(place)
        if both is None or self.figures[place - 1].kind in ("count", "age", "ordinal", "rank"):
            return None
        last, inside = both
        at = inside[0].i - 1
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
        linked = tuple(words) in _LINKS or (words[-1:] == ["with"] and bool(moved))
        if span is None or not linked:
            return None
        return span

    def _has_verb(self, sentence: int) -> bool:
        if sentence not in self.finite:
            self.finite[sentence] = any(token.tag in FINITE for token in self.parse.sentence_tokens(sentence))
        return self.finite[sentence]

    def _is_name(self, token: Token, sentence: int) -> bool:
        """Whether a word of the sentence is written like one of a name."""
        name = token.text[0].isupper() and token.pos not in ("ADP", "DET", "PRON", "CCONJ", "SCONJ")
        return name and token.sentence == sentence and token.i not in self.inside

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
        last = self.tokens[at]
        at -= last.text.isdigit() and last.i not in self.inside  # "Stoxx 600"
        noun = self.tokens[at]
        if not self._is_name(noun, sentence) or self.phrases.is_time(noun):
            return None
        top = self.phrases.top(figure)
        if top is not None and self.tokens[top.head].i > top.i and self.tokens[top.head].pos in NOUNS:
            return None  # "the Republicans' 30 % cuts"
        if noun.pos != "PROPN" or self._has_verb(sentence):
            return None
        return self.phrases.phrase(noun, figure) if figure.span.start - noun.end <= 1 else None
