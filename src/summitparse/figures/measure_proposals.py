"""What a figure may be said of: phrases near it, under the names of how the two hang together."""

from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from summitparse.figures.phrases import NOUNS, PROPER, VERBS, Phrases, covers
from summitparse.figures.tables import measure_words
from summitparse.findings import FigureFinding, Span
from summitparse.language.parse import Token
from summitparse.language.tags import SUBJECTS
from summitparse.text.signs import DASH_TOKENS

# So many nouns before a figure in its sentence, and as many behind, are proposed.
NEAREST = 10
# Heads that the way from a figure to a noun may go up, and as many down.
FARTHEST = 12
# Tokens of a label, and of the sentences before in which what "it" stands for is looked for.
LONGEST_LABEL = 16
SENTENCES_BACK = 3
_MODIFYING = ("nummod", "compound", "amod", "nmod", "quantmod", "npadvmod", "poss")
_JOINING = ("ADP", "PART")
_PREDICATES = ("VERB", "ADJ")
_OBJECTS = ("dobj", "attr", "dative", "oprd")
_IN_NOUN_PHRASE = ("ADJ", "NUM", "PART", "PUNCT", *NOUNS)
# What parts two phrases.
_STOPS = frozenset(",;:()[]") | DASH_TOKENS - {"-"}
_BULLETS = frozenset("•*;")
_SIGNS = DASH_TOKENS | {":", "+"}


# The readings, the surest first.
READINGS = (
    *("labelled", "modified", "next", "behind", "held", "subject", "object", "described"),
    *("oblique", "same", "before", "near", "back", "governing"),
)


class Way(NamedTuple):
    """The way in the tree from a figure to a noun: what it is called, the preposition that joins them ("" without one),
    the steps up and down, and how many verbs are passed before the one they share."""

    reading: str
    preposition: str = ""
    up: int = FARTHEST
    down: int = FARTHEST
    passed: int = 0


class Proposal(NamedTuple):
    """A noun phrase that a figure may be said of, or the verb or adjective that governs it; and the names of how they
    hang together, the surest first."""

    span: Span
    noun: Token | None
    readings: tuple[str, ...]
    way: Way = Way("none")

    @property
    def governs(self) -> bool:
        """Whether it is a verb or an adjective."""
        return self.way.reading == "governing"


