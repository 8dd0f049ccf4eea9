"""A stand-in for the real work: quick, and it fails in whatever way its input names."""

import hashlib
import json
import os
import resource
import signal
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

from summitparse.batch.item import Item, Options, Outcome


def work(block: Sequence[Item], options: Options) -> Iterator[Outcome]:
    for item in block:
        data = Path(item.path).read_bytes() if item.path else (item.text or "").encode("utf-8")
        if data.startswith((b"KILL", b"ABRT", b"XCPU")):
            count(data)
            os.kill(os.getpid(), getattr(signal, f"SIG{data[:4].decode()}"))
        if data.startswith(b"HANG"):
            count(data)
            time.sleep(1000)
        if data.startswith(b"FAULT"):
            raise RuntimeError("no block can be done")
        if data.startswith(b"ONCE"):
            kill_once(Path(data.decode().split()[1]))
        if data.startswith(b"SLOW"):
            time.sleep(0.5)
        if data.startswith(b"LIMIT"):
            take_time(data)
        if data.startswith(b"EAT"):
            yield eaten(item)
        elif data.startswith(b"ALONE") and len(block) > 1:
            yield Outcome(item.number, item.name, failure=f"{item.name}: too much.", out_of_memory=True)
        elif data.startswith(b"BAD"):
            yield Outcome(item.number, item.name, failure=f"{item.name} is bad.")
        else:
            yield Outcome(item.number, item.name, record(item, data, options), None, 2, 0.001, (("quotes", 1),))


def count(data: bytes) -> None:
    """Another byte in the file that the text names behind its first word."""
    with Path(data.decode().split()[1]).open("ab") as file:
        file.write(b".")


def take_time(data: bytes) -> None:
    """Notes the limit of processor time, and leaves less of it, as if five seconds had gone."""
    soft, hard = resource.getrlimit(resource.RLIMIT_CPU)
    with Path(data.decode().split()[1]).open("a") as file:
        file.write(f"{soft}\n")
    resource.setrlimit(resource.RLIMIT_CPU, (soft - 5, hard))


def eaten(item: Item) -> Outcome:
    """As the real work does: what cannot be had is said of its item."""
    try:
        return Outcome(item.number, item.name, b"x" * 2_000_000_000)
    except MemoryError:
        return Outcome(item.number, item.name, failure=f"{item.name}: too much.", out_of_memory=True)


def kill_once(mark: Path) -> None:
    if not mark.exists():
        mark.touch()
        os.kill(os.getpid(), signal.SIGKILL)


def record(item: Item, data: bytes, options: Options) -> bytes:
    found = {
        "id": item.id,
        "source": {"name": item.name, "sha256": hashlib.sha256(data).hexdigest(), "media_type": "", "encoding": None},
        "text": data.decode("utf-8", "replace") if options.text else None,
        "published": None,
        "reference_date": item.reference and item.reference.isoformat(),
        "language": "en",
        **dict.fromkeys(("title", "subtitle", "place", "event", "issuer")),
        **{
            kind: []
            for kind in ("actors", "quotes", "dates", "ranges", "figures", "positions", "documents", "warnings")
        },
    }
    return json.dumps(found).encode() + b"\n"
