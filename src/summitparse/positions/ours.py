"""Whom "we" means where nobody is speaking: those a statement is of, or the body that publishes the release."""

from summitparse.findings import Span
from summitparse.grammar.phrases import noun_phrase
from summitparse.grammar.words import words_of
from summitparse.language.parse import Parse, Token
from summitparse.language.tags import PLURAL
from summitparse.layout import Layout
from summitparse.positions.features import FIRST
from summitparse.positions.listed import leads, subject_of

_IN_THE_ROLE_OF = frozenset({"as"})
# Before whose statement it is: "Joint Statement from the Ministers of …".
_AUTHORS = frozenset({"by", "from", "of"})


def find_ours(layout: Layout, parse: Parse, issuer: Span | None) -> Span | None:
    """The words that name whoever calls themselves "we" in the release's own words: "We, the ministers of …", "as
    leaders of …, we", those whose statement the title says it is, or the `issuer`; None where nothing tells."""
    own = _named_beside(parse) or _author(layout, parse)
    if own is None:
        return issuer
    first, last = noun_phrase(parse, own)
    return Span(parse.tokens[first].start, parse.tokens[last].end)


def find_adopters(layout: Layout, parse: Parse) -> dict[int, Span]:
    """Who calls themselves "we" in the items below "the ministers adopted this statement:", by sentence."""
    out = dict[int, Span]()
    for lead in leads(layout, parse):
        subject = subject_of(parse, lead)
        if subject is not None and subject.lower not in FIRST:
            first, last = noun_phrase(parse, subject)
            sentences = range(parse.tokens[lead.items[0][0]].sentence, parse.tokens[lead.items[-1][1]].sentence + 1)
            out |= dict.fromkeys(sentences, Span(parse.tokens[first].start, parse.tokens[last].end))
    return out


def _named_beside(parse: Parse) -> Token | None:
    """The noun of "We, the ministers of …" or "As leaders of …, we"."""
    tokens = parse.tokens
    for we in (token for token in tokens if token.lower in FIRST):
        beside = [tokens[i] for i in we.children if tokens[i].dep == "appos" and i > we.i]
        roles = [tokens[i] for i in tokens[we.head].children if i < we.i and tokens[i].lower in _IN_THE_ROLE_OF]
        beside += [tokens[i] for preposition in roles for i in preposition.children if tokens[i].dep == "pobj"]
        named = next((noun for noun in beside if noun.tag in PLURAL), None)
        if named is not None:
            return named
    return None


def _author(layout: Layout, parse: Parse) -> Token | None:
    """The noun behind "Statement by" in the title."""
    tokens = parse.within(layout.header.title) if layout.header.title else []
    for token in tokens:
        if token.lower in _AUTHORS and parse.tokens[token.head].lower in words_of("nouns", "statements"):
            return next((parse.tokens[i] for i in token.children if parse.tokens[i].dep == "pobj"), None)
    return None
