"""The header fields of a mail: kept as they are written, and taken apart one by one where one is read.

The standard library's parser of structured fields takes quadratic time, and a kilobyte of memory for each character of
what nobody writes (thousands of parameters, of quotation marks, of comments); it is given subjects alone, and no long
ones.
"""

import datetime as dt
import re
from email import policy
from email.message import EmailMessage
from email.policy import EmailPolicy
from email.utils import parsedate_to_datetime

# Of a field that says what a part is this much is read. A file's name in another script comes to some 3,000.
MOST_FIELD = 4_000
# A subject as it is sent: RFC 5322 lets a line have 998 characters, and each may be sent as twelve (RFC 2047).
MOST_SUBJECT = 12_000
_REPLY = re.compile(r"(?:(?:re|fw|fwd|aw|wg)\s*:\s*)+", re.IGNORECASE)


class _AsWritten(EmailPolicy):
    """Gives a field as it is written, on one line; the message finds the parameters that are asked for in it."""

    def header_fetch_parse(self, name: str, value: str) -> str:
        line = "".join(value[:MOST_FIELD].splitlines()).strip()
        return line.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


AS_WRITTEN = _AsWritten()


def written_subject(message: EmailMessage) -> str:
    """The whole subject as it is sent, "" where there is none."""
    return next((str(value) for name, value in message.raw_items() if name.lower() == "subject"), "")


def subject_of(message: EmailMessage) -> str:
    """The subject in words, without what programs put before it ("Re:")."""
    subject = written_subject(message)
    decoded = policy.default.header_fetch_parse("Subject", subject) if subject else ""
    return _REPLY.sub("", str(decoded).strip())


def day_sent(message: EmailMessage) -> dt.datetime | None:
    """The day on the sender's own calendar."""
    try:
        return parsedate_to_datetime(str(message.get("date", "")))
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
