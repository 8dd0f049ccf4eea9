"""`summitparse evaluate`: predictions against a user's own corrected records."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from summitparse.allowance import MEMORY, SECONDS, Allowance
from summitparse.cli.options import MaxMemory, MaxSeconds, Output
from summitparse.in_child import in_child


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
    max_memory: MaxMemory = MEMORY,
    max_seconds: MaxSeconds = SECONDS,
) -> None:
    """Compare predictions with corrected records: precision, recall and F1 a kind, and what was missed.

    Exit codes: 0 fine, 2 wrong usage, 3 an input cannot be read, 4 the output cannot be written. Reading and comparing
    all of them keeps within --max-memory and --max-seconds.
    """
    from summitparse.cli.output import write
    from summitparse.evaluate import evaluate as compare
    from summitparse.evaluate.load import load_records
    from summitparse.evaluate.show import to_json, to_table

    def compared() -> str:
        evaluation = compare(load_records(gold), load_records(pred))
        return to_json(evaluation) if format is Format.JSON else to_table(evaluation, misses=misses)

    name = f"The comparison of {pred} with {gold}"
    write(in_child(compared, Allowance(max_memory, max_seconds), name), output)
