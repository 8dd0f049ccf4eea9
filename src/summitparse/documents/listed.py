"""Lists of documents: the blocks that follow "the following documents were signed:"."""

import re
from collections.abc import Sequence

from summitparse.documents.instruments import Head, find_heads
from summitparse.documents.items import OPENING
from summitparse.documents.vocabulary import vocabulary
from summitparse.documents.words import Word, words
from summitparse.findings import Span
from summitparse.layout.model import Block

_MARKER = re.compile(r"\s*(?:[-–—•*·▪●‣◦‧>]+|\(?\d{1,2}[.)]|\(?[a-zA-Z][.)]|\(?[ivxIVX]{1,5}[.)])\s+")
_TAIL = re.compile(r"[\s;,.:]*(?:[;,]\s*(?:and|or)[\s.;,]*)?$")
_LONGEST_LINE = 600


def list_blocks(text: str, blocks: Sequence[Block], first: int) -> list[Span]:
    """The lines of the list that begins with block `first`: its items, or else plain lines that read as titles."""
    found: list[Span] = []
    marked: bool | None = None
    for block in blocks[first:]:
        if block.kind in ("furniture",):
            continue
        if block.kind in ("turn", "heading"):
            break
        marker = _MARKER.match(text, block.span.start, block.span.end)
        is_marked = block.kind == "item" or block.marker is not None or marker is not None
        if marked is None:
            marked = is_marked
        if is_marked != marked or block.span.end - block.span.start > 3 * _LONGEST_LINE:
            break
        start = marker.end() if marker is not None else block.span.start
        span = Span(start, block.span.end)
        if not marked and not reads_as_title(text, span):
            break
        if span.end > span.start:
            found.append(trim_tail(text, span))
    return found


def trim_tail(text: str, span: Span) -> Span:
    """Without the semicolon, full stop or "and" at its end; the stop of an abbreviation ("N.V.") stays."""
    tail = _TAIL.search(text, max(span.start, span.end - 12), span.end)
    end = tail.start() if tail is not None else span.end
    if text[end : end + 1] == "." and end - 2 >= span.start and text[end - 2] in ". " and text[end - 1].isupper():
        end += 1
    return Span(span.start, max(end, span.start))


def reads_as_title(text: str, span: Span) -> bool:
    """A plain line that opens with an instrument or a quoted title and is no sentence of its own."""
    if span.end - span.start > _LONGEST_LINE:
        return False
    line = words(text, span)
    if not line:
        return False
    if line[0].text in OPENING:
        return True
    return title_head(line) is not None and not _is_sentence(line)


def title_head(line: list[Word]) -> Head | None:
    """The instrument that a title opens with."""
    start = 1 if line and line[0].text in OPENING else 0
    heads = find_heads(line, start, min(len(line), 30))
    return heads[0] if heads and heads[0].start == start else None


def _is_sentence(line: list[Word]) -> bool:
    return any(word.lower in vocabulary("auxiliaries") and not word.sealed for word in line)
