"""Which tokens stand inside quotation marks, well enough to tell a speaker's words from the release's own."""

from bisect import bisect_right

from summitparse.language.parse import Parse
from summitparse.layout import Layout

_OPEN = {"“": "”", "«": "»", "„": "”"}
_CLOSE = frozenset("”»")


def quoted_tokens(layout: Layout, parse: Parse) -> tuple[bytearray, list[int]]:
    """For each token 1 where it is quoted (a turn is quoted as a whole), and the number of its block (-1: header)."""
    starts = [block.span.start for block in layout.blocks]
    marks = bytearray(len(parse.tokens))
    blocks: list[int] = []
    block = -2
    depth = 0
    straight = False
    for token in parse.tokens:
        at = bisect_right(starts, token.start) - 1
        if at >= 0 and token.start >= layout.blocks[at].span.end:
            at = -1
        if at != block:
            block, depth, straight = at, 0, False
        blocks.append(at)
        turn = at >= 0 and layout.blocks[at].label is not None
        first = token.text[0]
        if first in _OPEN:
            depth += 1
        elif first in _CLOSE:
            depth = max(0, depth - 1)
        elif first == '"' or token.text in ("''", "``"):
            straight = not straight
        elif depth or straight or turn:
            marks[token.i] = 1
    return marks, blocks
