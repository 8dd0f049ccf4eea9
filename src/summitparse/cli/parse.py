"""`summitparse parse`: one release in, its records out."""

import sys
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from summitparse.allowance import MEMORY, SECONDS, Allowance
from summitparse.cli.one_release import said_of
from summitparse.cli.options import (
    Lexicon,
    MaxMemory,
    MaxSeconds,
    MinConfidence,
    Model,
    Only,
    Output,
    ReferenceDate,
    Text,
    kinds,
)
from summitparse.errors import UsageError
from summitparse.language.choice import choose
from summitparse.reference import reference_day

if TYPE_CHECKING:
    from summitparse.pipeline import Job


class Format(StrEnum):
    JSON = "json"
    JSONL = "jsonl"
    TABLE = "table"
    ANNOTATIONS = "annotations"
    CSV = "csv"
    MARKDOWN = "markdown"
    XLSX = "xlsx"
    QUOTATIONS = "quotations"


Shape = Annotated[
    Format | None,
    typer.Option(
        help="json: one indented object; jsonl: the same on one line; table: for a person; annotations: W3C Web "
        "Annotations (JSON-LD); quotations: schema.org Quotations (JSON-LD); csv, markdown; xlsx: a workbook with "
        "a sheet a kind. Default: what the ending of --output says, else json.",
    ),
]
Compact = Annotated[
    bool,
    typer.Option(
        "--compact",
        help="JSON for a reader of few words, such as a language model: names in place of ids, no nulls.",
    ),
]
# What an output's ending says of its format; a text may hold any of them.
ENDINGS = {
    "": Format.JSON,
    ".json": Format.JSON,
    ".txt": Format.JSON,
    ".jsonl": Format.JSONL,
    ".ndjson": Format.JSONL,
    ".jsonld": Format.ANNOTATIONS,
    ".csv": Format.CSV,
    ".md": Format.MARKDOWN,
    ".xlsx": Format.XLSX,
}


def parse(
    files: Annotated[
        list[str] | None, typer.Argument(metavar="[FILE]", help="The release; - or nothing for standard input.")
    ] = None,
    reference_date: ReferenceDate = None,
    text: Text = False,
    format: Shape = None,
    indent: Annotated[int, typer.Option(min=0, max=8, help="Spaces a level of JSON; 0 for one line.")] = 2,
    compact: Compact = False,
    output: Output = None,
    only: Only = None,
    min_confidence: MinConfidence = 0.0,
    lexicon: Lexicon = None,
    model: Model = None,
    max_memory: MaxMemory = MEMORY,
    max_seconds: MaxSeconds = SECONDS,
) -> None:
    """Parse one release into one JSON object.

    Standard output carries the data and nothing else. Exit codes: 0 fine, 2 wrong usage, 3 the input cannot be read,
    4 the output cannot be written. A release that takes more than --max-memory or --max-seconds cannot be read.
    """
    day, chosen = reference_day(reference_date, "--reference-date"), kinds(only)
    from summitparse.cli.output import write

    choose(model)
    shape = format or by_ending(output)
    if shape is Format.XLSX and output is None and sys.stdout.isatty():
        raise UsageError("A workbook is nothing for a terminal: give --output release.xlsx.")
    if compact and shape not in (Format.JSON, Format.JSONL):
        raise UsageError("--compact is a form of JSON: leave --format out, or take json or jsonl.")
    spaces = None if shape is Format.JSONL or indent == 0 or compact else indent
    shown = Shown(shape, spaces, text, chosen, min_confidence, compact)
    said = said_of(
        only_one(files),
        lambda job: shown.of(job, colour=output is None),
        day=day,
        lexicon=lexicon,
        allowance=Allowance(max_memory, max_seconds),
        example="summitparse parse release.txt",
    )
    if shape is Format.XLSX:
        from summitparse.cli.output import write_bytes
        from summitparse.export.tabular import to_xlsx
        from summitparse.records import Release

        write_bytes(to_xlsx(Release.model_validate_json(said)), output)
        return
    write(said, output)


@dataclass(frozen=True, slots=True)
class Shown:
    """How the records of a release are to be written; `indent` is in spaces, None for one line."""

    format: Format
    indent: int | None
    text: bool
    only: frozenset[str] | None
    min_confidence: float
    compact: bool = False

    def of(self, job: "Job", *, colour: bool) -> str:
        """The records of the job's release; `colour` is for a table on a terminal."""
        from summitparse import pipeline
        from summitparse.serialise import select, to_json

        release = next(pipeline.run([job]))
        if self.format in (Format.JSON, Format.JSONL) and not self.compact:
            return to_json(
                release, text=self.text, only=self.only, min_confidence=self.min_confidence, indent=self.indent
            )
        chosen = select(release, self.only, min_confidence=self.min_confidence)
        if self.compact:
            from summitparse.export.compact import to_compact

            return to_compact(chosen)
        if self.format is Format.XLSX:
            return to_json(chosen)
        if self.format in (Format.CSV, Format.MARKDOWN):
            from summitparse.export.tabular import to_csv, to_markdown

            return to_csv(chosen) if self.format is Format.CSV else to_markdown(chosen)
        if self.format is Format.QUOTATIONS:
            from summitparse.export.quotations import to_quotations

            return to_quotations(chosen, indent=self.indent)
        if self.format is Format.ANNOTATIONS:
            from summitparse.export.annotations import to_annotations

            return to_annotations(chosen, indent=self.indent)
        from summitparse.view.terminal import to_text

        return to_text(chosen, colour=colour)


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
