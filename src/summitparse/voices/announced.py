"""Speech without marks in paragraphs of its own after "The minister said:", as web pages set it in block quotations."""

import re
from collections.abc import Container, Sequence

from summitparse.findings import Span
from summitparse.layout import Block, Layout
from summitparse.text.signs import DOUBLE_MARKS, any_of
from summitparse.voices.stretches import SAID
from summitparse.voices.turns import Turn

# A paragraph that only announces speech has no more characters than this.
LONGEST = 300
# Paragraphs that go on in the same voice, at most.
MOST = 8
_ANNOUNCED = re.compile(rf"\b{SAID}(?:\s[\w’'-]+){{0,4}}\s?:$")
_MARK = re.compile(any_of(DOUBLE_MARKS))
_VOICE = re.compile(r"\b(?:[Ww]e|I|[Oo]ur|[Mm]y|[Uu]s|me)\b")
_LEANS = re.compile(r"(?:This|That|These|Those|It|They|And|But|So|Together|As such|Thanks?)\b")
_TOLD = re.compile(rf"\b{SAID}")


def find_announced(layout: Layout, taken: Container[int]) -> list[Turn]:
    """In text order; none has a paragraph that begins in `taken`. The paragraph after the announcement is speech; those
    after it are while they speak in the first person or lean on what was said."""
    found = []
    for k, block in enumerate(layout.blocks[:-1]):
        if block.kind != "paragraph" or block.span.end - block.span.start > LONGEST:
            continue
        match = _ANNOUNCED.search(layout.clean, block.span.start, block.span.end)
        if match is None or _MARK.search(layout.clean, block.span.start, block.span.end):
            continue
        spans = _speech(layout, layout.blocks[k + 1 : k + 1 + MOST])
        if spans and not any(span.start in taken for span in spans):
            found.append(Turn(spans, announcement=Span(block.span.start, match.start())))
    return found


def _speech(layout: Layout, blocks: Sequence[Block]) -> tuple[Span, ...]:
    spans: list[Span] = []
    for block in blocks:
        start, end = block.span
        if block.kind != "paragraph" or _MARK.match(layout.clean, start):
            break
        if layout.clean[end - 1] not in ".!?…" or not layout.clean[start].isupper():
            break
        goes_on = _LEANS.match(layout.clean, start) or _VOICE.search(layout.clean, start, end)
        if _TOLD.search(layout.clean, start, end) or (spans and not goes_on):
            break
        spans.append(Span(start, end))
    return tuple(spans)
