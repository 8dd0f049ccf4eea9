"""`summitparse parse`: one release in, its records out."""

import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from summitparse.allowance import MEMORY, SECONDS, Allowance
from summitparse.cli.options import (
    Lexicon,
    MaxMemory,
    MaxSeconds,
    MinConfidence,
    Only,
    Output,
    ReferenceDate,
    Text,
    kinds,
)
from summitparse.reference import reference_day


class Format(StrEnum):
    JSON = "json"
    JSONL = "jsonl"
    TABLE = "table"
    ANNOTATIONS = "annotations"


def parse(
    file: Annotated[
        Path | None, typer.Argument(metavar="[FILE]", help="The release; - or nothing for standard input.")
    ] = None,
    reference_date: ReferenceDate = None,
    text: Text = False,
    format: Annotated[
        Format,
        typer.Option(
            help="json: one indented object; jsonl: the same on one line; table: for a person; annotations: W3C Web "
            "Annotations (JSON-LD).",
        ),
    ] = Format.JSON,
    indent: Annotated[int, typer.Option(min=0, max=8, help="Spaces a level of JSON; 0 for one line.")] = 2,
    output: Output = None,
    only: Only = None,
    min_confidence: MinConfidence = 0.0,
    lexicon: Lexicon = None,
    max_memory: MaxMemory = MEMORY,
    max_seconds: MaxSeconds = SECONDS,
) -> None:
    """Parse one release into one JSON object.

    Standard output carries the data and nothing else. Exit codes: 0 fine, 2 wrong usage, 3 the input cannot be read,
    4 the output cannot be written. A release that takes more than --max-memory or --max-seconds cannot be read.
    """
    day, chosen = reference_day(reference_date, "--reference-date"), kinds(only)
    from summitparse import reading
    from summitparse.cli.output import write
    from summitparse.errors import UsageError
    from summitparse.in_child import in_child

    if file is None and sys.stdin.isatty():
        raise UsageError("Name a file, or give the release on standard input: summitparse parse release.txt")
    standard = file is None or str(file) == reading.STANDARD_INPUT

    def parsed() -> str:
        source = reading.read_standard_input() if standard else reading.read_path(str(file))

        from summitparse import pipeline
        from summitparse.lexicon import use
        from summitparse.serialise import select, to_json

        use(lexicon)
        release = next(pipeline.run([pipeline.Job(source, None, day)]))
        spaces = None if format is Format.JSONL or indent == 0 else indent
        if format in (Format.JSON, Format.JSONL):
            return to_json(release, text=text, only=chosen, min_confidence=min_confidence, indent=spaces)
        shown = select(release, chosen, min_confidence=min_confidence)
        if format is Format.ANNOTATIONS:
            from summitparse.export.annotations import to_annotations

            return to_annotations(shown, indent=spaces)
        from summitparse.view.terminal import to_text

        return to_text(shown, colour=output is None)

    name = "Standard input" if standard else reading.printable(str(file))
    write(in_child(parsed, Allowance(max_memory, max_seconds), name), output)
