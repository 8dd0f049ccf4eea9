"""What a printer sets beside the lines of a text: marks of footnotes, numbers of lines, large initials."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from statistics import median

from summitparse.reading.pdf_lines import Line

# Letters of a mark are at most this part of those around it; an initial is at least so many times as high.
SMALL, LARGE = 0.8, 1.7
# Lines that are numbered: so many at least, and this share of all rows of the page.
FEWEST_NUMBERED, NUMBERED = 8, 0.7
_MARK = re.compile(r"[\[(]?(?:\d{1,3}|[*†‡§]{1,3})[\])]?")
_NUMBER = re.compile(r"(\d{1,3})(?:\s+(?=\S)|$)")
_INITIAL = re.compile(r"[“\"‘']?[^\W\d_]")


def without_notes(page: Sequence[Line]) -> list[Line]:
    """The lines of a page without marks of notes and numbers of lines, initials put to their words."""
    lines = _without_numbers(list(page))
    if not lines:
        return lines
    usual = median(line.height for line in lines)
    lines = [line for line in lines if not (line.height < SMALL * usual and _MARK.fullmatch(line.text))]
    for initial in [line for line in lines if line.height > LARGE * usual and _INITIAL.fullmatch(line.text)]:
        lines = _put_back(initial, lines)
    return lines


def _put_back(initial: Line, lines: list[Line]) -> list[Line]:
    """An initial reaches down over several lines; the first of them goes on with its word."""
    beside = [
        line
        for line in lines
        if line is not initial
        and 0 <= line.left - initial.right + 1 < initial.height
        and initial.bottom - 0.5 * line.height < line.middle < initial.top + 0.5 * line.height
    ]
    if not beside:
        return lines
    first = max(beside, key=lambda line: line.middle)
    # An initial that is a word of its own ("A minister") stands before a capital or a blank; a sentence goes on small.
    together = initial.text + ("" if first.text[:1].islower() or first.text[:1] in "’'" else " ") + first.text
    moved = {
        id(line): replace(line, left=initial.left, text=together if line is first else line.text) for line in beside
    }
    return [moved.get(id(line), line) for line in lines if line is not initial]


def _without_numbers(lines: list[Line]) -> list[Line]:
    """Numbers that count the lines of the page, before them or in a column of their own, are taken out."""
    numbered = [
        (line, number)
        for line in sorted(lines, key=lambda line: (-line.middle, line.left))
        if (number := _NUMBER.match(line.text))
    ]
    rows = len({round(line.middle / 4) for line in lines})
    if len(numbered) < max(FEWEST_NUMBERED, NUMBERED * rows):
        return lines
    values = [int(number[1]) for _, number in numbered]
    following = sum(after == before + 1 for before, after in pairwise(values))
    if following < 0.9 * (len(values) - 1):
        return lines
    rest = {id(line): line.text[number.end() :] for line, number in numbered}
    edge = min((line.left for line in lines if rest.get(id(line), "x")), default=0.0)
    return [
        replace(line, text=rest[id(line)], left=max(line.left, edge)) if id(line) in rest else line
        for line in lines
        if rest.get(id(line), "x")
    ]
