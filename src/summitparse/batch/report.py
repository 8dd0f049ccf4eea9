"""What a batch did, and who is told of it as it goes."""

import re
from collections import Counter
from dataclasses import dataclass, field
from heapq import heappush, heappushpop
from typing import Protocol

from summitparse.batch.emit import Kept
from summitparse.batch.item import Outcome

SLOWEST = 5
# In the head of a record: the hash of the release's bytes.
_SHA256 = re.compile(rb'"sha256":"([0-9a-f]{16})')
# Of so many releases it is known whether they are the same; 60 bytes each are held.
MOST_KNOWN = 1_000_000


@dataclass(slots=True)
class Report:
    """`words` and `counts` are of what was done now. Seconds of `slowest` are CPU time, `seconds` are by the clock."""

    done: int = 0
    kept: int = 0
    failed: int = 0
    words: int = 0
    seconds: float = 0.0
    counts: Counter[str] = field(default_factory=Counter)
    slowest: list[tuple[float, str]] = field(default_factory=list)
    passed_over: int = 0
    notes: list[str] = field(default_factory=list)
    same: list[str] = field(default_factory=list)
    _known: set[int] = field(default_factory=set)

    def take(self, outcome: Outcome | Kept) -> None:
        if isinstance(outcome, Kept):
            self.kept += 1
        elif outcome.line is None:
            self.failed += 1
        else:
            self.done += 1
            self.words += outcome.words
            self.counts.update(dict(outcome.counts))
            push = heappush if len(self.slowest) < SLOWEST else heappushpop
            push(self.slowest, (outcome.seconds, outcome.name))
            self._compare(outcome.line, outcome.name)

    def _compare(self, line: bytes, name: str) -> None:
        """Notes a release whose bytes another one of this run had."""
        found = _SHA256.search(line[:4000])
        if found is None or len(self._known) >= MOST_KNOWN:
            return
        key = int(found[1], 16)
        if key in self._known:
            self.same.append(name)
        self._known.add(key)

    def about_same(self) -> list[str]:
        """A sentence where releases were the same, byte for byte."""
        if not self.same:
            return []
        first = (
            f"{self.same[0]} is" if len(self.same) == 1 else f"{len(self.same):,} releases (first {self.same[0]}) are"
        )
        return [f"{first} the same as others of this batch, byte for byte."]


class Watcher(Protocol):
    """Whoever shows how a batch goes."""

    def outcome(self, outcome: Outcome | Kept, report: Report) -> None:
        """Called once a release, and on a cluster once a part."""


class NoWatcher:
    def outcome(self, outcome: Outcome | Kept, report: Report) -> None:
        pass
