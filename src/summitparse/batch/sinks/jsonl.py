"""Lines of JSON, as they are or packed, and one list of JSON."""

import gzip
import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Literal, cast

from summitparse.batch.zstd import open_zstd, write_zstd


@dataclass(frozen=True, slots=True)
class Jsonl:
    packing: Literal["", "gz", "zst"] = ""
    files: frozenset[str] = frozenset()

    @property
    def plain(self) -> bool:
        return not self.packing

    def write(self, lines: Iterable[bytes], path: Path) -> None:
        with path.open("xb") as file:
            if self.packing == "gz":
                # No name and no time in the header: the same lines give the same bytes.
                with gzip.GzipFile("", "wb", 6, file, mtime=0) as packed, io.BufferedWriter(packed, 1 << 20) as out:
                    out.writelines(lines)
            elif self.packing == "zst":
                write_zstd(lines, file)
            else:
                file.writelines(lines)

    def read(self, path: Path) -> Iterator[bytes]:
        with self._open(path) as file:
            yield from file

    def _open(self, path: Path) -> IO[bytes]:
        if self.packing == "gz":
            return cast(IO[bytes], gzip.open(path, "rb"))
        if self.packing == "zst":
            return open_zstd(str(path))
        return path.open("rb")


class Json:
    """One JSON list with a record a line."""

    plain = False
    files: frozenset[str] = frozenset()

    def write(self, lines: Iterable[bytes], path: Path) -> None:
        with path.open("xb") as file:
            before = b"[\n"
            for line in lines:
                file.write(before + line.rstrip(b"\n"))
                before = b",\n"
            file.write(b"\n]\n" if before == b",\n" else b"[]\n")

    def read(self, path: Path) -> Iterator[bytes]:
        with path.open("rb") as file:
            for line in file:
                if line.startswith(b"{"):
                    yield line.rstrip(b",\n") + b"\n"
