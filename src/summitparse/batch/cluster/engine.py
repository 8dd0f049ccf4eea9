"""Hands parts to a Dask cluster, a few ahead of its workers, and finds the release that a part died of."""

import json
import logging
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from summitparse.allowance import UNLIMITED, Allowance
from summitparse.batch import storage
from summitparse.batch.cluster.parts import Part, check_reachable, is_part, parts
from summitparse.batch.cluster.work_part import Done, do_one, do_part, write_part
from summitparse.batch.inputs import Inputs
from summitparse.batch.item import Options, Outcome
from summitparse.batch.key import how_made
from summitparse.batch.ownership import FIRST_LINE, MADE_BY, begins_as_ours
from summitparse.batch.report import SLOWEST, NoWatcher, Report, Watcher
from summitparse.batch.workers import found
from summitparse.errors import InternalError, SummitparseError, UnwritableOutput, UsageError
from summitparse.extras import missing
from summitparse.safe_path import leave_out_current_folder

ADDRESS = "DASK_SCHEDULER_ADDRESS"
# What failed in all parts, in the folder of the parts.
FAILURES = "failures.jsonl"
# Parts a worker that wait at the scheduler: enough that no worker idles, few enough that millions are never listed.
AHEAD = 3
# Seconds to wait for a scheduler that does not answer.
PATIENCE = "30s"


def run_on_cluster(
    inputs: Inputs,
    output: str,
    options: Options,
    *,
    address: str | None = None,
    workers: int = 1,
    work: str = "summitparse.batch.work:work",
    resume: bool = False,
    force: bool = False,
    watcher: Watcher | None = None,
    allowance: Allowance = UNLIMITED,
) -> Report:
    """Every part of the inputs to a file in the folder `output`; the parts one after another are what one machine
    writes. `address` is the scheduler's, else that of the environment, else a cluster of `workers` here is made.

    Raises `MissingExtra`, `UnwritableOutput`, `UsageError`.
    """
    address = address or os.environ.get(ADDRESS)
    output = output.rstrip("/")
    check_reachable(list(inputs.paths), output, bool(address))
    there = begin(output, resume, force)
    started = time.monotonic()
    with client_of(address, workers, work) as client:
        run = _Run(client, output, work, watcher or NoWatcher(), allowance)
        run.all(parts(inputs, how_made(options), options), there)
    finish(output, run)
    report = run.report
    report.seconds = time.monotonic() - started
    report.passed_over, report.notes = inputs.passed_over, inputs.notes
    return report


def begin(output: str, resume: bool, force: bool) -> frozenset[str]:
    """Names of the parts that are there and may be used; raises `UnwritableOutput` if nobody allowed that."""
    try:
        listed = storage.listing(output)
        if FAILURES in listed and not begins_as_ours(storage.read(f"{output}/{FAILURES}", 0, FIRST_LINE)):
            raise UnwritableOutput(
                f"{output}/{FAILURES} is there, and no batch made it. Move it away, or choose another --output."
            )
        there = [name for name in listed if is_part(name)]
        if there and not (resume or force):
            raise UnwritableOutput(
                f"{output} holds parts already. Add --resume to do only what is missing, new or changed, --force to do "
                "all again, or choose another --output."
            )
        if force:
            for name in there:
                storage.delete(f"{output}/{name}")
            there = []
    except OSError as error:
        raise UnwritableOutput(f"{output} cannot be used ({error}). Choose another --output.") from None
    return frozenset(there)


