"""Options that more than one command takes, and how their words become values."""

from pathlib import Path
from typing import Annotated

import typer

from summitparse.errors import UsageError

ReferenceDate = Annotated[
    str | None,
    typer.Option(
        metavar="YYYY-MM-DD",
        help="What relative dates are resolved against; default: the day on which the release was published.",
    ),
]
Text = Annotated[bool, typer.Option("--text/--no-text", help="Put the text that all offsets point into into the JSON.")]
Only = Annotated[
    str | None,
    typer.Option(
        metavar="KINDS",
        help="Only these kinds, with commas: quotes, figures, dates, ranges, positions, documents. Others are empty.",
    ),
]
MinConfidence = Annotated[
    float,
    typer.Option(
        min=0,
        max=1,
        metavar="P",
        help="Leave out records less sure than this: 0.9 keeps those of which nine in ten are right.",
    ),
]
Lexicon = Annotated[
    Path | None,
    typer.Option(metavar="FILE", help="Your own cues, titles, units, instruments (TOML), added to the built-in ones."),
]
Model = Annotated[
    str | None,
    typer.Option(
        metavar="NAME",
        help="Another spaCy pipeline for English: an installed package, such as en_core_web_md, or a folder. "
        "SUMMITPARSE_MODEL in the environment says it to every command.",
    ),
]
MaxMemory = Annotated[
    int, typer.Option(min=0, metavar="MB", help="Memory that a process may take for one release; 0: no limit.")
]
MaxSeconds = Annotated[
    int, typer.Option(min=0, metavar="SECONDS", help="Processor time that one release may take; 0: no limit.")
]
Output = Annotated[
    Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write here instead of to standard output.")
]


def kinds(value: str | None) -> frozenset[str] | None:
    """The kinds that `--only` names; raises `UsageError` for an unknown one."""
    if value is None:
        return None
    from summitparse.serialise import KINDS

    chosen = frozenset(word.strip() for word in value.split(",") if word.strip())
    unknown = sorted(chosen - set(KINDS))
    if unknown or not chosen:
        raise UsageError(f"--only {value!r}: name some of {', '.join(KINDS)}, with commas between them.")
    return chosen
