"""Where the records of a batch go: a file, standard output, or the parts that a cluster writes."""

import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from summitparse.cli.streams import standard_output
from summitparse.errors import UsageError

if TYPE_CHECKING:
    from summitparse.batch.inputs import Inputs
    from summitparse.batch.item import Options
    from summitparse.batch.processes import Processes
    from summitparse.batch.progress import Watch
    from summitparse.batch.report import Report

STANDARD_OUTPUT = "-"


@dataclass(frozen=True, slots=True)
class Destination:
    """What the words of the command say of it, with those that do not go with every destination."""

    output: str
    format: str | None
    dask: bool
    scheduler: str | None
    ordered: bool
    resume: bool
    force: bool
    people: bool
    shared_out: bool

    def check(self) -> None:
        """Raises `UsageError` for words that do not go together."""
        lines = self.format in (None, "jsonl")
        if self.people and (self.dask or self.output == STANDARD_OUTPUT):
            raise UsageError(
                "--people needs one output that is a file: leave it out, and give its parts to people later."
            )
        if self.resume and self.force:
            raise UsageError("--resume keeps what is there and --force does not: give one of them.")
        if self.dask and not lines:
            raise UsageError("--engine dask writes parts of lines of JSON: leave --format out.")
        if self.dask and self.shared_out:
            raise UsageError("--engine dask hands out all inputs by itself: leave --shard out.")
        if self.dask or self.output != STANDARD_OUTPUT:
            return
        if not lines:
            raise UsageError("Standard output takes lines of JSON: leave --format out, or give --output a file.")
        if self.resume:
            raise UsageError("Nothing of standard output is kept to go on from: leave --resume out, or give a file.")

    def run(self, source: "Inputs", options: "Options", pool: "Processes", watcher: "Watch") -> "Report":
        """The batch; raises what it raises."""
        if self.dask:
            from summitparse.batch.cluster import run_on_cluster

            return run_on_cluster(
                source,
                self.output,
                options,
                address=self.scheduler,
                workers=pool.count,
                resume=self.resume,
                force=self.force,
                watcher=watcher,
                allowance=pool.allowance,
            )
        if self.output == STANDARD_OUTPUT:
            from summitparse.batch.run import stream_batch

            return stream_batch(source, write_line, options, workers=pool, ordered=self.ordered, watcher=watcher)
        report = self._to_file(source, options, pool, watcher)
        if self.people:
            from summitparse.people.run import run_people

            run_people(Path(self.output), format=self.format)
        return report

    def _to_file(self, source: "Inputs", options: "Options", pool: "Processes", watcher: "Watch") -> "Report":
        from summitparse.batch.run import run_batch
        from summitparse.batch.sinks import choose
        from summitparse.batch.storage import is_url

        if is_url(self.output):
            raise UsageError(f"{self.output} is a URL: those are written with --engine dask. Give a file without it.")
        output = Path(self.output)
        return run_batch(
            source,
            output,
            choose(output, self.format),
            options,
            workers=pool,
            ordered=self.ordered,
            resume=self.resume,
            force=self.force,
            watcher=watcher,
        )


def write_line(line: bytes) -> None:
    """A record to standard output, at once. Raises `UnwritableOutput`, and `OutputEnds` where nobody reads it."""
    with standard_output():
        sys.stdout.buffer.write(line)
        sys.stdout.buffer.flush()
