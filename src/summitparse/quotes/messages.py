"""Whose words a message is: "Jane Roe sent greetings to the crew. The message reads: “…”" is said by Jane Roe."""

from collections.abc import Iterator

from summitparse.actors import Registry
from summitparse.cues.find import cue_words, inherited_subject
from summitparse.findings import Span
from summitparse.grammar.phrases import up_to_head
from summitparse.language.parse import Parse, Token

# Who sent a message is named so many sentences before it is quoted, or in the first ones.
_LOOK_BACK = 8
_FIRST = 3
_SENDERS = frozenset({"person", "group"})


def sender(source: Span, parse: Parse, registry: Registry) -> int | None:
    """The actor who sent the message that the words of a source name; None where it is no message or nobody's."""
    tokens = parse.within(source)
    if not any(token.lemma.lower() in cue_words("messages") for token in tokens):
        return None
    owner = next((token for token in tokens if token.tag == "POS"), None)
    if owner is not None:
        return _person(Span(source.start, owner.start), registry)
    for verb in _sendings(source, parse):
        subject = inherited_subject(parse, verb)
        if subject >= 0:
            head = parse.tokens[subject]
            phrase = up_to_head(parse, head)
            if head.pos == "PROPN":
                registry.ensure(phrase)  # a name that the release gives once, without a title
            found = _person(phrase, registry)
            if found is not None:
                return found
    return None


def _sendings(source: Span, parse: Parse) -> Iterator[Token]:
    """The verbs that tell of sending it, the nearest sentence first."""
    here = parse.sentence_at(source.start) or 0
    near = range(here, max(-1, here - _LOOK_BACK - 1), -1)
    for k in [*near, *(k for k in range(min(_FIRST, here)) if k not in near)]:
        for token in parse.sentence_tokens(k):
            if token.pos == "VERB" and token.lemma in cue_words("sending") and token.end <= source.start:
                yield token


def _person(span: Span, registry: Registry) -> int | None:
    found = registry.refer(span)
    return found if found is not None and registry.kind_of(found) in _SENDERS else None
