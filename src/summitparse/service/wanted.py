"""What a request asks for, and what is done for it in a worker."""

import datetime as dt
from dataclasses import dataclass

from summitparse.reference import reference_day


@dataclass(frozen=True, slots=True)
class Wanted:
    """A release as `text`, as the bytes of a file (`data`) or at a `path`, and how its records are to be written.

    With `record` ("", "F3", "F3.measure") it is explained and not parsed.
    """

    name: str
    text: str | None = None
    data: bytes = b""
    path: str | None = None
    id: str | None = None
    reference: dt.date | None = None
    only: frozenset[str] | None = None
    min_confidence: float = 0.0
    with_text: bool = False
    compact: bool = False
    record: str | None = None


def warm() -> None:
    """Loads what every request needs, its own code too."""
    from summitparse import pipeline
    from summitparse.export import compact  # noqa: F401

    pipeline.warm()


def answer(wanted: Wanted) -> str:
    """One JSON object, or an explanation for a person. Raises what reading a release raises."""
    from summitparse import pipeline, reading
    from summitparse.export.compact import to_compact
    from summitparse.reading.text import read_text
    from summitparse.serialise import select, to_json

    if wanted.path is not None:
        source = reading.read_path(wanted.path)
    elif wanted.text is not None:
        source = read_text(wanted.text, wanted.name)
    else:
        source = reading.read_bytes(wanted.data, wanted.name)
    job = pipeline.Job(source, wanted.id, wanted.reference)
    if wanted.record is not None:
        from summitparse.explain import explain, to_text

        return to_text(*explain(job, wanted.record or None))
    release = next(pipeline.run([job]))
    if wanted.compact:
        return to_compact(select(release, wanted.only, min_confidence=wanted.min_confidence))
    return to_json(release, text=wanted.with_text, only=wanted.only, min_confidence=wanted.min_confidence)


def day_of(value: str | None) -> dt.date | None:
    """A reference date as requests write it. Raises `UsageError`."""
    return reference_day(value or None, "reference_date")
