"""The protocol of a sink."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Protocol


class Sink(Protocol):
    """An output's format. `plain` is True where the output is the lines themselves."""

    @property
    def plain(self) -> bool: ...

    def write(self, lines: Iterable[bytes], path: Path) -> None:
        """Makes the file or folder `path` anew; the same lines give the same bytes."""

    def read(self, path: Path) -> Iterator[bytes]:
        """The lines that `path` was made from."""

    def weigh(self, path: Path) -> int:
        """Bytes of the output, to tell whether it is the one that was written."""
