"""`summitparse diff`: what changed between two versions of a release."""

from enum import StrEnum
from typing import Annotated

import typer

from summitparse.allowance import MEMORY, SECONDS, Allowance
from summitparse.cli.options import MaxMemory, MaxSeconds, Output


class Format(StrEnum):
    TABLE = "table"
    JSON = "json"


def diff(
    old: Annotated[
        str, typer.Argument(metavar="OLD", help="The earlier version: a release of any format, or records with text.")
    ],
    new: Annotated[
        str, typer.Argument(metavar="NEW", help="The later version; many releases are paired by id or name.")
    ],
    format: Annotated[Format, typer.Option(help="table: for a person; json: for a program.")] = Format.TABLE,
    output: Output = None,
    max_memory: MaxMemory = MEMORY,
    max_seconds: MaxSeconds = SECONDS,
) -> None:
    """Show which records came, went or changed between two versions of a release, or of many.

    Exit codes: 0 fine, changes or none; 3 an input cannot be read, 4 the output cannot be written.
    """
    from summitparse.changes import compare
    from summitparse.changes.show import to_json, to_table
    from summitparse.cli.output import write
    from summitparse.in_child import in_child
    from summitparse.reading import name_in_sentences
    from summitparse.view.load import load_releases, parse_in_children

    allowance = Allowance(max_memory, max_seconds)
    parsed = parse_in_children([old, new], allowance)

    def compared() -> str:
        found = compare(load_releases([old], parsed), load_releases([new], parsed))
        return to_json(found) if format is Format.JSON else to_table(found)

    write(in_child(compared, allowance, f"The comparison with {name_in_sentences(old)}"), output)
