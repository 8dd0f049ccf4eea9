"""What a figure measures by the tree above it: the noun, the verb with its subject and object, the clause above."""

from summitparse.figures.back import Back
from summitparse.figures.objects import Objects
from summitparse.figures.phrases import NOUNS, SUBJECTS, Phrases, Reading, measure_words
from summitparse.figures.subjects import Subjects
from summitparse.findings import Span
from summitparse.language.parse import Token

# How often a search climbs from a token to its head before it gives up.
HIGHEST = 12
_PASSED = ("ADV", "PUNCT", "DET", "PART", "SYM")
_BEFORE_NOUN = ("nummod", "compound", "amod", "nmod", "quantmod", "npadvmod", "poss")


class Governing(Reading):
    """Climbs from a figure to what governs it."""

    def __init__(self, phrases: Phrases, back: Back) -> None:
        super().__init__(phrases)
        self.back = back
        self.objects = Objects(phrases)
        self.subjects = Subjects(phrases)

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
        if above.dep in ("dobj", "dative") and self.tokens[above.head].lemma in measure_words().two_objects:
            return None  # whom it costs that
        return self.phrases.phrase(token, figure) if token.pos in NOUNS else None

    def climb(self, place: int, token: Token, steps: int) -> Span | None:
        figure = self.figures[place]
        head = self.tokens[token.head]
        if steps > HIGHEST or head.i == token.i:
            return self.objects.goes_to(place, ("for",)) or self.back.loose(place, token) if steps == 0 else None
        if token.dep == "conj" or (head.i in self.inside and self.inside[head.i] != place):
            other = self.inside.get(head.i)
            things = self._attributive(place, token, head)
            if things:
                return things
            if other is not None and other != place and other in self.found:
                return self.found[other] if self._shares(place, other) else None
            if token.dep == "conj" and figure.kind == "count" and head.pos in NOUNS and other is None and not steps:
                return None  # "a man and two teenagers"
            if token.dep == "conj" and head.pos == "VERB" and figure.kind != "count":
                return self._subject(place, head, 0)  # "costs $3 with and $4 without"
            return self.climb(place, head, steps + 1)
        if head.lower in ("record", "high", "low", "whopping") and head.i == self._first(place) - 1:
            return self.climb(place, head, steps + 1)  # "to a record $5 million"
        if token.dep in _BEFORE_NOUN and head.i > token.i and head.pos in NOUNS:
            while head.dep == "compound" and head.i < head.head and head.head not in self.inside:
                head = self.tokens[head.head]
            return self.phrases.phrase(head, figure)
        if token.dep in ("pobj", "pcomp"):
            return self._behind_preposition(place, head, steps)
        if token.dep == "appos" and head.pos in NOUNS:
            return self._noun(place, head, steps)
        if head.pos in ("VERB", "AUX"):
            if token.dep in SUBJECTS and token.i in self.inside:
                return self.objects.goes_to(place, ("for",))
            if token.dep in SUBJECTS:
                return self.phrases.phrase(token, figure) if token.pos in NOUNS else None
            return self._subject(place, head, 0)
        if head.pos in NOUNS:
            return self._noun(place, head, steps)
        return self.climb(place, head, steps + 1)

    def _attributive(self, place: int, token: Token, noun: Token) -> Span | None:
        """ "eight million 250 ml bottles": the noun of a count that the figure stands within."""
        last = self.parse.within(self.figures[place].span)[-1]
        count = self.figure_at(noun)
        if count is None or count.kind != "count" or self.figures[place].kind in ("count", "age"):
            return None
        if token.dep not in _BEFORE_NOUN or not last.i < noun.i or not count.span.overlaps(self.figures[place].span):
            return None
        return Span(self.tokens[last.i + 1].start, self.phrases.end(noun, self.figures[place]))

    def _shares(self, place: int, other: int) -> bool:
        """Whether two figures that are joined measure the same: of "2 t of resin, 9 handguns" only one is of resin."""
        span, one = self.found[other], self.figures[other]
        of_it = span is not None and 0 < span.start - one.span.end <= len(" of the ")
        otherwise = self.tokens[self._first(place) - 1].lower == "or"  # "60 % of the cap, or $30 billion"
        return not of_it or otherwise or one.kind == self.figures[place].kind

    def _first(self, place: int) -> int:
        """The first token of the figure."""
        inside = self.parse.within(self.figures[place].span)
        return inside[0].i if inside else -1

    def _behind_preposition(self, place: int, preposition: Token, steps: int) -> Span | None:
        """ "a price of $2m", "rose to $2m", "carbon levels at 1200 ppm"."""
        head = self.tokens[preposition.head]
        if preposition.lower == "to" and head.lower == "according":
            return None  # "according to the average of eight estimates"
        before = self.tokens[preposition.i - 1] if preposition.i else preposition
        stands = before.pos in NOUNS and before.i not in self.inside and not self.phrases.is_time(before)
        if preposition.lower in ("at", "of", "with") and stands:
            if preposition.lower == "with" and before.dep in ("dobj", "conj") and head.lemma in measure_words().giving:
                return None  # "provided schools and libraries with 10 million devices"
            head = self._topmost(before, preposition)  # the parser often hangs "levels at 1200 ppm" on the verb
        while head.pos == "ADP" and head.head != head.i and steps < HIGHEST:
            head, steps = self.tokens[head.head], steps + 1
        if head.i in self.inside:
            other = self.inside[head.i]
            if other != place and self.figures[other].kind != "count":
                same = self.found.get(other)  # of "$5 million for nine bridges" the nine measure no bridges
                return same if same is None or not same.overlaps(self.figures[place].span) else None
        for _ in range(HIGHEST):
            above = self.phrases.holder(head) if head.lower in measure_words().empty else None
            head = above or head  # "a profit for the year of $2 billion"
        if head.pos in NOUNS:
            changed = self.objects.changed(head) if preposition.lower == "to" else None
            return self._noun(place, head if changed is None else changed, steps)
        if head.pos in ("VERB", "AUX"):
            moved = self.objects.moved(head)
            if moved is not None and preposition.lower == "to":
                moved = self.objects.changed(moved) or moved
            if preposition.lower == "for" and moved is not None:
                traded = head.lemma in measure_words().trading or moved.lemma in measure_words().deals
                moved = moved if traded and self.figures[place].kind == "money" else None
            elif preposition.lower not in ("to", "by", "at", "from"):
                moved = None
            return self.phrases.phrase(moved, self.figures[place]) if moved else self._subject(place, head, 0)
        return self.climb(place, head, steps + 1) if head.i != preposition.i else None

    def _topmost(self, noun: Token, preposition: Token) -> Token:
        """ "costs for patients at $5", "volumes for the market of 15 bcm": of nouns in one another the one measured."""
        measured, above = measure_words().measured, self.phrases.holder(noun)
        if above is not None and noun.pos == above.pos == "PROPN" and above.i == noun.i - 2:
            return above  # "a Line of Credit of $5 million"
        verb = self.tokens[self.tokens[noun.head].head]
        thing = (
            self.objects.moved(verb)
            if noun.dep == "pobj" and verb.pos == "VERB" and preposition.lower != "with"
            else None
        )
        if thing is not None and thing.i < noun.i and (preposition.lower == "at" or noun.pos == "PROPN"):
            # "sell bread in shops at $2", "returned a profit to the Treasury of $5 million"
            return thing if preposition.lower == "at" or thing.lemma in measured else noun
        for _ in range(HIGHEST):
            if above is None or (noun.lemma in measured and preposition.lower != "at"):
                break
            if above.lemma in measured or preposition.lower == "at":
                return above
            above = self.phrases.holder(above)
        return noun

    def _noun(self, place: int, noun: Token, steps: int) -> Span | None:
        """A noun that the figure hangs on; of a mere carrier ("an increase of 5 %") what it carries the figure for."""
        if noun.i in self.inside and self.inside[noun.i] == place:
            return self.climb(place, noun, steps + 1)
        if self.figures[place].kind == "age" and noun.lower in ("age", "ages"):
            return self.climb(place, noun, steps + 1)  # "girls vaccinated by the age of 15"
        if noun.lemma in measure_words().carriers and not any(
            self.tokens[c].dep in ("compound", "poss", "amod") and self.tokens[c].i not in self.inside
            for c in noun.children
        ):
            thing = self._thing_of(place, noun)
            if thing:
                return thing
            head = self.tokens[noun.head]
            if noun.dep not in SUBJECTS and head.i != noun.i and steps < HIGHEST:
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
            if token.dep == "prep" and token.lower == "of" and not self.objects.holds(place, token):
                thing = self.phrases.noun_behind(token)
                if thing is not None and thing.i not in self.inside:
                    return self.phrases.phrase(noun, self.figures[place])
        return None

    def _subject(self, place: int, verb: Token, steps: int, *, joined: bool = False) -> Span | None:
        """The subject of the verb, of the verbs above it, or what its relative clause belongs to.

        `joined`: the figure is of a verb joined to this one, with which it shares the subject but not the object.
        """
        if steps > HIGHEST:
            return None
        words = measure_words()
        head = self.tokens[verb.head]
        if verb.lemma in words.paying and not steps and self.figures[place].kind == "money":
            paid = self.objects.goes_to(place, ("for", "on"))
            if paid:
                return paid
        if (
            verb.lemma in words.giving
            and verb.tag == "VB"
            and verb.dep == "xcomp"
            and self.figures[place].kind == "money"
        ):
            given = self.objects.given_for(place, verb)
            if given:
                return given  # "it is planned to allocate $5 million for schools"
        if verb.dep == "relcl" and head.pos in NOUNS and self.subjects.in_which(verb):
            return self.phrases.phrase(head, self.figures[place])  # "a project in which they invest $5 million"
        if verb.lemma in words.earning and self.figures[place].kind == "money":
            earned = self.objects.earned_from(place, verb)
            if earned:
                return earned
        subject = self.subjects.own(verb)
        if subject is not None and self.inside.get(subject.i) == place:
            return self.objects.object(place, verb)
        if subject is not None:
            giver = self.objects.gives(place, verb, subject)
            if giver:
                return self.objects.given_for(place, giver)
            behind = verb.dep in ("relcl", "acl") or (verb.dep == "ccomp" and head.i == subject.i - 1)
            if subject.lower in ("which", "that", "who") and behind and head.pos in NOUNS:
                return self._described(place, head)
            if subject.dep == "csubj":  # "The office opened in May gives $5 million", misread
                named = self.child(subject, "nsubj")
                subject = named if named is not None else subject
            if subject.tag == "VBG" and not any(self.tokens[c].dep == "dobj" for c in subject.children):
                return subject.span  # "sampling came back at 4 ppb"
            first = subject.i == self.parse.sentences[subject.sentence][0]  # "Vacancy", taken for a verb
            verbal = subject.tag == "VB" and not (first and subject.dep == "nsubj")
            subject = self.subjects.named(place, verb, subject)
            noun = subject.tag not in ("PRP", "EX", "DT", "WDT", "WP", "VBG") and not verbal
            if noun and self._may_be_measured(subject):
                return self._whole(subject) or self.phrases.phrase(subject, self.figures[place])
            part = self._part(place, subject) or self._figure_for(place, subject)
            if part:
                return part
            if verb.dep == "ccomp" and subject.lower in ("it", "they", "he", "she") and head.pos == "VERB":
                speaker = self.child(head, *SUBJECTS)
                if speaker is not None and speaker.pos in NOUNS and self.figures[place].kind == "count":
                    return self.phrases.phrase(speaker, self.figures[place])
            return (None if joined else self.objects.object(place, verb)) or self._backward(place, subject)
        unseen = self.subjects.unseen(place, verb)
        if unseen:
            return unseen
        if verb.dep == "relcl" or (verb.dep == "acl" and verb.tag != "VB"):
            return self.climb(place, head, steps + 1) if head.i in self.inside else self._noun(place, head, steps)
        if verb.dep in ("acl", "xcomp") and verb.tag == "VB" and head.pos in NOUNS and verb.lemma in words.giving:
            return self.objects.given_for(place, verb)  # "Canada to provide $42 million"
        if verb.dep == "acl":
            return self.climb(place, head, steps + 1) or self.objects.object(place, verb)
        if verb.dep == "ccomp" and head.lemma in words.saying:
            return self.objects.object(place, verb)
        if head.i != verb.i and head.pos in ("VERB", "AUX"):
            found = self.objects.goal(place, verb) or self._subject(place, head, steps + 1, joined=verb.dep == "conj")
            return found or self.objects.object(place, verb)
        if verb.dep in ("pcomp", "advcl", "conj", "xcomp", "ccomp") and head.i != verb.i:
            return (
                self.objects.goal(place, verb) or self.climb(place, verb, steps + 1) or self.objects.object(place, verb)
            )
        return self.objects.object(place, verb)

    def _may_be_measured(self, subject: Token) -> bool:
        return subject.lower not in measure_words().pronouns or self.phrases.names(subject)

    def _described(self, place: int, noun: Token) -> Span | None:
        """What a relative clause says the figure of: "a budget for the chairman, which was …" is about the budget."""
        figure = self.figures[place]
        whole = self.figure_at(noun)
        if whole is not None:
            # "6 billion kilowatt-hours of electricity, which is", "90 trains that run at 160 km/h"
            return self.counts(whole) if whole.kind == "count" else self.found.get(self.inside[noun.i])
        holder = self.phrases.holder(noun)
        if (
            holder is not None
            and holder.lemma in measure_words().measured
            and noun.lemma not in measure_words().measured
        ):
            return self.phrases.phrase(holder, figure)  # "spending on railways, which was"
        name = self.phrases.holder(noun)
        while noun.pos == "PROPN" and name is not None and name.pos == "PROPN":
            noun, name = name, self.phrases.holder(name)  # "the Plan for Relief, which …": the plan
        return self.phrases.phrase(noun, figure)

    def _part(self, place: int, subject: Token) -> Span | None:
        """ "Each of the buildings costs …": the buildings."""
        if subject.lower not in ("each", "all", "most", "some", "both", "many", "one", "none", "any", "half"):
            return None
        of = next((self.tokens[c] for c in subject.children if self.tokens[c].lower == "of"), None)
        thing = self.child(of, "pobj") if of else None
        return self.phrases.phrase(thing, self.figures[place]) if thing is not None and thing.pos in NOUNS else None

    def _figure_for(self, place: int, subject: Token) -> Span | None:
        """ "the figure for bicycle thefts is 94 %": the thefts."""
        if subject.lower not in ("figure", "number", "total", "amount"):
            return None
        preposition = next((self.tokens[c] for c in subject.children if self.tokens[c].lower == "for"), None)
        thing = next((self.tokens[c] for c in preposition.children), None) if preposition else None
        known = thing is not None and thing.pos in NOUNS and thing.i not in self.inside
        return self.phrases.phrase(thing, self.figures[place]) if thing is not None and known else None

    def _whole(self, token: Token) -> Span | None:
        """A subject that is itself a count or an age: "five launches", "a 60-year-old"."""
        if (other := self.inside.get(token.i)) is None:
            return None
        whole = self.figures[other]
        if whole.kind not in ("count", "age"):
            return self.found.get(other)
        bare = whole.span.end == whole.number.end  # "900", "a market worth 2 billion is growing"
        return self.found.get(other) if bare else Span(whole.number.start, whole.span.end)

    def _backward(self, place: int, subject: Token) -> Span | None:
        """What "it" or "the figure" points back to."""
        figure = self.figures[place]
        if (
            subject.lower not in measure_words().backward
            or figure.kind == "age"
            or (figure.kind == "count" and figure.unit)
        ):
            return None
        return self.back.before(place, subject.start)
