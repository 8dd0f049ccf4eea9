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
    Reading and parsing a release keeps within --max-memory and --max-seconds, and so does making the page of all.
    """
    from summitparse.cli.output import write
    from summitparse.in_child import in_child
    from summitparse.reading import name_in_sentences
    from summitparse.view.load import load_releases, parse_in_children
    from summitparse.view.report import build_report

    allowance = Allowance(max_memory, max_seconds)
    parsed = parse_in_children(files, allowance)
    name = name_in_sentences(files[0]) if len(files) == 1 else f"The page of {len(files)} files"
    write(in_child(lambda: build_report(list(load_releases(files, parsed))), allowance, name), output)
