"""Finds the voices of a release: first whose words it is as a whole, then turns and announced speech, then what stands
in quotation marks."""

from bisect import bisect_right
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Literal, NamedTuple

from summitparse.enclosing import Enclosing
from summitparse.findings import Notice, Span
from summitparse.layout import Layout
from summitparse.voices.announced import find_announced
from summitparse.voices.authored import give_to_author
from summitparse.voices.stretches import Stretch, pair_marks
from summitparse.voices.turns import Turn, find_turns


class Voice(NamedTuple):
    """Who speaks at a place: the release itself ("own"), or the turn or quotation with this number, a position in
    `Voices.turns` or `Voices.stretches`."""

    kind: Literal["own", "quotation", "turn"]
    number: int = -1


OWN = Voice("own")


@dataclass(frozen=True)
class Voices:
    """The voices of one release. `author` names the one person whose words it is, whose turns its paragraphs are in
    `layout`; `turns` and `stretches` (words in quotation marks, an outer one before what stands inside it) are in text
    order; `notices` tell of every mark that had to be repaired."""

    layout: Layout
    author: Span | None
    turns: tuple[Turn, ...]
    stretches: tuple[Stretch, ...]
    notices: tuple[Notice, ...]

    def at(self, offset: int) -> Voice:
        """Who speaks at an offset, the innermost one; of a stretch its marks too."""
        found = self._enclosing.at(offset)
        if found is None:
            return OWN
        turns = len(self.turns)
        return Voice("turn", found) if found < turns else Voice("quotation", found - turns)

    def quotations(self, span: Span) -> list[tuple[Span, int]]:
        """The parts of a span that stand in quotation marks, each with the number of the innermost quotation."""
        parts, turns = self._enclosing.parts(span), len(self.turns)
        ends = [*(start for start, _ in parts[1:]), span.end]
        return [
            (Span(start, end), found - turns)
            for (start, found), end in zip(parts, ends, strict=True)
            if found is not None and found >= turns
        ]

    @cached_property
    def _enclosing(self) -> Enclosing:
        return Enclosing([*(turn.spans for turn in self.turns), *(stretch.outer for stretch in self.stretches)])

    def spoken(self) -> list[Span]:
        """The paragraphs of all turns in text order."""
        return sorted(span for turn in self.turns for span in turn.spans)

    def turn_blocks(self) -> set[int]:
        """Where the blocks begin of which somebody says all or a part in a turn."""
        return _blocks_of(self.layout, self.spoken())


def find_voices(layout: Layout) -> Voices:
    """The voices of a release, or of any other text."""
    stretches, notices = pair_marks(layout.clean, layout.stretches())
    layout, author = give_to_author(layout, _unquoted(layout.clean, stretches))
    turns = find_turns(layout, authored=author is not None)
    turns += find_announced(layout, {span.start for turn in turns for span in turn.spans})
    turns.sort(key=lambda turn: turn.spans)
    spoken = sorted(span for turn in turns for span in turn.spans)
    if spoken:
        stretches, notices = pair_marks(layout.clean, _paragraphs(layout, spoken))
    return Voices(layout, author, tuple(turns), tuple(stretches), tuple(notices))


def _unquoted(clean: str, stretches: Sequence[Stretch]) -> str:
    """The text with blanks in place of what stands in marks."""
    left = list(clean)
    for stretch in stretches:
        for start, end in stretch.outer if stretch.parent is None else ():
            left[start:end] = " " * (end - start)
    return "".join(left)


def _paragraphs(layout: Layout, spoken: Collection[Span]) -> list[Span]:
    """Where marks are paired: each title and block by itself, of a turn only what is said."""
    turns = _blocks_of(layout, spoken)
    return sorted([*(span for span in layout.stretches() if span.start not in turns), *spoken])


def _blocks_of(layout: Layout, spoken: Collection[Span]) -> set[int]:
    """Where the blocks begin that the spans stand in."""
    starts = [block.span.start for block in layout.blocks]
    return {starts[bisect_right(starts, span.start) - 1] for span in spoken if starts}
