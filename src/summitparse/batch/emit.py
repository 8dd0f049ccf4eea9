"""Outcomes come as they are ready; they go out in input order."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Protocol

from summitparse.batch.disk import told
from summitparse.batch.item import Outcome
from summitparse.batch.ownership import MADE_BY, is_empty, is_failures


@dataclass(frozen=True, slots=True)
class Kept:
    """An item whose line is in the journal already."""

    number: int
    place: int
    length: int


class Lines(Protocol):
    """Where the lines go: a `Journal`, or `stream.Stream`."""

    def add(self, line: bytes) -> None: ...

    def add_kept(self, place: int, length: int) -> None: ...


class Failed(Protocol):
    """Where failures are listed."""

    def add(self, outcome: Outcome) -> None: ...


class Failures:
    """One JSON line a release that was not done, in a file that is there only if there are any.

    Its first line says that it is ours: `begin` deletes none of anybody else.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._file: IO[bytes] | None = None

    def begin(self) -> None:
        with told(self.path):
            if is_failures(self.path) or is_empty(self.path):
                self.path.unlink(missing_ok=True)

    def add(self, outcome: Outcome) -> None:
        with told(self.path):
            if self._file is None:
                self._file = self.path.open("xb")
                self._file.write(json.dumps(MADE_BY).encode("ascii") + b"\n")
            said = {"name": outcome.name, "message": outcome.failure}
            # ASCII: a sentence may quote bytes that are no text.
            self._file.write(json.dumps(said).encode("ascii") + b"\n")
            self._file.flush()

    def close(self) -> None:
        if self._file is not None:
            self._file.close()


class Emitter:
    """Takes each number once; writes in the order of the numbers, or at once if `ordered` is False."""

    def __init__(
        self,
        journal: Lines,
        failures: Failed,
        told_of: Callable[[Outcome | Kept], None],
        *,
        ordered: bool,
    ) -> None:
        self._journal, self._failures, self._told_of, self._ordered = journal, failures, told_of, ordered
        self._held: dict[int, Outcome | Kept] = {}
        self._next = 0

    @property
    def held(self) -> int:
        """Outcomes that wait for an earlier one."""
        return len(self._held)

    def put(self, outcome: Outcome | Kept) -> None:
        if not self._ordered:
            self._write(outcome)
            return
        self._held[outcome.number] = outcome
        while (ready := self._held.pop(self._next, None)) is not None:
            self._write(ready)
            self._next += 1

    def _write(self, outcome: Outcome | Kept) -> None:
        if isinstance(outcome, Kept):
            self._journal.add_kept(outcome.place, outcome.length)
        elif outcome.line is not None:
            self._journal.add(outcome.line)
        else:
            self._failures.add(outcome)
        self._told_of(outcome)
