"""The blocks of a body from its lines: paragraphs, items, turns, headings, furniture."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from summitparse.findings import Span
from summitparse.header.find import Found
from summitparse.layout.rows import Row
from summitparse.lexicon import listed
from summitparse.lines.captions import is_caption, says_something
from summitparse.lines.labels import QUESTION_AND_ANSWER, Label, begins_entry
from summitparse.lines.model import Block
from summitparse.lines.read import Line
from summitparse.lines.wrapping import ends_sentence
from summitparse.text.words import find_words

LONGEST_HEADING = 120
MOST_HEADING_WORDS = 14
# So many short lines in a row are a list of names and not headings.
LEAST_LIST = 3
# Kinds of blocks: those in sentences, those that may be items without marks, and rows that end a turn.
_PROSE = frozenset({"paragraph", "turn"})
_UNMARKED = frozenset({"paragraph", "heading"})
_BORDERS = frozenset({"rule", "cut"})
_NO_FURNITURE = frozenset({"text", "header"})
_listed = partial(listed, "summitparse.layout", "lists")


def find_blocks(
    lines: Sequence[Line], soft: Sequence[bool], head: Found, rows: Sequence[Row], labels: Sequence[Label | None]
) -> list[Block]:
    """All blocks below the header, in text order."""
    blocks: list[Block] = []
    turn: Span | None = None
    silent: Block | None = None  # a label on a line of its own, until somebody speaks
    tight = _is_tight(lines, labels)
    i = 0
    while i < len(lines):
        end = i + 1
        while end < len(lines) and soft[end]:
            end += 1
        row, label = rows[i], labels[i]
        span = Span(head.cut.get(i, lines[i].start), lines[end - 1].end)
        block = None
        if row.kind in _BORDERS or (tight and lines[i].gap):
            turn = None
        if label:
            turn = label.span
            said = first_word(lines, i + label.rows - 1, label.speech)
            block = Block(Span(said, span.end), "turn", None, turn) if said < span.end else None
        elif row.marker:
            mark = Span(span.start, span.start + row.marker.length)
            block = Block(Span(span.start + row.marker.width, span.end), "item", mark, turn)
        elif row.kind == "text" and span.start < span.end:
            block = plain_block(lines, i, end, span, turn, titled=head.header.title is not None)
            turn = None if block.kind == "heading" else turn
        elif row.kind not in _NO_FURNITURE:
            block = Block(span, "furniture")
        if silent and (block or label):
            blocks += [] if block and block.label and not label else [silent]
            silent = None
        if block:
            blocks.append(block)
        elif label:
            silent = Block(span)
        i = end
    return blocks + ([silent] if silent else [])


def _is_tight(lines: Sequence[Line], labels: Sequence[Label | None]) -> bool:
    """Whether questions and answers ("Q:", "A:") follow each other without a blank line: then one ends the last."""
    turns = [i for i, label in enumerate(labels) if label]
    asked = {label.text for label in labels if label} == QUESTION_AND_ANSWER
    return asked and len(turns) > 2 and not any(lines[i].gap for i in turns[1:])


def first_word(lines: Sequence[Line], i: int, speech: int) -> int:
    """Where a speaker begins whose label ends in line `i`: there, or in the next line."""
    return speech if speech < lines[i].end or i + 1 == len(lines) else lines[i + 1].start


def plain_block(lines: Sequence[Line], i: int, end: int, span: Span, turn: Span | None, *, titled: bool) -> Block:
    """A paragraph, of a turn or not, a heading, or the caption of a photograph (web pages alone have those)."""
    if titled and span.end - span.start < 400 and is_caption(joined(lines, i, end), names=turn is not None):
        return Block(span, "furniture")
    if end - i == 1 and end < len(lines) and is_heading(lines[i].text):
        return Block(span, "heading")
    return Block(span, "turn" if turn else "paragraph", None, turn)


def joined(lines: Sequence[Line], i: int, end: int) -> str:
    return " ".join(line.text for line in lines[i:end])


def is_heading(line: str) -> bool:
    text = line.strip("*_# ")
    if not text or len(text) > LONGEST_HEADING or ends_sentence(text) or text[-1] in ',”"—–-':
        return False
    return text[0].isupper() and len(text.split()) <= MOST_HEADING_WORDS and not begins_entry(text)


def find_plain_lists(clean: str, blocks: Sequence[Block]) -> list[Block]:
    """Turns into items what stands as a list without marks: lines below "… were signed:", lines closed by semicolons,
    and short lines in a row."""
    found = list(blocks)
    i = 0
    while i < len(found):
        block = found[i]
        opened = block.kind in _PROSE and clean[block.span.end - 1] == ":"
        first = i + 1 if opened else i
        last = list_end(clean, found, first, clean[block.span.start : block.span.end] if opened else None)
        for k in range(first, last):
            found[k] = replace(found[k], kind="item")
        i = max(last, i + 1)
    return found


def list_end(clean: str, blocks: Sequence[Block], first: int, intro: str | None) -> int:
    """Where a list without marks that begins with block `first` ends; `first` if there is none."""
    run = first
    while run < len(blocks) and blocks[run].kind == "heading":
        run += 1
    if intro is None:
        return run if run - first >= LEAST_LIST else first
    if run - first >= 2:
        return run + closes_list(clean, blocks, run)
    end = first
    while end < len(blocks) and blocks[end].kind in _PROSE and clean[blocks[end].span.end - 1] in ";,":
        end += 1
    if end > first:
        return end + closes_list(clean, blocks, end)
    if not _announces_documents(intro):
        return first
    while end < len(blocks) and blocks[end].kind in _UNMARKED and is_noun_phrase(clean, blocks[end]):
        end += 1
    return end


def _announces_documents(intro: str) -> bool:
    """The following agreements were signed:"""
    said = frozenset(word.casefold() for word in find_words(intro))
    return not (said.isdisjoint(_listed("documents")) or said.isdisjoint(_listed("signed")))


def closes_list(clean: str, blocks: Sequence[Block], i: int) -> bool:
    """Is block `i` the last item of a list whose items before it had no full stop?"""
    if i >= len(blocks) or blocks[i].kind not in _PROSE:
        return False
    text = clean[blocks[i].span.start : min(blocks[i].span.end, blocks[i].span.start + 200)]
    name = len(text) < 200 and not ends_sentence(text) and text[0].isupper() and "“" not in text
    return name or is_noun_phrase(clean, blocks[i])


def is_noun_phrase(clean: str, block: Block) -> bool:
    """Words that begin like the name of a document and have no finite verb."""
    text = clean[block.span.start : min(block.span.end, block.span.start + 600)]
    said = [word.casefold() for word in find_words(text)]
    if not said or not text[0].isalpha() or said[0].partition("-")[0] not in _listed("openings"):
        return False
    return not says_something(said, participles=True)
