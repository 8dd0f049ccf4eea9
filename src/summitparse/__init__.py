"""Who said what, the figures, the dates and the signed documents of a government press release, with exact places.

>>> from summitparse import parse
>>> release = parse("“We agree,” President Ann Example said.", reference_date="2024-01-30")
>>> release.quotes[0].speaker_name
'Ann Example'

Nothing heavy is imported until a function is called.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from importlib import import_module
from os import PathLike
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import datetime as dt
    from pathlib import Path

    from summitparse.records import Release

__version__ = "0.1.0"
__all__ = ["Release", "__version__", "parse", "parse_file", "parse_many"]


def parse(text: str, *, reference_date: dt.date | str | None = None, id: str | None = None) -> Release:
    """All records of one release.

    `reference_date` (a date, or ISO "YYYY-MM-DD") is what relative dates are resolved against; left out, it is the day
    on which the release says it was published. Raises `UnreadableInput` for a text without words, `UsageError` for a
    reference date that is none, and `TypeError` for what is no text.
    """
    return next(parse_many([text], reference_date=reference_date, ids=[id]))


def parse_file(path: str | Path, *, reference_date: dt.date | str | None = None) -> Release:
    """All records of the release in a file. Raises `UnreadableInput` where there is none to read, and `TypeError` for
    what is no path.

    Memory and time are not bounded here as they are in the commands: see docs/reading.md for files of strangers.
    """
    if not isinstance(path, str | PathLike):
        raise TypeError(
            f"A path is a str or a pathlib.Path, not {type(path).__name__}. For a text there is parse(text)."
        )
    from summitparse import pipeline, reading
    from summitparse.reference import reference_day

    job = pipeline.Job(reading.read_path(path), None, reference_day(reference_date))
    return next(pipeline.run([job]))


def parse_many(
    texts: Iterable[str], *, reference_date: dt.date | str | None = None, ids: Iterable[str | None] | None = None
) -> Iterator[Release]:
    """Releases in the order of their texts, several at a time through the language model: faster than a loop.

    Raises what `parse` raises.
    """
    if isinstance(texts, str | bytes) or not isinstance(texts, Iterable):
        raise TypeError(f"Give a list of texts, not {type(texts).__name__}. For one text there is parse(text).")
    from itertools import chain, repeat

    from summitparse import pipeline
    from summitparse.reading.text import read_text
    from summitparse.reference import reference_day

    day = reference_day(reference_date)
    names = chain(ids or (), repeat(None))
    return pipeline.run(pipeline.Job(read_text(text, "text"), id, day) for text, id in zip(texts, names, strict=False))


def __getattr__(name: str) -> Any:
    if name == "Release":
        return import_module("summitparse.records").Release
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
