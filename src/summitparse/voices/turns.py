"""Turns of a transcript: what one person says in paragraphs of their own."""

import re
from dataclasses import dataclass, replace

from summitparse.findings import Span
from summitparse.layout import Block, Layout
from summitparse.voices.stretches import SAID

# What happens rather than what is said: "(Applause.)", "[laughs]", "<…>".
_STAGE = re.compile(r"\([^()]{1,60}\)|\[[^\[\]]{1,60}\]|<[^<>]{0,60}>")
# A narrator's hand: quoted words with a reporting clause after or before them.
_NARRATED = re.compile(
    rf"[,.?!]['’]?[\"”][,]?\s+(?:[\w.’'-]+\s){{0,5}}?{SAID}|\b{SAID}(?:\s[\w’'-]+){{0,4}}[,:]?\s[\"“]|^[^\"“”:]{{0,80}}\b{SAID}:$"
)
# An opening mark around a whole turn, and the one that closes it.
_MARKS = {"“": "”", "«": "»", "„": "”", '"': '"'}


@dataclass(frozen=True, slots=True)
class Turn:
    """A span for each paragraph. `label` names whoever speaks; announced speech has none, but the words of its
    `announcement` ("The minister", of "The minister said:"), behind which the verb of saying begins."""

    spans: tuple[Span, ...]
    label: Span | None = None
    announcement: Span | None = None


def find_turns(layout: Layout, *, authored: bool) -> list[Turn]:
    """The turns in text order; `authored` where all of it is one person's words. A paragraph that tells what others
    said, in marks, is no part of a turn, nor is what follows it until the next label."""
    turns: list[Turn] = []
    narrated: Span | None = None
    closed: Span | None = None
    sure = _is_transcript(layout) or authored
    for block in layout.blocks:
        label = block.label
        spoken = block.kind == "turn" or (authored and block.kind == "item")  # a speech may number its paragraphs
        if label is None or not spoken:
            continue
        left = label == closed and layout.clean[block.span.start] not in _MARKS
        if left or label == narrated or not _is_turn(layout, block, sure):
            narrated = label
            continue
        spans = speech(layout.clean, block.span)
        if not spans:
            continue
        if block.kind == "turn" and _is_marked(layout.clean, block.span):
            closed = label  # what follows “…” without a mark is the release's own
        if turns and turns[-1].label == label:
            turns[-1] = replace(turns[-1], spans=(*turns[-1].spans, *spans))
        else:
            turns.append(Turn(spans, label))
    return [_between_marks(layout.clean, turn) for turn in turns]


def _is_marked(text: str, paragraph: Span) -> bool:
    """Whether all of a paragraph stands in one pair of marks."""
    opening, last = text[paragraph.start], paragraph.end - 1
    closing = _MARKS.get(opening)
    return closing is not None and text.find(closing, paragraph.start + 1, paragraph.end) == last


def _between_marks(text: str, turn: Turn) -> Turn:
    """A turn that stands in marks as a whole ("Ilva Daren, Mayor: “…”"), without them, and without the one that each
    further paragraph begins with."""
    opening = text[turn.spans[0].start]
    closing = _MARKS.get(opening)
    if closing is None or text[turn.spans[-1].end - 1] != closing:
        return turn
    spans = [Span(span.start + (text[span.start] == opening), span.end) for span in turn.spans]
    spans[-1] = Span(spans[-1].start, spans[-1].end - 1)
    depth = 0
    for char in "".join(text[span.start : span.end] for span in spans):
        depth += -1 if char == closing else char == opening
        if depth < 0:
            return turn  # “…” and “…”
    if any(span.start >= span.end for span in spans):
        return turn
    return replace(turn, spans=tuple(spans))


def _is_transcript(layout: Layout) -> bool:
    """Whether several turns are nothing but speech: then one that tells what somebody else said is a turn as well."""
    told: dict[Span, bool] = {}
    for block in layout.blocks:
        if block.kind == "turn" and block.label is not None:
            told[block.label] = told.get(block.label, False) or not _is_turn(layout, block, False)
    return list(told.values()).count(False) >= 3


def _is_turn(layout: Layout, block: Block, sure: bool) -> bool:
    return sure or not _NARRATED.search(layout.clean[block.span.start : block.span.end])


def speech(text: str, span: Span) -> tuple[Span, ...]:
    """The paragraph without a stage direction at its beginning or end; nothing if it is all of it."""
    start, end = span
    found = _STAGE.match(text, start, end)
    while found:
        start = found.end()
        while start < end and (text[start].isspace() or text[start] in ".,"):
            start += 1
        found = _STAGE.match(text, start, end)
    tail = text.rfind("(", start, end)
    if tail > start and _STAGE.fullmatch(text, tail, end):
        end = tail
        while end > start and text[end - 1].isspace():
            end -= 1
    return (Span(start, end),) if start < end else ()
