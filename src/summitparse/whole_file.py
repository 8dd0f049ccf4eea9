"""A file is there whole or not at all: a reader never sees half of one, and neither does the next run."""

import os
from pathlib import Path


def replace_whole(path: Path, data: bytes) -> None:
    """Writes beside the file and puts the new one in its place once it is safe on the disk; raises OSError.

    What is no file (`/dev/null`, a named pipe) is written to and stays what it is.
    """
    if path.exists() and not path.is_file():
        path.write_bytes(data)
        return
    # A name that nobody can foresee, and "x", which opens nothing that is there, be it a link.
    fresh = path.with_name(f".{path.name}.{os.getpid()}.{os.urandom(4).hex()}.new")
    try:
        with fresh.open("xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        fresh.replace(path)
    except OSError:
        fresh.unlink(missing_ok=True)
        raise
