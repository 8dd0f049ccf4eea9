"""More put into a database that a batch wrote: whole or not at all, and --resume still takes it for the batch's own."""

import shutil
import sqlite3
from collections.abc import Callable
from pathlib import Path

from summitparse.batch.disk import read_json, told, write_json
from summitparse.batch.journal import sync
from summitparse.batch.lock import Lock
from summitparse.batch.names import Names
from summitparse.batch.ownership import fingerprint, is_ours
from summitparse.errors import UnreadableInput


def amend(path: Path, fill: Callable[[sqlite3.Connection], None]) -> None:
    """Runs `fill` on a copy that then takes the database's place.

    Raises `UnreadableInput` for a database without the tables that `fill` names, `UnwritableOutput`.
    """
    names = Names(path)
    with told(path):
        lock = Lock(names.lock, path)
        try:
            before = fingerprint(path) or {}
            record = read_json(names.run)
            names.fresh.unlink(missing_ok=True)
            shutil.copyfile(path, names.fresh)
            _run(names.fresh, fill, path)
            sync(names.fresh)
            if is_ours(record) and all(record.get(key) == value for key, value in before.items()):
                write_json(names.run, {**record, **(fingerprint(names.fresh) or {})})
            names.fresh.replace(path)
        finally:
            names.fresh.unlink(missing_ok=True)
            lock.release()


def _run(copy: Path, fill: Callable[[sqlite3.Connection], None], path: Path) -> None:
    database = sqlite3.connect(copy)
    try:
        database.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;")
        fill(database)
        database.commit()
    except sqlite3.OperationalError as error:
        if "no such" not in str(error):
            raise OSError(str(error)) from None
        raise UnreadableInput(
            f"{path} lacks a table or a column: an older version wrote it. Make it again with batch --force."
        ) from None
    finally:
        database.close()
