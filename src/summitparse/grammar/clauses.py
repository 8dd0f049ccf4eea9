"""Clauses as they are told: a verb, who does it, to what, with which prepositions, and whether it happened."""

from dataclasses import dataclass, field
from functools import cached_property

from summitparse.grammar.words import words_of
from summitparse.language.parse import Parse, Token
from summitparse.language.tags import (
    ADNOMINAL,
    AUXILIARIES,
    GOVERNED,
    INFLECTED,
    NOUNS,
    OBJECTS,
    PASSIVE,
    PREMODIFIERS,
    PRESENT,
    RELATIVE,
    SUBJECTS,
    SUBORDINATE,
    TENSED,
    VERBAL,
    WH,
)

# A verb without a subject of its own shares that of the verb which it hangs on in these ways.
_SHARING = {"conj": "coordination", "xcomp": "control", "advcl": "participle", "pcomp": "control"}
# How the nouns of one phrase hang on each other.
_WITHIN = OBJECTS | {"conj", "prep"}
_HOPS = 5
_UNREAL = frozenset({"would", "could", "might", "may", "should", "can"})
# The parser takes one of these for the other.
_PLURAL_FORMS = frozenset({"VB", "VBP"})
_NEGATING = frozenset({"never", "neither"})
PLANNED = frozenset({"will", "shall", "'ll", "’ll"})
# Of `Clause.polarity`: what did not happen.
UNTRUE = frozenset({"negated", "unreal"})
# Adjectives and participles behind "be", "seem" and the like.
_PREDICATIVE = frozenset({"acomp", "oprd"})
_ADJECTIVAL = frozenset({"ADJ", "VERB"})
# The infinitive of what somebody is to do or means to.
_PURPOSE = frozenset({"xcomp", "advcl"})
# What a plural is to its verb where the parser takes it for a verb or a complement.
_MISREAD = frozenset({"ccomp", "attr"})
# A question in the place of an object.
_EMBEDDED = SUBORDINATE | {"dobj"}
# Where an infinitive may hang behind a noun or preposition of its verb.
_NEAR = frozenset({"dobj", "pobj", "prep", "dative", "conj", "appos"})
IF = frozenset({"if", "unless", "whether"})


@dataclass(frozen=True, slots=True)
class Subject:
    """`head` is the token position of the subject's noun; `found` is how it was found: own, coordination, control,
    participle, noun (a participle behind the noun) or relative (the noun that a relative clause belongs to)."""

    head: int
    found: str


@dataclass
class Clause:
    """A predicate with what hangs on it. `head` is the verb, or the adjective behind a copula; `lemma` has the
    verb's particle ("point out")."""

    parse: Parse
    head: Token
    lemma: str
    copula: Token | None = None
    _obliques: dict[str, list[Token]] = field(default_factory=dict)

    @cached_property
    def verb(self) -> Token:
        """The verb that has subject and auxiliaries."""
        return self.copula or self.head

    @cached_property
    def children(self) -> list[Token]:
        """What hangs on the predicate, in text order."""
        tokens = self.parse.tokens
        own = [*self.head.children, *(self.copula.children if self.copula else ())]
        return [tokens[i] for i in sorted(set(own)) if i != self.head.i]

    @cached_property
    def passive(self) -> bool:
        return any(child.dep in PASSIVE for child in self.children)

    @cached_property
    def subject(self) -> Subject | None:
        return find_subject(self.parse, self.verb)

    @cached_property
    def direct(self) -> Token | None:
        """The direct object; shared with the verb that is coordinated right after ("noted and welcomed the plan")."""
        return direct_object(self.parse, self.head)

    @cached_property
    def complement(self) -> Token | None:
        """What it is, after a form of "be" or the like."""
        return next((c for c in self.children if c.dep == "attr" and c.i > self.head.i and c.tag not in WH), None)

    @cached_property
    def existential(self) -> bool:
        """ "There was …"."""
        return any(child.dep == "expl" for child in self.children)

    @cached_property
    def agent(self) -> Token | None:
        """Who does it in a passive: "by the ministers"."""
        found = self.oblique("by")
        return found[1] if found is not None and found[1].dep == "pobj" else None

    def oblique(self, *prepositions: str) -> tuple[Token, Token] | None:
        """The first phrase with one of the prepositions behind the predicate: preposition, and noun or "-ing" form."""
        return behind(self.parse, self.children, self.head.i, prepositions)

    @cached_property
    def infinitive(self) -> Token | None:
        """The verb of "to …" behind the predicate: "agreed to pay"."""
        return infinitive_of(self.parse, self.head, 0)

    @cached_property
    def bidden(self) -> Token | None:
        """The verb of "to …" behind the predicate, whoever is to do it: "asked the firms to pay"."""
        return infinitive_of(self.parse, self.head)

    @cached_property
    def question(self) -> Token | None:
        """The verb of an indirect question: "discussed how to pay"."""
        tokens = self.parse.tokens
        for child in self.children:
            if child.i > self.head.i and child.dep in _EMBEDDED:
                first = tokens[self.parse.left_edge(child.i)]
                if first.i > self.head.i and (first.tag in WH or first.lower == "whether") and child.pos != "NOUN":
                    return child
        return None

    @cached_property
    def reports(self) -> bool:
        """Whether a clause with a finite verb is its object: "agreed that …"."""
        tokens = self.parse.tokens
        for child in self.children:
            if child.dep == "ccomp" and child is not self.question and child.i > self.head.i:
                kids = [tokens[i] for i in child.children]
                if not any(kid.tag == "TO" for kid in kids) and child.tag != "VBG":
                    return True
        return False

    @cached_property
    def negated(self) -> bool:
        return any(child.dep == "neg" or child.lower in _NEGATING for child in self.children)

    @cached_property
    def modal(self) -> str:
        """The modal of the predicate or of the verb that it is shared with, lower case; "" without one."""
        token = self.verb
        for _ in range(_HOPS):
            for i in token.children:
                child = self.parse.tokens[i]
                if child.tag == "MD" and child.i < token.i:
                    return child.lower
            if token.dep not in _SHARING or token.tag in TENSED:
                break
            token = self.parse.tokens[token.head]
        return ""

    @cached_property
    def polarity(self) -> str:
        """One of `terms.Polarity`: asserted, negated ("did not agree"), unreal ("if they agree"), planned ("will")."""
        if self.negated:
            return "negated"
        if self.modal in PLANNED or self._is_planned():
            return "planned"
        if self.modal in _UNREAL or any(c.dep == "mark" and c.lower in IF for c in self.children):
            return "unreal"
        return "asserted"

    def _is_planned(self) -> bool:
        """ "are to discuss", "plan to discuss", "are going to discuss"."""
        tokens = self.parse.tokens
        above = tokens[self.verb.head]
        if self.verb.tag != "VB" or self.verb.dep not in _PURPOSE or above.i >= self.verb.i:
            return False
        return above.lemma in words_of("verbs", "plan") and above.tag in PRESENT


