"""Options of `summitparse batch` alone."""

from enum import StrEnum
from typing import Annotated

import typer


class Engine(StrEnum):
    LOCAL = "local"
    DASK = "dask"


class LogFormat(StrEnum):
    TEXT = "text"
    JSON = "json"


Inputs = Annotated[
    list[str],
    typer.Argument(
        metavar="INPUT…",
        help="Folders, files, or JSONL whose lines carry text, and if they like id, reference_date and source; "
        "- for JSONL on standard input.",
    ),
]
Output = Annotated[
    str,
    typer.Option(
        "--output",
        "-o",
        metavar="FILE",
        help="Where the records go: .jsonl (.gz, .zst), .json, .parquet, .sqlite, .csv, .tsv, or - for lines of "
        "JSON on standard output.",
    ),
]
Glob = Annotated[
    str | None,
    typer.Option(metavar="PATTERN", help="Files of folders to take; default: .txt, .md, .html and so on."),
]
FollowLinks = Annotated[
    bool,
    typer.Option("--follow-links", help="Take what links in folders lead to, each file once; else they are left out."),
]
Format = Annotated[
    str | None,
    typer.Option(metavar="FORMAT", help="jsonl, json, parquet, sqlite, csv or tsv, whatever the output's ending."),
]
Workers = Annotated[
    str,
    typer.Option("--workers", "-w", metavar="N|auto", help="Processes; auto: as many as cores and memory allow."),
]
MaxTasks = Annotated[int, typer.Option(min=0, metavar="N", help="Replace a worker after so many releases; 0: never.")]
Timeout = Annotated[
    float, typer.Option(min=0, metavar="SECONDS", help="Give a silent worker's release up after this; 0: never.")
]
Ordered = Annotated[bool, typer.Option("--ordered/--unordered", help="Records in input order, or as they are ready.")]
Resume = Annotated[bool, typer.Option("--resume", help="Go on with a batch: do only what is new, changed or failed.")]
Force = Annotated[bool, typer.Option("--force", help="Do all again, whatever is there.")]
Shard = Annotated[
    str | None,
    typer.Option(metavar="I/N", help="Only the I-th of N equal shares of the inputs, as for SLURM arrays."),
]
EngineName = Annotated[Engine, typer.Option(help="dask: on a cluster; --output is then a folder or URL for parts.")]
Cluster = Annotated[
    str | None,
    typer.Option(
        metavar="ADDRESS",
        envvar="DASK_SCHEDULER_ADDRESS",
        help="The Dask scheduler; without one a cluster of --workers is made here.",
    ),
]
People = Annotated[
    bool, typer.Option("--people", help="At the end tell who is one person over all releases (summitparse people).")
]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="Say nothing but what failed.")]
LogFormatName = Annotated[
    LogFormat, typer.Option(help="What standard error is for: a person, or a machine (one JSON object a line).")
]
