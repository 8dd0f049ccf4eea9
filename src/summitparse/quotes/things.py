"""What is done with a thing is no speech: "welcomed the plan", "agreed to pay" are positions of their own finder."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from summitparse.actors import can_speak
from summitparse.cues.find import ACCORDING, COLON, Cue, asking, cue_words
from summitparse.findings import PositionFinding, QuoteFinding
from summitparse.grammar.clauses import is_that
from summitparse.grammar.words import words_of
from summitparse.language.parse import Parse, Token
from summitparse.language.tags import FINITE, VERBAL, WH
from summitparse.quotes.build import CLAUSE
from summitparse.quotes.candidate import Part
from summitparse.rules import weigh

# Stands for the rule of a quote that is the object of its cue and no clause, until it is known whether a position is.
THING = "thing"
# Words that hang outside a content without being what it is about.
_BESIDE = frozenset({"punct", "cc", "conj", "mark", "advmod", "prep", "neg", "preconj", "npadvmod", "intj"})
_OF_NOUNS = frozenset({"acl", "relcl"})


def asks(parse: Parse, cue: Cue, parts: Sequence[Part]) -> bool:
    """Whether a content is what somebody is asked to do: "urged the parties to return" is speech."""
    if parse.tokens[cue.i].lemma not in asking():
        return False
    words = [parse.tokens[i] for first, last in parts for i in range(first, last + 1)]
    infinitives = [word for word in words if word.tag == "TO" and word.dep == "aux"]
    clause = any(word.tag in FINITE for word in words)
    return any(clause or _is_bidden(parse, to) for to in infinitives)


def _is_bidden(parse: Parse, to: Token) -> bool:
    """Not so what a thing is to do: "informed his hosts of plans to return"."""
    deed = parse.tokens[to.head]
    return deed.dep not in _OF_NOUNS or can_speak(parse.tokens[deed.head])


def is_thing(parse: Parse, cue: Cue, parts: Sequence[Part]) -> bool:
    """Whether a content without marks is a noun phrase, or the infinitive of what somebody agrees to or promises."""
    if cue.kind in (ACCORDING, COLON) or asks(parse, cue, parts):
        return False
    tokens = parse.tokens
    if any(is_that(tokens[first]) or tokens[first].tag in WH for first, _ in parts):
        return False
    if tokens[cue.i].lemma in cue_words("things"):
        return True
    roots = _roots(tokens, parts)
    if roots and roots[0].dep == "pobj":  # "pointed to the treaty"
        return True
    verbs = [token for token in roots if token.pos in VERBAL]
    if not verbs:
        return bool(roots)
    committing = words_of("verbs", "decide") | words_of("verbs", "promise") | words_of("verbs", "intend")
    return tokens[cue.i].lemma in committing and all(token.dep == "xcomp" for token in verbs)


def without_positions(
    quotes: Sequence[QuoteFinding], positions: Sequence[PositionFinding], *, article: bool
) -> tuple[QuoteFinding, ...]:
    """The quotes but for what is done with things; in a newspaper's article only for those that are positions: of the
    same cue, or of words that they share."""
    cues = {position.cue.start for position in positions}
    spans = sorted(position.span for position in positions)

    def is_position(quote: QuoteFinding) -> bool:
        if quote.rule != THING or not article:
            return quote.rule == THING
        shared = any(span.overlaps(part) for part in quote.spans for span in spans)
        return shared or (quote.cue is not None and quote.cue.start in cues)

    for quote in filter(is_position, quotes):
        weigh(CLAUSE, quote.spans[0], "it is the object of a position", chance=quote.confidence)
    kept = [k for k, quote in enumerate(quotes) if not is_position(quote)]
    place = {k: new for new, k in enumerate(kept)}
    return tuple(_numbered_anew(quotes[k], place) for k in kept)


def _numbered_anew(quote: QuoteFinding, place: Mapping[int, int]) -> QuoteFinding:
    parent = None if quote.parent is None else place.get(quote.parent)
    return replace(quote, parent=parent, rule=CLAUSE if quote.rule == THING else quote.rule)


def _roots(tokens: Sequence[Token], parts: Sequence[Part]) -> list[Token]:
    """The tokens of a content that hang on others."""

    def inside(i: int) -> bool:
        return any(first <= i <= last for first, last in parts)

    mine = [token for first, last in parts for token in tokens[first : last + 1]]
    out = [token for token in mine if (token.head == token.i or not inside(token.head)) and token.dep not in _BESIDE]
    hanging = [t for t in mine if t.dep == "prep" and not inside(t.head)]
    return out or [tokens[i] for t in hanging for i in t.children if inside(i)]
