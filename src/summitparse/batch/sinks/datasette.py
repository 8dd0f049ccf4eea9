"""What Datasette is told of a database: titles, descriptions, facets, labels, what is searched by which index."""

import json
from contextlib import suppress
from importlib.resources import files
from pathlib import Path

from summitparse.batch.sinks.sink import Sink
from summitparse.batch.sinks.sqlite import Sqlite

# Stands in the shipped file for the name that Datasette gives a database: that of its file without the last ending.
_PLACEHOLDER = "DATABASE:"


def describe(sink: Sink, database: Path, description: Path) -> None:
    """Writes the description of a database where there is none; one that is there is somebody's by now, and stays.

    Does nothing for other outputs. Raises OSError.
    """
    if not isinstance(sink, Sqlite):
        return
    shipped = files("summitparse.batch.sinks").joinpath("datasette.yaml").read_text("utf-8")
    with suppress(FileExistsError), description.open("x", encoding="utf-8") as file:
        file.write(shipped.replace(_PLACEHOLDER, f"{json.dumps(database.stem)}:", 1))
