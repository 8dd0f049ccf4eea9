"""A batch from its inputs to its output."""

import os
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from heapq import heappush, heappushpop
from pathlib import Path
from typing import Protocol

from summitparse.batch.blocks import blocks
from summitparse.batch.emit import Emitter, Failures, Kept
from summitparse.batch.inputs import Inputs
from summitparse.batch.item import Item, Options, Outcome
from summitparse.batch.journal import Journal
from summitparse.batch.key import how_made
from summitparse.batch.names import Names
from summitparse.batch.sinks import Sink
from summitparse.batch.workers import Workers
from summitparse.errors import UsageError

# So many inputs that need no work are looked through before the workers are looked after again.
GLANCE = 256
SLOWEST = 5


@dataclass(slots=True)
class Report:
    """What a batch did. Seconds of `slowest` are CPU time, `seconds` are by the clock."""

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
        """Called once a release."""


class NoWatcher:
    def outcome(self, outcome: Outcome | Kept, report: Report) -> None:
        pass


def run_batch(
    inputs: Inputs,
    output: Path,
    sink: Sink,
    options: Options,
    *,
    workers: Workers,
    work: str = "summitparse.batch.work:work",
    ordered: bool = True,
    resume: bool = False,
    force: bool = False,
    watcher: Watcher | None = None,
) -> Report:
    """Every input's record to `output`. A release that cannot be done is reported and costs nothing else.

    Raises `UnwritableOutput`, and `UsageError` if the output is one of the inputs; what was done until then is kept
    and can be resumed.
    """
    names, report, watcher = Names(output), Report(), watcher or NoWatcher()
    inputs.outputs = not_an_input(names, inputs.paths)
    started = time.monotonic()
    journal = Journal(names, sink, how_made(options), resume=resume, force=force)
    failures = Failures(names.failures)

    def tell(outcome: Outcome | Kept) -> None:
        report.take(outcome)
        watcher.outcome(outcome, report)

    emitter = Emitter(journal, failures, tell, ordered=ordered)
    try:
        failures.begin()
        for outcome in workers.run(to_do(inputs, journal, emitter), work, options, lambda: emitter.held):
            if outcome is not None:
                emitter.put(outcome)
            journal.flush()
        journal.finish()
    finally:
        failures.close()
        journal.close()
    report.passed_over, report.notes = inputs.passed_over, inputs.notes
    report.seconds = time.monotonic() - started
    report.slowest.sort(reverse=True)
    return report


def to_do(inputs: Iterable[Item], journal: Journal, emitter: Emitter) -> Iterator[list[Item]]:
    """Blocks of the items that are not done yet. An empty one now and then lets the caller look after its workers."""

    def open_items() -> Iterator[Item | None]:
        for seen, item in enumerate(inputs, 1):
            place = journal.find(item)
            if place is not None:
                emitter.put(Kept(item.number, *place))
            elif item.problem is not None:
                emitter.put(Outcome(item.number, item.name, failure=item.problem))
            else:
                yield item
            if seen % GLANCE == 0:
                yield None

    return blocks(open_items())


def not_an_input(names: Names, paths: Sequence[str] | Iterable[str]) -> frozenset[str]:
    """Real paths of all that the batch writes; raises `UsageError` if one of them is given as an input."""
    written = {os.path.realpath(path): path for path in names.all()}
    for path in paths:
        if os.path.realpath(path) in written:
            raise UsageError(f"{path} is both input and output. Choose another --output.")
    return frozenset(written)
