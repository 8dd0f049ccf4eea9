"""E-mail and pages that a browser saved as one file (MHTML): the standard library reads both."""

import datetime as dt
import re
from collections.abc import Iterator
from email import policy
from email.errors import MessageError
from email.message import EmailMessage
from email.parser import BytesParser
from email.utils import parsedate_to_datetime

from summitparse.errors import UnreadableInput
from summitparse.reading.limits import MEGABYTE, check_size
from summitparse.reading.source import Converted

# A mail may carry mails; nobody forwards deeper than this.
MOST_PARTS = 1000
MOST_MAIL = 32 * MEGABYTE
MOST_LINES = 1_000_000
MOST_HEAD = 200_000
# Lines that may part parts, and parts that hold parts: each line is compared with the boundaries of all that are open.
MOST_LINES_OF_PARTS = 20_000
MOST_LEVELS = 50
_REPLY = re.compile(r"(?:(?:re|fw|fwd|aw|wg)\s*:\s*)+", re.IGNORECASE)
_YEAR = re.compile(r"(?:19|20)\d\d")
_NOT_WORD = re.compile(r"[\W_]+")
HEAD_LENGTH = 600


def convert(data: bytes, name: str) -> Converted:
    """The body of a mail with its subject as headline, or the page that an MHTML file holds.

    Raises `UnreadableInput` for a mail without text.
    """
    data = data.replace(b"\r\n", b"\n")
    _check(data, name)
    message = BytesParser(policy=policy.default).parsebytes(data)
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
    if page is not None and (plain is None or not _text(plain).strip()):
        body, encoding = _page(page, name), page.get_content_charset("utf-8")
    elif plain is not None:
        body, encoding = _unflowed(plain), plain.get_content_charset("utf-8")
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
    inner = data.lower().count(b"boundary=")
    if (
        len(head) > MOST_HEAD
        or data.count(b"\n") > MOST_LINES
        or data.count(b"\n--") > MOST_LINES_OF_PARTS
        or inner > MOST_LEVELS
    ):
        raise UnreadableInput(f"{name} has more header fields or parts than any mail. Copy its text into a text file.")


def _attachments(count: int) -> str:
    return f" (its {count} attachment{'s were' if count > 1 else ' was'} not read)" if count else ""


def _leaves(message: EmailMessage) -> Iterator[EmailMessage]:
    """The parts that hold something, in order."""
    for number, part in enumerate(message.walk()):
        if number > MOST_PARTS:
            return
        if isinstance(part, EmailMessage) and not part.is_multipart():
            yield part


def _text(part: EmailMessage) -> str:
    """The text of a part in its own character set; an unknown one is read as UTF-8, then as cp1252."""
    try:
        return str(part.get_content()).replace("\r\n", "\n")
    except (LookupError, KeyError, MessageError, UnicodeError):
        payload = part.get_payload(decode=True)
        data = payload if isinstance(payload, bytes) else b""
        try:
            return data.decode("utf-8")
        except UnicodeDecodeError:
            return data.decode("cp1252", "replace")


def _page(part: EmailMessage, name: str) -> str:
    from summitparse.reading.html import page_text

    return page_text(_text(part), name)


def _unflowed(part: EmailMessage) -> str:
    """Lines that the sender's program broke (RFC 3676, format=flowed) as one again; others as they stand."""
    text = _text(part)
    if part.get_param("format") != "flowed":
        return text
    joined: list[str] = []
    open_line = False
    for line in text.split("\n"):
        if line == "-- ":
            break
        stuffed = line.removeprefix(" ")
        if open_line:
            joined[-1] += stuffed
        else:
            joined.append(stuffed)
        open_line = stuffed.endswith(" ")
    return "\n".join(joined)


def _headed(message: EmailMessage, body: str) -> str:
    """The body, below the subject and the day sent where it does not say them itself."""
    lines = []
    subject = _REPLY.sub("", str(message.get("subject", "")).strip())
    if subject and not _is_said(subject, body[: HEAD_LENGTH + len(subject)]):
        lines.append(" ".join(subject.split()))
    sent = _sent(message)
    if sent and not _YEAR.search(body[:HEAD_LENGTH]) and not _YEAR.search(body.rstrip()[-200:]):
        lines.append(f"{sent.day} {sent:%B} {sent.year:04d}")
    return "\n\n".join([*lines, body]) if lines else body


def _is_said(subject: str, head: str) -> bool:
    """Whether the head of the body says the subject, or what follows a label in it ("Press release: …")."""
    begin = _bare(head)
    after = [subject[found.end() :] for found in re.finditer(r"[:|–—-]\s", subject)]
    return _bare(subject) in begin or any(len(rest.split()) > 2 and _bare(rest) in begin for rest in after)


def _sent(message: EmailMessage) -> dt.datetime | None:
    """The day on the sender's own calendar."""
    try:
        return parsedate_to_datetime(str(message.get("date", "")))
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def _bare(text: str) -> str:
    return _NOT_WORD.sub(" ", text).strip().casefold()
