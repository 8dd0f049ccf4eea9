"""Which line breaks are hard (a new paragraph, item, turn, heading) and which only wrap a line."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from summitparse.layout.headline import function_words
from summitparse.layout.lines import Line
from summitparse.layout.rows import Row
from summitparse.layout.turns import Label, begins_entry
from summitparse.layout.wrapping import SENTENCE_END, wrap_width

# A line of so many characters that ends without a stop is no heading.
LONG_LINE = 50
_SALUTATION = re.compile(
    r"(?:dear|mr|mrs|ms|madam|your|ladies|distinguished|esteemed|honou?rable|excellenc|"
    r"colleagues|friends|comrades|good (?:morning|afternoon|evening|day))\b",
    re.IGNORECASE,
)


def is_ragged(lines: Sequence[Line], rows: Sequence[Row]) -> bool:
    """Does the text break lines in the middle of sentences at no fixed width? (Copied from a web page's source.)"""
    pairs = [
        (lines[i - 1], lines[i])
        for i in range(1, len(lines))
        if lines[i].gap == 0 and rows[i].kind == "text" and not SENTENCE_END.search(lines[i - 1].text)
    ]
    small = sum(b.text[0].islower() for _, b in pairs)
    return small > 0 and small >= 0.25 * len(pairs)


def soft_breaks(lines: Sequence[Line], rows: Sequence[Row], labels: Sequence[Label | None]) -> list[bool]:
    """For each line whether the break before it only wraps."""
    body = [line for line, row in zip(lines, rows, strict=True) if row.kind != "header"]
    wrapped = Wrapping(wrap_width(body), is_ragged(lines, rows))
    soft = [False] * len(lines)
    i = 0
    while i < len(lines):
        end = i + 1
        while end < len(lines) and lines[end].gap == 0:
            end += 1
        longest = max(len(line) for line in lines[i:end])
        named = {k for k in range(i, end) if rows[k].kind == "text" and begins_entry(lines[k].text)}
        for k in range(max(i, 1), end):
            if rows[k].kind == "text" and rows[k - 1].kind in ("text", "item", "label"):
                label = labels[k - 1]
                above = lines[k - 1].text[label.speech - lines[k - 1].start if label and label.rows == 1 else 0 :]
                soft[k] = wrapped.is_soft(lines[k - 1], above or ":", lines[k], longest)
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

    def is_soft(self, line_above: Line, above: str, line: Line, longest: int) -> bool:
        """`above` is what the line above says (its label left out), `longest` the longest line set with this one."""
        ended = bool(SENTENCE_END.search(above))
        small = line.text[0].islower()
        if line.gap:
            return not ended and small and goes_on(line_above, line)
        if is_salutation(above) and not small:
            return False
        if self.width is not None:
            return self.only_wraps(line_above, line, longest, ended=ended, small=small)
        if small and above[-1] != ";":
            # a list below a colon has its own marks at the ends of its lines
            return not (above.endswith(":") and line.text[-1] in ";,")
        return not ended and (dangles(above) or self.ragged)

    def only_wraps(self, above: Line, line: Line, longest: int, *, ended: bool, small: bool) -> bool:
        """In a text that is wrapped at a width: a line is broken where its next word did not fit; a group of short
        lines is an address or a list of names. (Lost links leave lines short, so a sentence may also end early.)"""
        assert self.width
        first = line.text.split(maxsplit=1)[0]
        if len(above) + 1 + len(first) > self.width:
            return True
        if longest < 0.6 * self.width and not small:
            return False
        return not ended or len(above) >= 0.6 * self.width


def is_salutation(text: str) -> bool:
    return text.endswith(",") and len(text) < 90 and bool(_SALUTATION.match(text))


def dangles(text: str) -> bool:
    """Does the line end where no sentence and no heading ends?"""
    return text[-1] in ",–—-(&" or text.split()[-1].casefold().strip('“"') in function_words()


def goes_on(above: Line, line: Line) -> bool:
    """Does a sentence go on across a blank line?"""
    if len(line.text.split()) < 2:
        return False
    return line.odd or dangles(above.text) or len(above) > LONG_LINE
