"""Which format some bytes are in, told by the bytes first and by the name where they leave it open."""

import io
import re
from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module

from summitparse.errors import SummitparseError, UnreadableInput
from summitparse.extras import missing
from summitparse.reading.archive import open_archive, read_entry
from summitparse.reading.source import Converted
from summitparse.reading.warc import BEGINS as WARC_BEGINS

PLAIN = "text/plain"
MARKDOWN = "text/markdown"
HTML = "text/html"
MAIL = "message/rfc822"
SAVED_PAGE = "multipart/related"
PDF = "application/pdf"
RTF = "application/rtf"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
ODT = "application/vnd.oasis.opendocument.text"
GZIP = "application/gzip"
ZIP = "application/zip"
WARC = "application/warc"

SUFFIXES = {
    ".md": MARKDOWN,
    ".markdown": MARKDOWN,
    ".htm": HTML,
    ".html": HTML,
    ".xhtml": HTML,
    ".eml": MAIL,
    ".mht": SAVED_PAGE,
    ".mhtml": SAVED_PAGE,
}
# What the first bytes of a file say that we know of and do not read.
FOREIGN = (
    (b"\xd0\xcf\x11\xe0", "an old Word file, or a protected one. Save it as .docx without a password"),
    (b"\x89PNG", "a picture. Make text of it first (OCR)"),
    (b"\xff\xd8\xff", "a picture. Make text of it first (OCR)"),
    (b"GIF8", "a picture. Make text of it first (OCR)"),
    (b"II*\0", "a picture. Make text of it first (OCR)"),
    (b"MM\0*", "a picture. Make text of it first (OCR)"),
    (b"7z\xbc\xaf", "a 7z archive. Unpack it first"),
    (b"Rar!", "a RAR archive. Unpack it first"),
    (b"BZh9", "packed with bzip2. Unpack it first"),
    (b"\xfd7zXZ", "packed with xz. Unpack it first"),
    (b"(\xb5/\xfd", "packed with Zstandard. Unpack it first"),
)
SNIFF = 4096
# Readers look for the header of a PDF this far into it (ISO 32000-1, annex H.3.4.1), and a text may be about it: a file
# that does not begin with it has an object of a PDF too.
PDF_HEAD = 1024
_PDF_OBJECT = re.compile(rb"\d\s++\d++\s++obj\b")
LONGEST_KIND = 1000
_ROOT = re.compile(r"<(?:html|head|body)\b|<!doctype\s++html\b", re.IGNORECASE)
_TAG = re.compile(r"<(?:!doctype|html|head|body|div|p|br|table|article|h[1-6]|meta|span|title)\b", re.IGNORECASE)
# What Python calls an object in memory ("<_io.BytesIO object at 0x7f…>"): no words, and others in each run.
_ADDRESS = re.compile(r"<[^<>]{1,80} at 0x[0-9a-f]{1,16}>")
_FIELD = re.compile(r"([A-Za-z][A-Za-z0-9-]{0,60}):", re.ASCII)
# Fields that only a mail's transport writes; a memorandum may well begin with From, Date and Subject.
_TRANSPORT = frozenset(("mime-version", "message-id", "received", "return-path", "delivered-to", "x-mailer"))


@dataclass(frozen=True, slots=True)
class Reader:
    """Where a format is read, and the extra that installs what that needs."""

    module: str
    extra: str

    def load(self) -> Callable[[bytes, str], Converted]:
        convert: Callable[[bytes, str], Converted] = import_module(f"summitparse.reading.{self.module}").convert
        return convert


READERS = {
    HTML: Reader("html", "html"),
    SAVED_PAGE: Reader("mail", "html"),
    MAIL: Reader("mail", "html"),
    PDF: Reader("pdf", "pdf"),
    DOCX: Reader("docx", "office"),
    ODT: Reader("odt", "office"),
    RTF: Reader("rtf", "office"),
}


