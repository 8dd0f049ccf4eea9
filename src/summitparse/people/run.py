"""From a file of records to its people: read, gathered, named, written."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from summitparse.batch.names import Names
from summitparse.batch.read_back import read_back
from summitparse.batch.sinks import Sink, choose
from summitparse.batch.sinks.sqlite import Sqlite
from summitparse.errors import UnwritableOutput
from summitparse.people.appearance import Appearance, appearances
from summitparse.people.choices import Choices, read_choices
from summitparse.people.database import write_people
from summitparse.people.gather import gather
from summitparse.people.identify import identify
from summitparse.people.listing import known_ids, to_json
from summitparse.people.person import Person
from summitparse.whole_file import replace_whole


@dataclass(slots=True)
class Seen:
    """What was looked through: releases, and those of their actors that could be people."""

    releases: int = 0
    appearances: int = 0


def run_people(
    records: Path, listing: Path | None = None, choices: Path | None = None, format: str | None = None
) -> tuple[list[Person], Seen]:
    """The people of records that `batch` or `parse` wrote, in a list beside them (or at `listing`), and in the database
    where the records are one. Ids that an earlier list gave are kept; `format` is the records' where their name does
    not say it.

    Raises `UnreadableInput`, `UnwritableOutput`, and `UsageError` for choices that are none.
    """
    listing = listing or Names(records).people
    known = known_ids(listing)
    own = Choices() if choices is None else read_choices(choices)
    seen = Seen()
    sink = choose(records, format)
    people = gather(_read(records, sink, seen), own)
    identify(people, known)
    if isinstance(sink, Sqlite):
        write_people(records, people)
    try:
        replace_whole(listing, to_json(people).encode("utf-8"))
    except OSError as error:
        raise UnwritableOutput(f"{listing} cannot be written ({error.strerror}). Choose another --output.") from None
    return people, seen


def _read(records: Path, sink: Sink, seen: Seen) -> Iterator[Appearance]:
    for number, record in read_back(records, sink):
        seen.releases = number
        for appearance in appearances(record, number):
            seen.appearances += 1
            yield appearance
