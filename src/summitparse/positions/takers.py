"""Who takes a position: the words that name them, and which actor they are."""

from summitparse.actors import Registry
from summitparse.findings import Span
from summitparse.grammar.clauses import SUBJECTS
from summitparse.grammar.phrases import noun_phrase
from summitparse.language.parse import Parse, Token
from summitparse.positions.features import subject_kind
from summitparse.positions.propose import Proposal
from summitparse.quotes import speaker_of

# "It" points back over so many sentences.
_SENTENCES_BACK = 2
_SINGULAR = frozenset({"NN", "NNP"})


def taker(
    proposal: Proposal, span: Span, parse: Parse, registry: Registry, speaker: int | None
) -> tuple[Span | None, int | None]:
    """The words that name the actor, and its number. Talks and meetings are nobody; `speaker` is who says "I" and "we"
    around it, if it stands in speech."""
    head = proposal.actor
    if head is None:
        return None, None if proposal.clause.passive else speaker
    kind = subject_kind(head)
    if kind == "occasion" or (kind == "it" and head.lower not in ("it", "this")):
        return None, None
    first, last = noun_phrase(parse, head, proposal.clause.head.i)
    source = Span(parse.tokens[first].start, parse.tokens[last].end)
    if kind == "first":
        return source, speaker if speaker is not None else registry.resolve(source)
    if head.lower == "it":
        known = registry.resolve(source)
        return source, _antecedent(head, source, parse, registry) if known is None else known
    return source, speaker_of(source, span.start, parse, registry)


def _antecedent(it: Token, source: Span, parse: Parse, registry: Registry) -> int | None:
    """Whom "it" means: the last subject before it, in the singular, that is no person and no talks."""
    tokens = parse.tokens
    begin = parse.sentences[max(0, it.sentence - _SENTENCES_BACK)][0]
    for token in reversed(tokens[begin : it.i]):
        if token.dep not in SUBJECTS or token.tag not in _SINGULAR or subject_kind(token) in ("occasion", "thing"):
            continue
        first, last = noun_phrase(parse, token)
        named = Span(tokens[first].start, tokens[last].end)
        actor = registry.resolve(named)
        if actor is None and subject_kind(token) != "noun":
            actor = registry.ensure(named)
        if actor is not None and registry.kind_of(actor) not in ("person", "group"):
            return registry.same(source, actor)
    return None
