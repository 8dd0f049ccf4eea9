"""`summitparse view`: releases or their records as one HTML page to look at."""

from pathlib import Path
from typing import Annotated

import typer

from summitparse.allowance import MEMORY, SECONDS, Allowance
from summitparse.cli.options import MaxMemory, MaxSeconds


def view(
    files: Annotated[
        list[str],
        typer.Argument(
            metavar="FILE…",
            help="Releases of any format, or JSON and JSONL with records and their text; - for standard input.",
        ),
    ],
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", metavar="FILE", help="The page; default: standard output."),
    ] = None,
    max_memory: MaxMemory = MEMORY,
    max_seconds: MaxSeconds = SECONDS,
) -> None:
    """Write one HTML file that shows each release with its records marked; it needs no network.

    Exit codes: 0 fine, 3 an input cannot be read, 4 the output cannot be written, 5 an optional part is missing.
    """
    from summitparse.cli.output import write
    from summitparse.view.load import load_releases
    from summitparse.view.report import build_report

    allowance = Allowance(max_memory, max_seconds)
    write(build_report(list(load_releases(files, text=True, allowance=allowance))), output)
