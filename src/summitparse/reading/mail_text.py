"""The words of a mail: its plain part or its page, decoded as it says or, where that is wrong, as the bytes are."""

from email.message import EmailMessage
from typing import Protocol

from summitparse.errors import UnreadableInput
from summitparse.findings import Notice, Span
from summitparse.reading.charsets import browser_codec
from summitparse.reading.source import Converted

# A plain part of at most so many words may only say that there is a page: the page is read where it has several times
# the words.
LONGEST_STUB, TIMES = 150, 2


class Parts(Protocol):
    """The parts of a mail that can be its body."""

    plain: EmailMessage | None
    page: EmailMessage | None


def read_body(mail: Parts, name: str) -> Converted | None:
    """The body of a mail, None where it has no text."""
    plain = None if mail.plain is None else _plain(mail.plain)
    words = len(plain.text.split()) if plain else 0
    if mail.page is None or words > LONGEST_STUB:
        return plain if words else None
    try:
        page = _page(mail.page, name)
    except (UnreadableInput, ImportError):  # a page without text, or no reader for it
        if not words:
            raise
        return plain
    return plain if plain and TIMES * words > len(page.text.split()) else page


def _plain(part: EmailMessage) -> Converted:
    data = _bytes(part)
    text, encoding, notices = _decoded(data, part.get_content_charset(""))
    text = text.replace("\r\n", "\n")
    return Converted(_unflowed(text) if part.get_param("format") == "flowed" else text, "", encoding, notices)


def _page(part: EmailMessage, name: str) -> Converted:
    from summitparse.reading.html import decode_page, page_text

    data, declared = _bytes(part), part.get_content_charset("")
    if declared and browser_codec(declared):
        markup, encoding, notices = _decoded(data, declared)
    else:
        markup, encoding, notices = decode_page(data, name)
    return Converted(page_text(markup, name), "", encoding, notices)


def _bytes(part: EmailMessage) -> bytes:
    payload = part.get_payload(decode=True)
    return payload if isinstance(payload, bytes) else b""


def _decoded(data: bytes, declared: str) -> tuple[str, str, tuple[Notice, ...]]:
    """Text and character set: the declared one where it fits, else UTF-8 where that fits, else with a warning."""
    codec = browser_codec(declared) if declared else None
    for attempt in (codec, "utf-8"):
        if attempt:
            try:
                text = data.decode(attempt)
            except UnicodeDecodeError:
                continue
            return text, declared if attempt == codec else "utf-8", ()
    said = f"says that it is {declared}, and is not" if codec else "does not say what its character set is"
    message = f"The mail {said}; it was read as {codec or 'cp1252'}. Letters may be wrong."
    text = data.decode(codec or "cp1252", "replace")
    return text, codec or "cp1252", (Notice("decoded-with-loss", message, Span(0, 0)),)


def _unflowed(text: str) -> str:
    """Lines that the sender's program broke (RFC 3676, format=flowed) as one again."""
    pieces: list[str] = []
    open_line = True
    for line in text.split("\n"):
        if line == "-- ":
            break
        stuffed = line.removeprefix(" ")
        pieces.append(stuffed if open_line else f"\n{stuffed}")
        open_line = stuffed.endswith(" ")
    return "".join(pieces)
