"""Quotations that a sentence gives out as somebody's own words: "Senator Roe released the following statement on …:
“…”"."""

from collections.abc import Sequence

from summitparse.actors import can_speak
from summitparse.cues.passages import Passage
from summitparse.findings import QuoteFinding, Span
from summitparse.grammar.clauses import Clause, clause_at
from summitparse.grammar.words import words_of
from summitparse.language.parse import Parse
from summitparse.language.tags import OBJECTS
from summitparse.quotes.sources import source_phrase
from summitparse.voices import Stretch


def find_issued(parse: Parse, passages: Sequence[Passage], stretches: Sequence[Stretch]) -> dict[int, QuoteFinding]:
    """Quotations behind a colon that belongs to a statement, by the number of their stretch."""
    found = {}
    for passage in passages:
        for number, before in _behind_colons(parse, passage):
            clause = _issuing(parse, passage, before)
            source = None if clause is None else _issuer(parse, passage, clause)
            if clause is None or source is None:
                continue
            stretch = stretches[number]
            found[number] = QuoteFinding(
                "direct",
                stretch.whole(),
                stretch.whole(),
                source,
                clause.verb.span,
                confidence=0.95,
                closed=stretch.closed,
                rule="quotes.issued",
            )
    return found


def _behind_colons(parse: Parse, passage: Passage) -> list[tuple[int, int]]:
    """The stretches that open right behind a colon, with the place of the colon."""
    tokens = parse.tokens
    return [
        (quoted.number, quoted.outer_first - 1)
        for quoted in passage.quoted
        if quoted.outer_first > passage.first and tokens[quoted.outer_first - 1].text == ":"
    ]


def _issuing(parse: Parse, passage: Passage, colon: int) -> Clause | None:
    """The clause before a colon whose object is a statement that follows: "issued the following statement on …:"."""
    tokens = parse.tokens
    first = max(passage.first, parse.sentences[tokens[colon].sentence][0])
    for i in range(colon - 1, first - 1, -1):
        noun = tokens[i]
        if noun.lemma not in words_of("nouns", "statements") or noun.dep not in OBJECTS:
            continue
        verb = tokens[noun.head]
        clause = clause_at(parse, verb) if verb.i >= passage.first else None
        if clause is not None and clause.lemma in words_of("verbs", "issue"):
            return clause
    return None


def _issuer(parse: Parse, passage: Passage, clause: Clause) -> Span | None:
    subject = clause.subject
    if subject is None or subject.head < passage.first or not can_speak(parse.tokens[subject.head]):
        return None
    return source_phrase(parse, passage, None, subject.head)
