"""`summitparse explain`: which rule made a record, and what lost against it."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from summitparse.allowance import MEMORY, SECONDS, Allowance
from summitparse.cli.one_release import said_of
from summitparse.cli.options import Lexicon, MaxMemory, MaxSeconds, Output, ReferenceDate
from summitparse.reference import reference_day

if TYPE_CHECKING:
    from summitparse.pipeline import Job


def explain(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="The release; - for standard input.")],
    record: Annotated[
        str | None, typer.Argument(metavar="[RECORD]", help="F3, F3.measure, event; default: every record.")
    ] = None,
    reference_date: ReferenceDate = None,
    output: Output = None,
    lexicon: Lexicon = None,
    max_memory: MaxMemory = MEMORY,
    max_seconds: MaxSeconds = SECONDS,
) -> None:
    """Explain records: the rule that made each, its file and line, its words in their sentence, and what lost.

    Ids are those that `parse` gives. Exit codes: 0 fine, 2 wrong usage or no such record, 3 the input cannot be read,
    4 the output cannot be written. A release that takes more than --max-memory or --max-seconds cannot be read.
    """
    day = reference_day(reference_date, "--reference-date")
    from summitparse.cli.output import write

    said = said_of(
        str(file),
        lambda job: _explained(job, record),
        day=day,
        lexicon=lexicon,
        allowance=Allowance(max_memory, max_seconds),
        example="summitparse explain release.txt F3",
    )
    write(said, output)


def _explained(job: "Job", record: str | None) -> str:
    from summitparse.explain import explain, to_text

    return to_text(*explain(job, record))