def clause_at(parse: Parse, token: Token) -> Clause | None:
    """The clause of a verb, or of an adjective or participle behind a form of "be"; None for anything else."""
    tokens = parse.tokens
    above = tokens[token.head]
    if token.dep in _PREDICATIVE and token.pos in _ADJECTIVAL and above.i < token.i:
        return Clause(parse, token, token.lower, above)
    if token.pos in VERBAL and token.dep not in AUXILIARIES | PREMODIFIERS:
        particle = next((tokens[i].lower for i in token.children if tokens[i].dep == "prt" and i > token.i), "")
        return Clause(parse, token, f"{token.lemma} {particle}".rstrip())
    if token.pos == "ADJ" and token.dep == "conj" and tokens[above.head].lemma == "be" and above.dep == "acomp":
        return Clause(parse, token, token.lower, tokens[above.head])
    return None


def clause_above(parse: Parse, token: Token, hops: int) -> tuple[Clause | None, list[Token]]:
    """The nearest clause that a word stands in, `hops` words upwards at the most, and the words below its predicate."""
    below: list[Token] = []
    for _ in range(hops):
        clause = clause_at(parse, token)
        if clause is not None:
            return clause, below
        below.append(token)
        if token.head == token.i:
            break
        token = parse.tokens[token.head]
    return None, below


def find_subject(parse: Parse, verb: Token) -> Subject | None:
    """Who does it, or what it is done to in a passive: the verb's own subject, or that of the verb it hangs on."""
    tokens, token, found = parse.tokens, verb, "own"
    for _ in range(_HOPS):
        end = verb.i if found == "coordination" else token.i  # "“…,” said the Mayor, and asked …"
        own = next((tokens[i] for i in token.children if tokens[i].dep in SUBJECTS and i < end), None)
        if own is not None:
            if own.tag in RELATIVE and token.dep == "relcl":
                return Subject(token.head, "relative")
            agent = None
            if found != "own" and own.lemma in words_of("nouns", "occasions"):  # "talks were held by the mayor to …"
                agent = behind(parse, [tokens[i] for i in token.children], token.i, ("by",))
            return Subject(own.i if agent is None else agent[1].i, found)
        if token.head == token.i:
            return None
        if token.dep in ADNOMINAL:
            noun = tokens[token.head]
            if token.tag != "VB":
                return Subject(noun.i, "noun") if token.tag == "VBG" else None
            # "took the opportunity to thank", "will meet with her counterparts to discuss"
            under = noun if noun.lemma in words_of("nouns", "chances") else _partner(parse, noun)
            if under is None:
                return None
            found, token = "control", tokens[under.head]
            continue
        if token.dep == "prep" or token.dep not in _SHARING:
            return None
        if token.dep == "advcl" and token.tag in INFLECTED:
            return None
        if token.dep == "conj":
            found = "coordination" if found == "own" else _SHARING[token.dep]
            token = _joined_to(parse, token)
            continue
        found, token = _SHARING[token.dep], tokens[token.head]
        if token.pos == "ADP":
            token = tokens[token.head]
    return None


