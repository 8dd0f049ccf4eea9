"""Finds the layout of a release: lines, header, breaks, then what each paragraph is."""

from collections.abc import Sequence

from summitparse.findings import Notice, Span
from summitparse.layout.breaks import Row, soft_breaks
from summitparse.layout.captions import is_caption
from summitparse.layout.clean import render
from summitparse.layout.furniture import is_cut, is_end, is_furniture, is_rule, is_stage_direction
from summitparse.layout.header import Found, find_header
from summitparse.layout.headline import SENTENCE_END
from summitparse.layout.items import Counting, read_marker
from summitparse.layout.lines import Line, plain, read_lines
from summitparse.layout.model import Block, Layout
from summitparse.layout.turns import Label, find_labels

LONGEST_HEADING = 120


def find_layout(text: str) -> Layout:
    """The layout of any text; a text without a header has an empty one."""
    base = plain(text)
    lines = read_lines(base)
    head = find_header(lines)
    free = [i not in head.taken for i in range(len(lines))]
    labels = find_labels(base, lines, free)
    rows = find_rows(lines, head, labels)
    soft = soft_breaks(lines, rows, labels)
    for i in head.joined:
        soft[i] = True
    blocks = build(lines, soft, head, rows, labels)
    notices: tuple[Notice, ...] = ()
    if not any(block.kind != "furniture" for block in blocks):
        notices = (Notice("no-body", "The text has no body: nothing below its header.", Span(0, len(text))),)
    return Layout(text, render(base, lines, soft), head.header, tuple(blocks), notices)


def find_rows(lines: Sequence[Line], head: Found, labels: Sequence[Label | None]) -> list[Row]:
    """What each line is by its own form."""
    transcript = any(labels)
    rows: list[Row] = []
    styles: set[str] = set()
    counting = Counting()
    for i, line in enumerate(lines):
        if i in head.taken:
            rows.append(Row("header"))
        elif labels[i]:
            rows.append(Row("label"))
        elif i in head.furniture:
            rows.append(Row("furniture"))
        elif is_cut(line.text):
            rows.append(Row("cut"))
        elif is_rule(line.text) or is_end(line.text):
            rows.append(Row("rule"))
        elif is_furniture(line.text) and not (
            line.text[0].islower() and in_mid_sentence(lines[i - 1] if i else None, line)
        ):
            rows.append(Row("furniture"))
        elif is_stage_direction(line.text, transcript):
            rows.append(Row("direction"))
        else:
            marker = read_marker(line.text)
            above = lines[i - 1] if i and rows[i - 1].kind in ("text", "item") else None
            if marker and (marker.style in styles or not in_mid_sentence(above, line)) and counting.counts(marker):
                styles.add(marker.style)
                rows.append(Row("item", marker))
            else:
                rows.append(Row("text"))
    return rows


def in_mid_sentence(above: Line | None, line: Line) -> bool:
    """A dash or a number at the start of a line that only wraps."""
    return above is not None and line.gap == 0 and not SENTENCE_END.search(above.text) and above.text[-1] != ","


def build(
    lines: Sequence[Line], soft: Sequence[bool], head: Found, rows: Sequence[Row], labels: Sequence[Label | None]
) -> list[Block]:
    blocks: list[Block] = []
    turn: Span | None = None
    i = 0
    while i < len(lines):
        end = i + 1
        while end < len(lines) and soft[end]:
            end += 1
        row, label = rows[i], labels[i]
        span = Span(head.cut.get(i, lines[i].start), lines[end - 1].end)
        if row.kind in ("rule", "cut"):
            turn = None
        if row.kind in ("rule", "cut", "furniture", "direction"):
            blocks.append(Block(span, "furniture"))
        elif label:
            turn = label.span
            if label.speech < span.end:
                blocks.append(Block(Span(label.speech, span.end), "turn", None, turn))
        elif row.marker:
            mark = Span(span.start, span.start + row.marker.length)
            blocks.append(Block(Span(span.start + row.marker.width, span.end), "item", mark, turn))
        elif row.kind == "text" and span.start < span.end:
            if head.header.title and is_caption(render_line(lines, i, end), names=turn is not None):
                blocks.append(Block(span, "furniture"))
            elif is_heading(lines, i, end):
                turn = None
                blocks.append(Block(span, "heading"))
            else:
                blocks.append(Block(span, "turn" if turn else "paragraph", None, turn))
        i = end
    return blocks


def render_line(lines: Sequence[Line], i: int, end: int) -> str:
    return " ".join(line.text for line in lines[i:end])


def is_heading(lines: Sequence[Line], i: int, end: int) -> bool:
    text = lines[i].text.strip("*_# ")
    if end - i > 1 or end >= len(lines) or not text or len(text) > LONGEST_HEADING:
        return False
    if SENTENCE_END.search(text) or text[-1] in ',”"—–-':
        return False
    return text[0].isupper() and len(text.split()) <= 14
