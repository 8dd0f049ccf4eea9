"""Writes the annotated events of releases stand-off, without a word of their texts, to `training/releases.jsonl`.

    python models/events/annotate.py --texts FOLDER … --gold FOLDER [FOLDER …]

A folder of gold holds a JSON file a release: `id` and `event` (or null) with `kind`, `first`, `last`, its `place`
and the names of the `participants`, of which the first place in the text is written. A release that the file has
already is replaced.
"""

import argparse
import json
import re
from pathlib import Path

from summitparse.ranking.rows import write_rows

TRAINING = Path(__file__).parent / "training/releases.jsonl"


def row(path, folders):
    """One release: its id, and the kinds, days and participants of its event."""
    event = json.loads(path.read_text("utf-8"))["event"]
    if event is None:
        return {"id": path.stem, "event": None}
    text = next(f / f"{path.stem}.txt" for f in folders if (f / f"{path.stem}.txt").is_file()).read_bytes().decode()
    kind = event["kind"]
    people = [place(text, name) for name in event.get("participants") or ()]
    return {
        "id": path.stem,
        "event": {
            "kind": [kind] if isinstance(kind, str) else kind,
            "first": event.get("first"),
            "last": event.get("last"),
            "place": place(text, event["place"]) if event.get("place") else None,
            "participants": [found for found in people if found],
        },
    }


def place(text, name):
    """Where a name, or one of several that will do, first stands; None if it does not (a name that is put together)."""
    names = [name] if isinstance(name, str) else name
    patterns = (r"\b" + r"\s+".join(map(re.escape, words.split())) + r"\b" for words in names)
    found = next((match for pattern in patterns if (match := re.search(pattern, text))), None)
    return list(found.span()) if found else None


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--texts", type=Path, nargs="+", required=True)
    parser.add_argument("--gold", type=Path, nargs="+", required=True)
    options = parser.parse_args()
    rows = (row(path, options.texts) for folder in options.gold for path in sorted(folder.glob("*.json")))
    write_rows(TRAINING, rows)


if __name__ == "__main__":
    main()
