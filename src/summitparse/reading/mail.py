"""E-mail and pages that a browser saved as one file (MHTML): the standard library reads both."""

import re
from collections.abc import Iterator
from email.message import EmailMessage
from email.parser import BytesParser

from summitparse.errors import UnreadableInput
from summitparse.reading.charsets import text_codec
from summitparse.reading.limits import MEGABYTE, check_size
from summitparse.reading.mail_fields import AS_WRITTEN, MOST_SUBJECT, day_sent, subject_of, written_subject
from summitparse.reading.source import Converted

# A mail may carry mails; nobody forwards deeper than this.
MOST_PARTS = 1000
MOST_MAIL = 32 * MEGABYTE
MOST_LINES = 1_000_000
MOST_HEAD = 200_000
# Lines that may part parts, and parts that hold parts: each line is compared with the boundaries of all that are open.
MOST_LINES_OF_PARTS = 20_000
MOST_LEVELS = 50
_BOUNDARY = re.compile(rb"boundary[*\d]{0,9}\s{0,99}=", re.IGNORECASE)
_YEAR = re.compile(r"(?:19|20)\d\d")
_NOT_WORD = re.compile(r"[\W_]+")
HEAD_LENGTH = 600


def convert(data: bytes, name: str) -> Converted:
    """The body of a mail with its subject as headline, or the page that an MHTML file holds.

    Raises `UnreadableInput` for a mail without text.
    """
    data = data.replace(b"\r\n", b"\n")
    _check(data, name)
    message = _parsed(data, name)
    plain = page = None
    attached = 0
    for part in _leaves(message):
        if part.get_content_disposition() == "attachment":
            attached += 1
        elif part.get_content_type() == "text/plain":
            plain = plain or part
        elif part.get_content_type() in ("text/html", "application/xhtml+xml"):
            page = page or part
    saved = message.get_content_type() == "multipart/related" and plain is None
    if page is not None and (plain is None or not _text(plain)[0].strip()):
        body, encoding = _page(page, name)
    elif plain is not None:
        body, encoding = _text(plain)
        body = _unflowed(body) if plain.get_param("format") == "flowed" else body
    else:
        raise UnreadableInput(
            f"{name} is a mail without text{_attachments(attached)}. Save what it carries and read that."
        )
    if saved:
        return Converted(body, "a saved web page (MHTML)", encoding)
    return Converted(_headed(message, body), f"an e-mail{_attachments(attached)}", encoding)


def _check(data: bytes, name: str) -> None:
    """Raises `UnreadableInput` for what costs the standard library far more than its size."""
    check_size(len(data), MOST_MAIL, name)
    head = data.partition(b"\n\n")[0]
    if (
        len(head) > MOST_HEAD
        or data.count(b"\n") > MOST_LINES
        or data.count(b"\n--") > MOST_LINES_OF_PARTS
        or len(_BOUNDARY.findall(data)) > MOST_LEVELS
        or data.lower().count(b"multipart/") > MOST_PARTS
    ):
        raise _unlike_mail(name)


def _parsed(data: bytes, name: str) -> EmailMessage:
    try:
        message = BytesParser(policy=AS_WRITTEN).parsebytes(data)
    except RecursionError:
        raise UnreadableInput(
            f"{name} holds mails in mails, deeper than they are read. Save the innermost one and read that."
        ) from None
    assert isinstance(message, EmailMessage)
    if len(written_subject(message)) > MOST_SUBJECT:
        raise _unlike_mail(name)
    return message


def _unlike_mail(name: str) -> UnreadableInput:
    return UnreadableInput(f"{name} has more header fields or parts than any mail. Copy its text into a text file.")


def _attachments(count: int) -> str:
    return f" (its {count} attachment{'s were' if count > 1 else ' was'} not read)" if count else ""


def _leaves(message: EmailMessage) -> Iterator[EmailMessage]:
    """The parts that hold something, in order."""
    for number, part in enumerate(message.walk()):
        if number > MOST_PARTS:
            return
        if isinstance(part, EmailMessage) and not part.is_multipart():
            yield part


def _text(part: EmailMessage) -> tuple[str, str]:
    """The text of a part and its character set; without one that is known it is read as UTF-8, then as cp1252."""
    payload = part.get_payload(decode=True)
    data = payload if isinstance(payload, bytes) else b""
    declared = part.get_content_charset("")
    if declared and (codec := text_codec(declared)):
        return data.decode(codec, "replace").replace("\r\n", "\n"), declared
    try:
        text, encoding = data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        text, encoding = data.decode("cp1252", "replace"), "cp1252"
    return text.replace("\r\n", "\n"), encoding


def _page(part: EmailMessage, name: str) -> tuple[str, str]:
    from summitparse.reading.html import page_text

    markup, encoding = _text(part)
    return page_text(markup, name), encoding


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


def _headed(message: EmailMessage, body: str) -> str:
    """The body, below the subject and the day sent where it does not say them itself."""
    lines = []
    subject = subject_of(message)
    if subject and not _is_said(subject, body[: HEAD_LENGTH + len(subject)]):
        lines.append(" ".join(subject.split()))
    sent = day_sent(message)
    if sent and not _YEAR.search(body[:HEAD_LENGTH]) and not _YEAR.search(body.rstrip()[-200:]):
        lines.append(f"{sent.day} {sent:%B} {sent.year:04d}")
    return "\n\n".join([*lines, body]) if lines else body


def _is_said(subject: str, head: str) -> bool:
    """Whether the head of the body says the subject, or what follows a label in it ("Press release: …")."""
    begin = _bare(head)
    if _bare(subject) in begin:
        return True
    for label in reversed(list(re.finditer(r"[:|–—-]\s", subject))):
        rest = subject[label.end() :]
        if len(rest.split()) > 2:  # what follows a label further left ends with this, so it is not said without it
            return _bare(rest) in begin
    return False


def _bare(text: str) -> str:
    return _NOT_WORD.sub(" ", text).strip().casefold()
