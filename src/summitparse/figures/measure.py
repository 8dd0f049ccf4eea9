"""What a figure measures: the noun phrase that its number says something about, found on the syntax."""

from functools import cache
from typing import NamedTuple

from summitparse.figures.tables import PACKAGE
from summitparse.findings import FigureFinding, Span
from summitparse.language.parse import Parse, Token
from summitparse.lexicon import load

# How often a search climbs from a token to its head before it gives up.
HIGHEST = 12
_SUBJECTS = ("nsubj", "nsubjpass", "csubj")
_BEFORE_NOUN = ("nummod", "compound", "amod", "nmod", "quantmod", "npadvmod", "poss")
_NOUNS = ("NOUN", "PROPN")


class MeasureWords(NamedTuple):
    measured: frozenset[str]
    carriers: frozenset[str]
    pronouns: frozenset[str]
    backward: frozenset[str]
    within: frozenset[str]


@cache
def measure_words() -> MeasureWords:
    """The tables of lexicon/measures.toml."""
    data = load(PACKAGE, "measures")
    return MeasureWords(*(frozenset(data[name]) for name in MeasureWords._fields))


class Measures:
    """Finds measures of the figures of one release, in text order; those before help those behind."""

    def __init__(self, parse: Parse, figures: list[FigureFinding]) -> None:
        self.parse = parse
        self.tokens = parse.tokens
        self.figures = figures
        self.inside: dict[int, int] = {}
        for place, figure in enumerate(figures):
            for token in parse.within(figure.span):
                self.inside[token.i] = place
        self.found: dict[int, Span | None] = {}

    def measure(self, place: int) -> Span | None:
        """The measure of figure number `place`; call it for one after the other."""
        top = self.top(self.figures[place])
        span = self._search(place, top) if top else None
        self.found[place] = span
        return span

    def top(self, figure: FigureFinding) -> Token | None:
        """The token of the figure whose head is not one of the figure's."""
        inside = self.parse.within(figure.span)
        tops = [token for token in inside if token.head == token.i or not _covers(figure.span, self.tokens[token.head])]
        numbers = [t for t in tops if t.pos not in ("ADP", "ADV", "ADJ", "PART", "PUNCT", "CCONJ", "VERB")]
        return (numbers or tops or [None])[-1]

    def _search(self, place: int, top: Token) -> Span | None:
        figure = self.figures[place]
        return self._of(figure, top) or self._climb(place, top, 0)

    def _of(self, figure: FigureFinding, top: Token) -> Span | None:
        """ "110 million tonnes of freight", "1 % of earnings"."""
        if figure.kind == "count":
            return None
        for token in self.parse.within(Span(figure.span.end, figure.span.end + 4)):
            if token.lower == "of":
                thing = next((self.tokens[c] for c in token.children if self.tokens[c].dep in ("pobj", "pcomp")), None)
                if thing is not None and thing.pos in _NOUNS:
                    return self.phrase(thing, figure)
        return None

    def _climb(self, place: int, token: Token, steps: int) -> Span | None:
        figure = self.figures[place]
        head = self.tokens[token.head]
        if steps > HIGHEST or head.i == token.i:
            return self._loose(place, token) if steps == 0 else None
        if token.dep == "conj" or (head.i in self.inside and self.inside[head.i] != place):
            other = self.inside.get(head.i)
            if other is not None and other != place and other in self.found:
                return self.found[other]
            return self._climb(place, head, steps + 1)
        if token.dep in _BEFORE_NOUN and head.i > token.i and head.pos in _NOUNS:
            return self.phrase(head, figure)
        if token.dep in ("pobj", "pcomp"):
            return self._behind_preposition(place, head, steps)
        if token.dep == "appos" and head.pos in _NOUNS:
            return self._noun(place, head, steps)
        if head.pos in ("VERB", "AUX"):
            if token.dep in _SUBJECTS:
                return self._of_carrier(place, token) if token.i not in self.inside else None
            return self._subject(place, head, 0)
        if head.pos in _NOUNS:
            return self._noun(place, head, steps)
        return self._climb(place, head, steps + 1)

    def _of_carrier(self, place: int, token: Token) -> Span | None:
        return self.phrase(token, self.figures[place]) if token.pos in _NOUNS else None

    def _behind_preposition(self, place: int, preposition: Token, steps: int) -> Span | None:
        """ "a price of $2m", "rose to $2m", "carbon levels at 1200 ppm"."""
        head = self.tokens[preposition.head]
        while head.pos == "ADP" and head.head != head.i and steps < HIGHEST:
            head, steps = self.tokens[head.head], steps + 1
        if head.i in self.inside:
            other = self.inside[head.i]
            if other != place and self.figures[other].kind != "count":
                return self.found.get(other)
        if head.pos in _NOUNS:
            return self._noun(place, head, steps)
        if head.pos in ("VERB", "AUX"):
            return self._subject(place, head, 0)
        return self._climb(place, head, steps + 1) if head.i != preposition.i else None

    def _noun(self, place: int, noun: Token, steps: int) -> Span | None:
        """A noun that the figure hangs on; of a mere carrier ("an increase of 5 %") what it carries the figure for."""
        if noun.i in self.inside and self.inside[noun.i] == place:
            return self._climb(place, noun, steps + 1)
        if noun.lower in measure_words().carriers or noun.lemma in measure_words().carriers:
            thing = self._thing_of(place, noun)
            if thing:
                return thing
            head = self.tokens[noun.head]
            if noun.dep not in _SUBJECTS and head.i != noun.i and steps < HIGHEST:
                above = self._climb(place, noun, steps + 1)
                if above:
                    return above
        return self.phrase(noun, self.figures[place])

    def _thing_of(self, place: int, noun: Token) -> Span | None:
        """X of "an increase in X", "the number of X"; or the compound before it ("export growth")."""
        for child in noun.children:
            token = self.tokens[child]
            if token.dep == "prep" and token.lower in ("of", "in", "for") and not self._holds(place, token):
                thing = next((self.tokens[c] for c in token.children if self.tokens[c].pos in _NOUNS), None)
                if thing is not None and thing.i not in self.inside:
                    return self.phrase(noun, self.figures[place])
        if any(self.tokens[c].dep in ("compound", "poss") for c in noun.children):
            return self.phrase(noun, self.figures[place])
        return None

    def _holds(self, place: int, token: Token) -> bool:
        """Whether the figure stands in the subtree of the token."""
        return self.parse.subtree(token.i).contains(self.figures[place].number)

    def _subject(self, place: int, verb: Token, steps: int) -> Span | None:
        """The subject of the verb, of the verbs above it, or what its relative clause belongs to."""
        if steps > HIGHEST:
            return None
        words = measure_words()
        head = self.tokens[verb.head]
        subject = next((self.tokens[c] for c in verb.children if self.tokens[c].dep in _SUBJECTS), None)
        if subject is not None and subject.i in self.inside and self.inside[subject.i] == place:
            subject = None
            return self._object(place, verb)
        if subject is not None:
            if subject.pos in _NOUNS and subject.lower not in words.pronouns:
                return self.phrase(subject, self.figures[place])
            if subject.lower in ("which", "that", "who") and verb.dep in ("relcl", "acl") and head.pos in _NOUNS:
                return self.phrase(head, self.figures[place])
            return self._object(place, verb) or self._backward(place, subject)
        if verb.dep in ("relcl", "acl") and head.pos in _NOUNS:
            return self._noun(place, head, steps) if head.i not in self.inside else self._climb(place, head, steps + 1)
        if head.i != verb.i and head.pos in ("VERB", "AUX"):
            return self._object(place, verb) or self._subject(place, head, steps + 1)
        if verb.dep in ("pcomp", "advcl", "conj", "xcomp", "ccomp") and head.i != verb.i:
            return self._object(place, verb) or self._climb(place, verb, steps + 1)
        return self._object(place, verb)

    def _object(self, place: int, verb: Token) -> Span | None:
        """ "paid $35,000 for a system", "bought a notebook for 1,200 euros": the other object, or what it was for."""
        figure = self.figures[place]
        for child in verb.children:
            token = self.tokens[child]
            if token.dep in ("dobj", "attr") and token.pos in _NOUNS and token.i not in self.inside and token.lower not in measure_words().pronouns:
                return self.phrase(token, figure)
        for child in verb.children:
            token = self.tokens[child]
            if token.dep == "prep" and token.lower in ("for", "on", "in") and token.start > figure.span.end:
                thing = next((self.tokens[c] for c in token.children if self.tokens[c].pos in _NOUNS), None)
                if thing is not None and thing.i not in self.inside and token.lower == "for":
                    return self.phrase(thing, figure)
        return None

    def _backward(self, place: int, subject: Token) -> Span | None:
        """What "it" or "the figure" points back to."""
        if subject.lower not in measure_words().backward or self.figures[place].kind in ("count", "age"):
            return None
        return self.before(place)

    def before(self, place: int) -> Span | None:
        """The measure of the figure before in the last sentences, or the nearest noun that releases measure."""
        figure = self.figures[place]
        here = self.parse.sentence_at(figure.span.start)
        if here is None:
            return None
        if place and self.found.get(place - 1) and self.figures[place - 1].kind == figure.kind:
            there = self.parse.sentence_at(self.figures[place - 1].span.start)
            if there is not None and here - there <= 2:
                return self.found[place - 1]
        for sentence in range(here, max(-1, here - 4), -1):
            for token in reversed(self.parse.sentence_tokens(sentence)):
                if token.start >= figure.span.start or token.pos not in _NOUNS or token.i in self.inside:
                    continue
                if token.lemma.lower() in measure_words().measured and token.lower not in measure_words().pronouns:
                    return self.phrase(token, figure)
        return None

    def _loose(self, place: int, top: Token) -> Span | None:
        """A figure that hangs on nothing: the noun phrase right before it in its sentence."""
        figure = self.figures[place]
        for token in reversed(self.parse.sentence_tokens(top.sentence)[: max(0, top.i - self.parse.sentences[top.sentence][0])]):
            if token.end <= figure.span.start and token.pos in _NOUNS and token.i not in self.inside:
                return self.phrase(token, figure)
        return None

    def phrase(self, noun: Token, figure: FigureFinding) -> Span | None:
        """The noun with what stands before it and the phrases with "of", "in", "for" … behind; never the figure."""
        if noun.i in self.inside and self.figures[self.inside[noun.i]] is figure:
            return None
        if noun.lower in measure_words().pronouns:
            return None
        first = noun.i
        for child in noun.children:
            token = self.tokens[child]
            if child < noun.i and token.dep in ("compound", "amod", "nmod", "poss", "nummod", "advmod") and token.pos != "PUNCT":
                first = min(first, self.parse.left_edge(child) if token.dep != "nummod" else child)
        start = self.tokens[first].start
        if start < figure.span.end <= noun.start:
            start = next(t.start for t in self.tokens[first : noun.i + 1] if t.start >= figure.span.end)
            while start < noun.start and self.parse.at(start) is not None and self.parse.at(start).pos in ("PUNCT", "DET", "ADP"):  # type: ignore[union-attr]
                start = self.tokens[self.parse.at(start).i + 1].start  # type: ignore[union-attr]
        opening = self.parse.at(start)
        while opening is not None and opening.i < noun.i and (opening.tag in ("DT", "PRP$", "WP$", "PDT") or opening.pos == "PUNCT"):
            opening = self.tokens[opening.i + 1]
        start = opening.start if opening is not None else start
        end = self._end(noun, figure)
        return Span(start, end) if start < end else None

    def _end(self, noun: Token, figure: FigureFinding) -> int:
        end = noun.end
        for child in noun.children:
            token = self.tokens[child]
            if child < noun.i:
                continue
            if token.dep == "prep" and token.lower in measure_words().within:
                last = self.tokens[self.parse.right_edge(child)]
                if any(t.i in self.inside for t in self.tokens[child : last.i + 1]) or last.i - child > 14:
                    break
                if any(self.tokens[k].dep in ("relcl", "acl", "advcl") for k in range(child, last.i + 1)):
                    break
                end = last.end
            elif token.dep in ("conj", "cc") and end == noun.end:
                continue
            elif token.dep not in ("case", "punct"):
                break
        return end


def _covers(span: Span, token: Token) -> bool:
    return span.start <= token.start < span.end
