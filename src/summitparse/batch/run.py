"""A batch from its inputs to its output."""

import os
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

from summitparse.batch.blocks import blocks
from summitparse.batch.disk import told
from summitparse.batch.emit import Emitter, Failures, Kept
from summitparse.batch.inputs import Inputs
from summitparse.batch.item import Item, Options, Outcome
from summitparse.batch.journal import Journal
from summitparse.batch.key import how_made
from summitparse.batch.names import Names
from summitparse.batch.report import NoWatcher, Report, Watcher
from summitparse.batch.sinks import Sink
from summitparse.batch.sinks.datasette import describe
from summitparse.batch.stream import Stream, Unlisted
from summitparse.batch.workers import Workers
from summitparse.errors import UsageError

# So many inputs that need no work are looked through before the workers are looked after again.
GLANCE = 256


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
    names = Names(output)
    inputs.outputs = not_an_input(names, inputs.paths)
    journal = Journal(names, sink, how_made(options), resume=resume, force=force)
    report = _carry_out(inputs, journal, Failures(names.failures), options, workers, work, ordered, watcher)
    with told(names.description):
        describe(sink, output, names.description)
    return report


def stream_batch(
    inputs: Inputs,
    write: Callable[[bytes], None],
    options: Options,
    *,
    workers: Workers,
    work: str = "summitparse.batch.work:work",
    ordered: bool = True,
    watcher: Watcher | None = None,
) -> Report:
    """Every input's record to `write`, a line of JSON each; what fails is told to the watcher and listed nowhere."""
    return _carry_out(inputs, Stream(write), Unlisted(), options, workers, work, ordered, watcher)


def _carry_out(
    inputs: Inputs,
    journal: Journal | Stream,
    failures: Failures | Unlisted,
    options: Options,
    workers: Workers,
    work: str,
    ordered: bool,
    watcher: Watcher | None,
) -> Report:
    report, watcher = Report(), watcher or NoWatcher()
    started = time.monotonic()

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
    report.passed_over, report.notes = inputs.passed_over, [*inputs.notes, *report.about_same()]
    report.seconds = time.monotonic() - started
    report.slowest.sort(reverse=True)
    return report


def to_do(inputs: Iterable[Item], journal: Journal | Stream, emitter: Emitter) -> Iterator[list[Item]]:
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
