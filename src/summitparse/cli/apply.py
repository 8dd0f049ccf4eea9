"""`summitparse apply`: the decisions of a review into the records."""

from pathlib import Path
from typing import Annotated

import typer

from summitparse.cli.options import Output


def apply(
    decisions: Annotated[Path, typer.Argument(metavar="DECISIONS", help="What the report has saved.")],
    records: Annotated[
        Path, typer.Argument(metavar="RECORDS", help="The records that the report was made of, with their text.")
    ],
    output: Output = None,
    reviewed: Annotated[
        bool, typer.Option("--reviewed", help="Only the releases that something was decided of, as gold to evaluate.")
    ] = False,
) -> None:
    """Write the records as they are after a review, one JSON object a line.

    Each record that was decided has a review: accepted, corrected or added, by whom and when. Decisions on another text
    are refused. Exit codes: 0 fine, 2 decisions that do not fit, 3 an input cannot be read, 4 the output cannot be
    written.
    """
    from summitparse.cli.output import write
    from summitparse.review import apply_decisions, read_decisions
    from summitparse.serialise import to_json
    from summitparse.view.load import read_records

    after = apply_decisions(read_decisions(decisions), read_records(str(records)), reviewed_only=reviewed)
    write("\n".join(to_json(release, text=True) for release in after), output)
