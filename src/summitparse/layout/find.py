"""Finds the layout of a release: lines, header, breaks, then what each paragraph is."""

from collections.abc import Sequence

from summitparse.findings import Notice, Span
from summitparse.layout.breaks import soft_breaks
from summitparse.layout.clean import render
from summitparse.layout.furniture import is_cut, is_furniture, is_rule, is_stage_direction
from summitparse.layout.header import SENTENCE_END, Found, find_header
from summitparse.layout.items import Marker, read_marker
from summitparse.layout.lines import Line, plain, read_lines
from summitparse.layout.model import Block, Layout
from summitparse.layout.turns import Label, read_label, speaker_labels

LONGEST_HEADING = 120


def find_layout(text: str) -> Layout:
    """The layout of any text; a text without a header has an empty one."""
    base = plain(text)
    lines = read_lines(base)
    head = find_header(lines)
    body = [i not in head.taken for i in range(len(lines))]
    labels = [read_label(line.text) if free else None for line, free in zip(lines, body, strict=True)]
    speaks = speaker_labels([line.text for line in lines], labels)
    labels = [label if ok else None for label, ok in zip(labels, speaks, strict=True)]
    markers = find_markers(lines, labels, body)
    furniture = find_furniture(lines, body)
    hard = [
        not free or bool(label) or bool(marker) or out or is_stage_direction(line.text) or is_cut(line.text)
        for line, free, label, marker, out in zip(lines, body, labels, markers, furniture, strict=True)
    ]
    for i in range(1, len(lines)):
        hard[i] = hard[i] or not body[i - 1] or furniture[i - 1]
    soft = soft_breaks(lines, hard)
    for i in head.joined:
        soft[i] = True
    blocks = build(lines, soft, head, labels, markers, furniture)
    notices: tuple[Notice, ...] = ()
    if not any(block.kind != "furniture" for block in blocks):
        notices = (Notice("no-body", "The text has no body: nothing below its header.", Span(0, len(text))),)
    return Layout(text, render(base, lines, soft), head.header, tuple(blocks), notices)


def find_markers(lines: Sequence[Line], labels: Sequence[Label | None], body: Sequence[bool]) -> list[Marker | None]:
    """List markers; a number counts only as the first of a list or the next one, a dash not in mid-sentence."""
    markers: list[Marker | None] = []
    last: dict[str, int] = {}
    styles: set[str] = set()
    for i, line in enumerate(lines):
        marker = read_marker(line.text) if body[i] and not labels[i] else None
        if marker and i and line.gap == 0 and marker.style not in styles and body[i - 1]:
            above = lines[i - 1].text
            if not SENTENCE_END.search(above) and above[-1] != ",":
                marker = None
        if marker and marker.number is not None:
            number = marker.number
            if number != 1 and number != last.get(marker.style, 0) + 1:
                marker = None
            else:
                last[marker.style] = number
        if marker:
            styles.add(marker.style)
        markers.append(marker)
    return markers


def find_furniture(lines: Sequence[Line], body: Sequence[bool]) -> list[bool]:
    return [free and is_furniture(line.text) for line, free in zip(lines, body, strict=True)]


def build(
    lines: Sequence[Line],
    soft: Sequence[bool],
    head: Found,
    labels: Sequence[Label | None],
    markers: Sequence[Marker | None],
    furniture: Sequence[bool],
) -> list[Block]:
    blocks: list[Block] = []
    turn: Span | None = None
    i = 0
    while i < len(lines):
        end = i + 1
        while end < len(lines) and soft[end]:
            end += 1
        if i not in head.taken:
            line, label, marker = lines[i], labels[i], markers[i]
            span = Span(head.cut.get(i, line.start), lines[end - 1].end)
            if furniture[i]:
                if is_rule(line.text):
                    turn = None
                blocks.append(Block(span, "furniture"))
            elif is_cut(line.text):
                turn = None
                blocks.append(Block(span, "furniture"))
            elif is_stage_direction(line.text):
                blocks.append(Block(span, "furniture"))
            elif label:
                turn = Span(line.start + label.start, line.start + label.end)
                if line.start + label.speech < span.end:
                    blocks.append(Block(Span(line.start + label.speech, span.end), "turn", None, turn))
            elif marker:
                mark = Span(line.start, line.start + marker.length)
                blocks.append(Block(Span(line.start + marker.width, span.end), "item", mark, turn))
            elif is_heading(lines, i, end):
                turn = None
                blocks.append(Block(span, "heading"))
            elif span.start < span.end:
                blocks.append(Block(span, "turn" if turn else "paragraph", None, turn))
        i = end
    return blocks


def is_heading(lines: Sequence[Line], i: int, end: int) -> bool:
    text = lines[i].text
    if end - i > 1 or len(text) > LONGEST_HEADING or SENTENCE_END.search(text) or text[-1] in ',”"':
        return False
    if end >= len(lines):
        return False
    return text[0].isupper() and len(text.split()) <= 14
