"""People into a database that a batch wrote: the table `people`, and `actors.person`."""

import sqlite3
from collections.abc import Sequence
from pathlib import Path

from summitparse.batch.amend import amend
from summitparse.people.person import Person


def write_people(path: Path, people: Sequence[Person]) -> None:
    """Raises `UnreadableInput` for a database without the tables, `UnwritableOutput`."""

    def fill(database: sqlite3.Connection) -> None:
        database.execute("UPDATE actors SET person = NULL WHERE person IS NOT NULL")
        database.execute("DELETE FROM people")
        database.executemany("INSERT INTO people VALUES (?, ?, ?, ?, ?, ?)", map(_row, people))
        database.executemany(
            "UPDATE actors SET person = ? WHERE id = ?",
            ((person.id, f"{one.release}.{one.actor}") for person in people for one in person.found),
        )

    amend(path, fill)


def _row(person: Person) -> tuple[str | None, ...]:
    first, last = (None if day is None else str(day) for day in (person.first, person.last))
    return person.id, person.shown_name, person.country, "; ".join(person.offices) or None, first, last
