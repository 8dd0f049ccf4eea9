"""Paragraphs, headings and list items taken out of a format, laid out as a plain release."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

# Invisible hints for where a line may break, and marks of byte order: no reader sees them, and they split words.
_UNSEEN = re.compile("[\u00ad\u200b\u2060\ufeff\x00]")
_SPACES = re.compile(r"[ \t\f\v]+")
# What parts the cells of a row in the text of a block; it becomes a tab.
CELL = "\x1f"
_CELLS = re.compile(rf" ?{CELL}[ {CELL}]*+")
_AROUND_BREAK = re.compile(r"(?<![ \t\u00a0])[ \t\u00a0]*\n[ \t\u00a0]*")
_BLANK_LINES = re.compile(r"\n{2,}")
# A bullet that stands in the text itself: the format's own would double it.
_BULLET = re.compile(r"(?:[•‣◦▪▫●○■□◆➢✓·∙⁃§\uf0a7\uf0b7\uf0d8\uf0fc]|[-–—](?=\s))\s*")
# The time of publication on a line of its own: plain releases set it right below the date.
_CLOCK = re.compile(r"\d{1,2}[:.]\d{2}(?:\s?[ap]\.?m\.?)?$", re.IGNORECASE)
_STOP = re.compile(r"[.!?…:;][”’\"')\]]*$")
FEWEST_BROKEN = 2
DASH = "- "


@dataclass(frozen=True, slots=True)
class Block:
    """`text` may hold single line breaks; `marker` ("- ", "3. ") makes it a list item; `line` says that it stands right
    below the one before, as lines do, so that nothing parts them unless one is empty."""

    text: str
    marker: str = ""
    line: bool = False


def lay_out(blocks: Iterable[Block]) -> str:
    """The text of all blocks that say something; items of one list stand on lines of their own, one below the other."""
    parts: list[str] = []
    blocks = list(blocks)
    lines = are_lines(blocks)
    after_item = after_line = False
    for block in blocks:
        text = tidy(block.text)
        line = block.line or (lines and not block.marker)
        marker, text = ("", text) if line else _marked(block.marker, text)
        if not text:
            after_line = False
            continue
        if parts:
            close = (marker and after_item) or (line and after_line) or _CLOCK.match(text)
            parts.append("\n" if close else "\n\n")
        parts.append(marker + text)
        after_item, after_line = bool(marker), True
    return "".join(parts) + "\n" if parts else ""


def are_lines(blocks: Sequence[Block]) -> bool:
    """Are the paragraphs the lines of a text that was broken before, as when a text file is pasted into a document?
    A quarter of those that end without a stop then go on in small letters."""
    pairs = [
        (a.text.rstrip(), b.text.lstrip())
        for a, b in pairwise(blocks)
        if not (a.marker or b.marker) and a.text.strip() and b.text.strip()
    ]
    unended = [b for a, b in pairs if not _STOP.search(a)]
    small = sum(b[0].islower() for b in unended)
    return small >= FEWEST_BROKEN and small >= 0.25 * len(unended)


def tidy(text: str) -> str:
    """Runs of spaces as one, a tab between cells, no space at the ends of lines, no blank lines, nothing unseen."""
    text = _UNSEEN.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
    text = _CELLS.sub("\t", _SPACES.sub(" ", text).strip(f" {CELL}"))
    text = _AROUND_BREAK.sub("\n", text)
    return _BLANK_LINES.sub("\n", text).strip(" \n\u00a0\u2003\u2009")


def _marked(marker: str, text: str) -> tuple[str, str]:
    """Marker and words; a bullet or dash that is written out is the marker."""
    own = _BULLET.match(text)
    if not own:
        return marker, text
    written = own[0] if own[0][0] in "–—" else DASH
    return written, text[own.end() :]
