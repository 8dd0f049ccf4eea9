"""What disks do to a batch, as sentences; and small files written whole or not at all."""

import errno
import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from summitparse.errors import UnwritableOutput
from summitparse.whole_file import replace_whole


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


def write_json(path: Path, value: Mapping[str, Any]) -> None:
    replace_whole(path, json.dumps(value, indent=2, ensure_ascii=False).encode("utf-8") + b"\n")


def read_json(path: Path) -> Any:
    """None for what is not there or is no JSON."""
    try:
        return json.loads(path.read_bytes())
    except (OSError, ValueError):
        return None
