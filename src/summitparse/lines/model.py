"""The shape of a release: its header, its blocks, and a clean copy that every finder works on."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from summitparse.findings import Notice, Span

BlockKind = Literal["paragraph", "item", "turn", "heading", "furniture"]


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, a list item, one paragraph of a speaker's turn, a heading, or furniture of a web page.

    `span` leaves out the list marker and the speaker label and has no white space at its ends. Each paragraph of a
    turn carries the label that the turn opened with, so `label` may lie before the block by several paragraphs.
    """

    span: Span
    kind: BlockKind = "paragraph"
    marker: Span | None = None
    label: Span | None = None


@dataclass(frozen=True, slots=True)
class Published:
    """The publication line: `value` is ISO 8601 with as much as the text gives; `day` is its calendar day or None."""

    span: Span
    value: str
    day: date | None


@dataclass(frozen=True, slots=True)
class Header:
    title: Span | None = None
    subtitle: Span | None = None
    published: Published | None = None
    place: Span | None = None
    credits: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Layout:
    """`clean` has exactly the length of `text`: no-break and other odd spaces, tabs and soft line breaks are one
    space each, hard breaks stay newlines. So an offset in one is the same offset in the other.

    `blocks` are those of the body in text order (title, subtitle, publication line, place line and credits are in
    `header` and not here); `furniture` blocks are there to be passed over.
    """

    text: str
    clean: str
    header: Header = Header()
    blocks: tuple[Block, ...] = ()
    notices: tuple[Notice, ...] = ()

    def stretches(self) -> list[Span]:
        """What is to be read: title, subtitle and every block but furniture, in text order."""
        header = [span for span in (self.header.title, self.header.subtitle) if span]
        return sorted(header + [block.span for block in self.blocks if block.kind != "furniture"])
