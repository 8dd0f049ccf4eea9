"""How a finished release is known again: by what went in, told from its item or from its own line."""

import hashlib
import json
from pathlib import Path
from stat import S_ISREG
from typing import Any

from summitparse.batch.item import Item, Options
from summitparse.errors import UnreadableInput
from summitparse.reading.archive import read_packed, split_path


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
    """16 bytes that stand for the item's name, id and content; None if it cannot be read now."""
    if item.problem is not None:
        return None
    if item.path is None:
        # As `reading.text` does: half of a surrogate pair is read as U+FFFD.
        content = "".join("\ufffd" if "\ud800" <= c <= "\udfff" else c for c in item.text or "").encode("utf-8")
        return _key(item.name, item.id, hashlib.sha256(content).hexdigest())
    packed = split_path(item.path)
    if packed is not None:
        try:
            return _key(item.name, item.id, hashlib.sha256(read_packed(*packed)).hexdigest())
        except (OSError, UnreadableInput):
            return None
    try:
        # Of a device or a named pipe nothing can be known without waiting for it.
        if not S_ISREG(Path(item.path).stat().st_mode):
            return None
        with Path(item.path).open("rb") as file:
            return _key(item.name, item.id, hashlib.file_digest(file, "sha256").hexdigest())
    except (OSError, ValueError):
        return None


def record_of(line: bytes) -> dict[str, Any] | None:
    """The record of a line of output; None for what is no whole line of ours."""
    if not line.endswith(b"\n"):
        return None
    try:
        found = json.loads(line)
        record_key(found)
    except (ValueError, KeyError, TypeError):
        return None
    assert isinstance(found, dict)
    return found


def record_key(record: dict[str, Any]) -> bytes:
    """The key of the item that a record was made from."""
    return _key(record["source"]["name"], record["id"], record["source"]["sha256"])


def same_reference(item: Item, record: dict[str, Any]) -> bool:
    """True if the record was made with the reference date that the item asks for: its own, or the date published."""
    if item.reference is not None:
        return bool(record["reference_date"] == item.reference.isoformat())
    published = record["published"]
    day = published["value"][:10] if published and len(published["value"]) >= 10 else None
    return bool(record["reference_date"] == day)


def _key(name: str, id: str | None, sha256: str) -> bytes:
    return hashlib.sha256(json.dumps([name, id, sha256]).encode()).digest()[:16]
