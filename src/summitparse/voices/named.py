"""Where a release names the one person whose words it is: in a line that announces them, in the headline, in a line
above them or in the signature below."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import pairwise

from summitparse.findings import Span
from summitparse.header.authors import (
    LONGEST_LINE,
    announced_author,
    author_behind,
    byline,
    named_author,
    opens_speech,
    possible_owner,
    signer,
    speaker_line,
)
from summitparse.header.person_lines import biography, is_office, person_line
from summitparse.layout import Block, Layout
from summitparse.lexicon import listed
from summitparse.lines.model import Header

# Blocks at the top where an announcement counts, where a byline may stand, and where a line may name the author.
EARLY = 4
_BYLINES = 6
_LINES_BELOW = 2
_ABOVE = frozenset({"paragraph", "heading"})
# Kinds of blocks that somebody can say.
SPOKEN_KINDS = frozenset({"paragraph", "item", "turn"})
# Paragraphs of a text whose author a line beside it may name, at least; so many of its last ones may be a signature,
# and what stands below one.
_SHORTEST = 4
_FOOT = 3
_BELOW_CLOSING = 12
_SENTENCE_ENDS = frozenset('.!?…”"')
# Lines above the body stand in so many characters.
_LINE = re.compile(r"[^\s][^\n]*")
_HEAD = 1200
_BEHIND = re.compile(r"\s(?:[-–—]|\|)\s(?=[^-–—|]{3,60}$)")
words_of = partial(listed, "summitparse.layout", "authored")


@dataclass(frozen=True, slots=True)
class Authorship:
    """Whose words the blocks from number `first` up to the offset `end` are, and where the release says so. `sure`: it
    says so in so many words, right above them; `beside`: it only names somebody above or below."""

    author: Span
    first: int = 0
    end: int | None = None
    sure: bool = False
    beside: bool = False


def namings(layout: Layout) -> Iterator[Authorship]:
    """Everybody whom a release may name as its author, the surest first."""
    clean, header, blocks = layout.clean, layout.header, layout.blocks
    yield from _said_to_follow(clean, blocks)
    yield from _headed(clean, header, blocks)
    yield from _introduced(clean, header, blocks)
    yield from _signed(layout, _first_sentence(layout) or 0)
    yield from _beside(layout)
    if header.title and (owner := possible_owner(clean, header.title)):
        yield Authorship(owner, beside=True)


def _said_to_follow(clean: str, blocks: Sequence[Block]) -> Iterator[Authorship]:
    """ "Minister Jane Roe released the following statement:" and what follows without marks."""
    for number, block in enumerate(blocks[:EARLY]):
        author = announced_author(clean, block.span) if block.kind == "paragraph" else None
        if author and number + 1 < len(blocks) and clean[blocks[number + 1].span.start] not in '“"«„‘':
            yield Authorship(author, number + 1, sure=True)


def _headed(clean: str, header: Header, blocks: Sequence[Block]) -> Iterator[Authorship]:
    """The author in the headline, in the line below it, or in the first lines of the body."""
    for number, block in enumerate(blocks[:_BYLINES]):
        if block.span.end - block.span.start <= LONGEST_LINE:
            author = byline(clean, block.span)
            if author is None and number < _LINES_BELOW and block.kind in _ABOVE:
                author = named_author(clean, block.span)
            if author:
                yield Authorship(author, number + 1)
    for line in (header.title, header.subtitle):
        author = line and (named_author(clean, line) or author_behind(clean, line))
        if author:
            yield Authorship(author)


def _introduced(clean: str, header: Header, blocks: Sequence[Block]) -> Iterator[Authorship]:
    """The person on one line above the body where another one says what follows: "Hon Jane Roe" / "Speech to the
    Harbour Forum". Without the second line it may be the letterhead of whoever publishes."""
    title = clean[slice(*header.title)] if header.title else ""
    author: Span | None = None
    opened, end = False, 0
    for line in _LINE.finditer(clean, 0, _HEAD):
        span = Span(*line.span())
        if span.end - span.start > LONGEST_LINE // 2:
            break
        named = speaker_line(clean, span, title)
        kind = opens_speech(clean, span)
        if kind or (named and author is None):
            end = span.end
        author, opened = author or named, opened or kind
    said = (k for k, b in enumerate(blocks) if b.span.start >= end and clean[b.span.end - 1] in _SENTENCE_ENDS)
    first = next(said, None)
    if author and first is not None:
        yield Authorship(author, first, beside=not opened)


def _signed(layout: Layout, first: int) -> Iterator[Authorship]:
    """The name below "Sincerely,", whatever notes stand below it."""
    clean, body = layout.clean, [block for block in layout.blocks if block.kind != "furniture"]
    letter = any(clean.startswith("Dear ", block.span.start) for block in body[:1])
    for closing, below in pairwise(body[-_BELOW_CLOSING:]):
        words = clean[slice(*closing.span)].casefold().rstrip(", ")
        author = signer(clean, below.span) if words in words_of("closings") else None
        if author:
            yield Authorship(author, 0 if letter else first, end=closing.span.start, beside=not letter)


def _beside(layout: Layout) -> Iterator[Authorship]:
    """Whoever a line above the body or at its foot is: a letterhead, a byline without "by", a signature; and whoever
    stands behind the last dash or bar of the headline."""
    clean, blocks = layout.clean, [block for block in layout.blocks if block.kind != "furniture"]
    first = _first_sentence(layout)
    if first is None or len(blocks) < _SHORTEST:
        return
    signed = _people(layout, Span(blocks[-_FOOT].span.start, blocks[-1].span.end))
    ends = {clean[slice(*author)].split()[-1].casefold(): line.start for author, line in signed}
    above = [author for author, _ in _people(layout, Span(0, min(layout.blocks[first].span.start, _HEAD)))]
    title = layout.header.title
    behind = _BEHIND.search(clean, *title) if title else None
    tail = behind and person_line(clean, Span(behind.end(), title.end), "") if title else None
    for author in (*above, tail):
        if author:
            end = ends.get(clean[slice(*author)].split()[-1].casefold())
            yield Authorship(author, first, end=end, beside=True)
    for author, line in signed:
        yield Authorship(author, first, end=line.start, beside=True)


def _first_sentence(layout: Layout) -> int | None:
    """The number of the first block that ends as a sentence does."""
    return next((k for k, b in enumerate(layout.blocks) if layout.clean[b.span.end - 1] in _SENTENCE_ENDS), None)


def _people(layout: Layout, part: Span) -> list[tuple[Span, Span]]:
    """The names in those lines of the file that are nothing but a person, each with its line; what may be an
    office alone stands last."""
    lines = [Span(*line.span()) for line in _LINE.finditer(layout.text, *part)]
    words = ["", *(layout.clean[slice(*line)] for line in lines), ""]
    found = []
    for line, above, below in zip(lines, words, words[2:], strict=False):
        author = person_line(layout.clean, line, below) or person_line(layout.clean, line, above)
        author = author or biography(layout.clean, line)
        if author:
            found.append((author, line))
    return sorted(found, key=lambda one: is_office(layout.clean[slice(*one[0])]))
