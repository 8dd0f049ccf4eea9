"""`summitparse explain`: which rule made a record, and what lost against it."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from summitparse.cli.options import Lexicon, Output, ReferenceDate
from summitparse.reference import reference_day


def explain(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="The release; - for standard input.")],
    record: Annotated[
        str | None, typer.Argument(metavar="[RECORD]", help="F3, or F3.measure; default: every record.")
    ] = None,
    reference_date: ReferenceDate = None,
    output: Output = None,
    lexicon: Lexicon = None,
) -> None:
    """Explain records: the rule that made each, its file and line, its words in their sentence, and what lost.

    Ids are those that `parse` gives. Exit codes: 0 fine, 2 wrong usage or no such record, 3 the input cannot be read,
    4 the output cannot be written.
    """
    day = reference_day(reference_date, "--reference-date")
    from summitparse import reading
    from summitparse.cli.output import write
    from summitparse.errors import UsageError

    standard = str(file) == reading.STANDARD_INPUT
    if standard and sys.stdin.isatty():
        raise UsageError("Name a file, or give the release on standard input: summitparse explain release.txt F3")
    source = reading.read_standard_input() if standard else reading.read_path(str(file))

    from summitparse.explain import explain as explained
    from summitparse.explain import to_text
    from summitparse.lexicon import use
    from summitparse.pipeline import Job

    use(lexicon)
    write(to_text(*explained(Job(source, None, day), record)), output)
