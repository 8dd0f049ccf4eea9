"""E-mail and pages that a browser saved as one file (MHTML): the standard library reads both."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from email.message import EmailMessage, Message
from email.parser import BytesParser
from itertools import islice

from summitparse.errors import UnreadableInput
from summitparse.reading.limits import MEGABYTE, check_size
from summitparse.reading.mail_fields import AS_WRITTEN, MOST_SUBJECT, day_sent, subject_of, written_subject
from summitparse.reading.mail_text import read_body
from summitparse.reading.source import Converted

# A mail may carry mails; nobody forwards deeper than this.
MOST_PARTS = 1000
# So many mails, each in the one before or beside it, are looked through for the release.
MOST_MAILS = 5
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


@dataclass(slots=True)
class Mail:
    """A mail with its first plain part and its first page; `attached` counts the files that it carries."""

    message: EmailMessage
    plain: EmailMessage | None = None
    page: EmailMessage | None = None
    attached: int = 0

    def take(self, part: EmailMessage) -> None:
        """One of its parts that holds something."""
        if part.get_content_disposition() == "attachment":
            self.attached += 1
        elif part.get_content_type() == "text/plain":
            self.plain = self.plain or part
        elif part.get_content_type() in ("text/html", "application/xhtml+xml"):
            self.page = self.page or part


def convert(data: bytes, name: str) -> Converted:
    """The body of a mail with its subject as headline, or the page that an MHTML file holds.

    Raises `UnreadableInput` for a mail without text.
    """
    data = data.replace(b"\r\n", b"\n")
    _check(data, name)
    message = _parsed(data, name)
    mails = list(islice(_mails(message), MOST_MAILS))
    attached = sum(mail.attached for mail in mails)
    bodies = [(mail, body) for mail in mails if (body := read_body(mail, name)) is not None]
    if not bodies:
        raise UnreadableInput(
            f"{name} is a mail without text{_attachments(attached)}. Save what it carries and read that."
        )
    # Of a mail and those that it carries the one with the release is read; the first where they are alike.
    mail, body = max(bodies, key=lambda found: len(found[1].text.split()))
    if message.get_content_type() == "multipart/related" and mail.plain is None:
        return Converted(body.text, "a saved web page (MHTML)", body.encoding, body.notices)
    how = "an e-mail" if mail.message is message else "an e-mail that another one carries"
    return Converted(_headed(mail.message, body.text), how + _attachments(attached), body.encoding, body.notices)


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


def _mails(root: EmailMessage) -> Iterator[Mail]:
    """The mail, then the mails that it carries, each with its own parts."""
    waiting = [root]
    while waiting:
        mail = Mail(waiting.pop(0))
        parts: list[Message] = [mail.message]
        for _ in range(MOST_PARTS):
            if not parts:
                break
            part = parts.pop(0)
            if part.get_content_type() == "message/rfc822":
                waiting += [inner for inner in _inside(part) if isinstance(inner, EmailMessage)]
            elif part.is_multipart():
                parts[:0] = _inside(part)
            elif isinstance(part, EmailMessage):
                mail.take(part)
        yield mail


def _inside(part: Message) -> list[Message]:
    payload = part.get_payload()
    return [inner for inner in payload if isinstance(inner, Message)] if isinstance(payload, list) else []


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
