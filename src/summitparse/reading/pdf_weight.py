"""What the streams of a PDF unpack to, before a reader written in C unpacks them.

A look at the bytes, so that ordinary bombs end in a sentence of their own and before they cost anything, also in a
program that uses the library. It does not take a PDF apart: what draws one thing many times (forms in forms) passes it
and is stopped by the limits that `--max-memory` and `--max-seconds` put around every reader.
"""

import re
import zlib
from collections.abc import Iterable, Iterator

from summitparse.errors import UnreadableInput
from summitparse.reading.limits import MEGABYTE, check_size

# What draws the pages, unpacked; pictures are left out, which nothing here unpacks.
MOST_DRAWING = 64 * MEGABYTE
# Characters that are drawn, a hundred thousand words and more: the reader keeps up to half a kilobyte of each.
MOST_DRAWN = 800_000
_STREAM = re.compile(rb"(?<!end)stream\r?\n")
# A string, and behind it the operator that shows it, or the next piece of an array of strings (ISO 32000-1, 9.4.3).
_SHOWN = re.compile(rb"(?:\(((?:[^()\\]|\\.)*+)\)|<([0-9A-Fa-f\s]++)>)(?=[\s\d.+-]*+[\](<T'\"])", re.DOTALL)
_ESCAPED = re.compile(rb"#([0-9A-Fa-f]{2})")
_PICTURE = re.compile(rb"/Subtype\s*/Image\b")
_FLATE = re.compile(rb"/(?:FlateDecode|Fl)\b")
_FILTER = re.compile(rb"/(?:Filter|F)\b")
# A stream's dictionary stands right before it.
HEAD = 20_000
PIECE = 1 << 16


def check_weight(data: bytes, name: str) -> None:
    """Raises `UnreadableInput` where the pages unpack to more than any release draws."""
    drawing = drawn = 0
    for piece in _drawing(data):
        drawing += len(piece)
        check_size(drawing, MOST_DRAWING, name, ", unpacked,")
        drawn += sum(len(shown[1] or b"") + len(shown[2] or b"") // 4 for shown in _SHOWN.finditer(piece))
        if drawn > MOST_DRAWN:
            raise too_much_text(name)


def too_much_text(name: str) -> UnreadableInput:
    return UnreadableInput(f"{name} has more than {MOST_DRAWN:,} characters of text. Split it into releases.")


def _drawing(data: bytes) -> Iterator[bytes]:
    """Every stream that is deflated or not packed at all, and no picture, piece by piece."""
    before = 0
    for found in _STREAM.finditer(data):
        head = data[max(before, found.start() - HEAD) : found.start()]
        head = _ESCAPED.sub(lambda code: bytes((int(code[1], 16),)), head[head.rfind(b"obj") + 3 :])
        before = found.end()
        layers = len(_FLATE.findall(head))
        if _PICTURE.search(head) or (not layers and _FILTER.search(head)):
            continue
        pieces = _pieces(data, found.end(), data.find(b"endstream", found.end()) if not layers else len(data))
        for _ in range(layers):
            pieces = _unpacked(pieces)
        yield from pieces


def _pieces(data: bytes, start: int, end: int) -> Iterator[bytes]:
    for at in range(start, end, PIECE):
        if piece := data[at : min(at + PIECE, end)]:
            yield piece


def _unpacked(pieces: Iterable[bytes]) -> Iterator[bytes]:
    unpacker = zlib.decompressobj()
    try:
        for packed in pieces:
            while packed and not unpacker.eof:
                yield unpacker.decompress(packed, PIECE)
                packed = unpacker.unconsumed_tail
            if unpacker.eof:
                return
    except zlib.error:
        return
