"""Who takes a position: the words that name them, and which actor they are."""

from summitparse.actors import Registry, can_speak
from summitparse.findings import Span
from summitparse.grammar.phrases import noun_phrase
from summitparse.language.parse import Parse, Token
from summitparse.language.tags import FINITE, PLURAL, PROPER, SINGULAR, SUBJECTS
from summitparse.positions.features import subject_kind
from summitparse.positions.propose import Proposal
from summitparse.quotes import speaker_of

# "It", "they" and "we" point back over so many sentences.
_SENTENCES_BACK = {"it": 2, "they": 4, "we": 2}
# Pronouns that can mean a body, kinds of subjects that are nobody, and of actors that "it" cannot be.
_POINTING = frozenset({"it", "this"})
_NOBODY = frozenset({"occasion", "thing"})
_PEOPLE = frozenset({"person", "group"})
# Where a name begins behind an office: behind a comma and "Mr" at the latest.
_TITLED = 2
_PLURAL = PLURAL | {"CD"}


def taker(
    proposal: Proposal, span: Span, parse: Parse, registry: Registry, speaker: int | None, ours: Span | None
) -> tuple[Span | None, int | None]:
    """The words that name the actor, and its number. Talks and meetings are nobody; `speaker` is who says "I" and "we"
    around it, if it stands in speech, and `ours` names who is "we" elsewhere."""
    head = proposal.actor
    if head is None:
        if speaker is None and not proposal.clause.passive:
            return _named_before(proposal.clause.verb, parse, registry)
        return None, None if proposal.clause.passive else speaker
    kind = subject_kind(head)
    if kind == "occasion" or (kind == "it" and head.lower not in _POINTING):
        return None, None
    first, last = noun_phrase(parse, head, proposal.clause.head.i)
    source = Span(parse.tokens[first].start, parse.tokens[last].end)
    if kind == "first":
        known = speaker if speaker is not None else registry.resolve(source)
        if known is None and head.lower == "we":
            known = _antecedent(head, source, parse, registry) if ours is None else registry.ensure(ours)
        return source, known
    if head.lower == "it":
        return source, _antecedent(head, source, parse, registry)
    actor = _apposed(source, proposal.clause.verb, parse, registry)
    if actor is None:
        actor = speaker_of(source, span.start, parse, registry)
    return source, _antecedent(head, source, parse, registry) if actor is None and head.lower == "they" else actor


def _apposed(source: Span, verb: Token, parse: Parse, registry: Registry) -> int | None:
    """The person named behind an office that nobody is known by: "the Leader in Parliament, Mr Oto Berg, said"."""
    between = Span(source.end, max(source.end, verb.start))
    after = parse.within(between)
    if len(after) <= _TITLED or after[0].text != "," or registry.resolve(source) is not None:
        return None
    named = [number for place, number in registry.people_in(between) if place.start <= after[_TITLED].start]
    return registry.same(source, named[0]) if named else None


def _named_before(verb: Token, parse: Parse, registry: Registry) -> tuple[Span | None, int | None]:
    """The person named last in the sentence before a verb that the parser gives no subject: "Senator Ana Roe, D-Ore.,
    today urged"."""
    first = parse.tokens[parse.sentences[verb.sentence][0]]
    if verb.dep != "ROOT" or verb.tag not in FINITE or verb is first:
        return None, None
    named = registry.people_in(Span(first.start, verb.start))
    return named[-1] if named else (None, None)


def _antecedent(pronoun: Token, source: Span, parse: Parse, registry: Registry) -> int | None:
    """Whom "it", "they" or "we" means: the last subject before it in the same number that is no talks; "it" and "we"
    are no person, and "they" are somebody who can speak."""
    tokens, many = parse.tokens, pronoun.lower == "they"
    begin = parse.sentences[max(0, pronoun.sentence - _SENTENCES_BACK[pronoun.lower])][0]
    for token in reversed(tokens[begin : pronoun.i]):
        if token.dep not in SUBJECTS or not _agrees(token, parse, many):
            continue
        if subject_kind(token) in _NOBODY:
            continue
        first, last = noun_phrase(parse, token)
        named = Span(tokens[first].start, tokens[last].end)
        actor = registry.resolve(named)
        if actor is None and (many or subject_kind(token) != "noun"):
            actor = registry.ensure(named)
        if actor is not None and (registry.kind_of(actor) not in _PEOPLE or many):
            return registry.same(source, actor)
    return None


def _agrees(noun: Token, parse: Parse, many: bool) -> bool:
    """Whether a subject is singular, or, where it is to be `many`, people or bodies in the plural."""
    if not many:
        return noun.tag in SINGULAR
    joined = any(parse.tokens[i].dep == "conj" for i in noun.children)
    return (noun.tag in _PLURAL or joined) and (noun.tag in PROPER | {"CD"} or can_speak(noun))
