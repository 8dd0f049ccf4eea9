"""The protocol of a sink."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Protocol


class Sink(Protocol):
    """An output's format. `plain` is True where the output is the lines themselves.

    `files` names what is in an output that is a folder; it is empty for one that is a file.
    """

    @property
    def plain(self) -> bool: ...

    @property
    def files(self) -> frozenset[str]: ...

    def write(self, lines: Iterable[bytes], path: Path) -> None:
        """Makes the file or folder `path`, where nothing may be; the same lines give the same bytes. Raises OSError."""

    def read(self, path: Path) -> Iterator[bytes]:
        """The lines that `path` was made from. A file that is damaged raises whatever its library raises."""
