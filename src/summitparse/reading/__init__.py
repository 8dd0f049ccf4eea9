"""Bytes to `SourceText`: files of every format that is read, standard input, and archives."""

import hashlib
import re
import sys
from collections.abc import Iterator
from os import fstat
from pathlib import Path, PurePath
from stat import S_ISREG

from summitparse.errors import UnreadableInput
from summitparse.findings import Notice
from summitparse.reading.formats import GZIP, MARKDOWN, PLAIN, WARC, ZIP, convert, tell
from summitparse.reading.limits import MOST_BYTES, MOST_TEXT, check_size
from summitparse.reading.plain import decode
from summitparse.reading.source import (
    SAVE_THE_PAGE,
    STANDARD_INPUT,
    Converted,
    SourceText,
    name_in_sentences,
    printable,
)
from summitparse.reading.text import is_blank, without_surrogates

__all__ = [
    "STANDARD_INPUT",
    "SourceText",
    "list_archive",
    "name_in_sentences",
    "printable",
    "read_archive",
    "read_bytes",
    "read_named",
    "read_path",
    "read_standard_input",
]

# A path may have lost one of the two slashes.
_ADDRESS = re.compile(r"(?:https?|ftp|file):/", re.IGNORECASE)


def read_path(path: str | Path) -> SourceText:
    """Reads a file, or one in an archive (`archive.zip/inner.txt`).

    Raises `UnreadableInput` with a sentence that says what to do, and `MissingExtra` where its format needs a part that
    is not installed.
    """
    name = str(path)
    try:
        data = _content(Path(path))
    except (FileNotFoundError, NotADirectoryError):
        return _in_archive(name)
    except IsADirectoryError:
        raise UnreadableInput(f"{name} is a folder. Use `summitparse batch {name}` for a folder.") from None
    except PermissionError:
        raise UnreadableInput(f"{name} may not be read. Check its permissions.") from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        raise UnreadableInput(f"{name} cannot be read ({reason}). Check the path.") from None
    return read_bytes(data, name)


def read_named(path: str) -> SourceText:
    """Reads a file as `read_path` does, or standard input where the path is "-"."""
    return read_standard_input() if path == STANDARD_INPUT else read_path(path)


def read_standard_input() -> SourceText:
    """Reads all of standard input as one release."""
    return read_bytes(sys.stdin.buffer.read(MOST_BYTES + 1), STANDARD_INPUT)


def read_archive(path: str | Path) -> Iterator[SourceText]:
    """Every release in a zip archive, in the order of their names; raises what reading one raises."""
    return (read_path(name) for name in list_archive(path))


def list_archive(path: str | Path) -> list[str]:
    """The releases in a zip archive, as paths that `read_path` takes. Raises `UnreadableInput`."""
    from summitparse.reading import archive

    return archive.list_archive(str(path))


def read_bytes(data: bytes, name: str) -> SourceText:
    """Bytes that are already in memory; `name` is what `source.name` and messages call them."""
    name = printable(name)
    called = name_in_sentences(name)
    media_type, found, notices = _read(data, called, name)
    text, about_text = without_surrogates(found.text)
    if is_blank(text):
        raise UnreadableInput(f"{called} is empty: there is no release in it.")
    check_size(len(text), MOST_TEXT, called, ": its text")
    return SourceText(name, media_type, found.encoding, hashlib.sha256(data).hexdigest(), text, (*notices, *about_text))


def _read(data: bytes, called: str, name: str, packed: bool = False) -> tuple[str, Converted, tuple[Notice, ...]]:
    """Media type, text and what is to be known of it; packed files are opened one level deep."""
    check_size(len(data), MOST_BYTES, called)
    media_type = tell(data, called, PurePath(name).suffix.lower())
    if media_type in (PLAIN, MARKDOWN):
        text, encoding, notices = decode(data, called)
        return media_type, Converted(text, "", encoding), notices
    if media_type == WARC:
        from summitparse.reading import warc

        page, address = warc.only_page(data, called)
        return _read(page, f"{called}/{address}", address, packed=True)
    if media_type not in (GZIP, ZIP):
        found = convert(media_type, data, called)
        return media_type, found, found.all_notices()
    if packed:
        raise UnreadableInput(f"{called} is an archive in an archive. Unpack it first.")
    from summitparse.reading import archive

    if media_type == GZIP:
        return _read(archive.unpack(data, called), called, name.removesuffix(".gz"), packed=True)
    inner, member = archive.only_member(data, called)
    return _read(inner, f"{called}/{member}", f"{called}/{member}", packed=True)


def _content(path: Path) -> bytes:
    """At most one byte more than is read of anything: a device or a pipe may never end."""
    with path.open("rb") as file:
        seen = fstat(file.fileno())  # of what was opened: the path may be another file by now
        if S_ISREG(seen.st_mode):
            check_size(seen.st_size, MOST_BYTES, str(path))
        return file.read(MOST_BYTES + 1)


def _in_archive(name: str) -> SourceText:
    from summitparse.reading import archive

    parts = archive.split_path(name)
    if parts is None and _ADDRESS.match(name):
        raise UnreadableInput(f"{name} is an address and no file. {SAVE_THE_PAGE}")
    if parts is None:
        raise UnreadableInput(f"{name} does not exist. Check the path.")
    return read_bytes(archive.read_packed(*parts), name)
