"""Quotations without a cue of their own, and quotations inside others."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence

from summitparse.cues.find import cue_words, inherited_subject, saying
from summitparse.cues.passages import DASHES, ENDS, POINTS, Passage, Quoted
from summitparse.findings import QuoteFinding, Span
from summitparse.grammar.phrases import noun_phrase
from summitparse.language.parse import Parse, Token
from summitparse.language.tags import FINITE
from summitparse.voices import Stretch

# A sentence in marks has so many words at least.
_LEAST_SENTENCE = 5
_STOPS = frozenset(".!?:")
# The rule of a quotation that no cue introduces.
ALONE = "quotes.alone"


def find_alone(
    parse: Parse, passages: Sequence[Passage], stretches: Sequence[Stretch], used: set[int]
) -> list[QuoteFinding]:
    """Whole sentences in marks that no cue claimed: direct speech whose speaker the text around must tell."""
    found: dict[int, QuoteFinding] = {}
    for passage in passages:
        for quoted in passage.quoted:
            if quoted.number in used or quoted.number in found:
                continue
            stretch = stretches[quoted.number]
            provided = _provides(parse, passage, quoted)
            if stands_alone(parse.tokens, passage, quoted) or provided:
                spans = stretch.whole()
                source, dash = _between_dashes(parse, passage, quoted) or (provided, None)
                found[quoted.number] = QuoteFinding(
                    "direct", spans, spans, source, dash, closed=stretch.closed, confidence=0.6, rule=ALONE
                )
    return list(found.values())


def _provides(parse: Parse, passage: Passage, quoted: Quoted) -> Span | None:
    """The document that says what stands in marks: "Under the agreement, “each Party shall …”"."""
    tokens = parse.tokens
    first = parse.sentences[tokens[quoted.outer_first].sentence][0]
    comma = quoted.outer_first - 1
    under = comma - first >= 2 and tokens[first].lower in cue_words("under") and tokens[comma].text == ","
    provides = under and tokens[comma - 1].lemma in cue_words("providing")
    if provides and any(token.tag in FINITE for token in tokens[quoted.first : quoted.last + 1]):
        return Span(tokens[first + 1].start, tokens[comma - 1].end)
    return None


def _between_dashes(parse: Parse, passage: Passage, quoted: Quoted) -> tuple[Span, Span] | None:
    """The name before a quotation between dashes, and the dash: "including Ilva Daren — “…” — and others"."""
    tokens = parse.tokens
    first = dash = quoted.outer_first - 1
    behind = tokens[quoted.outer_last + 1 : passage.end]
    if dash < passage.first or not behind or not {tokens[dash].text, behind[0].text} <= DASHES:
        return None
    while first > passage.first and tokens[first - 1].pos == "PROPN":
        first -= 1
    return (Span(tokens[first].start, tokens[dash - 1].end), tokens[dash].span) if first < dash else None


def stands_alone(tokens: Sequence[Token], passage: Passage, quoted: Quoted) -> bool:
    """Speech rather than a name, a title or a word held at arm's length."""
    words = [token for token in tokens[quoted.first : quoted.last + 1] if token.text not in POINTS]
    if len(words) < 4 or passage.is_title:
        return False
    before = tokens[quoted.outer_first - 1] if quoted.outer_first > passage.first else None
    named = before is not None and (before.lower in cue_words("naming") or before.lemma in cue_words("named"))
    content = [token for token in words if len(token.text) > 3]
    if named or sum(token.text[0].isupper() for token in content) > 0.7 * len(content):
        return False
    sentence = words[0].text[0].isupper() and tokens[quoted.last].text in ".!?,…"
    verb = any(token.tag in FINITE for token in words)
    capital = not words[0].text[0].islower()
    apart = before is None or before.text in _STOPS
    least = _LEAST_SENTENCE - (sentence and apart)  # a sentence between sentences may be shorter
    return verb and ((capital and len(words) >= 12) or (sentence and len(words) >= least))


def find_nested(parse: Parse, stretches: Sequence[Stretch], holders: Sequence[Span]) -> list[QuoteFinding]:
    """Quotations in a quotation or in one of the `holders` (paragraphs of turns, in order), with a cue beside them."""
    starts = [token.start for token in parse.tokens]
    edges = [holder.start for holder in holders]
    found = []
    for stretch in stretches:
        k = bisect_right(edges, stretch.spans[0].start) - 1
        if stretch.parent is None and (k < 0 or not holders[k].contains(stretch.spans[0])):
            continue
        outer = Span(stretch.outer[0].start, stretch.outer[-1].end)
        first, end = bisect_left(starts, outer.start), bisect_left(starts, outer.end)
        cue = _beside(parse, first, end)
        words = parse.within(stretch.spans[0])
        if cue is None or len([word for word in words if word.text not in POINTS]) < 3:
            continue
        subject = inherited_subject(parse, cue)
        phrase = noun_phrase(parse, parse.tokens[subject], cue.i) if subject >= 0 else None
        source = Span(parse.tokens[phrase[0]].start, parse.tokens[phrase[1]].end) if phrase is not None else None
        spans = stretch.whole()
        found.append(
            QuoteFinding(
                "direct", spans, spans, source, cue.span, closed=stretch.closed, confidence=0.7, rule="quotes.nested"
            )
        )
    return found


def _beside(parse: Parse, first: int, end: int) -> Token | None:
    """A verb of saying in the same sentence, directly before the marks or directly after them."""
    tokens = parse.tokens
    before, behind = range(first - 1, max(-1, first - 7), -1), range(end, min(len(tokens), end + 4))
    return _says(tokens, before) or _says(tokens, behind)


def _says(tokens: Sequence[Token], places: Iterable[int]) -> Token | None:
    """The first verb of saying, if no sentence ends before it."""
    for token in (tokens[i] for i in places):
        if token.text in ENDS:
            return None
        if token.pos == "VERB" and token.lemma in saying():
            return token
    return None
