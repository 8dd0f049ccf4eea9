"""The records that an output holds, whatever its format."""

import json
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from summitparse.batch.sinks import Sink
from summitparse.errors import UnreadableInput


def read_back(path: Path, sink: Sink) -> Iterator[tuple[int, dict[str, Any]]]:
    """Each record with its number, from 1. Raises `UnreadableInput` for what holds none, or is no output of ours."""
    if not path.exists():
        raise UnreadableInput(f"{path} does not exist. Check the path.")
    number = 0
    try:
        for line in sink.read(path):
            if line.strip():
                number += 1
                record = json.loads(line)
                if not isinstance(record, dict) or "schema_version" not in record:
                    raise ValueError
                yield number, record
    except (OSError, sqlite3.Error, EOFError) as error:
        raise UnreadableInput(f"{path} cannot be read ({error}). Check the path.") from None
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        raise UnreadableInput(
            f"{path}: record {number} is no record of this version. Make the file anew with batch."
        ) from None
    if not number:
        raise UnreadableInput(f"{path} has no records in it. Give what batch or parse wrote.")
