"""Noun phrases around a figure: where the words begin and end that name a thing."""

from functools import cache
from typing import NamedTuple

from summitparse.figures.tables import PACKAGE
from summitparse.findings import FigureFinding, Span
from summitparse.language.parse import Parse, Token
from summitparse.lexicon import load

NOUNS = ("NOUN", "PROPN")
# What a noun phrase opens with that is no part of what it names.
_OPENING = ("DT", "PRP$", "WP$", "PDT", "WDT", "IN", "RB")
_LEFT = ("compound", "amod", "nmod", "poss", "advmod", "nummod")


class MeasureWords(NamedTuple):
    measured: frozenset[str]
    carriers: frozenset[str]
    pronouns: frozenset[str]
    backward: frozenset[str]
    within: frozenset[str]
    not_in: frozenset[str]
    reaching: frozenset[str]
    persons: frozenset[str]
    giving: frozenset[str]
    acts: frozenset[str]
    turned: frozenset[str]


@cache
def measure_words() -> MeasureWords:
    """The tables of lexicon/measures.toml."""
    data = load(PACKAGE, "measures")
    return MeasureWords(*(frozenset(data[name]) for name in MeasureWords._fields))


class Phrases:
    """The phrases of one release, which of its tokens are those of a figure, and the measures `found` so far."""

    def __init__(self, parse: Parse, figures: list[FigureFinding]) -> None:
        self.parse = parse
        self.tokens = parse.tokens
        self.figures = figures
        self.found: dict[int, Span | None] = {}
        self.inside: dict[int, int] = {}
        for place, figure in enumerate(figures):
            for token in parse.within(figure.span):
                self.inside[token.i] = place

    def top(self, figure: FigureFinding) -> Token | None:
        """The token of the figure whose head is not one of the figure's."""
        inside = self.parse.within(figure.span)
        tops = [token for token in inside if token.head == token.i or not covers(figure.span, self.tokens[token.head])]
        numbers = [t for t in tops if t.pos not in ("ADP", "ADV", "ADJ", "PART", "PUNCT", "CCONJ", "VERB")]
        return next(iter(reversed(numbers or tops)), None)

    def determined(self, noun: Token) -> bool:
        """Whether it is a place or a time rather than a thing: "in the region", "in March", "in 2 days"."""
        return any(self.tokens[c].tag in ("DT", "PRP$", "CD", "POS") for c in noun.children)

    def phrase(self, noun: Token, figure: FigureFinding) -> Span | None:
        """The noun with what stands before it and the phrases with "of", "in", "for" … behind; never the figure."""
        if noun.lower == "worth":
            noun = self.whole_of(noun) or noun  # "$3 billion worth of investments"
        if noun.lower in measure_words().pronouns or covers(figure.span, noun):
            return None
        if figure.kind != "age" and noun.lower in measure_words().persons:
            return None
        if figure.kind == "count" and noun.pos == "NOUN" and noun.lower in measure_words().acts:
            return None
        first = noun.i
        for child in noun.children:
            if child < noun.i and self.tokens[child].dep in _LEFT:
                first = min(first, self.parse.left_edge(child))
        # No other figure stands in it before the noun: "V10 engine" of "a 5.2 litre V10 engine".
        for i in range(first, noun.i):
            if i in self.inside and self.tokens[i].dep != "poss":
                first = i + 1
        while first < noun.i and (
            self.tokens[first].tag in _OPENING or self.tokens[first].pos in ("PUNCT", "NUM", "ADP", "CCONJ")
        ):
            if self.tokens[first].end == self.tokens[first + 1].start and self.tokens[first + 1].text == "-":
                break  # "two-way trade"
            first += 1
        if self.tokens[first].lower == "total" and first < noun.i:
            first += 1
        while noun.i > first and self._is_verb(noun, figure):
            noun = self.tokens[noun.i - 1]
        start, end = self.tokens[first].start, self.end(noun, figure)
        return Span(start, end) if start < end else None

    def whole_of(self, noun: Token) -> Token | None:
        """The noun behind "of" that hangs on the noun."""
        of = next((self.tokens[c] for c in noun.children if c > noun.i and self.tokens[c].lower == "of"), None)
        return next((self.tokens[c] for c in of.children if self.tokens[c].pos in NOUNS), None) if of else None

    def _is_verb(self, noun: Token, figure: FigureFinding) -> bool:
        """Whether a noun right before the figure is the clause's verb, misread: "the panels measure 5 cm"."""
        before, behind = self.tokens[noun.i - 1], self.tokens[min(noun.i + 1, len(self.tokens) - 1)]
        return (
            noun.lower in measure_words().turned
            and (before.tag in ("NNS", "NNPS") or noun.lower == "measure")
            and before.pos in NOUNS
            and (covers(figure.span, behind) or behind.lower in ("by", "between", "to", "from"))
        )

    def end(self, noun: Token, figure: FigureFinding, *, own: bool = False) -> int:
        end = noun.end
        after = self.tokens[noun.i + 1] if noun.i + 1 < len(self.tokens) else noun
        if (
            after.pos == "NUM"
            and after.i not in self.inside
            and after.sentence == noun.sentence
            and noun.pos == "PROPN"
        ):
            end = after.end  # "S&P 500"
        for child in noun.children:
            token = self.tokens[child]
            if child < noun.i:
                continue
            last = self.parse.right_edge(child)
            if self.tokens[child].dep == "punct" and token.text not in (",", "(", "-", "–", "—"):
                continue
            if last - child > 16 or (not own and self.parse.subtree(child).overlaps(figure.span)):
                break
            if token.dep == "prep" and token.lower in measure_words().within:
                if any(self._measured(k) for k in range(child, last + 1)):
                    break
                relative = [k for k in range(child, last + 1) if self.tokens[k].dep in ("relcl", "advcl", "appos")]
                if relative:
                    last = self.parse.left_edge(relative[0]) - 1
                while last > child and self.tokens[last].pos in ("PUNCT", "ADP", "CCONJ", "PRON"):
                    last -= 1
                end = self.tokens[last].end if last > child else end
                if relative:
                    break
            elif token.dep == "cc" and token.lower == "and" and end == noun.end:
                continue
            elif token.dep == "conj" and token.pos == noun.pos and end == noun.end and child - noun.i <= 3:
                end = token.end  # "lands and waters"
            elif (
                token.dep == "acl"
                and token.tag in ("VBN", "VBG")
                and 0 < last - child <= 7
                and self.parse.left_edge(child) == child
            ):
                end = self.tokens[last].end
            else:
                break
        return end

    def _measured(self, i: int) -> bool:
        """Whether the token is one of an amount, which is not part of a name as a count or an age may be."""
        return i in self.inside and self.figures[self.inside[i]].kind in ("money", "percent", "quantity")


def covers(span: Span, token: Token) -> bool:
    """Whether the token begins in the span."""
    return span.start <= token.start < span.end
