"""Words looked for in a database that `batch --output records.sqlite` made: read only, bounded, no SQL from outside."""

import re
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

from summitparse.errors import UnreadableInput

_WORD = re.compile(r"\w+")
MOST_WORDS = 20
# Of a kind: what is told, and from where; `number` is the row of its index.
SOUGHT = {
    "quotes": "SELECT date, speaker, person, country, type, text, title, file, id FROM said",
    "positions": "SELECT date, actor, country, act, polarity, text, addressee, title, file, id "
    "FROM positions_over_time",
    "documents": "SELECT date, type, title, parties, signatories, place, file, id FROM signed",
}


def search(database: Path, words: str, kind: str, most: int) -> list[dict[str, Any]]:
    """At most so many records in which all words stand in any form, the latest first.

    Raises `UnreadableInput` where the file is no such database.
    """
    terms = " ".join(f'"{word}"' for word in _WORD.findall(words)[:MOST_WORDS])
    if not terms:
        return []
    found = f"SELECT rowid FROM {kind}_fts WHERE {kind}_fts MATCH ?"
    query = f"{SOUGHT[kind]} WHERE number IN ({found}) ORDER BY date DESC, id LIMIT ?"
    try:
        with closing(sqlite3.connect(f"{database.absolute().as_uri()}?mode=ro", uri=True)) as connection:
            cursor = connection.execute(query, (terms, most))
            names = [column[0] for column in cursor.description]
            rows = [dict(zip(names, row, strict=True)) for row in cursor]
    except sqlite3.Error as error:
        raise UnreadableInput(
            f"{database} is no database of this version ({error}). `summitparse batch --output {database}` makes one."
        ) from None
    return [{name: value for name, value in row.items() if value is not None} for row in rows]
