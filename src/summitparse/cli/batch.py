"""`summitparse batch`: many releases in, a record each out."""

import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING, Annotated

import typer

from summitparse.allowance import MEMORY, SECONDS, Allowance
from summitparse.cli.options import Lexicon, MaxMemory, MaxSeconds, MinConfidence, Only, ReferenceDate, Text, kinds
from summitparse.cli.streams import standard_output
from summitparse.errors import INTERRUPTED, UsageError
from summitparse.reference import reference_day
from summitparse.say import say

if TYPE_CHECKING:
    from summitparse.batch.inputs import Inputs
    from summitparse.batch.item import Options
    from summitparse.batch.processes import Processes
    from summitparse.batch.progress import Watch
    from summitparse.batch.report import Report

STANDARD_OUTPUT = "-"


class Engine(StrEnum):
    LOCAL = "local"
    DASK = "dask"


class LogFormat(StrEnum):
    TEXT = "text"
    JSON = "json"


def batch(
    inputs: Annotated[
        list[str],
        typer.Argument(
            metavar="INPUT…",
            help="Folders, files, or JSONL whose lines carry text, and if they like id, reference_date and source; "
            "- for JSONL on standard input.",
        ),
    ],
    output: Annotated[
        str,
        typer.Option(
            "--output",
            "-o",
            metavar="FILE",
            help="Where the records go: .jsonl (.gz, .zst), .json, .parquet, .sqlite, .csv, .tsv, or - for lines of "
            "JSON on standard output.",
        ),
    ],
    glob: Annotated[
        str | None,
        typer.Option(metavar="PATTERN", help="Files of folders to take; default: .txt, .md, .html and so on."),
    ] = None,
    follow_links: Annotated[
        bool,
        typer.Option(
            "--follow-links", help="Take what links in folders lead to, each file once; else they are left out."
        ),
    ] = False,
    reference_date: ReferenceDate = None,
    text: Text = False,
    only: Only = None,
    min_confidence: MinConfidence = 0.0,
    lexicon: Lexicon = None,
    format: Annotated[
        str | None,
        typer.Option(metavar="FORMAT", help="jsonl, json, parquet, sqlite, csv or tsv, whatever the output's ending."),
    ] = None,
    workers: Annotated[
        str,
        typer.Option("--workers", "-w", metavar="N|auto", help="Processes; auto: as many as cores and memory allow."),
    ] = "auto",
    max_tasks: Annotated[
        int, typer.Option(min=0, metavar="N", help="Replace a worker after so many releases; 0: never.")
    ] = 0,
    timeout: Annotated[
        float, typer.Option(min=0, metavar="SECONDS", help="Give a silent worker's release up after this; 0: never.")
    ] = 300,
    max_memory: MaxMemory = MEMORY,
    max_seconds: MaxSeconds = SECONDS,
    ordered: Annotated[
        bool, typer.Option("--ordered/--unordered", help="Records in input order, or as they are ready.")
    ] = True,
    resume: Annotated[
        bool, typer.Option("--resume", help="Go on with a batch: do only what is new, changed or failed.")
    ] = False,
    force: Annotated[bool, typer.Option("--force", help="Do all again, whatever is there.")] = False,
    shard: Annotated[
        str | None,
        typer.Option(metavar="I/N", help="Only the I-th of N equal shares of the inputs, as for SLURM arrays."),
    ] = None,
    engine: Annotated[
        Engine, typer.Option(help="dask: on a cluster; --output is then a folder or URL for parts.")
    ] = Engine.LOCAL,
    cluster: Annotated[
        str | None,
        typer.Option(
            metavar="ADDRESS",
            envvar="DASK_SCHEDULER_ADDRESS",
            help="The Dask scheduler; without one a cluster of --workers is made here.",
        ),
    ] = None,
    people: Annotated[
        bool, typer.Option("--people", help="At the end tell who is one person over all releases (summitparse people).")
    ] = False,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Say nothing but what failed.")] = False,
    log_format: Annotated[
        LogFormat, typer.Option(help="What standard error is for: a person, or a machine (one JSON object a line).")
    ] = LogFormat.TEXT,
) -> None:
    """Parse many releases into one file, a record each in input order.

    A release that cannot be done is reported, listed in OUTPUT.failures.jsonl and passed over. Exit codes: 0 fine,
    1 some releases failed, 2 wrong usage, 3 there is no release, 4 the output cannot be written, 5 an optional part is
    missing.
    """
    day, chosen = reference_day(reference_date, "--reference-date"), kinds(only)
    from summitparse.batch import cores
    from summitparse.batch.inputs import Inputs, share
    from summitparse.batch.item import Options
    from summitparse.batch.progress import watch
    from summitparse.errors import SOME_FAILED
    from summitparse.lexicon import adopt, read

    if people and (engine is Engine.DASK or output == STANDARD_OUTPUT):
        raise UsageError("--people needs one output that is a file: leave it out, and give its parts to people later.")
    if resume and force:
        raise UsageError("--resume keeps what is there and --force does not: give one of them.")
    source = Inputs(inputs, glob, day, shard=share(shard), follow_links=follow_links)
    own = None if lexicon is None else read(lexicon)
    if own is not None:
        adopt(own, str(lexicon))  # what does not fit is told before the first worker starts
    options, count = Options(text, chosen, own, min_confidence), cores.workers(workers)
    source.check()
    allowance = Allowance(max_memory, max_seconds)
    with stoppable(), watch(source, quiet=quiet, machine=log_format is LogFormat.JSON) as watcher:
        if engine is Engine.DASK:
            from summitparse.batch.cluster import run_on_cluster

            if format not in (None, "jsonl"):
                raise UsageError("--engine dask writes parts of lines of JSON: leave --format out.")
            if shard is not None:
                raise UsageError("--engine dask hands out all inputs by itself: leave --shard out.")
            report = run_on_cluster(
                source,
                output,
                options,
                address=cluster,
                workers=count,
                resume=resume,
                force=force,
                watcher=watcher,
                allowance=allowance,
            )
        else:
            from summitparse.batch.processes import Processes

            pool = Processes(count, max_tasks, timeout, allowance)
            if output == STANDARD_OUTPUT:
                report = to_standard_output(source, options, pool, ordered, watcher, format, resume)
            else:
                report = to_file(source, output, options, pool, ordered, watcher, format, resume, force)
        if people:
            from summitparse.people.run import run_people

            run_people(Path(output), format=format)
        watcher.end(report, output)
    if report.failed:
        sys.exit(SOME_FAILED)


