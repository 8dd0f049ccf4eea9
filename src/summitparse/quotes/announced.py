"""Speech without marks in paragraphs of its own after "The minister said:", as web pages set it in block quotations."""

import re
from bisect import bisect_left
from collections.abc import Sequence

from summitparse.findings import QuoteFinding, Span
from summitparse.language.parse import Parse, Token
from summitparse.layout import Block, Layout
from summitparse.quotes.cues import inherited_subject
from summitparse.quotes.passages import Passage
from summitparse.quotes.sources import source_phrase
from summitparse.quotes.stretches import SAID
from summitparse.text.signs import DOUBLE_MARKS, any_of

# A paragraph that only announces speech has no more characters than this.
LONGEST = 300
# Paragraphs that go on in the same voice, at most.
MOST = 8
_ANNOUNCED = re.compile(rf"\b{SAID}(?:\s[\w’'-]+){{0,4}}\s?:$")
_MARK = re.compile(any_of(DOUBLE_MARKS))
_VOICE = re.compile(r"\b(?:[Ww]e|I|[Oo]ur|[Mm]y|[Uu]s|me)\b")
_LEANS = re.compile(r"(?:This|That|These|Those|It|They|And|But|So|Together|As such|Thanks?)\b")
_TOLD = re.compile(rf"\b{SAID}")


def find_announced(layout: Layout, parse: Parse, spoken: Sequence[Span]) -> list[QuoteFinding]:
    """In text order; each has a span for each of its paragraphs. The paragraph after the announcement is speech; those
    after it are while they speak in the first person or lean on what was said."""
    starts = [token.start for token in parse.tokens]
    found = []
    turns = {span.start for span in spoken}
    for k, block in enumerate(layout.blocks[:-1]):
        if block.kind != "paragraph" or block.span.end - block.span.start > LONGEST:
            continue
        match = _ANNOUNCED.search(layout.clean, block.span.start, block.span.end)
        if match is None or _MARK.search(layout.clean, block.span.start, block.span.end):
            continue
        spans = _speech(layout, layout.blocks[k + 1 : k + 1 + MOST])
        cue = bisect_left(starts, match.start())
        if not spans or turns & {span.start for span in spans} or cue >= len(starts) or starts[cue] != match.start():
            continue
        source = _source(parse, block, parse.tokens[cue])
        found.append(
            QuoteFinding(
                "direct", spans, spans, source, parse.tokens[cue].span, confidence=0.85, rule="quotes.announced"
            )
        )
    return found


def _speech(layout: Layout, blocks: Sequence[Block]) -> tuple[Span, ...]:
    spans: list[Span] = []
    for block in blocks:
        start, end = block.span
        if block.kind not in ("paragraph", "quote") or _MARK.match(layout.clean, start):
            break
        if layout.clean[end - 1] not in ".!?…" or not layout.clean[start].isupper():
            break
        goes_on = _LEANS.match(layout.clean, start) or _VOICE.search(layout.clean, start, end)
        if _TOLD.search(layout.clean, start, end) or (spans and not goes_on):
            break
        spans.append(Span(start, end))
    return tuple(spans)


def _source(parse: Parse, block: Block, cue: Token) -> Span | None:
    subject = inherited_subject(parse, cue)
    if subject < 0 or not block.span.contains(parse.tokens[subject].span):
        return None
    first = min(token.i for token in parse.within(block.span))
    words = Passage(block.span, first, cue.i + 1, False, [], [-1] * (cue.i + 1 - first))
    return source_phrase(parse, words, None, subject) if first <= subject < cue.i else None
