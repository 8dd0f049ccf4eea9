"""Whose words a release is as a whole: "Statement by President Jane Roe on …" makes its body a turn of hers, and so
does a letter that she signs."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from summitparse.countries import country_of
from summitparse.findings import Span
from summitparse.layout.authors import (
    LONGEST_LINE,
    announced_author,
    author_behind,
    byline,
    last_name,
    named_author,
    opens_speech,
    signature,
    speaker_line,
)
from summitparse.layout.model import Block, BlockKind, Header, Layout
from summitparse.layout.questions import asks, is_one_of
from summitparse.lexicon import load

# Of the body so much is read to see who speaks.
_MOST_READ = 20_000
# Blocks at the top where a label or an announcement counts, and where a line may name the author.
_EARLY = 4
_LINES_BELOW = 2
# Paragraphs of a letter with its closing and signature, at least.
_SHORTEST_LETTER = 4
# How often a text with a name at its foot says "I" or "my"; how many paragraphs the foot has.
_FIRST = frozenset({"I", "my", "My", "me"})
_LEAST_FIRST = 2
_FOOT = 3
_SENTENCE_ENDS = frozenset('.!?…”"')
_WORD = re.compile(r"[^\W\d_]+")
# Lines above the body stand in so many characters.
_LINE = re.compile(r"[^\s][^\n]*")
_HEAD = 1200


@dataclass(frozen=True, slots=True)
class Authorship:
    """Whose words the blocks from number `first` on are, and where the release says so. `sure`: it says so in so many
    words, right above them."""

    author: Span
    first: int = 0
    sure: bool = False


def give_to_author(layout: Layout, own: str) -> tuple[Layout, Span | None]:
    """The layout with the words of a release that is one person's as turns of theirs, and the words that name them.
    `own` is the clean text with blanks in place of all that stands in quotation marks."""
    voice = find_author(layout, own)
    if voice is None:
        return layout, None
    blocks = give_turns(layout, own, voice)
    return replace(layout, blocks=tuple(blocks)), voice.author


def find_author(layout: Layout, own: str) -> Authorship | None:
    """The one person whose words the body is: the release says who it is, speaks in the first person, is nowhere
    divided among speakers and does not tell of the author as of somebody else."""
    clean, header, blocks = layout.clean, layout.header, layout.blocks
    if _is_divided(clean, blocks):
        return None
    voice = (
        _said_to_follow(clean, blocks)
        or _headed(clean, header, blocks)
        or _introduced(clean, header, blocks)
        or _signed(clean, own, blocks)
    )
    if voice is None:
        return None
    foot = (
        voice.author.start if blocks and voice.author.start > blocks[0].span.start and not voice.first else len(clean)
    )
    body = [block.span for block in blocks[voice.first :] if block.kind != "furniture" and block.span.end <= foot]
    if not body:
        return None
    said = own[body[0].start : min(body[-1].end, body[0].start + _MOST_READ)]
    name = clean[voice.author.start : voice.author.end].split()
    if voice.sure:
        return voice
    return voice if _speaks(name, said) and not _is_told_of(name, said) else None


def _is_divided(clean: str, blocks: Sequence[Block]) -> bool:
    """Whether somebody else than the press has a label. A single one far down is a line of a speech with a colon."""
    roles = _words("asking") | _words("answering")
    labels = {block.label for block in blocks if block.label and not is_one_of(roles, clean[slice(*block.label)])}
    early = {block.label for block in blocks[:_EARLY]}
    return len(labels) > 1 or bool(labels & early)


def _said_to_follow(clean: str, blocks: Sequence[Block]) -> Authorship | None:
    """ "Minister Jane Roe released the following statement:" and what follows without marks."""
    for number, block in enumerate(blocks[:_EARLY]):
        author = announced_author(clean, block.span) if block.kind == "paragraph" else None
        if author and number + 1 < len(blocks) and clean[blocks[number + 1].span.start] not in '“"«„‘':
            return Authorship(author, number + 1, sure=True)
    return None


def _headed(clean: str, header: Header, blocks: Sequence[Block]) -> Authorship | None:
    """The author in the headline, in the line below it, or in the first lines of the body."""
    for number, block in enumerate(blocks[:_LINES_BELOW]):
        if block.span.end - block.span.start <= LONGEST_LINE:
            said = block.kind in ("paragraph", "heading")
            author = byline(clean, block.span) or (named_author(clean, block.span) if said else None)
            if author:
                return Authorship(author, number + 1)
    for line in (header.title, header.subtitle):
        author = line and (named_author(clean, line) or author_behind(clean, line))
        if author:
            return Authorship(author)
    return None


def _introduced(clean: str, header: Header, blocks: Sequence[Block]) -> Authorship | None:
    """The person on one line above the body where another one says what follows: "Hon Jane Roe" / "Speech to the
    Harbour Forum"."""
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
    return Authorship(author, first) if author and opened and first is not None else None


