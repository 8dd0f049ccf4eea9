"""People into a database that a batch wrote: the table `people`, and `actors.person`."""

import shutil
import sqlite3
from collections.abc import Sequence
from pathlib import Path

from summitparse.batch.disk import read_json, told, write_json
from summitparse.batch.journal import sync
from summitparse.batch.lock import Lock
from summitparse.batch.names import Names
from summitparse.batch.ownership import fingerprint, is_ours
from summitparse.errors import UnreadableInput
from summitparse.people.person import Person


def write_people(path: Path, people: Sequence[Person]) -> None:
    """Puts them in whole or not at all; a batch can be gone on from the database as before.

    Raises `UnreadableInput` for a database without the tables, `UnwritableOutput`.
    """
    names = Names(path)
    with told(path):
        lock = Lock(names.lock, path)
        try:
            before = fingerprint(path) or {}
            record = read_json(names.run)
            names.fresh.unlink(missing_ok=True)
            shutil.copyfile(path, names.fresh)
            _fill(names.fresh, people, path)
            sync(names.fresh)
            if is_ours(record) and all(record.get(key) == value for key, value in before.items()):
                write_json(names.run, {**record, **(fingerprint(names.fresh) or {})})
            names.fresh.replace(path)
        finally:
            names.fresh.unlink(missing_ok=True)
            lock.release()


def _fill(copy: Path, people: Sequence[Person], path: Path) -> None:
    database = sqlite3.connect(copy)
    try:
        database.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;")
        database.execute("UPDATE actors SET person = NULL WHERE person IS NOT NULL")
        database.execute("DELETE FROM people")
        database.executemany("INSERT INTO people VALUES (?, ?, ?, ?, ?, ?)", map(_row, people))
        database.executemany(
            "UPDATE actors SET person = ? WHERE id = ?",
            ((person.id, f"{one.release}.{one.actor}") for person in people for one in person.found),
        )
        database.commit()
    except sqlite3.OperationalError as error:
        if "no such" not in str(error):
            raise OSError(str(error)) from None
        raise UnreadableInput(
            f"{path} has no table for people: an older version wrote it. Make it again with batch --force."
        ) from None
    finally:
        database.close()


def _row(person: Person) -> tuple[str | None, ...]:
    first, last = (None if day is None else str(day) for day in (person.first, person.last))
    return person.id, person.shown_name, person.country, "; ".join(person.offices) or None, first, last
