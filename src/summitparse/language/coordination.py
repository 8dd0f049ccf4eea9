"""What a conjunction joins: the parser often hangs the second of two nouns, infinitives or verbs on a word of another
kind, and here it is joined to its like."""

from collections.abc import Iterator, Sequence

from summitparse.language.parse import Token
from summitparse.language.tags import FINITE, NOUNS, OBJECTS, SUBJECTS, SUBORDINATE, TENSED, VERBAL

_SUBJECTS = SUBJECTS | {"expl"}
# What has neither subject nor auxiliary and stands beside a bare "VB" is no infinitive of its own.
_PAST = frozenset(("VBD", "VBN", "VBZ"))
# Between a verb and the object of its phrase: "is grateful for …", "is keen on …".
_LINKS = frozenset(("prep", "acomp", "oprd", "agent"))


def join(tokens: Sequence[Token], joined: Token) -> None:
    """Hangs a conjunct on its like, if the parser has joined a noun, infinitive, "-ing" form or finite verb to another
    kind of word; the tokens are changed."""
    above = tokens[joined.head]
    if above.i >= joined.i:
        return
    if joined.pos == "NOUN":
        _join_noun(tokens, joined, above)
    elif joined.tag == "VB" and above.tag in _PAST:
        _join_infinitive(tokens, joined, above)
    elif above.tag == "VB":
        _join_finite(tokens, joined, above)
    elif joined.tag == "VBG":
        _join_gerund(tokens, joined, above)


def _of(tokens: Sequence[Token], above: Token, first: int, end: int) -> Iterator[Token]:
    """What hangs on a word between two places."""
    return (token for token in tokens[first:end] if token.head == above.i)


def _join_noun(tokens: Sequence[Token], noun: Token, verb: Token) -> None:
    """ "The topics were trade and the new bridge", "is grateful for her work and her advice": a noun without a subject
    is joined to the noun before, not to the verb."""
    if verb.pos not in VERBAL or any(t.dep in _SUBJECTS for t in _of(tokens, noun, verb.i + 1, noun.i)):
        return
    conjunction = next((t for t in _of(tokens, verb, verb.i + 1, noun.i) if t.tag == "CC"), None)
    if conjunction is None:
        return
    mine = [t for t in _of(tokens, verb, verb.i + 1, conjunction.i) if t.dep in OBJECTS and t.pos in NOUNS]
    before = mine[-1:] or [t for t in tokens[verb.i + 1 : conjunction.i] if _is_object_of(tokens, t, verb)][-1:]
    if before:
        noun.head = conjunction.head = before[0].i


def _is_object_of(tokens: Sequence[Token], noun: Token, verb: Token) -> bool:
    """Whether a noun is the object of a phrase of the verb: "spoke of …", "is proud of …"."""
    if noun.dep != "pobj":
        return False
    token = tokens[noun.head]
    while token.dep in _LINKS and token.head != verb.i:
        token = tokens[token.head]
    return token.dep in _LINKS


def _join_infinitive(tokens: Sequence[Token], verb: Token, above: Token) -> None:
    """ "were urged to stay at home and wear masks": what has no subject and no "will" goes on with the infinitive."""
    own = list(_of(tokens, verb, above.i + 1, verb.i))
    if any(token.dep in _SUBJECTS or token.tag == "MD" or token.lemma == "do" for token in own):
        return
    behind = [t for t in tokens[above.i + 1 : verb.i] if t.tag == "VB" and t.dep in SUBORDINATE]
    for first in reversed(behind):
        near = tokens[first.head]
        if above.i in (first.head, near.head) and any(t.tag == "TO" for t in _of(tokens, first, above.i, first.i)):
            verb.head = first.i
            for token in _of(tokens, above, first.i + 1, verb.i):
                if token.tag == "CC":
                    token.head = first.i
            return


def _join_gerund(tokens: Sequence[Token], verb: Token, above: Token) -> None:
    """ "is committed to upholding the law and supporting its courts"."""
    for first in reversed(tokens[above.i + 1 : verb.i]):
        if first.tag == "VBG" and first.dep == "pcomp" and tokens[first.head].head == above.i:
            verb.head = first.i
            return


def _join_finite(tokens: Sequence[Token], verb: Token, above: Token) -> None:
    """A finite verb is joined to a finite one, no infinitive: "is the first plant to run on gas and offers 5 GW",
    "agreed that it will need help and called for it"."""
    own = list(_of(tokens, verb, above.i + 1, verb.i))
    finite = verb.tag in TENSED or any(t.tag == "MD" for t in own)
    if not finite or any(t.dep in _SUBJECTS for t in own):
        return
    outer = {t.tag for t in _of(tokens, above, 0, above.i) if t.dep == "aux"}
    to, will = "TO" in outer, "MD" in outer
    if not to and not (will and verb.tag == "VBD"):
        return
    while above.head != above.i and above.tag not in FINITE:
        above = tokens[above.head]
    if above.tag in FINITE and (to or above.tag == "VBD"):
        verb.head = above.i
