"""How a noun stands in its sentence and release, as features by name for the ranker."""

import re
from collections.abc import Iterator
from functools import cache

from summitparse.grammar.clauses import clause_above
from summitparse.instruments.nouns import Head
from summitparse.instruments.signing import making_verb
from summitparse.instruments.vocabulary import vocabulary
from summitparse.instruments.words import Word
from summitparse.language.parse import Parse, Token
from summitparse.lexicon import load

# So many words upwards the clause is looked for that a noun stands in.
HOPS = 6
# Nothing else is known of an instrument so often named again.
_MOST_NAMED = 3


@cache
def _classes() -> dict[str, tuple[str, ...]]:
    """The classes of grammar's verbs that a lemma is in."""
    found: dict[str, list[str]] = {}
    for name, lemmas in load("summitparse.grammar", "words")["verbs"].items():
        for lemma in lemmas:
            found.setdefault(lemma, []).append(name)
    return {lemma: tuple(names) for lemma, names in found.items()}


def head_noun(parse: Parse, line: list[Word], head: Head) -> Token | None:
    """The noun of an instrument's name on which its other words hang: "memorandum" of "memorandum of understanding"."""
    token = parse.at(line[head.end - 1].start)
    inside = range(line[head.noun].start, line[head.end - 1].end)
    while token is not None and token.head != token.i and parse.tokens[token.head].start in inside:
        token = parse.tokens[token.head]
    return token


def made_behind(parse: Parse, noun: Token) -> tuple[Token, str, str] | None:
    """The verb of making that explains a noun, with lemma and status: "the treaty to be signed in May" (planned),
    "a memorandum signed today", "the bill that passed the Senate"."""
    for token in (parse.tokens[i] for i in noun.children if i > noun.i):
        made = making_verb(token.lemma) if token.dep in vocabulary("explains") else None
        if made is not None:
            before = {parse.tokens[i].lower for i in token.children if i < token.i}
            planned = bool(before & (vocabulary("modal_planned") | vocabulary("modal_doubt") | {"to"}))
            return token, made[0], "planned" if planned else made[1]
    return None


def context_signs(parse: Parse, noun: Token) -> Iterator[str]:
    """Of what class the verb of its clause is, what explains the noun, and whether it is introduced as new."""
    clause, _ = clause_above(parse, noun, HOPS)
    if clause is not None:
        yield from (f"governs={name}" for name in _classes().get(clause.lemma, ()))
        above = parse.tokens[clause.verb.head]
        yield from (f"governs-above={name}" for name in _classes().get(above.lemma, ()) if above is not clause.verb)
    made = made_behind(parse, noun)
    if made is not None:
        yield f"made-behind={made[2]}"
        yield f"made-behind-{made[0].dep}"
    for child in (parse.tokens[i] for i in noun.children if i < noun.i):
        if child.dep == "poss":
            yield "possessed"
        if child.lower in vocabulary("new"):
            yield "new"


def named_again(clean: str, noun: str, behind: int) -> Iterator[str]:
    """How often the release goes on to speak of "the agreement" or "this agreement"."""
    found = list(re.finditer(rf"\b(?:the|this) (?:\w+ )?{re.escape(noun)}\b", clean[behind:], re.IGNORECASE))
    yield f"again={min(_MOST_NAMED, len(found))}"
