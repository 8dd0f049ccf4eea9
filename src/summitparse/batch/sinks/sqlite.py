"""One SQLite database: tidy tables with foreign keys, views of what is asked most, and full-text search."""

import errno
import json
import sqlite3
from collections.abc import Iterable, Iterator
from importlib.resources import files
from pathlib import Path

from summitparse.batch.sinks.search import search_indexes
from summitparse.batch.sinks.tables import TABLES, Column, rows

TYPES = {"text": "TEXT", "int": "INTEGER", "float": "REAL", "bool": "INTEGER", "date": "TEXT"}
# Filled over all releases: by `summitparse people` which actors are one person, by `summitparse repeats` where the
# words of a quote stood first.
OVER_RELEASES = """
CREATE TABLE people (person TEXT PRIMARY KEY, name TEXT, country TEXT, offices TEXT, first TEXT, last TEXT);
ALTER TABLE actors ADD COLUMN person TEXT REFERENCES people (person);
CREATE INDEX actors_person ON actors (person);
ALTER TABLE quotes ADD COLUMN first_quote TEXT REFERENCES quotes (id);
CREATE INDEX quotes_first_quote ON quotes (first_quote);
"""
# Columns that people look things up by, beside those that join.
LOOKED_UP = (("figures", "unit"), ("figures", "kind"), ("actors", "name"), ("documents", "type"), ("positions", "act"))


class Sqlite:
    plain = False
    files: frozenset[str] = frozenset()

    def write(self, lines: Iterable[bytes], path: Path) -> None:
        path.open("xb").close()  # the library would go through a link, or go on with what is there
        database = sqlite3.connect(path)
        try:
            # The file has no name yet that anyone reads: it is whole, or it is made again.
            database.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA page_size = 8192;")
            database.executescript(schema())
            insert = {
                table: f'INSERT INTO "{table}" VALUES ({", ".join("?" * len(columns))})'
                for table, columns in TABLES.items()
            }
            for release, line in enumerate(lines, 1):
                text = line.decode("utf-8").rstrip("\n")
                for table, row in rows(json.loads(text), text, release):
                    database.execute(insert[table], row)
            database.executescript(indexes())
            database.commit()
        except sqlite3.OperationalError as error:
            # SQLite says "full" of a disk, and "input or output" of a limit.
            full = error.sqlite_errorcode & 0xFF in (sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR)
            raise OSError(errno.ENOSPC if full else errno.EIO, str(error)) from None
        finally:
            database.close()

    def read(self, path: Path) -> Iterator[bytes]:
        database = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)
        try:
            for (line,) in database.execute("SELECT json FROM releases ORDER BY release"):
                yield line.encode("utf-8") + b"\n"
        except sqlite3.DatabaseError:
            # Somebody else's database by that name: there is nothing of ours in it.
            return
        finally:
            database.close()


def schema() -> str:
    return "\n".join(
        f'CREATE TABLE "{table}" (\n  {", ".join(_definition(column) for column in columns)}\n);'
        for table, columns in TABLES.items()
    )


def _definition(column: Column) -> str:
    words = f'"{column.name}" {TYPES[column.type]}'
    if column.key:
        return f"{words} PRIMARY KEY"
    if column.to is None:
        return words
    key = next(other.name for other in TABLES[column.to] if other.key)
    return f'{words} REFERENCES "{column.to}" ("{key}")'


def indexes() -> str:
    joins = [(table, column.name) for table, columns in TABLES.items() for column in columns if column.to]
    made = [f'CREATE INDEX "{table}_{name}" ON "{table}" ("{name}");' for table, name in [*joins, *LOOKED_UP]]
    return "\n".join((*made, OVER_RELEASES, search_indexes(), views()))


def views() -> str:
    """SQL of the views: `said`, `figures_over_time`, `signed`, `positions_over_time`."""
    return files("summitparse.batch.sinks").joinpath("views.sql").read_text("utf-8")


def sink() -> Sqlite:
    return Sqlite()
