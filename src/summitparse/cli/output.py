"""Writing data to standard output or to a file, whole or not at all."""

import sys
from pathlib import Path

from summitparse.cli.streams import standard_output
from summitparse.errors import UnwritableOutput
from summitparse.whole_file import replace_whole


def write(data: str, path: Path | None) -> None:
    """UTF-8 with one final newline. A file is replaced only once its new content is complete.

    Raises `UnwritableOutput`, and `OutputEnds` where nobody reads standard output any more.
    """
    if not data.endswith("\n"):
        data += "\n"
    write_bytes(data.encode("utf-8"), path)


def write_bytes(data: bytes, path: Path | None) -> None:
    """The same for what is no text."""
    if path is None or str(path) == "-":
        with standard_output():
            sys.stdout.buffer.write(data)
            sys.stdout.buffer.flush()
        return
    try:
        replace_whole(path, data)
    except OSError as error:
        raise UnwritableOutput(
            f"{path} cannot be written ({error.strerror}). Choose another --output or make its folder."
        ) from None
