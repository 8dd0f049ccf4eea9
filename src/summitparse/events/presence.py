"""Clauses that say who was there: "He met with …", "the delegation was led by …", "accompanied by …"."""

from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from summitparse.findings import Span
from summitparse.grammar.clauses import UNTRUE, Clause, behind, clause_above, clause_at, governed
from summitparse.language.parse import Parse, Token
from summitparse.language.tags import FINITE, PREMODIFIERS, RELATIVE
from summitparse.lexicon import load
from summitparse.occasions.names import event_words

# So many words upwards the clause of a name is looked for.
_UPWARDS = 12
_LINKS = ("at", "in", "of", "over", "during")
# Before what the release has told of already.
_KNOWN = ("the", "this")
_CENTURIES = ("19", "20")
# What a name is to another one, or in a phrase; and what tells its part by its own form.
_IN_PHRASE = PREMODIFIERS | {"conj", "appos", "nmod", "poss"}
_PREPOSITIONS = frozenset({"prep", "agent", "dative"})


@dataclass(frozen=True, slots=True)
class Frame:
    """Verbs with the roles that hold people; `things` what the verb has to be done to, nothing if that is all one."""

    name: str
    verbs: frozenset[str]
    things: frozenset[str]
    roles: tuple[str, ...]


@cache
def _frames() -> tuple[Frame, ...]:
    rows = load("summitparse.events", "presence")["frame"]
    return tuple(
        Frame(r["name"], frozenset(r["verbs"]), frozenset(r.get("things", ())), tuple(r["roles"])) for r in rows
    )


class Presence(NamedTuple):
    """A phrase that names who was there, by the name of its frame; `thing` is what they were at, as a word, where the
    text says "the" or "this"."""

    frame: str
    span: Span
    thing: str


def present_in(parse: Parse, sentence: int, years: Container[str]) -> Iterator[Presence]:
    """The phrases of a sentence that name who was there.

    What did not take place, or took place in another year than `years`, is none.
    """
    tokens = parse.sentence_tokens(sentence)
    if of_other_year(tokens, years):
        return
    for token in tokens:
        clause = clause_at(parse, token) if token.tag[0] == "V" else None
        if clause is None or clause.polarity in UNTRUE or _before_that(clause):
            continue
        for frame in _frames():
            if clause.lemma not in frame.verbs:
                continue
            things = [head for head in _done_to(clause) if _is_thing(head, frame.things)]
            if things or not frame.things:
                known = next((head.lower for head in things if _is_known(parse, head)), "")
                for role in frame.roles:
                    yield from (Presence(frame.name, span, known) for span in _phrase(clause, role))


def of_other_year(tokens: Sequence[Token], years: Container[str]) -> bool:
    """Whether a sentence names a year that is none of these."""
    return any(
        t.tag == "CD" and len(t.text) == 4 and t.text.startswith(_CENTURIES) and t.text not in years for t in tokens
    )


def _before_that(clause: Clause) -> bool:
    """ "had met": before the event."""
    return clause.verb.tag == "VBN" and any(child.tag == "VBD" and child.dep == "aux" for child in clause.children)


def _done_to(clause: Clause) -> list[Token]:
    """What is held, joined or attended: the object, the subject of a passive, what stands behind "at" or "in"."""
    subject = clause.subject
    oblique = clause.oblique(*_LINKS)
    heads = [clause.direct, oblique[1] if oblique else None]
    heads += [clause.parse.tokens[subject.head]] if subject is not None and clause.passive else []
    return [head for head in heads if head is not None]


def _is_thing(head: Token, things: Container[str]) -> bool:
    return head.lemma.lower() in things or ("event" in things and head.lower in event_words())


def _is_known(parse: Parse, head: Token) -> bool:
    """ "[The] meeting was attended by": one that the release has told of."""
    return any(parse.tokens[k].tag == "DT" and parse.tokens[k].lower in _KNOWN for k in head.children)


def _phrase(clause: Clause, role: str) -> Iterator[Span]:
    """Where the people of a role stand; the subject of a passive is what it is done to."""
    parse, found = clause.parse, None
    if role == "subject" and clause.subject is not None:
        found = parse.tokens[clause.subject.head]
    elif role == "object":
        found = clause.direct
    elif oblique := clause.oblique(role) or _of_object(clause, role):
        yield from (_until_clause(parse, noun) for noun in _each(parse, oblique))
    if found is not None:
        yield _until_clause(parse, found)


def _each(parse: Parse, oblique: tuple[Token, Token]) -> Iterator[Token]:
    """The noun behind a preposition, and those where it is said again: "with Ms Roe, with Mr Doe and with the King"."""
    link, noun = oblique
    yield noun
    for again in parse.tokens[link.i + 1 : parse.right_edge(parse.tokens[link.head].i) + 1]:
        further = governed(parse, again) if again.lower == link.lower and again.i > noun.i else None
        if further is not None:
            yield further


def _of_object(clause: Clause, link: str) -> tuple[Token, Token] | None:
    """ "held [talks with the minister]"."""
    noun, tokens = clause.direct, clause.parse.tokens
    return behind(clause.parse, [tokens[i] for i in noun.children], noun.i, (link,)) if noun is not None else None


def _until_clause(parse: Parse, head: Token) -> Span:
    """The noun phrase without a clause in it: "Ms Roe, [who met Mr Doe]"."""
    first, last = parse.left_edge(head.i), parse.right_edge(head.i)
    clause = next((t.i for t in parse.tokens[head.i + 1 : last + 1] if t.tag in RELATIVE | FINITE), last + 1)
    return Span(parse.tokens[first].start, parse.tokens[max(head.i, clause - 1)].end)


def clause_of(parse: Parse, name: Sequence[Token]) -> tuple[str, Clause | None]:
    """The part that a name has in its clause (the dependency of the phrase, or its preposition), and the clause.

    Of people who are named together ("Ms Roe, Mr Doe and the King") all have the part of the first.
    """
    token = next((t for t in name if not name[0].i <= t.head <= name[-1].i), name[-1])
    role = "none"
    clause, below = clause_above(parse, token, _UPWARDS)
    for token in below:
        if token.dep not in _IN_PHRASE and token.pos != "VERB":
            role = token.lower if token.dep in _PREPOSITIONS else token.dep if role == "none" else role
    return role, clause
