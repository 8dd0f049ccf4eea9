"""Text that is already text: a Python string, or the `text` of a JSONL line."""

import hashlib
import re
from os import PathLike

from summitparse.errors import UnreadableInput
from summitparse.findings import Notice, Span
from summitparse.reading.source import SourceText

# Half of a surrogate pair alone is no character: no UTF-8, so no JSON, can hold it.
_LONE_SURROGATE = re.compile("[\ud800-\udfff]")
# An object with named values, or a list of such.
_JSON = re.compile(r"\A\s*+(?:\[\s*+)?+\{\s*+\"")
_HEAD = 400
# What looks like nothing although Python does not call it white space.
_UNSEEN = "\x00\ufeff\u200b\u200c\u200d\u2060"


def read_text(text: str, name: str) -> SourceText:
    """A `SourceText` whose `sha256` is that of the text in UTF-8. A lone surrogate becomes U+FFFD, with a warning.

    Raises `UnreadableInput` for a text without any visible character, and `TypeError` for what is no text.
    """
    if not isinstance(text, str):
        raise TypeError(f"A release is a text (str), not {type(text).__name__}. {_remedy(text)}")
    if is_blank(text):
        raise UnreadableInput(f"{name} is empty: there is no release in it.")
    whole, notices = without_surrogates(text)
    return SourceText(name, "text/plain", "utf-8", hashlib.sha256(whole.encode("utf-8")).hexdigest(), whole, notices)


def refuse_json(source: SourceText) -> None:
    """Raises `UnreadableInput` for our own records, and for JSON that carries releases; other JSON is a text."""
    head = source.text[:_HEAD]
    if not _JSON.match(head):
        return
    called = "Standard input" if source.name == "-" else source.name
    if '"schema_version"' in head:
        raise UnreadableInput(
            f"{called} holds records, which were read from a release before, and no release. `summitparse view` shows "
            "them."
        )
    if '"text"' in head:
        raise UnreadableInput(f"{called} is JSON that holds releases: use `summitparse batch` on it, named .jsonl.")


def _remedy(given: object) -> str:
    if isinstance(given, bytes | bytearray | memoryview):
        return "Bytes are decoded first, or read with summitparse.reading.read_bytes(data, name)."
    if isinstance(given, PathLike):
        return "A file is read with summitparse.parse_file(path)."
    return "Give the words of one release; for several texts there is summitparse.parse_many(texts)."


def without_surrogates(text: str) -> tuple[str, tuple[Notice, ...]]:
    """The text with U+FFFD for each half of a surrogate pair, and a warning where there was one."""
    whole, lost = _LONE_SURROGATE.subn("\ufffd", text)
    if not lost:
        return text, ()
    message = f"{lost} halves of surrogate pairs are no characters; each was replaced by U+FFFD."
    return whole, (Notice("decoded-with-loss", message, Span(0, 0)),)


def is_blank(text: str) -> bool:
    """True where there is nothing to see: white space, NUL, zero-width characters."""
    return not text.strip(_UNSEEN + " \t\r\n") or all(c in _UNSEEN or c.isspace() for c in text)
