"""Was a text wrapped at a width? And what ends a sentence."""

from collections.abc import Sequence
from itertools import pairwise

from summitparse.lines.read import Line

_ENDS, _CLOSING = (".", "!", "?", "…", ":", ";"), "”’\"')]*_»"
WIDEST = 110
NARROWEST = 40


def wrap_width(lines: Sequence[Line]) -> int | None:
    """The width that a text was wrapped at, or None. Wrapped are most lines that another follows: they are near the
    longest, the next word did not fit, most end in the middle of a sentence, and hardly a line is far longer."""
    # What is left of a page's tables says nothing about the prose around it.
    pairs = [(a, b) for a, b in pairwise(lines) if b.gap == 0 and not (is_markup(a) or is_markup(b))]
    if len(pairs) < 2:
        return None
    lengths = sorted(len(a) for a, _ in pairs)
    width = lengths[int(0.95 * (len(lengths) - 1))]
    if not NARROWEST <= width <= WIDEST or sum(len(line) > WIDEST for line in lines) > 0.1 * len(lines):
        return None
    unended = sum(not ends_sentence(a.text) for a, _ in pairs)
    full = sum(len(a) + 1 + len(b.text.split(maxsplit=1)[0]) > 0.92 * width for a, b in pairs)
    # Lost links leave lines short in a wrapped page; without blank lines a ragged page looks much like it.
    least = 0.5 if any(line.gap for line in lines[1:]) else 0.75
    return width if unended >= 0.5 * len(pairs) and full >= least * len(pairs) else None


def ends_sentence(text: str) -> bool:
    """Does a line end with a mark behind which a sentence, a label or a clause has ended?"""
    return text.rstrip(_CLOSING).endswith(_ENDS)


def is_markup(line: Line) -> bool:
    """`<td>12</td>`"""
    return line.text[0] == "<" and line.text[-1] == ">"


def fills(above: Line, line: Line, width: int) -> bool:
    """Did the first word of the line not fit into the line above?"""
    return len(above) + 1 + len(line.text.split(maxsplit=1)[0]) > width
