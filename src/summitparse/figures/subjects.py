"""What a verb is said of: its subject, also where the parser gives it none or another."""

from summitparse.figures.phrases import NOUNS, SUBJECTS, Reading
from summitparse.findings import Span
from summitparse.language.parse import Token

# How many tokens before a verb are searched for its subject.
FARTHEST = 30
_TIMES = ("year", "half", "quarter", "month", "week", "period", "season")


class Subjects(Reading):
    """Subjects of the verbs of one release."""

    def own(self, verb: Token) -> Token | None:
        """A noun before a clause: "Counting those, revenues are off 4 %"."""
        subjects = [self.tokens[c] for c in verb.children if self.tokens[c].dep in SUBJECTS]
        if not subjects and verb.tag == "VBG" and verb.head == verb.i:
            # "Weighing 1 kg, the box has …": the participle taken for the main verb
            main = (self.tokens[c] for c in verb.children if self.tokens[c].dep in ("conj", "parataxis", "ccomp"))
            subjects = [self.tokens[c] for verb in main for c in verb.children if self.tokens[c].dep == "nsubj"]
        return next((token for token in subjects if token.dep != "csubj"), next(iter(subjects), None))

    def named(self, place: int, verb: Token, subject: Token) -> Token:
        """ "The best-selling film was The Example, with 2 million copies": the name rather than what it is."""
        if verb.lemma != "be" or subject.pos != "NOUN":
            return subject
        inside = self.parse.within(self.figures[place].span)
        name = self.child(verb, "attr")
        if name is None or name.pos != "PROPN" or not inside or self.tokens[inside[0].i - 1].lower != "with":
            return subject
        return name if verb.i < name.i < inside[0].i and name.i not in self.inside else subject

    def in_which(self, verb: Token) -> bool:
        """Whether its relative clause begins with a preposition: "in which", "on which"."""
        prepositions = (self.tokens[c] for c in verb.children if self.tokens[c].dep == "prep" and c < verb.i)
        return any(
            self.tokens[c].lower in ("which", "whom") for preposition in prepositions for c in preposition.children
        )

    def unseen(self, place: int, verb: Token) -> Span | None:
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
        return self.phrases.phrase(token, self.figures[place]) if token.pos in NOUNS else None