class Proposals:
    """Proposes measures for the figures of one release; `found` are the measures of those before, by place."""

    def __init__(self, phrases: Phrases) -> None:
        self.phrases = phrases
        self.parse, self.tokens, self.inside = phrases.parse, phrases.tokens, phrases.inside
        self.found: dict[int, Span | None] = {}

    def of(self, place: int) -> list[Proposal]:
        """The noun phrases for figure number `place`, each once."""
        figure = self.phrases.figures[place]
        top = self.phrases.top(figure)
        if top is None:
            return []
        made: dict[Span, Proposal] = {}
        for one in (*self._near(place, figure, top), *self._before(place, top), *self._governing(figure, top)):
            known = made.get(one.span, one)
            readings = sorted({*known.readings, *one.readings}, key=READINGS.index)
            made[one.span] = known._replace(readings=tuple(readings))
        return list(made.values())

    def _governing(self, figure: FigureFinding, top: Token) -> Iterator[Proposal]:
        """The verb or adjective of the figure: "have invested $5 million", "medicines worth $3 million"; none of an
        age, which says itself what it is."""
        if figure.kind == "age":
            return
        path = [top, *(self.tokens[i] for i in islice(self.parse.ancestors(top.i), FARTHEST))]
        told = next((token for token in path if token.pos in _PREDICATES and token.i not in self.inside), None)
        if told is not None:
            yield Proposal(Span(told.start, told.end), told, ("governing",), Way("governing", "", path.index(told), 0))

    def _before(self, place: int, top: Token) -> Iterator[Proposal]:
        """The label of the figure, the measure of the figure before, and what the sentences before speak of."""
        label = self._label(self.phrases.figures[place])
        if label is not None:
            yield Proposal(label, self.phrases.head_of(label), ("labelled",))
        last = self.phrases.top(self.phrases.figures[place - 1]) if place else None
        if last is not None and top.sentence - last.sentence < SENTENCES_BACK:
            span = self.found.get(place - 1)
            if span is not None:
                reading = "same" if last.sentence == top.sentence else "back"
                yield Proposal(span, self.phrases.head_of(span), (reading,))
        back = self._spoken_of(place, top)
        if back is not None:
            yield back

    def _spoken_of(self, place: int, top: Token) -> Proposal | None:
        """The nearest noun of the sentences before that releases measure: what "it" or "the figure" is."""
        for sentence in range(top.sentence - 1, max(-1, top.sentence - 1 - SENTENCES_BACK), -1):
            for token in reversed(self.parse.sentence_tokens(sentence)):
                measured = token.pos in NOUNS and token.lemma.lower() in measure_words("measured")
                if measured and token.i not in self.inside:
                    span = self.phrases.phrase(token, self.phrases.figures[place])
                    return Proposal(span, token, ("back",)) if span is not None else None
        return None

    def _label(self, figure: FigureFinding) -> Span | None:
        """ "Total cost: $5 million", "- Mill Lane - 4 km": the words of a line or sentence up to a sign before the
        figure, without a verb."""
        inside = self.parse.within(figure.span)
        at = inside[0].i - 1 if inside else -1
        at -= at > 0 and self.tokens[at].end > figure.span.start  # "+2.1" is one token
        sign = at
        while sign > 0 and self.tokens[sign].text in _SIGNS:
            sign -= 1
        if sign == at or sign < 0:
            return None
        first = sign
        while first > 0 and self._is_of_label(first - 1, sign):
            first -= 1
        words = self.tokens[first : sign + 1]
        opens = first == 0 or self.tokens[first - 1].sentence != words[0].sentence or self._is_bullet(first - 1)
        speaker = self.tokens[sign + 1].text == ":" and words[-1].pos in PROPER
        if not opens or speaker or len(words) > LONGEST_LABEL or not any(token.pos in NOUNS for token in words):
            return None
        return Span(words[0].start, words[-1].end)

    def _is_of_label(self, at: int, last: int) -> bool:
        token = self.tokens[at]
        same = token.sentence == self.tokens[last].sentence and at not in self.inside
        return same and last - at < LONGEST_LABEL and token.pos not in VERBS and not self._is_bullet(at)

    def _is_bullet(self, at: int) -> bool:
        """Whether a sign opens an item of a list, or parts one from the next."""
        token = self.tokens[at]
        first = at == 0 or self.tokens[at - 1].sentence != token.sentence
        return token.text in _BULLETS or (first and token.pos == "PUNCT")

    def _near(self, place: int, figure: FigureFinding, top: Token) -> Iterator[Proposal]:
        """The nouns of the figure's own sentence."""
        first, last = self.parse.sentences[top.sentence]
        inside = self.parse.within(figure.span)
        before = (t for t in reversed(self.tokens[first : inside[0].i]))
        behind = (t for t in self.tokens[inside[-1].i + 1 : last])
        path = [top.i, *islice(self.parse.ancestors(top.i), FARTHEST)]
        steps = {i: up for up, i in enumerate(path)}
        for side in (before, behind):
            for noun in islice(filter(self._is_head, side), NEAREST):
                span = self._span(noun, place)
                if span is None or span.overlaps(figure.number):
                    continue
                way = self._way(figure, path, steps, noun)
                if way.reading == "subject" and self._says(noun):
                    continue
                reading = way.reading if way.reading in READINGS else "near"
                yield Proposal(span, noun, (reading, *self._beside(inside, noun, span)), way)

    def _is_head(self, token: Token) -> bool:
        """Whether a token is the noun of a phrase, and not only one before another noun."""
        if token.pos not in NOUNS:
            return False
        head = self.tokens[token.head]
        return not (token.dep in _MODIFYING and head.i > token.i and head.i not in self.inside)

    def _says(self, noun: Token) -> bool:
        """Whether the noun is who mentions the figure, and so nothing that is measured; "output is projected to rise"
        has nobody who does."""
        verb = self.tokens[noun.head]
        said = noun.dep.endswith("pass")
        return not said and verb.pos in VERBS and verb.lemma in measure_words("saying")

    def _span(self, noun: Token, place: int) -> Span | None:
        """The phrase of a noun; of the noun of another count what that counts."""
        other = self.inside.get(noun.i)
        if other is None or other == place:
            return self.phrases.phrase(noun, self.phrases.figures[place])
        whole = self.phrases.figures[other]
        return self.phrases.counted(whole) if whole.kind == "count" and noun.start >= whole.number.end else None

    def _beside(self, inside: list[Token], noun: Token, span: Span) -> Iterator[str]:
        """Readings of the words between a figure and a noun, where they say it better than the tree does."""
        if noun.i > inside[-1].i:
            between = self.tokens[inside[-1].i + 1 : noun.i]
            if all(token.pos in _IN_NOUN_PHRASE for token in between) and not any(t.text in _STOPS for t in between):
                yield "next"
            words = [token.lower for token in self.tokens[inside[-1].i + 1 :][: 1 + 4] if token.start < span.start]
            if words and words[0] in measure_words("linking") and self.tokens[noun.head].i <= inside[-1].i + 3:
                yield "behind"
        else:
            between = self.tokens[noun.i + 1 : inside[0].i]
            if len(between) <= 3 and not any(token.pos in NOUNS for token in between):
                yield "before"

    def _way(self, figure: FigureFinding, path: list[int], steps: dict[int, int], noun: Token) -> Way:
        links: list[Token] = []
        at = noun
        while at.i not in steps:
            if at.head == at.i or len(links) >= FARTHEST:
                return Way("apart")
            links.append(at)
            at = self.tokens[at.head]
        up, down = steps[at.i], len(links)
        if not links:
            return self._above(self.tokens[path[up - 1]], up)
        first = links[-1]
        preposition = first.lower if first.pos in _JOINING else ""
        if up == 0 or covers(figure.span, at):
            return Way("behind" if preposition else "below", preposition, up, down)
        reading = "beside"
        if at.pos in VERBS:
            role = "subject" if first.dep in SUBJECTS else "object" if first.dep in _OBJECTS else ""
            reading = (role if down == 1 else f"of-{role}") if role else "oblique" if preposition else reading
        return Way(reading, preposition, up, down, sum(self.tokens[i].pos in VERBS for i in path[:up]))

    def _above(self, below: Token, up: int) -> Way:
        """A noun that the figure hangs on: `below` is the token under it on the way to the figure."""
        if below.pos in _JOINING:
            return Way("held", below.lower, up, 0)
        if up == 1 and below.dep in _MODIFYING:
            return Way("modified", "", up, 0)
        names = {"appos": "apposed", "relcl": "described", "acl": "described", "conj": "joined"}
        return Way(names.get(below.dep, "above"), "", up, 0)
