"""`summitparse repeats`: the same quote in many releases."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from summitparse.cli.options import Output


class Format(StrEnum):
    TABLE = "table"
    JSON = "json"


def repeats(
    records: Annotated[
        Path, typer.Argument(metavar="RECORDS", help="What batch wrote: a database, JSONL or another of its formats.")
    ],
    format: Annotated[Format, typer.Option(help="table: for a person; json: for a program.")] = Format.TABLE,
    output: Output = None,
) -> None:
    """Show which quotes several releases have in nearly the same words, and where each was first.

    A database gets the column quotes.first_quote besides. Exit codes: 0 fine, 3 the records cannot be read, 4 an output
    cannot be written.
    """
    from summitparse.cli.output import write
    from summitparse.repeats.run import run_repeats, to_json, to_table

    found = run_repeats(records)
    write(to_json(found) if format is Format.JSON else to_table(found), output)
