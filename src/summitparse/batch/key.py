"""How a finished release is known again: by what went in, told from its item or from its own line."""

import hashlib
import json
from pathlib import Path
from stat import S_ISREG
from typing import Any

from summitparse.batch.item import Item, Options
from summitparse.errors import UnreadableInput
from summitparse.reading.archive import read_packed, split_path
from summitparse.reading.text import without_surrogates

_REFERENCE = b'"reference_date":'


def how_made(options: Options) -> dict[str, Any]:
    """All that decides the bytes of a line beside its input: versions of the tool and its models, and the options."""
    from summitparse.versions import versions

    return {
        "versions": versions(),
        "text": options.text,
        "only": None if options.only is None else sorted(options.only),
        "min_confidence": options.min_confidence,
        "lexicon": options.own_words and hashlib.sha256(options.own_words.encode("utf-8")).hexdigest(),
    }


def item_key(item: Item) -> bytes | None:
    """16 bytes for the item's name, id, content and reference date; None if it cannot be read now."""
    sha256 = _sha256(item)
    if sha256 is None:
        return None
    return _key(item.name, item.id, sha256, None if item.reference is None else item.reference.isoformat())


def _sha256(item: Item) -> str | None:
    """What the item's record will give as the hash of its content; None if it cannot be read now."""
    if item.problem is not None:
        return None
    if item.path is None:
        text = item.text or ""
        try:
            content = text.encode("utf-8")
        except UnicodeEncodeError:
            content = without_surrogates(text)[0].encode("utf-8")
        return hashlib.sha256(content).hexdigest()
    packed = split_path(item.path)
    if packed is not None:
        try:
            return hashlib.sha256(read_packed(*packed)).hexdigest()
        except (OSError, UnreadableInput):
            return None
    try:
        # Of a device or a named pipe nothing can be known without waiting for it.
        if not S_ISREG(Path(item.path).stat().st_mode):
            return None
        with Path(item.path).open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except (OSError, ValueError):
        return None


def line_keys(line: bytes) -> tuple[bytes, ...] | None:
    """The keys of all items that a line of output may have been made from; None for what is no whole line of ours.

    They are those of an item with the record's reference date and, if the release was published on that day, of one
    without any.
    """
    if not line.endswith(b"\n"):
        return None
    try:
        record = json.loads(line)
        reference, published = record["reference_date"], record["published"]
        day = published["value"][:10] if published and len(published["value"]) >= 10 else None
        dates = {reference, None} if reference == day else {reference} - {None}
        source = record["source"]
        return tuple(_key(source["name"], record["id"], source["sha256"], date) for date in dates)
    except (ValueError, KeyError, TypeError, RecursionError):
        return None


def head_keys(line: bytes) -> tuple[bytes, ...] | None:
    """The same of a line that is known to be whole: the head of a record says it, and most of a record is its rest."""
    # Inside a string there would be a backslash before each of these quotation marks.
    start = line.find(_REFERENCE)
    end = min((place for place in (line.find(b",", start), line.find(b"}", start)) if place >= 0), default=0)
    return (line_keys(line[:end] + b"}\n") if start >= 0 else None) or line_keys(line)


def _key(name: str, id: str | None, sha256: str, reference: str | None) -> bytes:
    return hashlib.sha256(repr((name, id, sha256, reference)).encode("utf-8", "backslashreplace")).digest()[:16]
