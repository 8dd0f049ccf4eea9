"""What somebody is said to believe, to be concerned about or confident of, where a clause with "that" tells it."""

from collections.abc import Sequence

from summitparse.actors import can_speak
from summitparse.enclosing import Enclosing
from summitparse.findings import QuoteFinding, Span
from summitparse.grammar.clauses import Clause, clause_at, is_that
from summitparse.grammar.phrases import noun_phrase
from summitparse.language.parse import Parse, Token
from summitparse.language.tags import NOUNS
from summitparse.quotes.cues import cue_words
from summitparse.quotes.passages import Passage, trim

_BE = frozenset({"be", "remain"})


def find_opinions(parse: Parse, passages: Sequence[Passage], known: Sequence[QuoteFinding]) -> list[QuoteFinding]:
    """In text order; none whose cue or clause stands in a quote of `known`, holds one, or is in a title."""
    enclosing = Enclosing(quote.spans for quote in known)
    starts = {span.start for quote in known for span in quote.spans}
    found = []
    for passage in passages:
        for token in () if passage.is_title else parse.tokens[passage.first : passage.end]:
            cue = _cue(parse, token) if is_that(token) and token.dep == "mark" else None
            if cue is None or enclosing.quote(token.span) is not None or enclosing.quote(cue.head.span) is not None:
                continue
            quote = _opinion(parse, passage, token, cue)
            if quote is not None and not any(quote.spans[0].start <= start < quote.spans[0].end for start in starts):
                found.append(quote)
    return found


def _cue(parse: Parse, that: Token) -> Clause | None:
    """The clause that tells an opinion: "believes that …", "is concerned that …", "expressed confidence that …"."""
    tokens = parse.tokens
    cue = tokens[tokens[that.head].head]
    if cue.pos == "NOUN" and cue.lemma in cue_words("feelings"):
        verb = tokens[cue.head]
        return clause_at(parse, verb) if verb.lemma in cue_words("voicing") else None
    clause = clause_at(parse, cue)
    if clause is None:
        return None
    if clause.copula is not None:
        return clause if cue.lower in cue_words("attitudes") and clause.copula.lemma in _BE else None
    return clause if cue.lemma in cue_words("thinking") else None


def _opinion(parse: Parse, passage: Passage, that: Token, clause: Clause) -> QuoteFinding | None:
    """The clause behind "that", if the release names whose opinion it is and says that they have it."""
    tokens, subject = parse.tokens, clause.subject
    holder = tokens[subject.head] if subject is not None else None
    if holder is None or clause.passive or clause.polarity != "asserted":
        return None
    if holder.pos not in NOUNS or not can_speak(holder):
        return None
    first, last = trim(tokens, that.i, min(parse.right_edge(that.head), passage.end - 1))
    if passage.overlapping(first, last):
        return None
    source = noun_phrase(parse, holder, clause.verb.i)
    return QuoteFinding(
        "indirect",
        (Span(that.start, tokens[last].end),),
        (),
        Span(tokens[source[0]].start, tokens[source[1]].end),
        clause.head.span,
        confidence=0.7,
        rule="quotes.opinion",
    )
