"""Bytes to text, for plain text: by byte-order mark, then strict UTF-8, then the likeliest legacy encoding."""

import codecs
import re

from summitparse.errors import UndecodableText
from summitparse.findings import Notice, Span

BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# C0 controls that no text has; tab, line breaks and escape aside.
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_CONTROL_BYTES = (*range(0x09), *range(0x0E, 0x1B), *range(0x1C, 0x20))
MOST_CONTROLS = 0.02
# charset-normalizer needs no more than this to tell, and is slow on megabytes.
SAMPLE = 200_000


def decode(data: bytes, name: str) -> tuple[str, str, tuple[Notice, ...]]:
    """The text, the encoding it was decoded as, and what a reader should know of it.

    Raises `UndecodableText` for bytes that are no text.
    """
    text, encoding, guessed = _decode(data, name)
    controls = len(_CONTROL.findall(text))
    if controls > max(3, MOST_CONTROLS * len(text)):
        raise UndecodableText(f"{name} is not text (it looks binary). Give a text file, or convert it first.")
    notices = []
    if guessed:
        message = f"The file is not UTF-8; it was read as {encoding}. If that is wrong, convert it to UTF-8 first."
        notices.append(Notice("guessed-encoding", message, Span(0, 0)))
    if controls:
        message = f"{controls} control characters stand in the text; they were left as they are."
        notices.append(Notice("control-characters", message, Span(0, 0)))
    return text, encoding, tuple(notices)


def _decode(data: bytes, name: str) -> tuple[str, str, bool]:
    for mark, encoding in BYTE_ORDER_MARKS:
        if data.startswith(mark):
            try:
                return data[len(mark) :].decode(encoding), encoding, False
            except UnicodeDecodeError as error:
                message = f"{name} begins with a {encoding} mark but is not {encoding}. Save it as UTF-8."
                raise UndecodableText(message) from error
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return _guess(data, name)
    wide = _unmarked_utf16(data)
    return (data.decode(wide), wide, True) if wide else (text, "utf-8", False)


def _unmarked_utf16(data: bytes) -> str | None:
    """UTF-16 without a mark: of mostly Latin text every second byte is NUL."""
    if len(data) < 4 or len(data) % 2:
        return None
    even, odd = data[0::2].count(0), data[1::2].count(0)
    half = len(data) / 2
    encoding = (
        "utf-16-le" if odd > 0.7 * half and even == 0 else "utf-16-be" if even > 0.7 * half and odd == 0 else None
    )
    if encoding:
        try:
            data.decode(encoding)
        except UnicodeDecodeError:
            return None
    return encoding


def _guess(data: bytes, name: str) -> tuple[str, str, bool]:
    wide = _unmarked_utf16(data)
    if wide:
        return data.decode(wide), wide, True
    if sum(data.count(control) for control in _CONTROL_BYTES) > MOST_CONTROLS * len(data):
        raise UndecodableText(f"{name} is not text (it looks binary). Give a text file, or convert it first.")
    from charset_normalizer import from_bytes

    best = from_bytes(data[:SAMPLE]).best()
    encoding = best.encoding if best is not None else None
    for candidate in (encoding, "cp1252"):
        if candidate:
            try:
                return data.decode(candidate), candidate, True
            except (UnicodeDecodeError, LookupError):
                continue
    raise UndecodableText(f"{name} is in no encoding that could be told. Save it as UTF-8 and try again.")
