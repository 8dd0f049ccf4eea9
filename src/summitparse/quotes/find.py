"""Finds quotations and reported speech with source and cue."""

from dataclasses import dataclass, replace
from functools import cache

from summitparse.findings import Notice, QuoteFinding, Span
from summitparse.language.parse import Parse, Token
from summitparse.layout import Layout
from summitparse.lexicon import load
from summitparse.quotes.stretches import Stretch, pair_marks

SUBJECTS = frozenset({"nsubj", "nsubjpass"})


@dataclass(frozen=True, slots=True)
class FoundQuotes:
    """Quotes in text order (the outer one first), and a notice for every mark that had to be repaired."""

    quotes: tuple[QuoteFinding, ...] = ()
    notices: tuple[Notice, ...] = ()


@cache
def _saying() -> frozenset[str]:
    return frozenset(load("summitparse.quotes", "cues")["saying"])


def find_quotes(layout: Layout, parse: Parse) -> FoundQuotes:
    """All quotes of a release; speakers are left to `assign_speakers`."""
    passages = layout.stretches()
    stretches, notices = pair_marks(layout.clean, passages)
    turns = find_turns(layout)
    spoken = [span for turn in turns for span in turn.spans]
    outer = [s for s in stretches if s.parent is None and not any(t.contains(s.spans[0]) for t in spoken)]
    cues = [t for t in parse.tokens if t.pos == "VERB" and t.lemma in _saying()]
    cues = [t for t in cues if not any(s.contains(t.span) for s in spoken)]
    found: list[QuoteFinding] = list(turns)
    used: list[Span] = [span for s in outer for span in s.spans]
    for stretch in outer:
        quote = _direct(layout, parse, stretch, cues)
        if quote:
            found.append(quote)
    for cue in cues:
        if not any(span.contains(cue.span) for span in used):
            found.extend(_reported(layout, parse, cue, used))
    found.sort(key=lambda q: (q.spans[0].start, -q.spans[-1].end))
    return FoundQuotes(tuple(found), tuple(notices))


def find_turns(layout: Layout) -> list[QuoteFinding]:
    """One direct quote for each turn of a transcript, with a span for each of its paragraphs."""
    turns: list[QuoteFinding] = []
    label = None
    for block in layout.blocks:
        if block.kind != "turn" or block.label is None or block.span.start == block.span.end:
            continue
        if turns and block.label == label:
            spans = (*turns[-1].spans, block.span)
            turns[-1] = replace(turns[-1], spans=spans, quoted=spans)
        else:
            turns.append(
                QuoteFinding(
                    "direct", (block.span,), (block.span,), block.label, None, attribution="turn", confidence=0.99
                )
            )
        label = block.label
    return turns


def _subject(parse: Parse, cue: Token) -> Span | None:
    for child in cue.children:
        token = parse.tokens[child]
        if token.dep in SUBJECTS:
            return noun_phrase(parse, token)
    return None


def noun_phrase(parse: Parse, head: Token) -> Span:
    """The phrase of a noun up to the first comma or relative clause."""
    first, last = parse.left_edge(head.i), head.i
    for token in parse.tokens[head.i + 1 : parse.right_edge(head.i) + 1]:
        if token.text in ',;:—–“”"' or token.dep in ("relcl", "acl", "punct") or token.tag in ("WP", "WDT"):
            break
        last = token.i
    return Span(parse.tokens[first].start, parse.tokens[last].end)


def _direct(layout: Layout, parse: Parse, stretch: Stretch, cues: list[Token]) -> QuoteFinding | None:
    passage = next((s for s in layout.stretches() if s.contains(stretch.spans[0])), None)
    near = [cue for cue in cues if passage and passage.contains(cue.span)]
    near = [cue for cue in near if not any(span.contains(cue.span) for span in stretch.spans)]
    words = sum(len(layout.clean[s.start : s.end].split()) for s in stretch.spans)
    best = min(near, key=lambda cue: _distance(stretch, cue), default=None)
    if words < 4 and (best is None or _distance(stretch, best) > 4):
        return None
    spans = tuple(stretch.spans)
    if best is None:
        return QuoteFinding("direct", spans, spans, closed=stretch.closed, rule="quotes.alone")
    return QuoteFinding(
        "direct",
        spans,
        spans,
        _subject(parse, best),
        best.span,
        closed=stretch.closed,
        confidence=0.8,
        rule="quotes.marks",
    )


def _distance(stretch: Stretch, cue: Token) -> int:
    first, last = stretch.outer[0], stretch.outer[-1]
    return cue.start - last.end if cue.start >= last.end else first.start - cue.end


def _reported(layout: Layout, parse: Parse, cue: Token, used: list[Span]) -> list[QuoteFinding]:
    for child in cue.children:
        token = parse.tokens[child]
        if token.dep == "ccomp" and token.i > cue.i:
            span = parse.subtree(child)
            if any(span.overlaps(other) for other in used):
                return []
            used.append(span)
            return [
                QuoteFinding(
                    "indirect", (span,), (), _subject(parse, cue), cue.span, confidence=0.7, rule="quotes.clause"
                )
            ]
    return []
