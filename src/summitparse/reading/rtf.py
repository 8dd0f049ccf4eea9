"""Rich Text Format to text: striprtf reads it, one paragraph a line."""

from summitparse.errors import UnreadableInput
from summitparse.reading.blocks import Block, lay_out
from summitparse.reading.limits import MEGABYTE, check_size
from summitparse.reading.source import Converted

# The reader goes through a file token by token, in Python; pictures inside are hexadecimal digits, which go fast.
MOST_RTF = 8 * MEGABYTE


def convert(data: bytes, name: str) -> Converted:
    """The paragraphs of an RTF file; raises `UnreadableInput` for one without text."""
    from striprtf.striprtf import rtf_to_text

    check_size(len(data), MOST_RTF, name)
    text: str = rtf_to_text(data.decode("latin-1"), errors="replace")  # type: ignore[no-untyped-call]
    laid_out = lay_out(Block(line) for line in text.split("\n"))
    if not laid_out.strip():
        raise UnreadableInput(f"{name} has no text. If it shows a picture of text, make text of it first (OCR).")
    return Converted(laid_out, "a rich-text file (RTF)")