def _joined_to(parse: Parse, verb: Token) -> Token:
    """The verb that another is coordinated with: not the one it hangs on but the one above that, where its form is
    that one's alone ("noted that fares are low and urged …")."""
    joined = parse.tokens[verb.head]
    above = parse.tokens[joined.head]
    forms = _PLURAL_FORMS if verb.tag in _PLURAL_FORMS else {verb.tag} & INFLECTED
    if joined.dep != "ccomp" or above.i > joined.i or above.tag not in forms:
        return joined
    tags = {joined.tag, *(parse.tokens[i].tag for i in joined.children if parse.tokens[i].dep in AUXILIARIES)}
    return above if tags.isdisjoint(forms) else joined


def verb_above(parse: Parse, token: Token) -> Token | None:
    """The nearest verb that a word hangs on, by however many others."""
    return next((parse.tokens[a] for a in parse.ancestors(token.i) if parse.tokens[a].tag[0] == "V"), None)


def is_that(token: Token) -> bool:
    """Whether a word is the "that" which opens a reported clause, or stands in its place."""
    return token.lower == "that"


def is_passive(parse: Parse, verb: Token) -> bool:
    """Whether something is done to the subject of a verb."""
    return any(parse.tokens[i].dep in PASSIVE for i in verb.children)


def _partner(parse: Parse, noun: Token) -> Token | None:
    """What hangs on a verb of whom something is done with, if the noun is one of those or theirs: "with A and envoys
    of B"."""
    tokens = parse.tokens
    while noun.head < noun.i and noun.dep in _WITHIN:
        above = tokens[noun.head]
        beside = above.pos in VERBAL and any(tokens[i].lower == "with" for i in above.children if i < noun.i)
        if beside or noun.lower == "with":
            return noun
        noun = above
    return None


def direct_object(parse: Parse, verb: Token) -> Token | None:
    """The object of a verb; that of a verb coordinated right behind where it has none of its own."""
    tokens = parse.tokens
    behind_it = [tokens[i] for i in verb.children if i > verb.i]
    for child in behind_it:
        if child.dep == "dobj" and child.tag not in WH and child.lower != "-":
            return child
        if child.dep in _MISREAD and child.pos in NOUNS and not _told(parse, child):
            return child  # a plural that the parser takes for a verb
        if child.dep == "xcomp" and child.tag == "VBG" and child.i <= verb.i + 2:
            return child
    for child in behind_it:
        if child.dep == "conj" and child.pos == "VERB" and child.i <= verb.i + 3 and child.tag == verb.tag:
            return direct_object(parse, child)
    return None


def _told(parse: Parse, noun: Token) -> bool:
    """Whether a noun is the predicate of a clause with a subject."""
    return any(parse.tokens[i].dep in SUBJECTS for i in noun.children)


def behind(
    parse: Parse, children: list[Token], after: int, prepositions: tuple[str, ...]
) -> tuple[Token, Token] | None:
    """The first of the phrases that has one of the prepositions: the preposition, and its noun or "-ing" form."""
    tokens = parse.tokens
    wanted = [tuple(words.split()) for words in prepositions]
    for child in children:
        if child.i <= after:
            continue
        for words in wanted:
            if words == tuple(t.lower for t in tokens[child.i : child.i + len(words)]):
                last = tokens[child.i + len(words) - 1]
                found = governed(parse, last)
                if found is not None:
                    return last, found
    return None


def governed(parse: Parse, preposition: Token) -> Token | None:
    """The noun or "-ing" form that a preposition is before; None where the parse has none."""
    return next((parse.tokens[i] for i in preposition.children if parse.tokens[i].dep in GOVERNED), None)


def infinitive_of(parse: Parse, head: Token, within: int = 2) -> Token | None:
    """The verb of the first "to …" that hangs on a word, or on a noun that hangs on it ("called on the firms to pay");
    `within` says how many nouns may stand between."""
    tokens = parse.tokens
    for i in head.children:
        child = tokens[i]
        if i <= head.i:
            continue
        if child.tag == "VB" and child.dep in SUBORDINATE and _to(parse, child):
            return child
        if within and child.dep in _NEAR and child.pos != "VERB":
            found = infinitive_of(parse, child, within - (child.pos != "ADP"))
            if found is not None:
                return found
    return None


def _to(parse: Parse, verb: Token) -> bool:
    return any(parse.tokens[i].tag == "TO" and i < verb.i for i in verb.children)
