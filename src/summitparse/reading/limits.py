"""How much is read: bounds that keep the reading of every file within half a gigabyte of memory and half a minute.

What is read is then parsed at a cost that grows in line with its length (`docs/speed.md`).
"""

from summitparse.errors import UnreadableInput

MEGABYTE = 1_000_000
# A file as it lies on the disk: pictures in a PDF or a Word file count here, and say nothing.
MOST_BYTES = 64 * MEGABYTE
# Text to parse, in characters: two million words and more. A release has a thousand.
MOST_TEXT = 16 * MEGABYTE
# Markup without the pictures inside it: a tree takes up to eighty times its size.
MOST_MARKUP = 5 * MEGABYTE
# Pages of one PDF.
MOST_PAGES = 2_000
# What all files of one archive may come to, and the size of its table of contents: some 100,000 files.
MOST_UNPACKED = 2_000 * MEGABYTE
MOST_DIRECTORY = 12 * MEGABYTE


def check_size(size: int, most: int, called: str, what: str = "") -> None:
    """Raises `UnreadableInput` where `size` bytes or characters are more than is read."""
    if size > most:
        raise UnreadableInput(
            f"{called}{what} is larger than the {most / MEGABYTE:,.0f} MB that are read as one release. "
            "Split it into releases."
        )
