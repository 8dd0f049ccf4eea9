"""What a batch did, and who is told of it as it goes."""

from collections import Counter
from dataclasses import dataclass, field
from heapq import heappush, heappushpop
from typing import Protocol

from summitparse.batch.emit import Kept
from summitparse.batch.item import Outcome

SLOWEST = 5


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


class Watcher(Protocol):
    """Whoever shows how a batch goes."""

    def outcome(self, outcome: Outcome | Kept, report: Report) -> None:
        """Called once a release, and on a cluster once a part."""


class NoWatcher:
    def outcome(self, outcome: Outcome | Kept, report: Report) -> None:
        pass
