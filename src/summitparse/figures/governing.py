"""What a figure measures by the tree above it: the noun, the verb with its subject and object, the clause above."""

from summitparse.figures.back import Back
from summitparse.figures.phrases import NOUNS, Phrases, measure_words
from summitparse.findings import Span
from summitparse.language.parse import Token

# How often a search climbs from a token to its head before it gives up.
HIGHEST = 12
# How many tokens before a verb are searched for its subject.
FARTHEST = 30
# Verbs whose first object has, gives or gets the money that the second names.
_TWO_OBJECTS = ("cost", "save", "give", "award", "grant", "pay")
_TIMES = ("year", "half", "quarter", "month", "week", "period", "season")
_SUBJECTS = ("nsubj", "nsubjpass", "csubj")
_PASSED = ("ADV", "PUNCT", "DET", "PART", "SYM")
_BEFORE_NOUN = ("nummod", "compound", "amod", "nmod", "quantmod", "npadvmod", "poss")


class Governing:
    """Climbs from a figure to what governs it."""

    def __init__(self, phrases: Phrases, back: Back) -> None:
        self.phrases = phrases
        self.back = back
        self.parse = phrases.parse
        self.tokens = phrases.tokens
        self.inside = phrases.inside
        self.figures = phrases.figures
        self.found = phrases.found

    def before_words(self, place: int) -> Span | None:
        """Where the figure itself hangs on nothing useful: what the word right before it hangs on."""
        figure = self.figures[place]
        inside = self.parse.within(figure.span)
        at = inside[0].i - 1 if inside else -1
        while at >= 0 and self.tokens[at].pos in _PASSED and self.tokens[at].text not in (",", ";"):
            at -= 1
        if at < 1 or self.tokens[at].sentence != inside[0].sentence or at in self.inside:
            return None
        token = self.tokens[at]
        if token.pos in ("VERB", "AUX"):
            return self._subject(place, token, 0)
        if token.pos == "ADP":
            return self._behind_preposition(place, token, 0)
        if token.lower == "worth" and self.tokens[at - 1].pos in NOUNS:
            return self.phrases.phrase(self.tokens[at - 1], figure)
        if token.pos == "ADJ":
            return self.climb(place, token, 1)
        above = token
        for _ in range(HIGHEST):
            above = self.phrases.holder(above) or above
        if above.dep in ("dobj", "dative") and self.tokens[above.head].lemma in _TWO_OBJECTS:
            return None  # whom it costs that
        return self.phrases.phrase(token, figure) if token.pos in NOUNS else None

    def climb(self, place: int, token: Token, steps: int) -> Span | None:
        figure = self.figures[place]
        head = self.tokens[token.head]
        if steps > HIGHEST or head.i == token.i:
            return self._goes_to(place, ("for",)) or self.back.loose(place, token) if steps == 0 else None
        if token.dep == "conj" or (head.i in self.inside and self.inside[head.i] != place):
            other = self.inside.get(head.i)
            if other is not None and other != place and other in self.found:
                return self.found[other]
            return self.climb(place, head, steps + 1)
        if token.dep in _BEFORE_NOUN and head.i > token.i and head.pos in NOUNS:
            while head.dep == "compound" and head.i < head.head and head.head not in self.inside:
                head = self.tokens[head.head]
            return self.phrases.phrase(head, figure)
        if token.dep in ("pobj", "pcomp"):
            return self._behind_preposition(place, head, steps)
        if token.dep == "appos" and head.pos in NOUNS:
            return self._noun(place, head, steps)
        if head.pos in ("VERB", "AUX"):
            if token.dep in _SUBJECTS and token.i in self.inside:
                return self._goes_to(place, ("for",))
            if token.dep in _SUBJECTS:
                return self.phrases.phrase(token, figure) if token.pos in NOUNS else None
            return self._subject(place, head, 0)
        if head.pos in NOUNS:
            return self._noun(place, head, steps)
        return self.climb(place, head, steps + 1)

    def _behind_preposition(self, place: int, preposition: Token, steps: int) -> Span | None:
        """ "a price of $2m", "rose to $2m", "carbon levels at 1200 ppm"."""
        head = self.tokens[preposition.head]
        before = self.tokens[preposition.i - 1] if preposition.i else preposition
        if preposition.lower in ("at", "of", "with") and before.pos in NOUNS and before.i not in self.inside:
            if preposition.lower == "with" and before.dep in ("dobj", "conj") and head.lemma in measure_words().giving:
                return None  # "provided schools and libraries with 10 million devices"
            head = self._topmost(before, preposition)  # the parser often hangs "levels at 1200 ppm" on the verb
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
            return self.phrases.phrase(moved, self.figures[place]) if moved else self._subject(place, head, 0)
        return self.climb(place, head, steps + 1) if head.i != preposition.i else None

    def _topmost(self, noun: Token, preposition: Token) -> Token:
        """ "costs for patients at $5", "volumes for the market of 15 bcm": of nouns in one another the one measured."""
        measured, above = measure_words().measured, self.phrases.holder(noun)
        if above is not None and noun.pos == above.pos == "PROPN" and above.i == noun.i - 2:
            return above  # "a Line of Credit of $5 million"
        verb = self.tokens[self.tokens[noun.head].head]
        thing = self._moved(verb) if noun.dep == "pobj" and verb.pos == "VERB" and preposition.lower != "with" else None
        if thing is not None and thing.i < noun.i and (preposition.lower == "at" or noun.pos == "PROPN"):
            # "sell bread in shops at $2", "returned a profit to the Treasury of $5 million"
            return thing if preposition.lower == "at" or thing.lemma in measured else noun
        for _ in range(HIGHEST):
            if above is None or noun.lemma in measured:
                break
            if above.lemma in measured or preposition.lower == "at":
                return above
            above = self.phrases.holder(above)
        return noun

    def _moved(self, verb: Token) -> Token | None:
        """ "limit warming to 1.5 degrees", "cut emissions by half": what the verb moves."""
        for child in verb.children:
            token = self.tokens[child]
            if token.dep == "dobj" and token.pos in NOUNS and token.i not in self.inside:
                return token
        return None

    def _noun(self, place: int, noun: Token, steps: int) -> Span | None:
        """A noun that the figure hangs on; of a mere carrier ("an increase of 5 %") what it carries the figure for."""
        if noun.i in self.inside and self.inside[noun.i] == place:
            return self.climb(place, noun, steps + 1)
        if noun.lemma in measure_words().carriers and not any(
            self.tokens[c].dep in ("compound", "poss", "amod") and self.tokens[c].i not in self.inside
            for c in noun.children
        ):
            thing = self._thing_of(place, noun)
            if thing:
                return thing
            head = self.tokens[noun.head]
            if noun.dep not in _SUBJECTS and head.i != noun.i and steps < HIGHEST:
                above = self.climb(place, noun, steps + 1)
                if above:
                    return above
            if noun.lemma in ("total", "sum", "amount", "number"):
                return None
        return self.phrases.phrase(noun, self.figures[place])

    def _thing_of(self, place: int, noun: Token) -> Span | None:
        """The whole of "an increase in X", "the number of X"."""
        for child in noun.children:
            token = self.tokens[child]
            if token.dep == "prep" and token.lower == "of" and not self._holds(place, token):
                thing = next((self.tokens[c] for c in token.children if self.tokens[c].pos in NOUNS), None)
                if thing is not None and thing.i not in self.inside:
                    return self.phrases.phrase(noun, self.figures[place])
        return None

    def _holds(self, place: int, token: Token) -> bool:
        """Whether the figure stands in the subtree of the token."""
        return self.parse.subtree(token.i).contains(self.figures[place].number)

    def _subject(self, place: int, verb: Token, steps: int, *, joined: bool = False) -> Span | None:
        """The subject of the verb, of the verbs above it, or what its relative clause belongs to.

        `joined`: the figure is of a verb joined to this one, with which it shares the subject but not the object.
        """
        if steps > HIGHEST:
            return None
        words = measure_words()
        head = self.tokens[verb.head]
        if verb.lemma in words.paying and not steps and self.figures[place].kind == "money":
            paid = self._goes_to(place, ("for", "on"))
            if paid:
                return paid
        subject = next((self.tokens[c] for c in verb.children if self.tokens[c].dep in _SUBJECTS), None)
        if subject is not None and self.inside.get(subject.i) == place:
            return self._object(place, verb)
        if subject is not None:
            giver = self._gives(place, verb, subject)
            if giver:
                return self._given_for(place, giver)
            if subject.lower in ("which", "that", "who") and verb.dep in ("relcl", "acl") and head.pos in NOUNS:
                return self._described(place, head)
            if subject.dep == "csubj":  # "The office opened in May gives $5 million", misread
                named = next((self.tokens[c] for c in subject.children if self.tokens[c].dep == "nsubj"), None)
                subject = named if named is not None else subject
            if subject.tag == "VBG" and not any(self.tokens[c].dep == "dobj" for c in subject.children):
                return subject.span  # "sampling came back at 4 ppb"
            if subject.tag not in ("PRP", "EX", "DT", "WDT", "WP", "VBG", "VB") and self._may_be_measured(subject):
                return self._whole(subject) or self.phrases.phrase(subject, self.figures[place])
            part = self._part(place, subject)
            if part:
                return part
            if verb.dep == "ccomp" and subject.lower in ("it", "they", "he", "she") and head.pos == "VERB":
                speaker = next((self.tokens[c] for c in head.children if self.tokens[c].dep in _SUBJECTS), None)
                if speaker is not None and speaker.pos in NOUNS and self.figures[place].kind == "count":
                    return self.phrases.phrase(speaker, self.figures[place])
            return (None if joined else self._object(place, verb)) or self._backward(place, subject)
        unseen = self._unseen_subject(place, verb)
        if unseen:
            return unseen
        if verb.dep == "relcl" or (verb.dep == "acl" and verb.tag != "VB"):
            return self.climb(place, head, steps + 1) if head.i in self.inside else self._noun(place, head, steps)
        if verb.dep in ("acl", "xcomp") and verb.tag == "VB" and head.pos in NOUNS and verb.lemma in words.giving:
            return self._given_for(place, verb)  # "Canada to provide $42 million"
        if verb.dep == "acl":
            return self.climb(place, head, steps + 1) or self._object(place, verb)
        if verb.dep == "ccomp" and head.lemma in words.saying:
            return self._object(place, verb)
        if verb.tag == "VBG" and verb.lemma in words.extending and head.lemma in words.giving:
            thing = self._moved(head)  # "approved the road, covering 318 km"
            return self.phrases.phrase(thing, self.figures[place]) if thing else None
        if head.i != verb.i and head.pos in ("VERB", "AUX"):
            found = self._goal(place, verb) or self._subject(place, head, steps + 1, joined=verb.dep == "conj")
            return found or self._object(place, verb)
        if verb.dep in ("pcomp", "advcl", "conj", "xcomp", "ccomp") and head.i != verb.i:
            return self._goal(place, verb) or self.climb(place, verb, steps + 1) or self._object(place, verb)
        return self._object(place, verb)

    def _may_be_measured(self, subject: Token) -> bool:
        return subject.lower not in measure_words().pronouns or self.phrases.names(subject)

    def _described(self, place: int, noun: Token) -> Span | None:
        """What a relative clause says the figure of: "a budget for the chairman, which was …" is about the budget."""
        figure = self.figures[place]
        above = self.tokens[self.tokens[noun.head].head]
        if figure.kind != "age" and noun.lower in measure_words().persons and noun.dep == "pobj" and above.pos in NOUNS:
            return self.phrases.phrase(above, figure)
        name = self.phrases.holder(noun)
        while noun.pos == "PROPN" and name is not None and name.pos == "PROPN":
            noun, name = name, self.phrases.holder(name)  # "the Plan for Relief, which …": the plan
        return self.phrases.phrase(noun, figure)

    def _unseen_subject(self, place: int, verb: Token) -> Span | None:
        """What stands before a finite verb to which the parser gave no subject."""
        if verb.tag not in ("VBD", "VBZ", "VBP") or verb.dep in ("conj", "relcl", "acl", "amod"):
            return None
        at, first = verb.i - 1, max(self.parse.sentences[verb.sentence][0], verb.i - FARTHEST)
        if verb.dep == "ccomp":  # "it was noted that trade rose"
            first = max(first, self.parse.left_edge(verb.i))
        while at > first and self.tokens[at].pos in ("AUX", "ADV"):
            at -= 1
        if at > first and self.tokens[at].text == ",":  # "debt, without that of banks, was …"
            at = next((k - 1 for k in range(at - 1, first, -1) if self.tokens[k].text == ","), first)
        token = self.tokens[at]
        if at < first or at in self.inside or any(other.tag == "PRP" for other in self.tokens[first:at]):
            return None
        while token.dep == "pobj" and self.tokens[token.head].head != token.head and token.i > first:
            above = self.tokens[self.tokens[token.head].head]  # "investment in Peru is …": the investment
            if above.pos not in NOUNS or above.i in self.inside or above.lemma in _TIMES:
                break  # "in the first quarter of 2024 investment rose"
            token = above
        if token.dep == "npadvmod":
            return None  # "those announced today fall …"
        if at == first == verb.i - 1 and token.text[0].isupper() and token.pos not in ("PRON", "DET", "ADP"):
            return token.span  # a name that the tagger does not know
        return self.phrases.phrase(token, self.figures[place]) if token.pos in NOUNS else None

    def _gives(self, place: int, verb: Token, subject: Token) -> Token | None:
        """The verb by which the subject gives, signs or announces the figure's things, its own or one below it."""
        if subject.dep != "nsubj" or self.figures[place].kind == "age" or verb.dep == "relcl":
            return None
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

    def _given_for(self, place: int, verb: Token) -> Span | None:
        """ "invest $5 million in offshore wind", "announced $3 million for the fund": what the money goes to."""
        figure = self.figures[place]
        bought = self._moved(verb)
        if bought and not self._is_given(place, bought):
            return self.phrases.phrase(bought, figure)
        return self._goes_to(place, ("for", "in", "into", "towards")) if figure.kind in ("money", "percent") else None

    def _is_given(self, place: int, noun: Token) -> bool:
        """Whether the object of a verb gets the figure: "gives towns $5 million", "provides towns with $5 million"."""
        inside = self.parse.within(self.figures[place].span)
        before = self.tokens[inside[0].i - 1] if inside and inside[0].i else noun
        return before.lower == "with" or self.parse.right_edge(noun.i) == before.i

    def _goes_to(self, place: int, prepositions: tuple[str, ...]) -> Span | None:
        """What the words behind a sum say that it is for."""
        figure = self.figures[place]
        inside = self.parse.within(figure.span)
        if not inside or figure.kind not in ("money", "percent"):
            return None
        after = self.parse.within(Span(figure.span.end, figure.span.end + 90))
        for token in after:
            if token.sentence != inside[0].sentence or token.pos in ("VERB", "AUX") or token.i in self.inside:
                return None
            if token.dep in _SUBJECTS or (token.dep == "appos" and self.tokens[token.i - 1].tag == "DT"):
                return None  # "…, a spokesman for the ministry said"
            if token.dep != "prep" or token.lower not in prepositions:
                continue
            thing = next((self.tokens[c] for c in token.children if self.tokens[c].dep == "pobj"), None)
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
            self._goes_to(place, ("for",))
            if before.lower in (",", ";", "and", "with", "including") and behind.lower == "for"
            else None
        )

    def _part(self, place: int, subject: Token) -> Span | None:
        """ "Each of the buildings costs …": the buildings."""
        if subject.lower not in ("each", "all", "most", "some", "both", "many", "one", "none", "any", "half"):
            return None
        of = next((self.tokens[c] for c in subject.children if self.tokens[c].lower == "of"), None)
        thing = next((self.tokens[c] for c in of.children if self.tokens[c].dep == "pobj"), None) if of else None
        return self.phrases.phrase(thing, self.figures[place]) if thing is not None and thing.pos in NOUNS else None

    def _whole(self, token: Token) -> Span | None:
        """A subject that is itself a count or an age: "five launches", "a 60-year-old"."""
        if (other := self.inside.get(token.i)) is None:
            return None
        whole = self.figures[other]
        if whole.kind not in ("count", "age"):
            return self.found.get(other)
        return Span(whole.number.start, whole.span.end) if whole.span.end > whole.number.end else None  # not "900"

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
                    return self.phrases.phrase(thing, self.figures[place])
        return None

    def _object(self, place: int, verb: Token) -> Span | None:
        """ "spent €90 on a ferry", "hired a tent for 200 euros": the other object, or what it was for."""
        figure = self.figures[place]
        if verb.lemma in _TWO_OBJECTS:
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
            if token.dep == "prep" and token.lower in ("for", "on", "in") and token.start > figure.span.end:
                thing = next((self.tokens[c] for c in token.children if self.tokens[c].pos in NOUNS), None)
                if thing is not None and thing.i not in self.inside and token.lower == "for":
                    return self.phrases.phrase(thing, figure)
        return None

    def _joined(self, place: int, noun: Token) -> bool:
        """Whether the figure is named beside the noun: of "six years and one flood" neither measures the other."""
        return any(self.tokens[c].dep == "conj" and self._holds(place, self.tokens[c]) for c in noun.children)

    def _backward(self, place: int, subject: Token) -> Span | None:
        """What "it" or "the figure" points back to."""
        figure = self.figures[place]
        if (
            subject.lower not in measure_words().backward
            or figure.kind == "age"
            or (figure.kind == "count" and figure.unit)
        ):
            return None
        return self.back.before(place)
