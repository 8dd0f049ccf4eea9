"""Sentences for a person, on standard error."""

import sys
from contextlib import suppress


def say(message: str) -> None:
    """One sentence on one line, without what could move a terminal's cursor: a file name may hold anything but NUL, and
    with a line break in it could speak in our name."""
    printable = "".join(c if c.isprintable() else "\ufffd" for c in message)
    write_error(f"summitparse: {printable}\n")


def write_error(line: str) -> None:
    """Writes to standard error at once. That nobody reads it (`2>&1 | head`, a closed terminal) ends no work."""
    if sys.stderr is not None:  # closed before the start
        with suppress(OSError, ValueError):
            sys.stderr.write(line)
            sys.stderr.flush()
