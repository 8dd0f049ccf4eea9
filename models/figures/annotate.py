"""Writes annotated figures stand-off, without a word of their texts, to `training/NAME.jsonl`.

    python models/figures/annotate.py --gold FOLDER [FOLDER …] --texts FOLDER --name NAME

A folder holds a JSON file a release: `id` and `figures` with `start`, `end`, `optional`, and `measure`, `entity` and
`period` in the words of the text. A line of NAME.jsonl is one release with the same as offsets; of words that stand in
the text several times those nearest to the figure are meant.
"""

import argparse
import json
import re
from pathlib import Path

from summitparse.ranking.rows import write_rows

HERE = Path(__file__).parent


def nearest(text, words, start, end):
    """Where the words stand nearest to [start, end), white space aside, or None."""
    pattern = re.compile(r"\s+".join(re.escape(word) for word in words.split()))
    places = [match.span() for match in pattern.finditer(text)]
    return min(places, key=lambda at: max(at[0] - end, start - at[1], 0), default=None)


def line(path, texts):
    gold = json.loads(path.read_text("utf-8"))
    text = (texts / f"{path.stem}.txt").read_bytes().decode("utf-8")
    figures = []
    for figure in gold["figures"]:
        at = figure["start"], figure["end"]
        found = {
            name: nearest(text, figure[name], *at) if isinstance(figure.get(name), str) else None
            for name in ("measure", "entity", "period")
        }
        figures.append({"start": at[0], "end": at[1], "optional": bool(figure.get("optional")), **found})
    return {"id": path.stem, "annotator": path.parts[-3], "figures": figures}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gold", type=Path, nargs="+", required=True)
    parser.add_argument("--texts", type=Path, required=True)
    parser.add_argument("--name", required=True)
    options = parser.parse_args()
    rows = (line(path, options.texts) for folder in options.gold for path in sorted(folder.glob("*.json")))
    write_rows(HERE / "training" / f"{options.name}.jsonl", rows)


if __name__ == "__main__":
    main()
