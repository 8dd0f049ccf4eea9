"""The clean copy: the same length as the text, so that its offsets are the text's offsets."""

from collections.abc import Sequence

from summitparse.lines.read import Line


def render(plain_text: str, lines: Sequence[Line], soft: Sequence[bool]) -> str:
    """The plain text with a space for each line break between line `i - 1` and line `i` where `soft[i]`."""
    pieces: list[str] = []
    done = 0
    for i, line in enumerate(lines):
        if soft[i]:
            before = lines[i - 1].end
            pieces += (plain_text[done:before], " " * (line.start - before))
            done = line.start
    pieces.append(plain_text[done:])
    return "".join(pieces)
