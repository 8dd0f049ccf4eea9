"""Quotations that are signed ("…" — Name, office) or labelled (Statement from the Minister: "…")."""

from collections.abc import Sequence

from summitparse.findings import QuoteFinding, Span
from summitparse.language.parse import Parse
from summitparse.quotes.passages import DASHES, POINTS, Passage, Quoted
from summitparse.quotes.stretches import Stretch

# A signature has no more tokens than this, and no verb.
LONGEST = 25
# A label has no more tokens than this, and no verb.
MOST_LABEL = 16


def find_signed(parse: Parse, passages: Sequence[Passage], stretches: Sequence[Stretch]) -> dict[int, QuoteFinding]:
    """Signed quotations by the number of their stretch."""
    found = {}
    for passage in passages:
        if passage.quoted and not passage.is_title:
            last = passage.quoted[-1]
            source = _label(parse, passage) if len(passage.quoted) == 1 else None
            source = source or _signature(parse, passage, last)
            if source and 2 * (last.last - last.first) >= passage.end - passage.first:
                stretch = stretches[last.number]
                found[last.number] = QuoteFinding(
                    "direct",
                    stretch.whole(),
                    stretch.whole(),
                    *source,
                    confidence=0.95,
                    closed=stretch.closed,
                    rule="quotes.signed",
                )
    return found


def _signature(parse: Parse, passage: Passage, last: Quoted) -> tuple[Span, Span] | None:
    """The words that name the speaker, up to the first comma, and the dash; None if there is no signature."""
    tokens = parse.tokens
    dash = last.outer_last if _is_dash(tokens[last.outer_last].text[1:]) else last.outer_last + 1
    first = dash + 1
    if first >= passage.end or passage.end - first > LONGEST or not _is_dash(tokens[dash].text[-1:]):
        return None
    rest = tokens[first : passage.end]
    if not rest[0].text[0].isupper() or any(token.tag in ("VBD", "VBZ", "VBP", "MD") for token in rest):
        return None
    name = next(
        (k for k, token in enumerate(rest) if token.text in POINTS and token.text not in ("-", "'", "’")), len(rest)
    )
    return Span(rest[0].start, rest[name - 1].end), Span(tokens[dash].end - 1, tokens[dash].end)


def _label(parse: Parse, passage: Passage) -> tuple[Span, Span] | None:
    """The words of a label that name the speaker, and the colon, where a paragraph is a label and a quotation."""
    quoted = passage.quoted[0]
    before = parse.tokens[passage.first : quoted.outer_first]
    after = parse.tokens[quoted.outer_last + 1 : passage.end]
    colon = next((token for token in before if ":" in token.text), None)
    if colon is None or len(before) > MOST_LABEL or any(token.text not in POINTS for token in after):
        return None
    words = [token for token in before if token.start < colon.start]
    beyond = [token for token in before if token.start > colon.start and token.text.strip("*_")]
    if beyond or any(token.pos == "VERB" for token in words):
        return None
    lead = max((k for k, token in enumerate(words) if token.lower in ("from", "by")), default=-1)
    words = [token for token in words[lead + 1 :] if token.text.strip("*_") and token.text not in POINTS]
    if not words or lead < 0:
        return None
    at = colon.start + colon.text.index(":")
    return Span(words[0].start, words[-1].end), Span(at, at + 1)


def _is_dash(text: str) -> bool:
    return text in DASHES
