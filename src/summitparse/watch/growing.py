"""An output that grows: a line is there whole or not at all, and what is there already is not done again."""

import json
import os
from pathlib import Path
from typing import IO

from summitparse.batch.disk import told
from summitparse.batch.lock import Lock
from summitparse.batch.names import Names
from summitparse.errors import UnwritableOutput, UsageError

# A record says what it is in its first characters.
HEAD = 200


class Growing:
    """Lines of JSON at `path`; one process at a time. Raises `UnwritableOutput`.

    `by_sha256` has the name of each release that is there, `urls` where pages came from.
    """

    def __init__(self, path: Path) -> None:
        if path.suffix.lower() not in (".jsonl", ".ndjson"):
            raise UsageError(f"{path}: watch appends lines of JSON. Give --output a name that ends in .jsonl.")
        self.path = path
        self.by_sha256: dict[str, str] = {}
        self.urls: set[str] = set()
        with told(path):
            self._lock = Lock(Names(path).lock, path)
            try:
                self._file: IO[bytes] = path.open("r+b" if path.exists() else "w+b")
            except BaseException:
                self._lock.release()
                raise
            try:
                self._read()
            except BaseException:
                self.close()
                raise

    def _read(self) -> None:
        """Notes what is there, and cuts off a line that a kill has left unfinished."""
        whole = 0
        for line in self._file:
            if not line.endswith(b"\n"):
                break
            if b'"schema_version"' not in line[:HEAD]:
                raise UnwritableOutput(f"{self.path} holds something other than records. Choose another --output.")
            self._note(json.loads(line)["source"])
            whole += len(line)
        if whole == 0 and self._file.seek(0, os.SEEK_END):
            self._file.seek(0)
            begun = self._file.read(HEAD)
            if not b'{"schema_version"'.startswith(begun[:17]) and not begun.startswith(b'{"schema_version"'):
                raise UnwritableOutput(f"{self.path} holds something other than records. Choose another --output.")
        self._file.truncate(whole)
        self._file.seek(whole)

    def _note(self, source: dict[str, str]) -> None:
        self.by_sha256.setdefault(source["sha256"], source["name"])
        if "url" in source:
            self.urls.add(source["url"])

    def add(self, line: str) -> None:
        """Appends a record; it is on the disk when this returns."""
        with told(self.path):
            self._file.write(line.encode("utf-8") + b"\n")
            self._file.flush()
            os.fsync(self._file.fileno())
        self._note(json.loads(line)["source"])

    def close(self) -> None:
        self._file.close()
        self._lock.release()
