"""Finds the layout of a release: lines, header, speaker labels, breaks, then what each paragraph is."""

from summitparse.findings import Notice, Span
from summitparse.header.find import find_header
from summitparse.layout.blocks import find_blocks, find_plain_lists
from summitparse.layout.breaks import soft_breaks
from summitparse.layout.clean import render
from summitparse.layout.questions import end_questions
from summitparse.layout.rows import find_rows
from summitparse.layout.several import find_further, several_releases
from summitparse.layout.turns import find_labels
from summitparse.lines.furniture import is_telephones, links_below
from summitparse.lines.model import Layout
from summitparse.lines.read import plain, read_lines
from summitparse.uncollected import uncollected


@uncollected
def find_layout(text: str) -> Layout:
    """The layout of any text; a text without a header has an empty one."""
    base = plain(text)
    lines = read_lines(base)
    head = find_header(lines)
    foot = links_below(lines)
    spoken = [i < foot and i not in head.taken and not is_telephones(line.text) for i, line in enumerate(lines)]
    labels = find_labels(base, lines, spoken)
    rows = find_rows(lines, head, labels)
    soft = soft_breaks(lines, rows, labels)
    for i in head.joined:
        soft[i] = True
    clean = render(base, lines, soft)
    blocks = find_plain_lists(clean, find_blocks(lines, soft, head, rows, labels))
    blocks = end_questions(clean, blocks)
    notices = several_releases(lines, find_further(lines, rows, head))
    if not any(block.kind != "furniture" for block in blocks):
        notices += (Notice("no-body", "The text has no body: nothing stands below its header.", Span(0, len(text))),)
    return Layout(text, clean, head.header, tuple(blocks), notices)


def clean_copy(text: str) -> str:
    """Odd spaces become a space, and so does a line break that no blank line, list marker or end of sentence makes
    hard. Hard breaks are newlines, whatever character the text uses."""
    return find_layout(text).clean