def _speaks(author: list[str], said: str) -> bool:
    """Whether the body is in the first person. "Our allies" says little where a spokesperson tells of the President."""
    words = Counter(word.casefold() for word in _WORD.findall(said))
    if any(words[word] for word in _words("first")):
        return True
    aloud = any(word.casefold() in _words("speaking_for") for word in author)
    return not aloud and sum(words[word] for word in _words("plural")) > 1


def _is_told_of(author: list[str], said: str) -> bool:
    """Whether the body tells of the author: "the President said", "Mr Roe", "Roe added"; not another Roe, or a plan."""
    last = last_name(" ".join(author))
    if last.casefold() in _words("titles") or country_of(last):
        return bool(re.search(rf"\b{re.escape(' '.join(author))}\b", said))
    for found in re.finditer(
        rf"(?<![\w’'-])(?:(\w[\w.]{{0,20}})\s)?{re.escape(last)}(?:\s(\w{{2,12}}))?(?![\w-])", said
    ):
        before, behind = (found[1] or "").rstrip("."), found[2] or ""
        if before in author or before.casefold() in _words("honorifics") or behind in _words("tells"):
            return True
    return False


def give_turns(layout: Layout, own: str, voice: Authorship) -> list[Block]:
    """The blocks as a turn of the author, up to a heading such as "Notes to editors"; a question stays one."""
    clean, blocks = layout.clean, layout.blocks
    turned: list[Block] = list(blocks[: voice.first])
    name = clean[voice.author.start : voice.author.end].split()
    for number, block in enumerate(blocks[voice.first :], voice.first):
        text = clean[block.span.start : block.span.end]
        words = text.casefold().rstrip(": ")
        ends = words.rstrip(",") in _words("closings") or words.strip("#*-– ") in _words("closed")
        if ends or block.span == voice.author:
            return [*turned, *blocks[number:]]
        if voice.sure and _is_told_of(name, own[slice(*block.span)]):
            return [*turned, *blocks[number:]]
        said = block.kind in ("paragraph", "item", "turn") and not (block.label and asks(clean[slice(*block.label)]))
        kind: BlockKind = "item" if block.kind == "item" else "turn"
        turned.append(replace(block, kind=kind, label=voice.author) if said else block)
    return turned


def _signed(clean: str, own: str, blocks: Sequence[Block]) -> Authorship | None:
    """The name below "Sincerely," at the end of a letter that begins with "Dear …", or a name with an office at the
    foot of a text that speaks as "I"."""
    body = [block for block in blocks if block.kind != "furniture"]
    if len(body) < _SHORTEST_LETTER:
        return None
    if clean.startswith("Dear ", body[0].span.start):
        closing, name = (clean[block.span.start : block.span.end] for block in body[-2:])
        words = name.split()
        if closing.casefold().rstrip(", ") in _words("closings") and 1 < len(words) < 7:
            return Authorship(body[-1].span) if all(word[0].isupper() for word in words) else None
    said = own[body[0].span.start : body[-1].span.start]
    if sum(word in _FIRST for word in _WORD.findall(said)) >= _LEAST_FIRST:
        for block in body[-1 : -1 - _FOOT : -1]:
            author = signature(clean, block.span)
            if author:
                return Authorship(author)
    return None


@cache
def _words(key: str) -> frozenset[str]:
    table = load("summitparse.layout", "labels" if key in ("titles", "honorifics", "never") else "authored")
    return frozenset(table[key])
