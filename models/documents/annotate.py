"""Writes the annotated documents of releases stand-off, without a word of their texts, to `training/releases.jsonl`.

    python models/documents/annotate.py --gold FOLDER [FOLDER …]

A folder holds a JSON file a release: `id`, `reference_date`, and `documents` with `start`, `end`, `type` (one or
several) and `optional`. A release that the file has already is replaced.
"""

import argparse
import json
from pathlib import Path

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
    fresh = [row(path) for folder in options.gold for path in sorted(folder.glob("*.json"))]
    ids = {one["id"] for one in fresh}
    before = [line for line in TRAINING.read_text("utf-8").splitlines() if json.loads(line)["id"] not in ids]
    lines = before + [json.dumps(one, separators=(",", ":")) for one in fresh]
    TRAINING.write_text("\n".join(lines) + "\n", "utf-8")


if __name__ == "__main__":
    main()
