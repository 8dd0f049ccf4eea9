"""What is so "in the minister's view": a sentence with an opinion named in it, and no verb of saying."""

from collections.abc import Sequence

from summitparse.cues.find import cue_words
from summitparse.cues.passages import Passage, trim
from summitparse.findings import QuoteFinding, Span
from summitparse.grammar.clauses import governed
from summitparse.grammar.phrases import noun_phrase
from summitparse.language.parse import Parse, Token
from summitparse.language.tags import FINITE

# Whose view it is has no more words than this.
MOST_WORDS = 8
# The clause has at least so many words.
LEAST_WORDS = 4


def find_viewpoints(parse: Parse, passages: Sequence[Passage], known: Sequence[QuoteFinding]) -> list[QuoteFinding]:
    """In text order; none in a sentence that a quote of `known` reaches into, or with words in marks."""
    taken = {token.sentence for quote in known for span in quote.spans for token in _ends(parse, span)}
    taken |= {token.sentence for quote in known if quote.cue for token in _ends(parse, quote.cue)}
    found = []
    for passage in passages:
        for i in range(passage.first, passage.end):
            token = parse.tokens[i]
            if token.lower == "in" and token.sentence not in taken and not passage.is_title:
                quote = _viewpoint(parse, passage, i)
                if quote is not None:
                    taken.add(token.sentence)
                    found.append(quote)
    return found


def _ends(parse: Parse, span: Span) -> list[Token]:
    tokens = parse.within(span)
    return [tokens[0], tokens[-1]] if tokens else []


def _viewpoint(parse: Parse, passage: Passage, i: int) -> QuoteFinding | None:
    tokens = parse.tokens
    first, end = parse.sentences[tokens[i].sentence]
    first, end = max(first, passage.first), min(end, passage.end)
    view = _whose(parse, i, end)
    if view is None or passage.overlapping(first, end - 1):
        return None
    noun, whose, last = view
    close = max(noun, last)
    if any(token.text in ",.;:" for token in tokens[i:close]):
        return None
    before, after = trim(tokens, first, i - 1), trim(tokens, close + 1, end - 1)
    set_apart = i == first or tokens[i - 1].text == ","
    if not set_apart or (after[0] <= after[1] and i > first and tokens[close + 1].text != ","):
        return None
    parts = [(a, b) for a, b in (before, after) if b - a + 1 >= LEAST_WORDS]
    if not any(tokens[k].tag in FINITE for a, b in parts for k in range(a, b + 1)):
        return None
    return QuoteFinding(
        "indirect",
        tuple(Span(tokens[a].start, tokens[b].end) for a, b in parts),
        (),
        Span(tokens[whose].start, tokens[last].end),
        tokens[noun].span,
        confidence=0.8,
        rule="quotes.viewpoint",
    )


def _whose(parse: Parse, i: int, end: int) -> tuple[int, int, int] | None:
    """Behind "in" at `i`: the noun for a view, and the first and last token of whose it is."""
    tokens = parse.tokens
    noun = next((k for k in range(i + 2, min(end, i + 2 + MOST_WORDS)) if tokens[k].lower in cue_words("views")), None)
    if noun is None:
        return None
    if noun == i + 2 and tokens[i + 1].pos == "DET":  # "in the view of the minister"
        holder = next((found for of in tokens[noun + 1 : noun + 2] if (found := governed(parse, of))), None)
        return (noun, *noun_phrase(parse, holder)) if holder is not None else None
    if tokens[noun - 1].tag == "POS":
        return noun, i + 1, noun - 2
    whose = tokens[i + 1]
    is_own = noun > i + 2 or whose.tag != "PRP$" or whose.lower in cue_words("own")
    return None if is_own else (noun, i + 1, i + 1)
