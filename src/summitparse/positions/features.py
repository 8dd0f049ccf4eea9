"""What the ranker is told about a proposal: named features."""

from dataclasses import dataclass
from functools import cache

from summitparse.actors import can_speak
from summitparse.grammar.words import words_of
from summitparse.language.parse import Token
from summitparse.lexicon import load
from summitparse.positions.frames import predicates
from summitparse.positions.propose import Proposal

FIRST = frozenset({"i", "we"})
_PERSONS = frozenset({"he", "she", "they", "both", "all", "who"})
_WH = frozenset({"WDT", "WP", "WRB"})


@dataclass(frozen=True, slots=True)
class Place:
    """Where a proposal stands: in direct speech, in a turn (a speech, or one of a transcript), in a title, in a list
    item."""

    speech: bool = False
    turn: bool = False
    title: bool = False
    item: bool = False


@cache
def _laws() -> frozenset[str]:
    return frozenset(load("summitparse.actors", "sources")["instruments"]) | words_of("nouns", "laws")


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
    clause = proposal.clause
    verb, head, tokens = clause.verb, proposal.head, clause.parse.tokens
    above = tokens[verb.head]
    subject = subject_kind(proposal.actor)
    speech = "none" if not place.speech else "first" if subject == "first" else "other"
    first, last = proposal.object
    size = last - first + 1
    start = tokens[first]
    names = [
        f"frame={proposal.frame.name}",
        f"verb={clause.lemma}",
        f"tag={verb.tag}",
        f"dep={verb.dep}",
        f"above={above.pos}" if above is not verb else "above=none",
        f"subject={subject}",
        f"subject={subject} found={proposal.found}",
        f"speech={speech}",
        f"speech={speech} act={proposal.frame.act}",
        f"how={proposal.how}",
        f"how={proposal.how} act={proposal.frame.act}",
        f"polarity={clause.polarity}",
        f"polarity={clause.polarity} act={proposal.frame.act}",
        f"modal={clause.modal}",
        f"object={'name' if head.pos == 'PROPN' else 'pronoun' if head.pos == 'PRON' else head.tag}",
        f"size={'1' if size == 1 else '2' if size == 2 else '3-5' if size < 6 else '6-12' if size < 13 else '13+'}",
        f"start={'the' if start.lower == 'the' else 'a' if start.lower in ('a', 'an') else start.tag}",
    ]
    flags = {
        "passive": clause.passive,
        f"passive {proposal.frame.act}": clause.passive,
        f"under {above.lemma}": verb.dep in ("xcomp", "advcl", "ccomp", "conj") and above.i < verb.i,
        f"{verb.dep} {verb.tag} of a predicate": verb.dep in ("advcl", "conj") and above.lemma in predicates(),
        f"title {verb.tag}": place.title,
        "object between": proposal.how not in ("direct", "subject", "noun") and clause.direct is not None,
        "passive without agent": clause.passive and proposal.actor is None,
        "title": place.title,
        "item": place.item,
        "reports": clause.reports,
        "to": any(tokens[i].tag == "TO" for i in verb.children),
        "perfect": any(tokens[i].lemma == "have" and tokens[i].dep == "aux" for i in verb.children),
        "people as object": head.pos in ("NOUN", "PROPN") and can_speak(head),
        f"people as object {proposal.frame.act}": head.pos in ("NOUN", "PROPN") and can_speak(head),
        "occasion as object": head.lemma in words_of("nouns", "occasions"),
        f"behind object {proposal.frame.act}": any(t.tag in ("VBD", "VBZ") for t in tokens[first:last]),
        "addressee": proposal.addressee is not None,
        "opens": verb.i == clause.parse.sentences[verb.sentence][0],
        "far": proposal.found not in ("own", "agent", ""),
        "number": any(t.tag == "CD" for t in tokens[first : first + 3]),
        "past": verb.tag == "VBD",
    }
    return dict.fromkeys(names, 1.0) | {name: 1.0 for name, value in flags.items() if value}
