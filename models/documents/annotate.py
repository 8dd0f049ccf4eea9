"""Writes the annotated documents of releases stand-off, without a word of their texts, to `training/releases.jsonl`.

    python models/documents/annotate.py --gold FOLDER [FOLDER …]

A folder holds a JSON file a release: `id`, `reference_date`, and `documents` with `start`, `end`, `type` (one or
several) and `optional`. A release that the file has already is replaced.
"""

import argparse
import json
from pathlib import Path

from summitparse.ranking.rows import write_rows

TRAINING = Path(__file__).parent / "training/releases.jsonl"


def row(path):
    """One release: its id, the day it was published, and where its documents stand."""
    gold = json.loads(path.read_text("utf-8"))
    documents = [
        {
            "start": d["start"],
            "end": d["end"],
            "type": [d["type"]] if isinstance(d["type"], str) else d["type"],
            "optional": bool(d.get("optional")),
        }
        for d in gold["documents"]
        if d.get("start") is not None
    ]
    return {"id": path.stem, "reference": gold.get("reference_date"), "documents": documents}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gold", type=Path, nargs="+", required=True)
    options = parser.parse_args()
    write_rows(TRAINING, (row(path) for folder in options.gold for path in sorted(folder.glob("*.json"))))


if __name__ == "__main__":
    main()
