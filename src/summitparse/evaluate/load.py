"""Gold and predictions from files and folders of records."""

from collections.abc import Iterator
from pathlib import Path

from summitparse.errors import UnreadableInput
from summitparse.records import Release
from summitparse.view.load import LINES, read_records


def load_records(path: Path) -> Iterator[Release]:
    """The records of a file, or of all JSON and JSONL files of a folder in the order of their names.

    Raises `UnreadableInput`.
    """
    if not path.is_dir():
        records = read_records(str(path))
        first = next(records, None)
        if first is None:
            raise UnreadableInput(f"{path} is empty: there is no record in it.")
        yield first
        yield from records
        return
    files = sorted(file for file in path.iterdir() if file.suffix.lower() in {".json", *LINES})
    if not files:
        raise UnreadableInput(f"{path} has no .json or .jsonl file in it. Name the folder with the corrected records.")
    for file in files:
        yield from read_records(str(file))
