"""Which line breaks are hard (a new paragraph, item, turn, heading) and which only wrap a line."""

import re
from collections.abc import Sequence
from itertools import pairwise

from summitparse.layout.header import SENTENCE_END, function_words
from summitparse.layout.lines import Line

# A text is wrapped at a width if most of its lines below a line are near the longest, and none is far beyond.
WIDEST_WRAP = 110
NARROWEST_WRAP = 40
_FIRST_WORD = re.compile(r"\S+")
_SALUTATION = re.compile(
    r"(?:dear|mr|mrs|ms|madam|your|ladies|distinguished|esteemed|honou?rable|excellenc|"
    r"colleagues|friends|comrades|good (?:morning|afternoon|evening|day))\b",
    re.IGNORECASE,
)


def wrap_width(lines: Sequence[Line]) -> int | None:
    """The width that the text was wrapped at, or None."""
    widths = sorted(len(line) for line in lines)
    followed = [len(a) for a, b in pairwise(lines) if b.gap == 0]
    if len(followed) < 3:
        return None
    followed.sort()
    width = followed[int(0.95 * (len(followed) - 1))]
    if not NARROWEST_WRAP <= width <= WIDEST_WRAP or widths[int(0.9 * (len(widths) - 1))] > WIDEST_WRAP:
        return None
    near = sum(length >= 0.75 * width for length in followed)
    return width if near >= 0.5 * len(followed) else None


def is_ragged(lines: Sequence[Line], hard: Sequence[bool]) -> bool:
    """Does the text break lines in the middle of sentences at no fixed width? (Copied from a web page's source.)"""
    pairs = [
        (a, b)
        for a, b, new in zip(lines, lines[1:], hard[1:], strict=False)
        if b.gap == 0 and not new and not SENTENCE_END.search(a.text)
    ]
    small = sum(b.text[0].islower() for _, b in pairs)
    return small > 0 and small >= 0.25 * len(pairs)


def soft_breaks(lines: Sequence[Line], hard: Sequence[bool]) -> list[bool]:
    """For each line whether the break before it only wraps; `hard` are lines that begin something new by their form."""
    width = wrap_width(lines)
    ragged = is_ragged(lines, hard)
    soft = [False] * len(lines)
    for i in range(1, len(lines)):
        if not hard[i]:
            soft[i] = is_soft(lines[i - 1], lines[i], width, ragged)
    return soft


def is_soft(above: Line, line: Line, width: int | None, ragged: bool) -> bool:
    ended = bool(SENTENCE_END.search(above.text))
    small = line.text[0].islower()
    if line.gap:
        return not ended and small and goes_on(above, line)
    if width is not None:
        first = _FIRST_WORD.match(line.text)
        assert first
        if len(above) + 1 + len(first.group()) > width:
            return True
        return not ended and (small or dangles(above.text))
    if ended:
        return False
    if above.text.endswith(",") and len(above) < 60 and not small and _SALUTATION.search(above.text[-60:]):
        return False
    return small or dangles(above.text) or ragged


def dangles(text: str) -> bool:
    """Does the line end where no sentence and no heading ends?"""
    return text[-1] in ",–—-(&" or text.split()[-1].casefold().strip('“"') in function_words()


def goes_on(above: Line, line: Line) -> bool:
    """Does a sentence go on across a blank line?"""
    if len(line.text.split()) < 2:
        return False
    return line.odd or dangles(above.text) or len(above) > 120
