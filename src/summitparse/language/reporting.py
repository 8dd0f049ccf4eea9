"""Who goes on to say more: behind a reported clause the parser often hangs the speaker's next verb on the clause."""

from collections.abc import Sequence
from functools import cache

from summitparse.grammar.words import words_of
from summitparse.language.parse import Token
from summitparse.language.tags import NOMINAL_SUBJECTS, PAST, PRESENT, SUBJECTS

# Classes of verbs that tell what else somebody says or does by speaking: "…, and hailed the plan", and those that do so
# in "-ing": "…, adding that".
_FURTHER = (
    *("stress", "tell", "welcome", "thank", "condemn", "warn", "reject", "announce", "inform", "express", "ask"),
    *("demand", "promise", "settle", "reaffirm", "refer", "talk", "call", "add"),
)
_BESIDE = ("stress", "tell", "express", "reaffirm", "add")
_EMPTY = frozenset({"it", "there"})
_BETWEEN = frozenset({"CC", "RB"})
_PARTICIPLES = frozenset({"advcl", "acl"})
_HOPS = 4
# So many words stand between a verb and its subject at most.
_FAR = 30


@cache
def _verbs(*classes: str) -> frozenset[str]:
    return frozenset(verb.split()[0] for name in classes for verb in words_of("verbs", name))


def hang_on_speaker(tokens: Sequence[Token], verb: Token) -> None:
    """Hangs on the speaker's verb what they go on to say: "said that trade had grown, and hailed the plan", "noted that
    it was late, adding that …"; the tokens are changed."""
    first = behind_comma(tokens, verb)
    if first is None or any(t.dep in SUBJECTS for t in tokens[first : verb.i] if t.head == verb.i):
        return
    clause = _reported(tokens, verb)
    if clause is None:
        return
    speaking = tokens[clause.head]
    if verb.tag != "VBG":
        if not _goes_on(tokens, verb, clause, speaking):
            return
        verb.tag, verb.pos, verb.dep = speaking.tag, "VERB", "conj"
    elif verb.lemma not in _verbs(*_BESIDE) or verb.dep not in _PARTICIPLES:
        return
    above, verb.head = verb.head, speaking.i
    for token in tokens[first : verb.i]:
        if token.head == above:
            token.head = speaking.i


def behind_comma(tokens: Sequence[Token], verb: Token) -> int | None:
    """Where the comma stands that is right before the verb, a conjunction or an adverb between them."""
    i = verb.i - 1
    while i > 0 and tokens[i].tag in _BETWEEN:
        i -= 1
    return i if i > 0 and tokens[i].text == "," else None


def _reported(tokens: Sequence[Token], verb: Token) -> Token | None:
    """The verb of the clause of speech around another verb, if that stands at its end."""
    token = verb
    for _ in range(_HOPS):
        token = tokens[token.head]
        above = tokens[token.head]
        if token.dep == "ccomp" and above.i < token.i:
            own = any(t.dep in NOMINAL_SUBJECTS and t.head == above.i for t in tokens[max(0, above.i - _FAR) : above.i])
            told = any(t.dep in SUBJECTS and t.head == token.i for t in tokens[above.i : token.i])
            return token if own and told else None
        if above is token:
            return None
    return None


def _goes_on(tokens: Sequence[Token], verb: Token, clause: Token, speaking: Token) -> bool:
    """Whether a finite verb is the speaker's: in the tense of "said", where the clause has another or is about "it"."""
    if verb.lemma not in _verbs(*_FURTHER) or verb.dep not in _PARTICIPLES | {"conj"}:
        return False
    if speaking.tag in PRESENT:
        return verb.tag == speaking.tag and clause.tag != speaking.tag
    if speaking.tag != "VBD" or verb.tag not in PAST:
        return False
    inside = [t for t in tokens[speaking.i : clause.i] if t.head == clause.i]
    other = clause.tag != "VBD" or any(t.lower in _EMPTY and t.dep in SUBJECTS for t in inside)
    return other and (verb.tag == "VBD" or verb.dep in _PARTICIPLES)
