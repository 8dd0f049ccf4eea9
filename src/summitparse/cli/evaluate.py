"""`summitparse evaluate`: predictions against a user's own corrected records."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from summitparse.cli.options import Output


class Format(StrEnum):
    TABLE = "table"
    JSON = "json"


def evaluate(
    gold: Annotated[
        Path, typer.Option(metavar="DIR", help="Corrected records: a folder of JSON and JSONL files, or one file.")
    ],
    pred: Annotated[Path, typer.Option(metavar="FILE", help="What is to be measured: JSON or JSONL, or a folder.")],
    format: Annotated[Format, typer.Option(help="table: for a person; json: for a program.")] = Format.TABLE,
    misses: Annotated[bool, typer.Option("--misses/--no-misses", help="List what is wrong below the table.")] = True,
    output: Output = None,
) -> None:
    """Compare predictions with corrected records: precision, recall and F1 a kind, and what was missed.

    Exit codes: 0 fine, 2 wrong usage, 3 an input cannot be read, 4 the output cannot be written.
    """
    from summitparse.cli.output import write
    from summitparse.evaluate import evaluate as compare
    from summitparse.evaluate.load import load_records
    from summitparse.evaluate.show import to_json, to_table

    evaluation = compare(load_records(gold), load_records(pred))
    write(to_json(evaluation) if format is Format.JSON else to_table(evaluation, misses=misses), output)
