"""Annotated releases as lines of JSON, one a release, from which the models are trained."""

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any


def write_rows(path: Path, rows: Iterable[Mapping[str, Any]]) -> None:
    """Adds rows, each with an `id`, to a file of rows; one that the file has already is replaced. What is not there yet
    is made."""
    fresh = {row["id"]: json.dumps(row, separators=(",", ":")) for row in rows}
    before = path.read_text("utf-8").splitlines() if path.exists() else []
    kept = [line for line in before if json.loads(line)["id"] not in fresh]
    path.write_text("".join(f"{line}\n" for line in [*kept, *fresh.values()]), "utf-8")
