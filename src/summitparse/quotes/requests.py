"""What somebody asks others to do, where the rankers know no cue: "directed the ports to open", "appealed to drivers to
wait"."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from summitparse.actors import may_say
from summitparse.cues.find import asking, cue_words
from summitparse.cues.passages import Passage
from summitparse.findings import QuoteFinding, Span
from summitparse.grammar.clauses import clause_at, is_that
from summitparse.language.parse import Parse, Token
from summitparse.language.tags import FINITE, NOMINAL, OBJECTS
from summitparse.quotes.told import find_told, told

# How the subject of whoever asks is found: what somebody is to ask others is no speech.
_FOUND = frozenset({"own", "coordination", "participle"})
# Words before the noun that they belong to.
_BEFORE_NOUN = frozenset({"compound", "poss", "nmod", "amod"})
# What whoever is asked is to the verb, or to its preposition.
_ASKED = OBJECTS | {"dative", "nsubj"}


def find_requests(parse: Parse, passages: Sequence[Passage], known: Sequence[QuoteFinding]) -> list[QuoteFinding]:
    """Those that stand apart from the quotes of `known`, in text order."""
    return find_told(parse, passages, known, partial(_request, parse))


def _request(parse: Parse, passage: Passage, verb: Token) -> QuoteFinding | None:
    """Whom a verb of asking asks, with what they are to do."""
    clause = clause_at(parse, verb) if verb.lemma in asking() and verb.pos == "VERB" and verb.tag != "VB" else None
    said = clause is not None and clause.subject is not None and clause.subject.found in _FOUND
    deed = clause.bidden if clause is not None and said else None
    asked = _asked(parse, verb, deed) if deed is not None else None
    if clause is None or deed is None or asked is None:
        return None
    return told(parse, passage, clause, parse.left_edge(asked.i), parse.right_edge(deed.i), "quotes.request")


def at_deed(parse: Parse, quote: QuoteFinding) -> QuoteFinding:
    """The quote without whom somebody asks: of "urged the parties not to return" the words are "not to return"."""
    cue = parse.within(quote.cue)[0] if quote.cue is not None and quote.type == "indirect" else None
    whole, *others = quote.spans
    words = parse.within(whole)
    to = next((k for k, word in enumerate(words) if word.tag == "TO" and word.dep == "aux"), 0)
    before = words[:to]
    bids = cue is not None and cue.lemma in asking() and cue.lemma not in cue_words("telling")
    if not bids or not before or any(is_that(word) or word.tag in FINITE for word in before):
        return quote
    if words[to - 1].dep == "neg":
        to, before = to - 1, before[:-1]
    asked = next((word for word in before if word.pos in NOMINAL and word.dep not in _BEFORE_NOUN), None)
    if asked is None or not (asked.pos == "PRON" or may_say(asked)):
        return quote
    return replace(quote, spans=(Span(words[to].start, whole.end), *others))


def _asked(parse: Parse, verb: Token, deed: Token) -> Token | None:
    """Who is to do the deed: a noun or pronoun that hangs on the verb, its preposition or the deed, where the deed
    hangs on the verb or on that noun, or on one coordinated with it."""
    tokens = parse.tokens
    above = {verb.i, deed.i, *(i for i in verb.children if tokens[i].pos == "ADP")}
    between = (token for token in tokens[verb.i + 1 : deed.i] if token.pos in NOMINAL and token.dep in _ASKED)
    asked = next((token for token in between if token.head in above), None)
    over = tokens[deed.head]
    while over.dep == "conj" and over.pos in NOMINAL:
        over = tokens[over.head]
    return asked if asked is not None and over.i in (verb.i, asked.i) else None
