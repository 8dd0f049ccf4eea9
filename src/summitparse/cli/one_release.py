"""The one release that a command is given as FILE or on standard input: read and worked on within the limits."""

import datetime as dt
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from summitparse.allowance import Allowance
from summitparse.errors import UsageError
from summitparse.in_child import in_child

if TYPE_CHECKING:
    from summitparse.pipeline import Job


def said_of(
    file: str | None,
    work: "Callable[[Job], str]",
    *,
    day: dt.date | None,
    lexicon: Path | None,
    allowance: Allowance,
    example: str,
) -> str:
    """What `work` says of the release, whose reference date is `day`; without a file it is that of standard input.

    Raises `UsageError`, with an example of the command, where standard input is a terminal, and what reading a release
    and `in_child` raise.
    """
    from summitparse import reading

    path = reading.STANDARD_INPUT if file is None else file
    if path == reading.STANDARD_INPUT and sys.stdin.isatty():
        raise UsageError(f"Name a file, or give the release on standard input: {example}")

    def worked_on() -> str:
        source = reading.read_named(path)

        from summitparse.lexicon import use
        from summitparse.pipeline import Job

        use(lexicon)
        return work(Job(source, None, day))

    return in_child(worked_on, allowance, reading.name_in_sentences(path))
