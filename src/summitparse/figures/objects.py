"""What the verb above a figure does with it: what it moves, what money is given, paid or spent for."""

from summitparse.figures.currencies import currencies
from summitparse.figures.phrases import NOUNS, SUBJECTS, Reading, measure_words
from summitparse.findings import Span
from summitparse.language.parse import Token


class Objects(Reading):
    """The other things that the verb of a figure has."""

    def moved(self, verb: Token) -> Token | None:
        """ "limit warming to 1.5 degrees", "cut emissions by half": what the verb moves."""
        for child in verb.children:
            token = self.tokens[child]
            if token.dep != "dobj" or token.i in self.inside:
                continue
            if token.lower in ("all", "most", "part", "some", "half"):
                return self.phrases.whole_of(token)  # "buy all of the shares for $5 each"
            if token.pos in NOUNS and self.phrases.names(token):
                return token
        return None

    def changed(self, noun: Token) -> Token | None:
        """ "a 19 % drop in the index to 1,350": what has the level that the change leads to."""
        if noun.lemma not in measure_words().changes:
            return None
        after = (self.tokens[c] for c in noun.children if self.tokens[c].lower in ("in", "for", "of"))
        things = (self.tokens[c] for preposition in after for c in preposition.children)
        return next((token for token in things if token.pos in NOUNS and token.i not in self.inside), None)

    def holds(self, place: int, token: Token) -> bool:
        """Whether the figure stands in the subtree of the token."""
        return self.parse.subtree(token.i).contains(self.figures[place].number)

    def gives(self, place: int, verb: Token, subject: Token) -> Token | None:
        """The verb by which the subject gives, signs or announces the figure's things, its own or one below it."""
        figure = self.figures[place]
        if subject.dep != "nsubj" or figure.kind == "age" or verb.dep == "relcl":
            return None
        if figure.kind == "money" and subject.lower in currencies().nouns:
            return None  # "the dollar bought 65 cents"
        if figure.kind == "quantity" and (figure.unit or "").split("/")[0] not in measure_words().goods:
            return None  # "the engine delivers 193 hp"
        top = self.phrases.top(self.figures[place])
        token, money = self.tokens[top.head] if top else verb, self.figures[place].kind == "money"
        while token.i != verb.i and token.head != token.i:
            # "invested $2 million to widen roads and $3 million for ports": an infinitive passes the giving on.
            if token.pos in ("VERB", "AUX") and (
                token.lemma in measure_words().giving or token.tag != "VB" or not money
            ):
                break
            token = self.tokens[token.head]
        return token if token.lemma in measure_words().giving and token.pos == "VERB" else None

    def given_for(self, place: int, verb: Token) -> Span | None:
        """ "invest $5 million in offshore wind", "announced $3 million for the fund": what the money goes to."""
        figure = self.figures[place]
        bought = self.moved(verb)
        if bought and not self._is_given(place, bought):
            return self.phrases.phrase(bought, figure)
        return self.goes_to(place, ("for", "in", "into", "towards")) if figure.kind in ("money", "percent") else None

    def earned_from(self, place: int, verb: Token) -> Span | None:
        """ "earned $5 million from exports of timber": the exports."""
        after = (self.tokens[c] for c in verb.children if c > verb.i and self.tokens[c].lower == "from")
        things = (self.tokens[c] for preposition in after for c in preposition.children)
        thing = next((token for token in things if token.pos == "NOUN" and token.i not in self.inside), None)
        return self.phrases.phrase(thing, self.figures[place]) if thing is not None else None

    def _is_given(self, place: int, noun: Token) -> bool:
        """Whether the object of a verb gets the figure: "gives towns $5 million", "provides towns with $5 million"."""
        inside = self.parse.within(self.figures[place].span)
        before = self.tokens[inside[0].i - 1] if inside and inside[0].i else noun
        return before.lower == "with" or self.parse.right_edge(noun.i) == before.i

    def goes_to(self, place: int, prepositions: tuple[str, ...]) -> Span | None:
        """What the words behind a sum say that it is for."""
        figure = self.figures[place]
        inside = self.parse.within(figure.span)
        if not inside or figure.kind not in ("money", "percent"):
            return None
        after = self.parse.within(Span(figure.span.end, figure.span.end + 90))
        for token in after:
            if token.sentence != inside[0].sentence or token.pos in ("VERB", "AUX") or token.i in self.inside:
                return None
            if token.dep in SUBJECTS or (token.dep == "appos" and self.tokens[token.i - 1].tag == "DT"):
                return None  # "…, a spokesman for the ministry said"
            if token.dep != "prep" or token.lower not in prepositions:
                continue
            thing = self.child(token, "pobj")
            whole = self.figure_at(thing) if thing is not None else None
            if whole is not None and token.lower in ("for", "in"):
                return self.counts(whole)  # "$5 billion in three plants"
            if thing is None or thing.i in self.inside or not (thing.pos == "NOUN" or self._is_plan(thing)):
                continue
            if thing.lower in measure_words().not_in:
                return None
            if token.lower in ("for", "on") or not self.phrases.determined(thing):
                return self.phrases.phrase(thing, figure)
        return None

    def _is_plan(self, thing: Token) -> bool:
        """Whether it is a name of several words that a sum is for: a programme's rather than a country's."""
        return thing.pos == "PROPN" and any(self.tokens[c].dep == "compound" for c in thing.children)

    def listed(self, place: int) -> Span | None:
        """ "$10 million to widen roads; $50 million for ports, and $30 million for rail": each has its own."""
        inside = self.parse.within(self.figures[place].span)
        if self.figures[place].kind != "money" or not place or not inside or inside[-1].i + 1 >= len(self.tokens):
            return None
        before, behind = self.tokens[inside[0].i - 1], self.tokens[inside[-1].i + 1]
        return (
            self.goes_to(place, ("for",))
            if before.lower in (",", ";", "and", "with", "including") and behind.lower == "for"
            else None
        )

    def goal(self, place: int, verb: Token) -> Span | None:
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
                thing = self.phrases.noun_behind(token)
                if thing is not None and thing.i not in self.inside:
                    return self.phrases.phrase(thing, self.figures[place])
        return None

    def object(self, place: int, verb: Token) -> Span | None:
        """ "spent €90 on a ferry", "hired a tent for 200 euros": the other object, or what it was for."""
        figure = self.figures[place]
        if verb.lemma in measure_words().two_objects:
            return None  # whom it costs that, who gets it
        for child in verb.children:
            token = self.tokens[child]
            if (
                token.dep in ("dobj", "attr")
                and token.pos in NOUNS
                and token.i not in self.inside
                and token.lower not in measure_words().pronouns
                and not self._joined(place, token)
            ):
                return self.phrases.phrase(token, figure)
        for child in verb.children:
            token = self.tokens[child]
            if token.dep == "prep" and token.lower == "for" and token.start > figure.span.end:
                thing = self.phrases.noun_behind(token)
                if thing is not None and thing.i not in self.inside:
                    return self.phrases.phrase(thing, figure)
        return None

    def _joined(self, place: int, noun: Token) -> bool:
        """Whether the figure is named beside the noun: of "six years and one flood" neither measures the other."""
        return any(self.tokens[c].dep == "conj" and self.holds(place, self.tokens[c]) for c in noun.children)
