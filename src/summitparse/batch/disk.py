"""What disks do to a batch, as sentences; and small files written whole or not at all."""

import errno
import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from summitparse.errors import UnwritableOutput
from summitparse.whole_file import replace_whole

# Bytes of a file that says something about another one.
LARGEST_JSON = 1 << 20


@contextmanager
def told(output: Path) -> Iterator[None]:
    """Turns an `OSError` into `UnwritableOutput` with what to do about it."""
    try:
        yield
    except OSError as error:
        if error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
            remedy = "Nothing that was done is lost: make room, then run the same command with --resume."
        else:
            remedy = "Choose another --output, or make its folder writable."
        raise UnwritableOutput(f"{output} cannot be written ({error.strerror or error}). {remedy}") from None


@contextmanager
def read_back(output: Path) -> Iterator[None]:
    """Turns whatever reading an output that is there raises into `UnwritableOutput` with what to do about it."""
    try:
        yield
    except Exception as error:  # noqa: BLE001 - each way of packing has errors of its own
        said = " ".join(str(getattr(error, "strerror", None) or error or type(error).__name__).split())
        raise UnwritableOutput(
            f"{output} is there, but cannot be read ({said}). Move it away, or give --force instead of --resume to do "
            "all again."
        ) from None


def write_json(path: Path, value: Mapping[str, Any]) -> None:
    """An object, its first key on the first line. Raises OSError."""
    text = json.dumps(value, indent=2, ensure_ascii=False).replace("{\n  ", "{", 1)
    replace_whole(path, text.encode("utf-8") + b"\n")


def read_json(source: Path | bytes) -> Any:
    """What a small file, or bytes, say; None for what is not there, is no file, is too large or is no JSON."""
    try:
        if isinstance(source, Path):
            if not source.is_file():
                return None
            with source.open("rb") as file:
                source = file.read(LARGEST_JSON + 1)
        return json.loads(source) if len(source) <= LARGEST_JSON else None
    except (OSError, ValueError, RecursionError):
        return None
