"""`summitparse people`: one person over many releases."""

from pathlib import Path
from typing import Annotated

import typer

from summitparse.say import say

Choices = Annotated[
    Path | None,
    typer.Option(metavar="FILE", help="Your own merges and splits (TOML); they go before everything else."),
]


def people(
    records: Annotated[
        Path,
        typer.Argument(metavar="RECORDS", help="What batch wrote: a database, JSONL or another of its formats."),
    ],
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", metavar="FILE", help="The list of people; default: RECORDS.people.json."),
    ] = None,
    choices: Choices = None,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Say nothing.")] = False,
) -> None:
    """Tell which actors of many releases are the same person, and list the people.

    A database gets the table people and the column actors.person besides. Whoever an earlier list has keeps their id.
    Exit codes: 0 fine, 2 wrong usage, 3 the records cannot be read, 4 the list cannot be written.
    """
    from summitparse.people.run import run_people

    found, seen = run_people(records, output, choices)
    if not quiet:
        named = sum(len(person.found) for person in found)
        say(
            f"{len(found):,} people are named {named:,} times in {seen.releases:,} releases; "
            f"{seen.appearances - named:,} surnames could be several people's. "
            f"The list is in {output or str(records) + '.people.json'}."
        )
