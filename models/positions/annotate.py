"""Writes annotated positions stand-off, without a word of their texts, to `training/*.jsonl`.

    python models/positions/annotate.py --gold FOLDER [FOLDER …] --name NAME

A folder holds a JSON file a release: `id`, and `positions` with `start`, `end`, `act`, `actor` (its name or role in
words), `polarity`, `optional` and `in_speech`, `source` and `addressee` as [start, end]. A line of NAME.jsonl is one
release: its id, and the same positions, with a number for the actor in place of its words.
"""

import argparse
import json
from pathlib import Path

from summitparse.ranking.rows import write_rows

HERE = Path(__file__).parent


def line(path):
    """One release; actors are numbered in the order of their first position."""
    gold = json.loads(path.read_text("utf-8"))
    actors, out = {}, []
    for p in gold["positions"]:
        if p.get("start") is None:
            continue
        actor = p.get("actor")
        out.append(
            {
                "start": p["start"],
                "end": p["end"],
                "act": p["act"],
                "actor": None if actor is None else actors.setdefault(actor, len(actors)),
                "polarity": p.get("polarity", "asserted"),
                "optional": bool(p.get("optional")),
                "in_speech": bool(p.get("in_speech")),
                "source": p.get("source"),
                "addressee": p.get("addressee"),
            }
        )
    return {"id": path.stem, "positions": out}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gold", type=Path, nargs="+", required=True)
    parser.add_argument("--name", required=True)
    options = parser.parse_args()
    rows = (line(path) for folder in options.gold for path in sorted(folder.glob("*.json")))
    write_rows(HERE / "training" / f"{options.name}.jsonl", rows)


if __name__ == "__main__":
    main()
