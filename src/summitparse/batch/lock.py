"""One batch an output, on every system: a lock that ends with the process that holds it, however that ends."""

import os
import sys
import warnings
from pathlib import Path

from summitparse.errors import UnwritableOutput

# A lock file is opened anew so often when its holder ends, and takes it away, at that very moment.
TRIES = 10
# Windows would otherwise translate line ends; elsewhere no link that lies there is followed.
_FLAGS = os.O_RDWR | os.O_CREAT | getattr(os, "O_BINARY", 0) | getattr(os, "O_NOFOLLOW", 0)


class Lock:
    """Held from the time it is made until `release`; raises `UnwritableOutput` if another batch holds it.

    The file at `path` is made for the lock alone: the working file cannot be locked itself, since Windows neither lets
    a locked file be read nor an open one be renamed.
    """

    def __init__(self, path: Path, output: Path) -> None:
        self._path = path
        self._file: int | None = None
        if not self._take():
            raise UnwritableOutput(
                f"Another batch is writing {output}. Wait for it to end, or choose another --output."
            )

    def _take(self) -> bool:
        with warnings.catch_warnings():  # a system without locks gets the next best, which is no user's to hear
            warnings.simplefilter("ignore")
            from filelock import SoftFileLock, Timeout, has_fcntl, lock_descriptor

        if sys.platform != "win32" and not has_fcntl:
            self._marker = SoftFileLock(self._path)
            try:
                self._marker.acquire(timeout=0)
            except Timeout:
                return False
            return True
        for _ in range(TRIES):
            file = os.open(self._path, _FLAGS, 0o666)
            if not lock_descriptor(file, blocking=False):
                os.close(file)
                return False
            if self._is_at_its_path(file):
                self._file = file
                return True
            os.close(file)
        return False

    def _is_at_its_path(self, file: int) -> bool:
        """False if the former holder has taken the file away: the next batch would make, and lock, another one."""
        try:
            return os.path.samestat(os.fstat(file), self._path.stat())
        except FileNotFoundError:
            return False

    def release(self) -> None:
        """Takes the file away and lets others in. A second call does nothing."""
        if self._file is None:
            if hasattr(self, "_marker"):
                self._marker.release()
            return
        file, self._file = self._file, None
        if sys.platform == "win32":
            os.close(file)
            self._path.unlink(missing_ok=True)
        else:
            self._path.unlink(missing_ok=True)
            os.close(file)
