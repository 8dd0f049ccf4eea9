"""Which line breaks are hard (a new paragraph, item, turn, heading) and which only wrap a line."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from summitparse.header.headline import function_words
from summitparse.layout.rows import Row
from summitparse.lexicon import listed
from summitparse.lines.labels import Label, begins_entry
from summitparse.lines.read import Line
from summitparse.lines.wrapping import ends_sentence, fills, wrap_width
from summitparse.text.words import find_words

# A line of so many characters that ends without a stop is no heading.
LONG_LINE = 50
_CONTINUED = frozenset({"text", "item", "label"})


def is_ragged(lines: Sequence[Line], rows: Sequence[Row]) -> bool:
    """Does the text break lines in the middle of sentences at no fixed width? (Copied from a web page's source.)"""
    pairs = [
        (lines[i - 1], lines[i])
        for i in range(1, len(lines))
        if lines[i].gap == 0 and rows[i].kind == "text" and not ends_sentence(lines[i - 1].text)
    ]
    small = sum(b.text[0].islower() for _, b in pairs)
    return small > 0 and small >= 0.25 * len(pairs)


def soft_breaks(lines: Sequence[Line], rows: Sequence[Row], labels: Sequence[Label | None]) -> list[bool]:
    """For each line whether the break before it only wraps."""
    body = [line for line, row in zip(lines, rows, strict=True) if row.kind != "header"]
    wrapped = Wrapping(wrap_width(body), is_ragged(lines, rows))
    soft = [False] * len(lines)
    speech = {
        i + label.rows - 1: max(0, label.speech - lines[i + label.rows - 1].start)
        for i, label in enumerate(labels)
        if label
    }
    i = 0
    while i < len(lines):
        end = i + 1
        while end < len(lines) and lines[end].gap == 0:
            end += 1
        apart = wrapped.is_list(lines[i:end])
        named = {k for k in range(i, end) if rows[k].kind == "text" and begins_entry(lines[k].text)}
        for k in range(max(i, 1), end):
            if rows[k].kind == "text" and rows[k - 1].kind in _CONTINUED:
                above = lines[k - 1].text[speech.get(k - 1, 0) :]
                soft[k] = wrapped.is_soft(lines[k - 1], above or ":", lines[k], apart)
                soft[k] = soft[k] and not (len(named) > 1 and k in named and not dangles(above))
        i = end
    for i, label in enumerate(labels):
        if label:
            soft[i + 1 : i + label.rows] = [True] * (label.rows - 1)
    return soft


@dataclass(frozen=True, slots=True)
class Wrapping:
    """How a text breaks its lines: at a `width`, or `ragged`, or only where something new begins."""

    width: int | None
    ragged: bool

    def is_list(self, group: Sequence[Line]) -> bool:
        """Are lines without a blank line between them an address or a list of names? They are short, or their breaks
        stand where the next word would have fitted, before a capital."""
        if self.width is None:
            return False
        if max(len(line) for line in group) < 0.6 * self.width:
            return True
        fitted = [not fills(a, b, self.width) for a, b in pairwise(group)]
        small = sum(line.text[0].islower() for line in group)
        return len(group) > 2 and sum(fitted) >= 0.6 * len(fitted) and small <= 0.1 * len(group)

    def is_soft(self, line_above: Line, above: str, line: Line, apart: bool) -> bool:
        """`above` is what the line above says, its label left out; `apart` says that lines set together are a list."""
        ended = ends_sentence(above)
        small = line.text[0].islower()
        if line.gap:
            return not ended and small and goes_on(line_above, line)
        if is_salutation(above) and not small:
            return False
        if self.width is not None:
            return self.only_wraps(line_above, line, apart, ended=ended, small=small)
        if small and above[-1] != ";":
            # a list below a colon has its own marks at the ends of its lines
            return not (above.endswith(":") and line.text[-1] in ";,")
        return not ended and (dangles(above) or self.ragged)

    def only_wraps(self, above: Line, line: Line, apart: bool, *, ended: bool, small: bool) -> bool:
        """In a text that is wrapped at a width a line is broken where its next word did not fit. (Lost links leave
        lines short, so in a paragraph a sentence may also end early.)"""
        assert self.width
        if fills(above, line, self.width):
            return True
        if apart and not small:
            return False
        return not ended or len(above) >= 0.6 * self.width


def is_salutation(text: str) -> bool:
    """Good evening, Mr President,"""
    if not text.endswith(",") or len(text) >= 90 or not text[0].isalpha():
        return False
    first, *more = (word.casefold() for word in find_words(text))
    return first in listed("summitparse.layout", "words", "salutations") or (
        bool(more) and f"{first} {more[0]}" in listed("summitparse.layout", "words", "salutations")
    )


def dangles(text: str) -> bool:
    """Does the line end where no sentence and no heading ends?"""
    return text[-1] in ",–—-(&" or text.split()[-1].casefold().strip('“"') in function_words()


def goes_on(above: Line, line: Line) -> bool:
    """Does a sentence go on across a blank line?"""
    if len(line.text.split()) < 2:
        return False
    return line.odd or dangles(above.text) or len(above) > LONG_LINE
