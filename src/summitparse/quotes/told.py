"""Reported clauses that grammar alone tells: who says it, by which predicate, and what."""

from collections.abc import Callable, Sequence

from summitparse.actors import may_say
from summitparse.cues.find import cue_words
from summitparse.cues.passages import Passage, trim, with_bracket
from summitparse.enclosing import Enclosing
from summitparse.findings import QuoteFinding, Span
from summitparse.grammar.clauses import Clause
from summitparse.grammar.phrases import noun_phrase
from summitparse.language.parse import Parse, Token
from summitparse.language.tags import NOUNS

Propose = Callable[[Passage, Token], QuoteFinding | None]


def find_told(
    parse: Parse, passages: Sequence[Passage], known: Sequence[QuoteFinding], propose: Propose
) -> list[QuoteFinding]:
    """What `propose` finds at the tokens outside titles, in text order. Left out is what stands in a quote of `known`,
    cue or beginning, and what holds the beginning of one."""
    enclosing = Enclosing(quote.spans for quote in known)
    starts = {span.start for quote in known for span in quote.spans}
    found = []
    for passage in passages:
        for token in () if passage.is_title else parse.tokens[passage.first : passage.end]:
            quote = propose(passage, token)
            if quote is None or quote.cue is None:
                continue
            [words] = quote.spans
            held = (quote.cue, Span(words.start, words.start + 1))
            if all(enclosing.quote(span) is None for span in held):
                if not any(words.start <= start < words.end for start in starts):
                    found.append(quote)
    return found


def told(parse: Parse, passage: Passage, clause: Clause, first: int, last: int, rule: str) -> QuoteFinding | None:
    """The words from token `first` to `last` as what the subject of `clause` says, if the release names one that can
    say it, and tells that it was said."""
    tokens, subject = parse.tokens, clause.subject
    holder = tokens[subject.head] if subject is not None else None
    if holder is None or clause.passive or clause.polarity != "asserted" or not _is_somebody(holder):
        return None
    first, last = trim(tokens, first, min(last, passage.end - 1))
    if first > last or passage.overlapping(first, last):
        return None
    source = noun_phrase(parse, holder, clause.verb.i)
    return QuoteFinding(
        "indirect",
        (Span(tokens[first].start, tokens[with_bracket(tokens, first, last)].end),),
        (),
        Span(tokens[source[0]].start, tokens[source[1]].end),
        clause.head.span,
        confidence=0.7,
        rule=rule,
    )


def _is_somebody(holder: Token) -> bool:
    """A noun for who or what has words of its own, or a pronoun for others than the writer."""
    if holder.pos in NOUNS:
        return may_say(holder)
    return holder.tag == "PRP" and holder.lower not in cue_words("first")