class _Run:
    def __init__(self, client: Any, output: str, work: str, watcher: Watcher, allowance: Allowance) -> None:
        self.allowance = allowance
        self.client, self.output, self.work, self.watcher = client, output, work, watcher
        self.report = Report()
        self.names: list[str] = []
        self.failures: dict[int, list[tuple[str, str]]] = {}

    def all(self, todo: Iterator[Part], there: frozenset[str]) -> None:
        from distributed import as_completed

        waiting = self.missing(todo, there)
        running: dict[Any, Part] = {}
        suspects: list[Part] = []
        completed = as_completed()
        while True:
            while len(running) < AHEAD * max(1, len(self.client.nthreads())):
                part = next(waiting, None)
                if part is None:
                    break
                future = self.client.submit(do_part, part, self.output, self.work, self.allowance, pure=False)
                running[future] = part
                completed.add(future)
            if not running:
                break
            future = next(completed)
            part = running.pop(future)
            done = self.result(future, part)
            if done is None:
                suspects.append(part)
            else:
                self.take(part, done)
        for part in suspects:
            self.take(part, self.one_by_one(part))

    def missing(self, todo: Iterator[Part], there: frozenset[str]) -> Iterator[Part]:
        """Parts that are to be done: those without a file, and those in which something failed."""
        for part in todo:
            self.names += [part.name]
            if part.name in there and part.failures not in there:
                self.report.kept += part.count
            else:
                yield part

    def result(self, future: Any, part: Part) -> Done | None:
        """None if workers died while they had the part, be it this one's fault or another's."""
        from distributed import KilledWorker

        try:
            done: Done = future.result()
        except KilledWorker:
            return None
        except OSError as error:
            raise UnwritableOutput(
                f"{self.output}/{part.name} cannot be written ({error}). What is done is kept: make it writable, then "
                "run the same command with --resume."
            ) from None
        except SummitparseError:
            raise
        except Exception as error:
            raise InternalError(f"{part.name} failed ({type(error).__name__}: {error}). Please report it.") from error
        return done

    def one_by_one(self, part: Part) -> Done:
        """Each release of the part alone, with nothing else on the cluster that could be blamed or be to blame."""
        from distributed import KilledWorker

        outcomes: dict[int, Outcome] = {}
        for item in part.items():
            try:
                future = self.client.submit(do_one, part, item.number, self.work, self.allowance, pure=False)
                outcomes[item.number] = future.result()
            except KilledWorker:
                said = "ended its worker again and again (often for --max-memory or --max-seconds). It was passed over."
                outcomes[item.number] = Outcome(item.number, item.name, failure=f"{item.name}: {said}")
        return write_part(part, self.output, outcomes)

    def take(self, part: Part, done: Done) -> None:
        report = self.report
        report.done += done.done
        report.words += done.words
        report.counts.update(done.counts)
        report.slowest = sorted([*report.slowest, *done.slowest], reverse=True)[:SLOWEST]
        for name, message in done.failed:
            report.failed += 1
            self.watcher.outcome(Outcome(0, name, failure=message), report)
        if done.failed:
            self.failures[part.number] = done.failed
            self.names += [part.failures]
        self.watcher.outcome(Outcome(0, part.name, b""), report)


def finish(output: str, run: _Run) -> None:
    """Drops parts of an earlier state of the inputs, and says in one place what failed."""
    wanted = set(run.names)
    for name in storage.listing(output):
        if is_part(name) and name not in wanted:
            storage.delete(f"{output}/{name}")
    lines = [
        json.dumps({"name": name, "message": message}) + "\n"
        for number in sorted(run.failures)
        for name, message in run.failures[number]
    ]
    if lines:
        mark = json.dumps(MADE_BY) + "\n"
        storage.write_whole(f"{output}/{FAILURES}", "".join([mark, *lines]).encode("ascii"))
    elif FAILURES in storage.listing(output):
        storage.delete(f"{output}/{FAILURES}")


@contextmanager
def client_of(address: str | None, workers: int, work: str) -> Iterator[Any]:
    """A client of the cluster at `address`, or of one made here; the model is loaded as its workers come."""
    try:
        import distributed
    except ImportError:
        raise missing("--engine dask", "cluster") from None
    # A worker that dies is expected, and said by us in a sentence.
    for name in ("distributed", "distributed.nanny", "distributed.scheduler", "distributed.core", "tornado"):
        logging.getLogger(name).setLevel(logging.CRITICAL)
    local = None
    try:
        if address is None:
            leave_out_current_folder()
            # Workers too: on a busy machine one may miss the scheduler for a moment while both are closed.
            local = distributed.LocalCluster(
                n_workers=workers, threads_per_worker=1, dashboard_address=None, silence_logs=logging.CRITICAL
            )
        client = distributed.Client(address or local, timeout=PATIENCE)
    # The last two are said of certificates: without any, or where the configuration asks for them.
    except (OSError, ValueError, TypeError, RuntimeError) as error:
        raise UsageError(
            f"No Dask scheduler answers at {address} ({error}). Check --cluster and, for tls://, Dask's certificates, "
            "or start one with `dask scheduler`."
        ) from None
    try:
        client.register_plugin(_warm(work))
        yield client
    finally:
        client.close()
        if local is not None:
            local.close()


def _warm(work: str) -> Any:
    from distributed import WorkerPlugin

    class Warm(WorkerPlugin):  # type: ignore[misc]
        """Loads the model once a worker, before its first part."""

        name = "summitparse"

        def setup(self, worker: Any) -> None:
            found(work)

    return Warm()