def to_file(
    source: "Inputs",
    output: str,
    options: "Options",
    pool: "Processes",
    ordered: bool,
    watcher: "Watch",
    format: str | None,
    resume: bool,
    force: bool,
) -> "Report":
    """The batch into the file or folder `output`."""
    from summitparse.batch.run import run_batch
    from summitparse.batch.sinks import choose
    from summitparse.batch.storage import is_url

    if is_url(output):
        raise UsageError(f"{output} is a URL: those are written with --engine dask. Give a file without it.")
    return run_batch(
        source,
        Path(output),
        choose(Path(output), format),
        options,
        workers=pool,
        ordered=ordered,
        resume=resume,
        force=force,
        watcher=watcher,
    )


def to_standard_output(
    source: "Inputs",
    options: "Options",
    pool: "Processes",
    ordered: bool,
    watcher: "Watch",
    format: str | None,
    resume: bool,
) -> "Report":
    """The batch as lines of JSON on standard output, each written as soon as it is its turn."""
    from summitparse.batch.run import stream_batch

    if format not in (None, "jsonl"):
        raise UsageError("Standard output takes lines of JSON: leave --format out, or give --output a file.")
    if resume:
        raise UsageError("Nothing of standard output is kept to go on from: leave --resume out, or give a file.")

    def write(line: bytes) -> None:
        with standard_output():
            sys.stdout.buffer.write(line)
            sys.stdout.buffer.flush()

    return stream_batch(source, write, options, workers=pool, ordered=ordered, watcher=watcher)


@contextmanager
def stoppable() -> Iterator[None]:
    """Ctrl-C, and the signal with which schedulers end jobs, as a sentence and exit code 130."""

    def stop(number: int, frame: FrameType | None) -> None:
        raise KeyboardInterrupt

    before = signal.signal(signal.SIGTERM, stop)
    try:
        yield
    except KeyboardInterrupt:
        say("Interrupted. What is done is kept: the same command with --resume goes on.")
        sys.exit(INTERRUPTED)
    finally:
        signal.signal(signal.SIGTERM, before)
