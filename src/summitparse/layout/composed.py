"""Letters and their marks as one character (NFC, Unicode Standard Annex 15), a line's end as one, and the way back.

The rules know "é" and a line feed; a text may as well write "e" and U+0301, and end its lines with two characters.
Finders read the composed text, and records point into the text as it was given.
"""

import re
import unicodedata

from summitparse.findings import Span

# A letter and marks of the blocks of combining marks; more of them than this no writing has.
_MARKED = re.compile("\r\n|(?s:.)[\u0300-\u036f\u0483-\u0487\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]{1,8}")


def compose(text: str) -> str:
    """The text with each letter and its marks as one character where there is one, and line feeds at the ends of lines.

    Most texts have neither, and are themselves.
    """
    return text if text.isascii() and "\r" not in text else _MARKED.sub(_composed, text)


def _composed(found: re.Match[str]) -> str:
    return "\n" if found[0] == "\r\n" else unicodedata.normalize("NFC", found[0])


class Places:
    """From spans of the composed text to those of the text as given."""

    def __init__(self, text: str, composed: str) -> None:
        self._starts = None if text == composed else _starts(text)

    def given(self, span: Span) -> Span:
        return span if self._starts is None else Span(self._starts[span.start], self._starts[span.end])


def _starts(text: str) -> list[int]:
    """Where each character of the composed text begins in the text, and where the text ends."""
    starts: list[int] = []
    done = 0
    for found in _MARKED.finditer(text):
        starts.extend(range(done, found.start()))
        composed = len(_composed(found))
        # Marks that do not go into one character with their letter are themselves at the end.
        starts.extend(max(found.start(), found.end() - composed + k) if k else found.start() for k in range(composed))
        done = found.end()
    starts.extend(range(done, len(text) + 1))
    return starts
