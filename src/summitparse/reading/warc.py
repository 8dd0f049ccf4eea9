"""Web archives (WARC, ISO 28500): each page in one is a release. A page is named `archive.warc.gz/OFFSET/ADDRESS`."""

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import IO, Any

from summitparse.errors import UnreadableInput
from summitparse.extras import missing
from summitparse.reading.limits import MOST_BYTES

SUFFIXES = (".warc", ".warc.gz")
BEGINS = b"WARC/1."
# What a page may say that it is; pictures, style sheets and scripts are passed over.
READ = ("text/html", "application/xhtml+xml", "text/plain", "application/pdf")


def is_warc(path: str) -> bool:
    return path.lower().endswith(SUFFIXES)


def list_pages(path: str) -> list[str]:
    """The pages of an archive, as paths that `read_path` takes. Raises `UnreadableInput` and `MissingExtra`."""
    with _open(path) as file:
        return [f"{path}/{offset}/{url}" for offset, url, _ in _pages(file, path)]


def read_page(path: str, member: str) -> bytes:
    """The body of the page that `member` ("OFFSET/ADDRESS") names. Raises `UnreadableInput`."""
    offset = member.partition("/")[0]
    if not (offset.isascii() and offset.isdecimal()):
        raise UnreadableInput(f"{path}/{member} does not exist: name a page as {path}/OFFSET/ADDRESS.")
    with _open(path) as file:
        file.seek(int(offset))
        for _, _, record in _pages(file, path):
            return _body(record)
    raise UnreadableInput(f"{path}/{member} does not exist: there is no such page in the archive.")


def only_page(data: bytes, name: str) -> tuple[bytes, str]:
    """The one page of an archive and its address. Raises `UnreadableInput` where there are none or several."""
    found = [(_body(record), url) for (_, url, record), _ in zip(_pages(BytesIO(data), name), range(2), strict=False)]
    if len(found) != 1:
        many = f"holds several pages. Use `summitparse batch {name}`" if found else "holds no page"
        raise UnreadableInput(f"{name} is a web archive that {many}.")
    return found[0]


def _pages(file: IO[bytes], name: str) -> Iterator[tuple[int, str, Any]]:
    """Offset, address and record of each page from here on; what is damaged ends the archive."""
    try:
        from warcio.archiveiterator import ArchiveIterator
        from warcio.exceptions import ArchiveLoadFailed
    except ImportError:
        raise missing(f"{name}: a web archive", "watch") from None
    records = ArchiveIterator(file)
    try:
        for record in records:
            if record.rec_type in ("response", "resource") and _is_page(record):
                yield records.offset, record.rec_headers.get_header("WARC-Target-URI", ""), record
    except (ArchiveLoadFailed, EOFError, OSError, ValueError) as error:
        raise UnreadableInput(f"{name} is a damaged web archive ({' '.join(str(error).split())[:80]}).") from None


def _is_page(record: Any) -> bool:
    http = record.http_headers
    if http is not None and http.get_statuscode() != "200":
        return False
    kind = (http or record.rec_headers).get_header("Content-Type", "") or ""
    return bool(kind.partition(";")[0].strip().lower() in READ)


def _body(record: Any) -> bytes:
    return bytes(record.content_stream().read(MOST_BYTES + 1))


def _open(path: str) -> IO[bytes]:
    try:
        return Path(path).open("rb")
    except OSError as error:
        raise UnreadableInput(f"{path} cannot be read ({error.strerror}). Check the path.") from None
