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
from summitparse.errors import UsageError
from summitparse.reference import reference_day


class Format(StrEnum):
    JSON = "json"
    JSONL = "jsonl"
    TABLE = "table"
    ANNOTATIONS = "annotations"


# What an output's ending says of its format; a text may hold any of them.
ENDINGS = {
    "": Format.JSON,
    ".json": Format.JSON,
    ".txt": Format.JSON,
    ".jsonl": Format.JSONL,
    ".ndjson": Format.JSONL,
    ".jsonld": Format.ANNOTATIONS,
}


def parse(
    files: Annotated[
        list[str] | None, typer.Argument(metavar="[FILE]", help="The release; - or nothing for standard input.")
    ] = None,
    reference_date: ReferenceDate = None,
    text: Text = False,
    format: Annotated[
        Format | None,
        typer.Option(
            help="json: one indented object; jsonl: the same on one line; table: for a person; annotations: W3C Web "
            "Annotations (JSON-LD). Default: what the ending of --output says, else json.",
        ),
    ] = None,
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
    from summitparse.in_child import in_child

    file = only_one(files)
    if file is None and sys.stdin.isatty():
        raise UsageError("Name a file, or give the release on standard input: summitparse parse release.txt")
    standard = file is None or file == reading.STANDARD_INPUT
    shape = format or by_ending(output)

    def parsed() -> str:
        source = reading.read_standard_input() if standard else reading.read_path(str(file))

        from summitparse import pipeline
        from summitparse.lexicon import use
        from summitparse.serialise import select, to_json

        use(lexicon)
        release = next(pipeline.run([pipeline.Job(source, None, day)]))
        spaces = None if shape is Format.JSONL or indent == 0 else indent
        if shape in (Format.JSON, Format.JSONL):
            return to_json(release, text=text, only=chosen, min_confidence=min_confidence, indent=spaces)
        shown = select(release, chosen, min_confidence=min_confidence)
        if shape is Format.ANNOTATIONS:
            from summitparse.export.annotations import to_annotations

            return to_annotations(shown, indent=spaces)
        from summitparse.view.terminal import to_text

        return to_text(shown, colour=output is None)

    name = "Standard input" if standard else reading.printable(str(file))
    write(in_child(parsed, Allowance(max_memory, max_seconds), name), output)


def only_one(files: list[str] | None) -> str | None:
    """The file that was named, if one was; raises `UsageError` for several."""
    if files and len(files) > 1:
        raise UsageError(
            f"`parse` reads one release, and {len(files)} files are named. For many there is `summitparse batch "
            f"{files[0]} {files[1]} … --output records.jsonl`."
        )
    return files[0] if files else None


def by_ending(output: Path | None) -> Format:
    """The format that an output's ending says; raises `UsageError` where it is none of `parse`."""
    suffix = "" if output is None else output.suffix.lower()
    if suffix in ENDINGS:
        return ENDINGS[suffix]
    from summitparse.batch.sinks.choose import SUFFIXES

    remedy = (
        f"`summitparse batch FILE --output {output}` writes that"
        if suffix in SUFFIXES
        else "`summitparse view` writes a page to look at"
        if suffix in (".html", ".htm")
        else "say what it is to be with --format"
    )
    raise UsageError(f"{output}: `parse` writes no {suffix} files, but {', '.join(filter(None, ENDINGS))}; {remedy}.")