def tell(data: bytes, name: str, suffix: str) -> str:
    """The media type; `suffix` as in ".html". Raises `UnreadableInput` for formats that are known and not read."""
    for magic, what in FOREIGN:
        if data.startswith(magic):
            raise UnreadableInput(f"{name} is {what}.")
    if data.startswith(b"\x1f\x8b"):
        return GZIP
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _tell_zip(data, name)
    if data.startswith(WARC_BEGINS):
        return WARC
    if data[257:262] == b"ustar":
        raise UnreadableInput(f"{name} is a tar archive. Unpack it and use `summitparse batch` on the folder.")
    if data.startswith(b"%PDF-") or (b"%PDF-" in data[:PDF_HEAD] and _PDF_OBJECT.search(data)):
        return PDF
    if data.lstrip(b"\xef\xbb\xbf \r\n\t").startswith(b"{\\rtf"):
        return RTF
    head = _head(data)
    if suffix in (".mht", ".mhtml") or _is_mail(head, sure=suffix == ".eml"):
        return _tell_mail(head)
    if _begins_as_page(head) or (SUFFIXES.get(suffix) == HTML and _TAG.search(head)):
        return HTML
    return MARKDOWN if SUFFIXES.get(suffix) == MARKDOWN else PLAIN


def convert(media_type: str, data: bytes, name: str) -> Converted:
    """The text of a format that is not plain. Raises `UnreadableInput`, and `MissingExtra` naming what to install."""
    reader = READERS[media_type]
    try:
        return reader.load()(data, name)
    except (SummitparseError, MemoryError):  # too little memory says nothing about the file
        raise
    except ImportError:
        raise missing(f"{name}: {media_type}", reader.extra) from None
    except Exception as error:  # noqa: BLE001 - on a damaged file a library may raise anything
        raise UnreadableInput(
            f"{name} is damaged or no real {media_type}{_reason(error)}. Open it and save it anew."
        ) from None


def _reason(error: Exception) -> str:
    """What a library says of a file, in brackets; what Python says of the steps of a library tells a reader nothing."""
    of_python = type(error).__module__ == "builtins" and type(error) is not ValueError
    said = "" if of_python else " ".join(str(error).split())
    return f" ({_ADDRESS.sub('it', said)[:120]})" if said else ""


def _begins_as_page(head: str) -> bool:
    """The root of a web page comes first, an XML declaration and comments aside."""
    head = head.lstrip()
    if head.startswith("<?xml"):
        head = head.partition(">")[2].lstrip()
    while head.startswith("<!--"):
        head = head.partition("-->")[2].lstrip()
    return bool(_ROOT.match(head))


def _head(data: bytes) -> str:
    start = data[:SNIFF]
    if start.startswith((b"\xff\xfe", b"\xfe\xff")):
        return start[: len(start) // 2 * 2].decode("utf-16", "replace")
    return start.removeprefix(b"\xef\xbb\xbf").decode("latin-1")


def _is_mail(head: str, *, sure: bool) -> bool:
    """Begins with header fields; without the suffix one of them must be the transport's."""
    fields: set[str] = set()
    for line in head.splitlines():
        if not line.strip():
            break
        if line[0] in " \t" and fields:
            continue
        field = _FIELD.match(line)
        if not field:
            # mbox files begin with a line "From someone …"
            if not fields and line.startswith("From "):
                continue
            return False
        fields.add(field[1].lower())
    return bool(fields) and (sure or (bool(fields & _TRANSPORT) and bool(fields & {"from", "content-type"})))


def _tell_mail(head: str) -> str:
    return SAVED_PAGE if re.search(r"^content-type:\s*multipart/related", head, re.I | re.M) else MAIL


def _tell_zip(data: bytes, name: str) -> str:
    with open_archive(io.BytesIO(data), name) as archive:
        names = set(archive.namelist()[:10_000])
        small = "mimetype" in names and archive.getinfo("mimetype").file_size <= LONGEST_KIND
        kind = read_entry(archive, archive.getinfo("mimetype"), LONGEST_KIND, f"{name}/mimetype") if small else b""
    if "word/document.xml" in names or ("[Content_Types].xml" in names and any(n.startswith("word/") for n in names)):
        return DOCX
    if kind.startswith(ODT.encode()):
        return ODT
    for folder, what in (("xl/", "a spreadsheet"), ("ppt/", "a presentation")):
        if "[Content_Types].xml" in names and any(member.startswith(folder) for member in names):
            raise UnreadableInput(f"{name} is {what}. Save the release in it as .docx or text.")
    if kind.startswith(b"application/"):
        raise UnreadableInput(f"{name} is {kind.decode('ascii', 'replace')!r}. Save it as .odt, .docx or text.")
    return ZIP
