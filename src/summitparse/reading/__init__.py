"""Bytes to `SourceText`: files, standard input, and lines of JSONL."""

import hashlib
import sys
from pathlib import Path

from summitparse.errors import UnreadableInput
from summitparse.reading.plain import decode
from summitparse.reading.source import SourceText
from summitparse.reading.text import is_blank

__all__ = ["SourceText", "read_bytes", "read_path", "read_standard_input"]

STANDARD_INPUT = "-"


def read_path(path: str | Path) -> SourceText:
    """Reads a file; raises `UnreadableInput` with a sentence that says what to do."""
    name = str(path)
    try:
        data = Path(path).read_bytes()
    except FileNotFoundError:
        raise UnreadableInput(f"{name} does not exist. Check the path.") from None
    except IsADirectoryError:
        raise UnreadableInput(f"{name} is a folder. Use `summitparse batch {name}` for a folder.") from None
    except PermissionError:
        raise UnreadableInput(f"{name} may not be read. Check its permissions.") from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        raise UnreadableInput(f"{name} cannot be read ({reason}). Check the path.") from None
    return read_bytes(data, name)


def read_standard_input() -> SourceText:
    """Reads all of standard input as one release."""
    return read_bytes(sys.stdin.buffer.read(), STANDARD_INPUT)


def read_bytes(data: bytes, name: str) -> SourceText:
    """Bytes that are already in memory; `name` is what `source.name` and messages call them."""
    called = "Standard input" if name == STANDARD_INPUT else name
    text, encoding, notices = decode(data, called)
    if is_blank(text):
        raise UnreadableInput(f"{called} is empty: there is no release in it.")
    return SourceText(name, "text/plain", encoding, hashlib.sha256(data).hexdigest(), text, notices)
