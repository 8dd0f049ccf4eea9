"""What the ranker is told about a proposal: named features."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from summitparse.actors import can_speak
from summitparse.grammar.words import words_of
from summitparse.language.parse import Parse, Token
from summitparse.language.tags import NOUNS, TENSED
from summitparse.lexicon import load
from summitparse.positions.frames import predicates
from summitparse.positions.propose import Proposal

FIRST = frozenset({"i", "we"})
_PERSONS = frozenset({"he", "she", "they", "both", "all", "who"})
_ALL_TALKS = 5
# A verb that hangs on another in one of these ways is done under it.
_UNDER = ("xcomp", "advcl", "ccomp", "conj")
# Lengths of objects in words, up to each.
_SIZES = ((1, "1"), (2, "2"), (5, "3-5"), (12, "6-12"))
_INDEFINITE = frozenset({"a", "an"})
# Objects without a preposition, subjects that are the verb's own, and how one predicate hangs on another beside it.
_BARE_OBJECTS = frozenset({"direct", "subject", "noun"})
_NEAR = frozenset({"own", "agent", ""})
_BESIDE = frozenset({"advcl", "conj"})
# Before where guests are welcomed.
_PLACES = frozenset({"at", "in", "to"})
_WH = frozenset({"WDT", "WP", "WRB"})


@dataclass(frozen=True, slots=True)
class Place:
    """Where a proposal stands: in direct speech, in a turn (a speech, or one of a transcript), in a title, in a list
    item. `talks` says how much the release has of talks, from 0 to 1."""

    speech: bool = False
    turn: bool = False
    title: bool = False
    item: bool = False
    talks: float = 0.0


def talks_of(parse: Parse) -> float:
    """How much a release tells of talks, from 0 to 1: as many verbs as "discuss" and "speak" as `_ALL_TALKS` are 1."""
    verbs = words_of("verbs", "consult") | words_of("verbs", "talk")
    return min(1.0, sum(token.lemma in verbs and token.pos == "VERB" for token in parse.tokens) / _ALL_TALKS)


@cache
def _laws() -> frozenset[str]:
    return frozenset(load("summitparse.actors", "sources")["instruments"]) | words_of("nouns", "laws")


@cache
def _papers() -> frozenset[str]:
    heads = load("summitparse.documents", "instruments")["heads"]
    return _laws().union(*heads.values())


@cache
def _inert() -> frozenset[str]:
    return frozenset(load("summitparse.quotes", "cues")["inert"])


def subject_kind(token: Token | None) -> str:
    """Who is named: first (I, we), person (a pronoun), it, name, speaker (a noun for people), occasion ("the talks"),
    law, thing, another noun, or none."""
    if token is None:
        return "none"
    if token.lower in FIRST:
        return "first"
    if token.lower in _PERSONS:
        return "person"
    if token.tag in ("PRP", "DT", *_WH):
        return "it"
    if token.lemma in words_of("nouns", "occasions"):
        return "occasion"
    if token.lemma.lower() in _laws():
        return "law"
    if token.pos == "PROPN":
        return "name"
    if token.lemma in _inert():
        return "thing"
    if can_speak(token):
        return "speaker"
    return "noun"


def features_of(proposal: Proposal, place: Place) -> dict[str, float]:
    """Names of features that are there, each with its value."""
    names = (*_of_clause(proposal), *_of_object(proposal), *_of_place(proposal, place))
    return dict.fromkeys(names, 1.0) | {"talks": place.talks}


def _of_clause(proposal: Proposal) -> Iterator[str]:
    """What the verb is, what it hangs on, and who does it."""
    clause, act, subject = proposal.clause, proposal.frame.act, subject_kind(proposal.actor)
    verb, tokens = clause.verb, clause.parse.tokens
    above = tokens[verb.head]
    if verb.dep == "ccomp" and above.i > verb.i:  # "We intend to keep it," he said.
        above = verb
    yield f"frame={proposal.frame.name}"
    yield f"verb={clause.lemma}"
    yield f"verb={clause.lemma} how={proposal.how}"
    yield f"tag={verb.tag}"
    yield f"dep={verb.dep}" if above is not verb else "dep=ROOT"
    yield f"above={above.pos}" if above is not verb else "above=none"
    yield f"subject={subject}"
    yield f"subject={subject} found={proposal.found}"
    yield f"polarity={clause.polarity}"
    yield f"polarity={clause.polarity} act={act}"
    yield f"modal={clause.modal}"
    yield f"article={_article(proposal)} act={act}"
    flags = {
        "passive": clause.passive,
        f"passive {act}": clause.passive,
        "passive without agent": clause.passive and proposal.actor is None,
        f"under {above.lemma}": verb.dep in _UNDER and above.i < verb.i,
        f"{verb.dep} {verb.tag} of a predicate": verb.dep in _BESIDE and above.lemma in predicates(),
        "reports": clause.reports,
        "to": any(tokens[i].tag == "TO" for i in verb.children),
        "perfect": any(tokens[i].lemma == "have" and tokens[i].dep == "aux" for i in verb.children),
        "past": verb.tag == "VBD",
        "at a time": any(tokens[i].tag == "WRB" for i in verb.children if i < verb.i),
        "opens": verb.i == clause.parse.sentences[verb.sentence][0],
        "far": proposal.found not in _NEAR,
        "addressee": proposal.addressee is not None,
    }
    yield from (name for name, holds in flags.items() if holds)


def _article(proposal: Proposal) -> str:
    """That of the noun of the cue: "concluded an agreement" is a deed, "reached agreement" is none."""
    first, last = proposal.cue
    words = proposal.clause.parse.tokens[first : last + 1]
    return next((token.lower for token in words if token.tag == "DT"), "none")


def _of_object(proposal: Proposal) -> Iterator[str]:
    """How the object was found, how it begins, how long it is, and what it is."""
    clause, head, act, tokens = proposal.clause, proposal.head, proposal.frame.act, proposal.clause.parse.tokens
    first, last = proposal.object
    size, start = last - first + 1, tokens[first]
    people = head.pos in NOUNS and can_speak(head) and head.lemma.lower() not in _papers()
    yield f"how={proposal.how}"
    yield f"how={proposal.how} act={act}"
    yield f"object={'name' if head.pos == 'PROPN' else 'pronoun' if head.pos == 'PRON' else head.tag}"
    yield f"size={next((name for most, name in _SIZES if size <= most), '13+')}"
    yield f"start={'the' if start.lower == 'the' else 'a' if start.lower in _INDEFINITE else start.tag}"
    flags = {
        "object between": proposal.how not in _BARE_OBJECTS and clause.direct is not None,
        "people as object": people,
        f"people as object {act}": people,
        "occasion as object": head.lemma in words_of("nouns", "occasions"),
        f"behind object {act}": any(t.tag in TENSED for t in tokens[first:last]),
        "people received": people and any(tokens[i].lower in _PLACES for i in range(head.i + 1, last + 1)),
        "number": any(t.tag == "CD" for t in tokens[first : first + 3]),
    }
    yield from (name for name, holds in flags.items() if holds)


def _of_place(proposal: Proposal, place: Place) -> Iterator[str]:
    """Whether it stands in speech, in a title, in an item of a list."""
    subject = subject_kind(proposal.actor)
    speech = "none" if not place.speech else "first" if subject == "first" else "other"
    yield f"speech={speech}"
    yield f"speech={speech} act={proposal.frame.act}"
    if place.title:
        yield "title"
        yield f"title {proposal.clause.verb.tag}"
    if place.item:
        yield "item"
