"""What somebody is said to believe, to be concerned about or confident of, where a clause with "that" tells it."""

from collections.abc import Sequence
from functools import partial

from summitparse.cues.find import cue_words
from summitparse.cues.passages import Passage
from summitparse.findings import QuoteFinding
from summitparse.grammar.clauses import Clause, clause_at, is_that
from summitparse.language.parse import Parse, Token
from summitparse.quotes.told import find_told, told

_BE = frozenset({"be", "remain"})


def find_opinions(parse: Parse, passages: Sequence[Passage], known: Sequence[QuoteFinding]) -> list[QuoteFinding]:
    """Those that stand apart from the quotes of `known`, in text order."""
    return find_told(parse, passages, known, partial(_opinion, parse))


def _opinion(parse: Parse, passage: Passage, that: Token) -> QuoteFinding | None:
    """The clause behind "that", where its cue tells an opinion."""
    cue = _cue(parse, that) if is_that(that) and that.dep == "mark" else None
    return told(parse, passage, cue, that.i, parse.right_edge(that.head), "quotes.opinion") if cue is not None else None


def _cue(parse: Parse, that: Token) -> Clause | None:
    """The clause that tells an opinion: "believes that …", "is concerned that …", "expressed confidence that …",
    "is of the view that …"."""
    tokens = parse.tokens
    cue = tokens[tokens[that.head].head]
    if cue.pos == "NOUN" and cue.lemma in cue_words("feelings"):
        verb = tokens[cue.head]
        return clause_at(parse, verb) if verb.lemma in cue_words("voicing") else None
    if cue.pos == "NOUN" and cue.lemma in cue_words("views"):
        of = tokens[cue.head]
        return clause_at(parse, tokens[of.head]) if of.lower == "of" and tokens[of.head].lemma in _BE else None
    clause = clause_at(parse, cue)
    if clause is None:
        return None
    if clause.copula is not None:
        return clause if cue.lower in cue_words("attitudes") and clause.copula.lemma in _BE else None
    return clause if cue.lemma in cue_words("thinking") else None
