"""Whose words a release is as a whole: "Statement by President Jane Roe on …" makes its body a turn of hers, and so
does a letter that she signs, or a column under her name."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from summitparse.countries import country_of
from summitparse.findings import Span
from summitparse.header.authors import last_name
from summitparse.layout import Block, Layout
from summitparse.layout.questions import asks, is_one_of
from summitparse.lines.furniture import is_contact
from summitparse.lines.labels import labels_of
from summitparse.lines.model import BlockKind
from summitparse.lines.wrapping import ends_sentence
from summitparse.voices.named import EARLY, SPOKEN_KINDS, Authorship, namings, words_of

# Of the body so much is read to see who speaks.
_MOST_READ = 20_000
# How often a text under a name says "I", "me" or "my", and that of so many words one does.
_LEAST_FIRST, _WORDS_A_FIRST = 2, 200
# The foot has no more lines than these.
_LINES_OF_FOOT = 4
_FIRST = re.compile(r"\bI(?=['’]\w| [a-z])|\b[Mm](?:y|yself)\b|\bme\b")
_WORD = re.compile(r"[^\W\d_]+")


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
    if _is_divided(layout.clean, layout.blocks):
        return None
    return next((voice for voice in namings(layout) if _is_voice(layout, own, voice)), None)


def _is_voice(layout: Layout, own: str, voice: Authorship) -> bool:
    body = [block.span for block in _body(layout, voice) if block.kind != "furniture"]
    if not body:
        return False
    if voice.sure:
        return True
    author = layout.clean[slice(*voice.author)]
    body = _unsigned(layout.clean, body, author)
    said = own[body[0].start : min(body[-1].end, body[0].start + _MOST_READ)]
    said = re.sub(rf"{re.escape(author)}\s?[:–—-]", "", said, count=1) if said.startswith(author) else said
    speaks = _says_i(said) if voice.beside else _speaks(author.split(), said)
    return speaks and not _is_told_of(author.split(), said)


def _unsigned(clean: str, body: list[Span], author: str) -> list[Span]:
    """The body without the name of its author, and what stands below it, at the foot: that tells nothing of them."""
    words = author.casefold().split()
    for k in range(max(1, len(body) - _LINES_OF_FOOT), len(body)):
        line = clean[slice(*body[k])].casefold()
        named = line.startswith(" ".join(words[-2:])) or set(line.split()) <= set(words)
        if named and not ends_sentence(line):
            return body[:k]
    return body


def _body(layout: Layout, voice: Authorship) -> list[Block]:
    end = len(layout.clean) if voice.end is None else voice.end
    return [block for block in layout.blocks[voice.first :] if block.span.end <= end]


def _is_divided(clean: str, blocks: Sequence[Block]) -> bool:
    """Whether somebody else than the press has a label. A single one far down is a line of a speech with a colon."""
    roles = words_of("asking") | words_of("answering")
    labels = {block.label for block in blocks if block.label and not is_one_of(roles, clean[slice(*block.label)])}
    early = {block.label for block in blocks[:EARLY]}
    return len(labels) > 1 or bool(labels & early)


def _says_i(said: str) -> bool:
    """Whether the body speaks of its author in the first person all over."""
    first = len(_FIRST.findall(said))
    return first >= _LEAST_FIRST and first * _WORDS_A_FIRST >= len(_WORD.findall(said))


def _speaks(author: list[str], said: str) -> bool:
    """Whether the body is in the first person. "Our allies" says little where a spokesperson tells of the President."""
    words = Counter(word.casefold() for word in _WORD.findall(said))
    if any(words[word] for word in words_of("first")):
        return True
    aloud = any(word.casefold() in words_of("speaking_for") for word in author)
    return not aloud and sum(words[word] for word in words_of("plural")) > 1


def _is_told_of(author: list[str], said: str) -> bool:
    """Whether the body tells of the author: "the President said", "Mr Roe", "Roe added"; not another Roe, or a plan."""
    last = last_name(" ".join(author))
    if last.casefold() in labels_of("titles") or country_of(last):
        return bool(re.search(rf"\b{re.escape(' '.join(author))}\b", said))
    for found in re.finditer(
        rf"(?<![\w’'-])(?:(\w[\w.]{{0,20}})\s)?{re.escape(last)}(?:\s(\w{{2,12}}))?(?![\w-])", said
    ):
        before, behind = (found[1] or "").rstrip("."), found[2] or ""
        if before in author or before.casefold() in labels_of("honorifics") or behind in words_of("tells"):
            return True
    return False


def give_turns(layout: Layout, own: str, voice: Authorship) -> list[Block]:
    """The blocks as a turn of the author, up to a heading such as "Notes to editors"; a question stays one."""
    clean = layout.clean
    turned: list[Block] = list(layout.blocks[: voice.first])
    name = clean[slice(*voice.author)].split()
    for block in _body(layout, voice):
        text = clean[slice(*block.span)]
        words = text.casefold().rstrip(": ")
        if text[-1] not in ".!?":  # "Contact: Jane Roe"
            words = words.partition(":")[0]
        ends = words.rstrip(",") in words_of("closings") or words.strip("#*-– ") in words_of("closed")
        if ends or (voice.sure and _is_told_of(name, own[slice(*block.span)])):
            break
        asked = block.label is not None and asks(clean[slice(*block.label)])
        said = block.kind in SPOKEN_KINDS and not asked and not is_contact(text)
        kind: BlockKind = "item" if block.kind == "item" else "turn"
        turned.append(replace(block, kind=kind, label=voice.author) if said else block)
    return [*turned, *layout.blocks[len(turned) :]]
