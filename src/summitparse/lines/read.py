"""The lines of a text, and the text with every odd space and line break made plain, one character for one."""

import re
from dataclasses import dataclass

# Every character that ends a line, as `str.splitlines` sees it; \r\n is handled first, so that it counts once.
BREAKS = "\n\r\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029"
ODD_SPACES = "\t\x1f\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
# Seen by nobody: joiners, byte order marks, direction marks. They may stand at the edges of a line.
INVISIBLE = "\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff\xad"
_EDGES = " " + INVISIBLE
# Corner marks are quotation marks.
_CORNERS = {**dict.fromkeys("「『〝", "“"), **dict.fromkeys("」』〞", "”")}
_PLAIN = str.maketrans({**dict.fromkeys(BREAKS, "\n"), **dict.fromkeys(ODD_SPACES, " "), **_CORNERS})
# A zero-width space is a place to break, so it parts words; inside a word it is left alone.
_BREAK_HERE = re.compile(r"(?<![^\W\d_])[\u200b\ufeff]|[\u200b\ufeff](?![^\W\d_])")
# Curly marks in UTF-8 that were read as Windows-1252; the last character of the closing one is often lost. Marks that
# were left as entities of HTML: &quot; opens before a letter or digit.
_MISREAD = re.compile(
    r"(?:â€(?:(?P<utf>œ)|\x9d|(?=[\s.,;:!?]))"
    r"|(?P<entity>&(?:ldquo|laquo|#8220|#x201c|(?:quot|#34)(?=;\w));)|&(?:rdquo|raquo|#8221|#x201d|quot|#34);)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Line:
    """A line with something in it. `start` and `end` leave out the white space around; `gap` counts the blank lines
    before it, of which `odd` says that they hold white space of their own (a web page's empty paragraph)."""

    start: int
    end: int
    text: str
    gap: int
    odd: bool = False

    def __len__(self) -> int:
        return self.end - self.start


def plain(text: str) -> str:
    """The text with each odd space a space, each line break (of CRLF the second character) a newline, each corner mark
    and misread mark a curly one."""
    text = text.replace("\r\n", " \n").translate(_PLAIN)
    if "€" in text or "&" in text:
        text = _MISREAD.sub(_curly, text)
    return _BREAK_HERE.sub(" ", text) if "\u200b" in text or "\ufeff" in text else text


def _curly(misread: re.Match[str]) -> str:
    """A curly mark of the same length: white space on its outer side."""
    opens = misread["utf"] or misread["entity"]
    return "“".rjust(len(misread[0])) if opens else "”".ljust(len(misread[0]))


def read_lines(plain_text: str) -> list[Line]:
    """The lines of a plain text that hold something."""
    lines: list[Line] = []
    offset, gap, odd = 0, 0, False
    for raw in plain_text.split("\n"):
        body = raw.strip(_EDGES)
        if body:
            start = offset + len(raw) - len(raw.lstrip(_EDGES))
            lines.append(Line(start, start + len(body), body, gap, odd))
            gap, odd = 0, False
        else:
            gap, odd = gap + 1, odd or bool(raw.strip("\r"))
        offset += len(raw) + 1
    return lines
