"""Files packed with gzip and archives in zip format: opened within bounds, one level deep, nothing written anywhere."""

import io
import os
import re
import struct
import zipfile
import zlib
from collections.abc import Container, Iterator, Sequence
from functools import lru_cache
from pathlib import Path, PurePosixPath

from summitparse.errors import UnreadableInput
from summitparse.reading import warc
from summitparse.reading.limits import MEGABYTE, MOST_BYTES, MOST_DIRECTORY, MOST_UNPACKED
from summitparse.reading.saved_pages import pages_of

# What of an archive is read as a release; the rest is passed over.
SUFFIXES = frozenset((".txt", ".text", ".md", ".markdown", ".html", ".htm", ".xhtml", ".mht", ".mhtml", ".eml", ".gz"))
DOCUMENTS = frozenset((".pdf", ".docx", ".rtf", ".odt", ".zip"))
# Where the name of an archive ends and that of what is in it begins.
_INSIDE = re.compile(r"\.(?:zip|warc|warc\.gz)[/\\]", re.IGNORECASE)
GZIP_MAGIC = b"\x1f\x8b"
FIRST_PIECE = 64
# How members may be packed. The library bounds what these unpack to; of bzip2 and LZMA it unpacks a block of any size.
BOUNDED = frozenset((zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED))
# What the standard library raises on an archive that is damaged or made to hurt.
FAULTS = (
    zipfile.BadZipFile,
    zlib.error,
    OSError,
    EOFError,
    ValueError,
    RuntimeError,
    NotImplementedError,
    struct.error,
)


def unpack(data: bytes, name: str) -> bytes:
    """The content of a gzip file. Raises `UnreadableInput` where it is damaged or unpacks to more than is read."""
    contents: list[bytes] = []
    size = at = 0
    whole = memoryview(data)
    while data.startswith(GZIP_MAGIC, at):
        try:
            content, at = _member(whole, at, MOST_BYTES + 1 - size)
        except zlib.error:
            raise UnreadableInput(f"{name} is a damaged gzip file. Pack it anew.") from None
        except EOFError:
            raise UnreadableInput(f"{name} is a gzip file that breaks off. Pack it anew.") from None
        size += len(content)
        contents.append(content)
        if size > MOST_BYTES:
            raise _too_large(name)
    return b"".join(contents)


def _member(data: memoryview, at: int, most: int) -> tuple[bytes, int]:
    """What the gzip member at a place unpacks to, at most so many bytes of it, and where it ends.

    The first piece is small and each one twice as long as the one before: the library copies what follows a member in
    its piece, and there may be a member every twenty bytes. Raises `EOFError` where the data ends before the member.
    """
    stream = zlib.decompressobj(wbits=zlib.MAX_WBITS | 16)
    parts: list[bytes] = []
    length = FIRST_PIECE
    while not stream.eof and most > 0:
        if at >= len(data):
            raise EOFError
        piece = data[at : at + length]
        parts.append(stream.decompress(piece, most))
        most -= len(parts[-1])
        at += len(piece) - len(stream.unused_data)
        length *= 2
    return b"".join(parts), at


def only_member(data: bytes, name: str) -> tuple[bytes, str]:
    """The one release in a zip archive and its name. Raises `UnreadableInput` where there are none or several."""
    with open_archive(io.BytesIO(data), name) as archive:
        members = releases(archive)
        if len(members) != 1:
            many = f"holds {len(members)} files. Use `summitparse batch {name}`" if members else "holds no release"
            raise UnreadableInput(f"{name} is an archive that {many}.")
        return read_member(archive, members[0], name), members[0]


def split_path(path: str) -> tuple[str, str] | None:
    """`archive.zip/folder/inner.txt` as the archive and the member, where the first part is a file; else None.

    Both kinds of slashes part them.
    """
    for found in _INSIDE.finditer(path):
        if Path(path[: found.end() - 1]).is_file():
            return path[: found.end() - 1], path[found.end() :]
    return None


def is_container(path: str) -> bool:
    """Whether a file is called one that holds several releases."""
    return path.lower().endswith((".zip", *warc.SUFFIXES))


def list_archive(path: str) -> list[str]:
    """The releases in a zip archive, in the order of their names, or the pages of a web archive, as paths that
    `read_path` takes. Raises `UnreadableInput`.
    """
    if warc.is_warc(path):
        return warc.list_pages(path)
    return [f"{path}/{member}" for member in releases(_opened(path))]


def read_packed(path: str, member: str) -> bytes:
    """One file of an archive. Raises `UnreadableInput`."""
    if warc.is_warc(path):
        return warc.read_page(path, member)
    return read_member(_opened(path), member, path)


def releases(archive: zipfile.ZipFile) -> list[str]:
    """Members that look like releases by their suffix; what systems leave in archives, and what browsers save beside a
    page, is passed over."""
    return sorted(set(_wanted(archive)))


