"""Writing data to standard output or to a file, whole or not at all."""

import os
import sys
import tempfile
from pathlib import Path

from summitparse.errors import UnwritableOutput


def write(data: str, path: Path | None) -> None:
    """UTF-8 with one final newline. A file is replaced only once its new content is complete.

    Raises `UnwritableOutput`.
    """
    if not data.endswith("\n"):
        data += "\n"
    if path is None or str(path) == "-":
        sys.stdout.buffer.write(data.encode("utf-8"))
        sys.stdout.buffer.flush()
        return
    folder = path.parent
    try:
        with tempfile.NamedTemporaryFile("wb", dir=folder, prefix=f".{path.name}.", delete=False) as file:
            file.write(data.encode("utf-8"))
        Path(file.name).chmod(0o666 & ~_umask())
        Path(file.name).replace(path)
    except OSError as error:
        raise UnwritableOutput(
            f"{path} cannot be written ({error.strerror}). Choose another --output or make its folder."
        ) from None


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
