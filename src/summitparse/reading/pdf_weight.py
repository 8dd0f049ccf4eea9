"""What a PDF unpacks to, before a reader written in C unpacks it: its memory cannot be bounded from outside."""

import re
import zlib
from collections.abc import Iterator

from summitparse.errors import UnreadableInput
from summitparse.reading.limits import MEGABYTE, check_size

# What draws the pages, unpacked; pictures are left out, which nothing here unpacks.
MOST_DRAWING = 64 * MEGABYTE
# Characters that are drawn, a hundred thousand words and more: the reader keeps up to half a kilobyte of each.
MOST_DRAWN = 800_000
_STREAM = re.compile(rb"stream\r?\n")
_SHOWN = re.compile(rb"\(((?:[^()\\]|\\.)*)\)|<([0-9A-Fa-f\s]+)>", re.DOTALL)
# A stream's dictionary stands right before it and is short.
HEAD = 600
PIECE = 1 << 16


def check_weight(data: bytes, name: str) -> None:
    """Raises `UnreadableInput` where the pages unpack to more than any release draws."""
    drawing = drawn = 0
    for piece in _drawing(data):
        drawing += len(piece)
        check_size(drawing, MOST_DRAWING, name, ", unpacked,")
        drawn += sum(len(shown[1] or b"") + len(shown[2] or b"") // 4 for shown in _SHOWN.finditer(piece))
        if drawn > MOST_DRAWN:
            raise UnreadableInput(f"{name} has more than {MOST_DRAWN:,} characters of text. Split it into releases.")


def _drawing(data: bytes) -> Iterator[bytes]:
    """Every stream that is deflated and no picture, unpacked piece by piece."""
    for found in _STREAM.finditer(data):
        head = data[max(0, found.start() - HEAD) : found.start()]
        head = head[head.rfind(b"obj") + 3 :]
        if b"FlateDecode" in head and b"/Image" not in head and b"/Length1" not in head:
            yield from _unpack(data, found.end())


def _unpack(data: bytes, start: int) -> Iterator[bytes]:
    unpacker = zlib.decompressobj()
    packed, at = data[start : start + PIECE], start + PIECE
    try:
        while packed and not unpacker.eof:
            yield unpacker.decompress(packed, PIECE)
            packed = unpacker.unconsumed_tail
            if not packed:
                packed, at = data[at : at + PIECE], at + PIECE
    except zlib.error:
        return