def _wanted(archive: zipfile.ZipFile) -> Iterator[str]:
    members = archive.namelist()
    names = set(members)
    for member in members:
        parts = PurePosixPath(member).parts
        hidden = any(part.startswith(".") or part == "__MACOSX" for part in parts)
        if (
            parts
            and not member.endswith("/")
            and not hidden
            and not _is_of_page(parts, names)
            and PurePosixPath(member).suffix.lower() in SUFFIXES | DOCUMENTS
        ):
            yield member


def _is_of_page(parts: Sequence[str], names: Container[str]) -> bool:
    """Whether a member lies in a folder that a browser saved beside a page."""
    return any(
        "/".join((*parts[:depth], page)) in names for depth, part in enumerate(parts[:-1]) for page in pages_of(part)
    )


def read_member(archive: zipfile.ZipFile, member: str, name: str) -> bytes:
    """The bytes of a member, at most `MOST_BYTES`. Raises `UnreadableInput`."""
    called = f"{name}/{member}"
    try:
        found = archive.getinfo(member)
    except KeyError:
        raise UnreadableInput(f"{called} does not exist: there is no such file in the archive.") from None
    return read_entry(archive, found, MOST_BYTES, called)


def read_entry(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, most: int, called: str) -> bytes:
    """The bytes of a member, at most `most` whatever size it declares. Raises `UnreadableInput`."""
    if entry.flag_bits & 1:
        raise UnreadableInput(f"{called} is protected by a password. Give it without one.")
    if entry.compress_type not in BOUNDED:
        raise UnreadableInput(f"{called} is packed in a way that is not read (not deflate). Pack it anew.")
    if entry.file_size > most:
        raise _too_large(called, most)
    try:
        with archive.open(entry) as file:
            return file.read(entry.file_size + 1)
    except FAULTS:
        raise UnreadableInput(f"{called} is damaged in the archive. Pack it anew.") from None


def open_archive(file: io.BufferedIOBase | str, name: str) -> zipfile.ZipFile:
    """Opens a zip archive. Raises `UnreadableInput` where it is damaged, or a bomb."""
    try:
        if _directory_size(file) > MOST_DIRECTORY:
            raise UnreadableInput(f"{name} holds more files than are read from one archive. Unpack it first.")
        archive = zipfile.ZipFile(file)
    except FAULTS:
        raise UnreadableInput(f"{name} is a damaged archive or document. Pack or save it anew.") from None
    total = sum(member.file_size for member in archive.infolist())
    if total > MOST_UNPACKED:
        archive.close()
        raise UnreadableInput(
            f"{name} unpacks to {total / MEGABYTE:,.0f} MB; at most {MOST_UNPACKED / MEGABYTE:,.0f} MB are read "
            "from one archive. Unpack it first."
        )
    return archive


def _opened(path: str) -> zipfile.ZipFile:
    try:
        seen = os.stat(path)  # noqa: PTH116
    except OSError as error:
        raise UnreadableInput(f"{path} cannot be read ({error.strerror}). Check the path.") from None
    return _kept_open(path, seen.st_mtime_ns, seen.st_size)


@lru_cache(maxsize=2)
def _kept_open(path: str, changed: int, size: int) -> zipfile.ZipFile:
    """An archive stays open while its files are read one by one: its table of contents is read once."""
    return open_archive(path, path)


_END = struct.Struct("<4s4H2LH")
_END_64 = struct.Struct("<4sQ2H2L4Q")
_LOCATOR = struct.Struct("<4sLQL")


def _directory_size(file: io.BufferedIOBase | str) -> int:
    """Bytes of the table of contents, read before the library builds an object for each entry (APPNOTE 4.3.16)."""
    if isinstance(file, str):
        with Path(file).open("rb") as opened:
            return _directory_size(opened)
    length = file.seek(0, os.SEEK_END)
    start = file.seek(max(0, length - 66_000))
    tail = file.read()
    found = tail.rfind(b"PK\x05\x06")
    if found < 0 or len(tail) < found + _END.size:
        raise zipfile.BadZipFile
    size: int = _END.unpack_from(tail, found)[5]
    if tail[found - _LOCATOR.size : found - _LOCATOR.size + 4] == b"PK\x06\x07":
        offset = _LOCATOR.unpack_from(tail, found - _LOCATOR.size)[2] - start
        if 0 <= offset <= len(tail) - _END_64.size:
            size = max(size if size != 0xFFFFFFFF else 0, _END_64.unpack_from(tail, offset)[8])
    return size


def _too_large(name: str, most: int = MOST_BYTES) -> UnreadableInput:
    return UnreadableInput(
        f"{name} unpacks to more than {most / MEGABYTE:,.0f} MB, which is more than a release. Unpack it first."
    )
