"""A release that has come: its bytes, and where they are from."""

import datetime as dt
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Found:
    """`url` is where a page was fetched, `canonical` what the page says of itself, `retrieved` when (UTC); `published`
    is what the feed says, for a page that does not."""

    name: str
    data: bytes
    sha256: str
    url: str | None = None
    canonical: str | None = None
    retrieved: dt.datetime | None = None
    published: dt.date | None = None


def record_of(found: Found) -> str:
    """Its record as one line of JSON. Raises what reading a release raises."""
    from summitparse import pipeline, reading
    from summitparse.serialise import to_json

    source = reading.read_bytes(found.data, found.name)
    release = next(pipeline.run([pipeline.Job(source)]))
    if release.reference_date is None and found.published:
        release = next(pipeline.run([pipeline.Job(source, None, found.published)]))
    came = {"url": found.url, "canonical": found.canonical, "retrieved": found.retrieved}
    return to_json(release.model_copy(update={"source": release.source.model_copy(update=came)}))
