"""Somebody in one release: all that it tells about who they are."""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from summitparse.batch.sinks.tables import day_of
from summitparse.names.person import Name
from summitparse.names.vocabulary import honorifics, names
from summitparse.people.offices import heads
from summitparse.people.written import fold, name_of


@dataclass(frozen=True, slots=True)
class Appearance:
    """`release` is the number of the release (from 1) and `actor` the id in it; `series` tells releases of one
    publisher from others; `day` stands for the release in time; `gender` is m or f where names or honorifics tell."""

    release: int
    actor: str
    sha256: str
    file: str
    series: str
    day: dt.date | None
    name: Name
    shown: str
    titles: tuple[str, ...]
    country: str | None
    gender: str | None = None

    @property
    def heads(self) -> frozenset[str]:
        return heads(self.titles)


def appearances(record: Mapping[str, Any], release: int) -> Iterator[Appearance]:
    """The people whom a record names; who has no name ("They", "the leaders", "message") is nobody in particular."""
    day = day_of(record)
    series = (record["issuer"] or {}).get("country") or ""
    for actor in record["actors"]:
        if actor["kind"] != "person" or actor["name"] is None:
            continue
        name = name_of(actor["name"])
        if name is not None:
            yield Appearance(
                release,
                actor["id"],
                record["source"]["sha256"],
                record["source"]["name"],
                series,
                None if day is None else dt.date.fromisoformat(day),
                name,
                fold(actor["name"]),
                tuple(map(fold, actor["titles"])),
                actor["country"],
                _gender(name, [mention["text"] for mention in actor["mentions"]]),
            )


def _gender(name: Name, mentions: Sequence[str]) -> str | None:
    """m or f, as the given name and the honorifics before it say; None where they do not, or contradict each other."""
    given = names().gender.get(name.words[0].lower()) if len(name.words) > 1 else None
    told = {given, *(honorifics().get(words.partition(" ")[0].lower()) for words in mentions)} & {"m", "f"}
    return told.pop() if len(told) == 1 else None
