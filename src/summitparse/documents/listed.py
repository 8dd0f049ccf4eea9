"""Lists of documents below "the following documents were signed:": with marks, without, or as a table."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from summitparse.documents.forms import form
from summitparse.documents.parties import persons_of, tells_who
from summitparse.findings import Span
from summitparse.instruments.items import OPENING, split_items
from summitparse.instruments.nouns import Head, find_heads, word_set
from summitparse.instruments.signing import find_triggers
from summitparse.instruments.vocabulary import vocabulary
from summitparse.instruments.words import Word, words
from summitparse.lines.model import Block
from summitparse.voices import Voices

_DASH = re.compile(r"\s[–—-]\s")
_COLON = re.compile(r":[ \t]*\n\s*")
_LONGEST_LINE = 600


@dataclass(frozen=True, slots=True)
class Row:
    """One document of a list: its words, and the words that say who signed."""

    title: Span
    signers: tuple[Span, ...] = ()


def announces_list(text: str, span: Span) -> bool:
    """A heading such as "List of documents signed during the visit"."""
    if span.end - span.start >= 200:
        return False
    if form("list.ceremony").fullmatch(text, span.start, span.end):
        return True
    if form("list.announces").fullmatch(text, span.start, span.end) and not form("list.states").search(
        text, span.start, span.end
    ):
        return True
    heading = form("list.heads").fullmatch(text, span.start, span.end)
    return heading is not None and (text[span.end - 1] == ":" or not text[span.end - 2 : span.end].islower())


def split_announcement(voices: Voices, block: Block) -> list[Block]:
    """A block in two where a line of it ends with a colon and the next opens a row of a list."""
    layout, (start, end) = voices.layout, block.span
    if block.kind in ("furniture", "turn") or ":" not in layout.clean[start:end]:
        return [block]
    for colon in _COLON.finditer(layout.text, start, end):
        stop = layout.text.find("\n", colon.end(), end)
        if _opens_row(voices, Span(colon.end(), stop if stop >= 0 else end)):
            first = Span(start, colon.start() + 1)
            return [Block(first, block.kind, block.marker, block.label), Block(Span(colon.end(), end))]
    return [block]


def read_rows(voices: Voices, blocks: Sequence[Block], first: int) -> tuple[list[Row], int]:
    """The rows of the list that begins with block `first`, and the position of the first block behind it."""
    rows: list[Row] = []
    clean = voices.layout.clean
    marked: bool | None = None  # whether the rows of this list have marks; then a line without one is no row
    headed = False  # below a heading another list may begin
    for number in range(first, len(blocks)):
        block = blocks[number]
        if block.kind == "furniture":
            continue
        if rows and announces_list(clean, block.span):
            return rows, number
        has_mark = block.marker is not None or bool(form("row.marker").match(clean, block.span.start, block.span.end))
        for span in _lines(voices, block, has_mark) if block.kind != "turn" else [block.span]:
            cells = _cells(voices, span)
            kind = _kind(voices, block, span, cells, has_mark)
            headed = headed or bool(rows and block.kind == "heading" and kind == "none")
            if headed and kind == "title" and not reads_as_title(voices, cells[0]):
                return rows, number
            if kind == "signers" and rows:
                rows[-1] = Row(rows[-1].title, (*rows[-1].signers, span))
            elif kind == "title" and marked in (None, has_mark):
                marked = has_mark
                rows += _titles(voices, cells, has_mark)
            elif kind != "none":
                return rows, number
    return rows, len(blocks)


def _kind(voices: Voices, block: Block, span: Span, cells: list[Span], has_mark: bool) -> str:
    """What a line of a list is: a title, a line about who signed, none (a column's head, a number), or its end."""
    clean = voices.layout.clean
    if span.end <= span.start or (block.kind == "turn" and _is_sentence(words(voices, span))):
        return "end"
    if block.kind == "turn" or form("row.bracketed").fullmatch(clean, span.start, span.end):
        return "signers"  # "Dr. A. Roe, Minister", which reads like the label of a turn; "(Signed by the commanders)"
    if form("row.number").fullmatch(clean, span.start, span.end) or form("row.column").fullmatch(
        clean, span.start, span.end
    ):
        return "none"
    columns = form("row.cell").split(voices.layout.text[span.start : span.end])
    if len(columns) > 1 and sum(form("row.column").fullmatch(cell.strip()) is not None for cell in columns) > 1:
        return "none"
    if _speaks_of_signers(clean, span):
        return "signers"
    if has_mark and _tells(voices, cells[0]):
        return "end"
    if not reads_as_title(voices, cells[0]) and _is_name_line(voices, span):
        return "signers"
    if has_mark or reads_as_title(voices, cells[0]):
        return "title"
    if block.kind == "item":
        return "title"
    return "none" if block.kind == "heading" or clean[span.end - 1] == ":" else "end"


def _tells(voices: Voices, span: Span) -> bool:
    """ "2. The leaders issued a joint statement.": a paragraph with a number of its own, and no row."""
    marker = form("row.marker").match(voices.layout.clean, span.start, span.end)
    line = words(voices, Span(marker.end() if marker else span.start, span.end))
    return title_head(line) is None and any(verb.voice == "active" and verb.at > 0 for verb in find_triggers(line))


def _lines(voices: Voices, block: Block, marked: bool) -> Iterator[Span]:
    """The lines of the file that open a row of their own, each with those behind it that do not; of a block with a
    mark only a line about who signed does."""
    clean, text, start = voices.layout.clean, voices.layout.text, block.span.start
    if marked:
        marker = form("row.marker").match(clean, start, block.span.end)
        start = marker.end() if marker else start
    for stop in re.finditer(r"\n\s*", text[block.span.start : block.span.end]):
        here = block.span.start + stop.end()
        end = text.find("\n", here, block.span.end)
        line = Span(here, block.span.end if end < 0 else end)
        opens = _speaks_of_signers(clean, line) if marked else _opens_row(voices, line)
        if opens or (not marked and _goes_on(clean, line)):
            yield _trim(clean, Span(start, block.span.start + stop.start()))
            start = here
    yield _trim(clean, Span(start, block.span.end))


def _goes_on(text: str, line: Span) -> bool:
    return (
        text.endswith(".", line.start, line.end) and form("row.goes-on").match(text, line.start, line.end) is not None
    )


def _trim(text: str, span: Span) -> Span:
    body = text[span.start : span.end]
    start = span.start + len(body) - len(body.lstrip())
    return Span(start, max(start, span.start + len(body.rstrip())))


def _opens_row(voices: Voices, span: Span) -> bool:
    text = voices.layout.clean
    first = text[span.start : span.start + 1]
    return bool(
        form("row.number").fullmatch(text, span.start, span.end)
        or form("row.marker").match(text, span.start, span.end)
        or _speaks_of_signers(text, span)
        or len(_cells(voices, span)) > 1
        or ((first.isupper() or first in OPENING) and reads_as_title(voices, span))
    )


def _cells(voices: Voices, span: Span) -> list[Span]:
    """The cells of a row whose columns a tab, a bar or a gap divides; the first cell that reads as a title leads."""
    cells, layout = [], voices.layout
    start = span.start
    for mark in [*form("row.cell").finditer(layout.text, span.start, span.end), None]:
        end = mark.start() if mark else span.end
        cell = _trim(layout.clean, Span(start, end))
        if cell.end > cell.start:
            cells.append(cell)
        start = mark.end() if mark else end
    lead = next((k for k, cell in enumerate(cells) if reads_as_title(voices, cell)), None)
    return [span] if lead is None or len(cells) < 2 else cells[lead:]


def _titles(voices: Voices, cells: list[Span], marked: bool) -> list[Row]:
    """The row's title, or if one plain line holds several with semicolons between, each of them."""
    text = voices.layout.clean
    if not marked and len(cells) == 1 and ";" in text[cells[0].start : cells[0].end].rstrip("; "):
        line = words(voices, cells[0])
        items = split_items(line, 0, len(line), strict=False)
        return [Row(Span(line[item.start].start, line[item.end - 1].end)) for item in items]
    title, signers = cells[0], tuple(cells[1:])
    signed = form("row.signed-by").search(text, title.start, title.end)
    if signed:
        signers = (Span(signed.end(), title.end), *signers)
        title = Span(title.start, signed.start())
    quoted = form("row.quoted").match(text, title.start, title.end)
    if quoted and " " in quoted["title"] and title_head(words(voices, Span(*quoted.span("title")))) is not None:
        signers = (Span(quoted.end(), title.end), *signers)
        title = Span(*quoted.span("title"))
    bracket = form("row.in-brackets").search(text, title.start, title.end)
    if bracket and tells_who(bracket["who"]):
        signers = (Span(*bracket.span("who")), *signers)
        title = Span(title.start, bracket.start())
    for dash in _DASH.finditer(text, title.start, title.end):  # "Agreement on A – Ministers B and C"
        if persons_of(text[dash.end() : title.end]):
            signers = (Span(dash.end(), title.end), *signers)
            title = Span(title.start, dash.start())
            break
    title = trim_tail(text, title)
    return [Row(title, signers)] if title.end > title.start else []


def trim_tail(text: str, span: Span) -> Span:
    """Without the semicolon, full stop or "and" at its end; the stop of an abbreviation ("N.V.") stays."""
    tail = form("row.tail").search(text, max(span.start, span.end - 12), span.end)
    end = tail.start() if tail is not None else span.end
    if text[end : end + 1] == "." and end - 2 >= span.start and text[end - 2] in ". " and text[end - 1].isupper():
        end += 1
    return Span(span.start, max(end, span.start))


def _speaks_of_signers(text: str, span: Span) -> bool:
    return form("row.signatory").match(text, span.start, span.end) is not None


def _is_name_line(voices: Voices, span: Span) -> bool:
    """ "Shri A. Rao, Secretary": a short line with a name and no verb, in a table pasted a cell a line."""
    text = voices.layout.clean
    if span.end - span.start > 160 or text[span.end - 1] in ".:;!?":
        return False
    line = words(voices, span)
    return (
        not _is_sentence(line)
        and bool(persons_of(text[span.start : span.end]))
        and (len(line) < 5 or any(text[k.start : k.end] in ",(" for k in line))
    )


def reads_as_title(voices: Voices, span: Span) -> bool:
    """A plain line that opens with an instrument or a quoted title and is no sentence of its own."""
    if span.end - span.start > _LONGEST_LINE and ";" not in voices.layout.clean[span.start : span.end]:
        return False
    line = words(voices, span)
    if not line:
        return False
    if line[0].text in OPENING:
        return not _is_sentence(line)
    return title_head(line) is not None and not _is_sentence(line)


def title_head(line: list[Word]) -> Head | None:
    """The instrument that a title opens with."""
    start = 1 if line and line[0].text in OPENING else 0
    heads = find_heads(line, start, min(len(line), 30))
    return heads[0] if heads and heads[0].start == start and heads[0].name not in word_set("named") else None


def _is_sentence(line: list[Word]) -> bool:
    return any(word.lower in vocabulary("auxiliaries") and not word.sealed for word in line)
