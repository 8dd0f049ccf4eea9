"""What a figure measures: the noun phrase that its number says something about, found on the syntax."""

from summitparse.figures.phrases import NOUNS, Phrases, covers, measure_words
from summitparse.findings import FigureFinding, Span
from summitparse.language.parse import Parse, Token

# How often a search climbs from a token to its head before it gives up.
HIGHEST = 12
_SUBJECTS = ("nsubj", "nsubjpass", "csubj")
_COMPARING = {("up", "from"), ("down", "from"), ("compared", "with"), ("compared", "to"), ("as", "against")}
_DIMENSIONS = ("long", "wide", "high", "tall", "deep", "thick", "in")
_BEFORE_NOUN = ("nummod", "compound", "amod", "nmod", "quantmod", "npadvmod", "poss")


class Measures(Phrases):
    """Finds measures of the figures of one release, in text order; those before help those behind."""

    def __init__(self, parse: Parse, figures: list[FigureFinding]) -> None:
        super().__init__(parse, figures)
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
        tops = [token for token in inside if token.head == token.i or not covers(figure.span, self.tokens[token.head])]
        numbers = [t for t in tops if t.pos not in ("ADP", "ADV", "ADJ", "PART", "PUNCT", "CCONJ", "VERB")]
        return next(iter(reversed(numbers or tops)), None)

    def _search(self, place: int, top: Token) -> Span | None:
        figure = self.figures[place]
        if self._stands_for(place, figure):
            return self.before(place)
        shared = self._compared(place)
        if shared:
            return shared
        return (
            self._flow(figure, top)
            or self._long(figure)
            or self._of(figure, top)
            or self._in_or_worth(figure)
            or self._climb(place, top, 0)
            or self._before_words(place)
        )

    def _before_words(self, place: int) -> Span | None:
        """Where the figure itself hangs on nothing useful: what the word right before it hangs on."""
        figure = self.figures[place]
        inside = self.parse.within(figure.span)
        at = inside[0].i - 1 if inside else -1
        while at >= 0 and self.tokens[at].pos in ("ADV", "PUNCT", "DET", "PART", "SYM") and self.tokens[at].text != ",":
            at -= 1
        if at < 1 or self.tokens[at].sentence != inside[0].sentence or at in self.inside:
            return None
        token = self.tokens[at]
        if token.pos in ("VERB", "AUX"):
            return self._subject(place, token, 0)
        if token.pos == "ADP":
            return self._behind_preposition(place, token, 0)
        if token.lower == "worth" and self.tokens[at - 1].pos in NOUNS:
            return self.phrase(self.tokens[at - 1], figure)
        if token.pos == "ADJ":
            return self._climb(place, token, 1)
        return self.phrase(token, figure) if token.pos in NOUNS else None

    def _stands_for(self, place: int, figure: FigureFinding) -> bool:
        """ "He mentioned a figure — over 40 billion dollars": the noun before only stands for the number."""
        inside = self.parse.within(figure.span)
        at = inside[0].i - 1 if inside else -1
        while at >= 0 and self.tokens[at].pos == "PUNCT":
            at -= 1
        return at >= 0 and self.tokens[at].lower in ("figure", "number", "amount") and figure.kind != "count"

    def _compared(self, place: int) -> Span | None:
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

    def _long(self, figure: FigureFinding) -> Span | None:
        """ "a bridge, 1,240 metres long": the noun before the comma."""
        inside = self.parse.within(figure.span)
        if figure.kind != "quantity" or not inside or inside[0].i < 2 or inside[-1].i + 1 >= len(self.tokens):
            return None
        comma, noun = self.tokens[inside[0].i - 1], self.tokens[inside[0].i - 2]
        if self.tokens[inside[-1].i + 1].lower not in _DIMENSIONS or comma.text != "," or noun.pos not in NOUNS:
            return None
        return self.phrase(noun, figure)

    def _flow(self, figure: FigureFinding, top: Token) -> Span | None:
        """ "84,000 arrivals from abroad": what is counted is a flow with its own direction."""
        if figure.kind != "count" or top.lemma not in measure_words().measured or top.pos != "NOUN":
            return None
        end = self._end(top, figure, own=True)
        behind = self.tokens[top.i + 1] if top.i + 1 < len(self.tokens) else top
        if end == top.end and behind.lower in ("to", "from", "into") and behind.dep == "prep" and behind.children:
            end = self.tokens[self.parse.right_edge(behind.i)].end
        start = next(
            (token.start for token in self.parse.within(figure.span) if token.start >= figure.number.end), None
        )
        return Span(start, end) if start is not None and end > top.end else None

    def _of(self, figure: FigureFinding, top: Token) -> Span | None:
        """ "110 million tonnes of freight", "450 Nm (332 lb-ft) of torque"."""
        if figure.kind == "count":
            return None
        return self._behind(figure, "of")

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
            thing.pos != "NOUN" or thing.lower in measure_words().not_in or self._determined(thing)
        ):
            return None
        return self.phrase(thing, figure)

    def _determined(self, noun: Token) -> bool:
        """Whether it is a place or a time rather than a thing: "in the region", "in March", "in 2 days"."""
        return any(self.tokens[c].tag in ("DT", "PRP$", "CD", "POS") for c in noun.children)

    def _in_or_worth(self, figure: FigureFinding) -> Span | None:
        """ "$48 billion in assets", "a grant worth up to $8 million"."""
        inside = self.parse.within(figure.span)
        before = self.tokens[inside[0].i - 2 : inside[0].i] if inside and inside[0].i >= 2 else []
        if (
            len(before) == 2
            and before[1].lower in ("worth", "costing", "totalling", "totaling")
            and before[0].pos in NOUNS
        ):
            return self.phrase(before[0], figure)
        return self._behind(figure, "in") if figure.kind == "money" else None

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
        if token.dep in _BEFORE_NOUN and head.i > token.i and head.pos in NOUNS:
            return self.phrase(head, figure)
        if token.dep in ("pobj", "pcomp"):
            return self._behind_preposition(place, head, steps)
        if token.dep == "appos" and head.pos in NOUNS:
            return self._noun(place, head, steps)
        if head.pos in ("VERB", "AUX"):
            if token.dep in _SUBJECTS:
                return self._of_carrier(place, token) if token.i not in self.inside else None
            return self._subject(place, head, 0)
        if head.pos in NOUNS:
            return self._noun(place, head, steps)
        return self._climb(place, head, steps + 1)

    def _of_carrier(self, place: int, token: Token) -> Span | None:
        return self.phrase(token, self.figures[place]) if token.pos in NOUNS else None

    def _behind_preposition(self, place: int, preposition: Token, steps: int) -> Span | None:
        """ "a price of $2m", "rose to $2m", "carbon levels at 1200 ppm"."""
        head = self.tokens[preposition.head]
        before = self.tokens[preposition.i - 1] if preposition.i else preposition
        if preposition.lower in ("at", "of", "with") and before.pos in NOUNS and before.i not in self.inside:
            head = before  # the parser often hangs "levels at 1200 ppm" on the verb
        while head.pos == "ADP" and head.head != head.i and steps < HIGHEST:
            head, steps = self.tokens[head.head], steps + 1
        if head.i in self.inside:
            other = self.inside[head.i]
            if other != place and self.figures[other].kind != "count":
                return self.found.get(other)
        if head.pos in NOUNS:
            return self._noun(place, head, steps)
        if head.pos in ("VERB", "AUX"):
            moved = self._moved(head) if preposition.lower in ("to", "by", "at", "from") else None
            return self.phrase(moved, self.figures[place]) if moved else self._subject(place, head, 0)
        return self._climb(place, head, steps + 1) if head.i != preposition.i else None

    def _moved(self, verb: Token) -> Token | None:
        """ "limit warming to 1.5 degrees", "cut emissions by half": what the verb moves."""
        for child in verb.children:
            token = self.tokens[child]
            if token.dep == "dobj" and token.pos in NOUNS and token.i not in self.inside:
                return token if token.lower not in measure_words().pronouns else None
        return None

    def _noun(self, place: int, noun: Token, steps: int) -> Span | None:
        """A noun that the figure hangs on; of a mere carrier ("an increase of 5 %") what it carries the figure for."""
        if noun.i in self.inside and self.inside[noun.i] == place:
            return self._climb(place, noun, steps + 1)
        if noun.lemma in measure_words().carriers and not any(
            self.tokens[c].dep in ("compound", "poss", "amod") and self.tokens[c].i not in self.inside
            for c in noun.children
        ):
            thing = self._thing_of(place, noun)
            if thing:
                return thing
            head = self.tokens[noun.head]
            if noun.dep not in _SUBJECTS and head.i != noun.i and steps < HIGHEST:
                above = self._climb(place, noun, steps + 1)
                if above:
                    return above
            if noun.lemma in ("total", "sum", "amount", "number"):
                return None
        return self.phrase(noun, self.figures[place])

    def _thing_of(self, place: int, noun: Token) -> Span | None:
        """The whole of "an increase in X", "the number of X"."""
        for child in noun.children:
            token = self.tokens[child]
            if token.dep == "prep" and token.lower == "of" and not self._holds(place, token):
                thing = next((self.tokens[c] for c in token.children if self.tokens[c].pos in NOUNS), None)
                if thing is not None and thing.i not in self.inside:
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
        if subject is not None and self.inside.get(subject.i) == place:
            return self._object(place, verb)
        if subject is not None:
            if self._gives(place, verb, subject):
                return self._given_for(place, verb)
            if subject.lower in ("which", "that", "who") and verb.dep in ("relcl", "acl") and head.pos in NOUNS:
                return self.phrase(head, self.figures[place])
            if subject.tag == "VBG" and not any(self.tokens[c].dep == "dobj" for c in subject.children):
                return subject.span  # "sampling came back at 4 ppb"
            if subject.tag not in ("PRP", "EX", "DT", "WDT", "WP", "VBG", "VB") and subject.lower not in words.pronouns:
                return self._whole(subject) or self.phrase(subject, self.figures[place])
            part = self._part(place, subject)
            if part:
                return part
            if verb.dep == "ccomp" and subject.lower in ("it", "they", "he", "she") and head.pos == "VERB":
                speaker = next((self.tokens[c] for c in head.children if self.tokens[c].dep in _SUBJECTS), None)
                if speaker is not None and speaker.pos in NOUNS and self.figures[place].kind == "count":
                    return self.phrase(speaker, self.figures[place])
            return self._object(place, verb) or self._backward(place, subject)
        if verb.dep == "relcl" or (verb.dep == "acl" and verb.tag != "VB"):
            return self._climb(place, head, steps + 1) if head.i in self.inside else self._noun(place, head, steps)
        if verb.dep == "acl":
            return self._climb(place, head, steps + 1) or self._object(place, verb)
        if head.i != verb.i and head.pos in ("VERB", "AUX"):
            return self._goal(place, verb) or self._subject(place, head, steps + 1) or self._object(place, verb)
        if verb.dep in ("pcomp", "advcl", "conj", "xcomp", "ccomp") and head.i != verb.i:
            return self._goal(place, verb) or self._climb(place, verb, steps + 1) or self._object(place, verb)
        return self._object(place, verb)

    def _gives(self, place: int, verb: Token, subject: Token) -> bool:
        """Whether the subject gives, signs or announces the figure's things, by its own verb or one below it."""
        if subject.dep != "nsubj" or self.figures[place].kind == "age" or verb.dep == "relcl":
            return False
        top = self.top(self.figures[place])
        token = self.tokens[top.head] if top else verb
        while token.i != verb.i and token.head != token.i and token.pos not in ("VERB", "AUX"):
            token = self.tokens[token.head]
        return token.lemma in measure_words().giving

    def _given_for(self, place: int, verb: Token) -> Span | None:
        """ "invest $5 million in offshore wind", "announced $3 million for the fund": what the money goes to."""
        figure = self.figures[place]
        bought = self._moved(verb)
        if bought:
            return self.phrase(bought, figure)
        if figure.kind not in ("money", "percent"):
            return None
        after = self.parse.within(Span(figure.span.end, figure.span.end + 90))
        for token in after:
            if token.sentence != verb.sentence or token.pos in ("VERB", "AUX") or token.i in self.inside:
                return None
            if token.dep != "prep" or token.lower not in ("for", "in", "into", "towards"):
                continue
            thing = next((self.tokens[c] for c in token.children if self.tokens[c].dep == "pobj"), None)
            if thing is None or thing.i in self.inside or thing.pos != "NOUN":
                continue
            if token.lower == "for" or not (self._determined(thing) or thing.lower in measure_words().not_in):
                return self.phrase(thing, figure)
        return None

    def _part(self, place: int, subject: Token) -> Span | None:
        """ "Each of the buildings costs …": the buildings."""
        if subject.lower not in ("each", "all", "most", "some", "both", "many", "one", "none", "any", "half"):
            return None
        of = next((self.tokens[c] for c in subject.children if self.tokens[c].lower == "of"), None)
        thing = next((self.tokens[c] for c in of.children if self.tokens[c].dep == "pobj"), None) if of else None
        return self.phrase(thing, self.figures[place]) if thing is not None and thing.pos in NOUNS else None

    def _whole(self, token: Token) -> Span | None:
        """A subject that is itself a count or an age: "five launches", "a 60-year-old"."""
        other = self.inside.get(token.i)
        if other is None:
            return None
        if self.figures[other].kind not in ("count", "age"):
            return self.found.get(other)
        return Span(self.figures[other].number.start, self.figures[other].span.end)

    def _goal(self, place: int, verb: Token) -> Span | None:
        """ "adding $5 to the price": what a participle adds to or takes from."""
        if verb.tag != "VBG":
            return None
        for child in verb.children:
            token = self.tokens[child]
            if (
                token.dep == "prep"
                and token.lower in ("to", "from", "off")
                and token.start >= self.figures[place].span.end
            ):
                thing = next((self.tokens[c] for c in token.children if self.tokens[c].pos in NOUNS), None)
                if thing is not None and thing.i not in self.inside:
                    return self.phrase(thing, self.figures[place])
        return None

    def _object(self, place: int, verb: Token) -> Span | None:
        """ "paid $35,000 for a system", "bought a notebook for 1,200 euros": the other object, or what it was for."""
        figure = self.figures[place]
        for child in verb.children:
            token = self.tokens[child]
            if (
                token.dep in ("dobj", "attr")
                and token.pos in NOUNS
                and token.i not in self.inside
                and token.lower not in measure_words().pronouns
            ):
                return self.phrase(token, figure)
        for child in verb.children:
            token = self.tokens[child]
            if token.dep == "prep" and token.lower in ("for", "on", "in") and token.start > figure.span.end:
                thing = next((self.tokens[c] for c in token.children if self.tokens[c].pos in NOUNS), None)
                if thing is not None and thing.i not in self.inside and token.lower == "for":
                    return self.phrase(thing, figure)
        return None

    def _backward(self, place: int, subject: Token) -> Span | None:
        """What "it" or "the figure" points back to."""
        figure = self.figures[place]
        if (
            subject.lower not in measure_words().backward
            or figure.kind == "age"
            or (figure.kind == "count" and figure.unit)
        ):
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
                if token.start >= figure.span.start or token.pos not in NOUNS or token.i in self.inside:
                    continue
                if token.lemma.lower() in measure_words().measured and token.lower not in measure_words().pronouns:
                    return self.phrase(token, figure)
        return None

    def _loose(self, place: int, top: Token) -> Span | None:
        """A figure that hangs on nothing: the noun phrase right before it in its sentence."""
        figure = self.figures[place]
        for token in reversed(
            self.parse.sentence_tokens(top.sentence)[: max(0, top.i - self.parse.sentences[top.sentence][0])]
        ):
            if token.end <= figure.span.start and token.pos in NOUNS and token.i not in self.inside:
                return self.phrase(token, figure)
        return None
