"""How far `confidence` means what it says: expected calibration error, and a reliability plot.

    summitparse batch polnear-dev.jsonl --output pred.jsonl
    python models/quotes/calibrate.py --gold polnear-dev.jsonl.gz --pred pred.jsonl --plot plot.svg

Of all quotes that were written, nested ones left out. A quote is right where its words are a gold quote’s by half
(intersection over union of letters) and its source overlaps the gold source, or neither has one.
"""

import argparse
import gzip
import json
import sys
from pathlib import Path

from summitparse.evaluate.reliability import plot, row

IGNORED = set(" \t\r\n\u00a0\"'“”‘’«»„,.;:!?—–-…")
KINDS = ("all", "direct", "mixed", "indirect")


def read(path):
    opener = gzip.open if str(path).endswith(".gz") else open
    with opener(path, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]


def letters(text, spans):
    return {i for start, end in spans for i in range(start, end) if text[i] not in IGNORED}


def is_right(text, quote, gold):
    """Whether content and source are those of a gold quote."""
    mine = letters(text, [(s["start"], s["end"]) for s in quote["spans"]])
    near = max(((len(mine & g) / len(mine | g), k) for k, (g, _) in enumerate(gold) if mine & g), default=(0, 0))
    if near[0] < 0.5:
        return False
    source = quote["source"]
    words = letters(text, [(source["start"], source["end"])]) if source else set()
    wanted = gold[near[1]][1]
    return bool(words & wanted) if wanted else not words


def answers(gold, predictions):
    """(type, confidence, right) of each quote."""
    by_id = {record["id"]: record for record in gold}
    for release in predictions:
        record = by_id[release["id"]]
        text = record["text"]
        wanted = [(letters(text, q["spans"]), letters(text, q["source"] or [])) for q in record["quotes"]]
        for quote in release["quotes"]:
            if quote["parent"] is None:
                yield quote["type"], quote["confidence"], is_right(text, quote, wanted)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--gold", required=True)
    parser.add_argument("--pred", required=True)
    parser.add_argument("--plot", type=Path)
    args = parser.parse_args()
    found = list(answers(read(args.gold), read(args.pred)))
    for kind in KINDS:
        mine = [(chance, right) for of, chance, right in found if kind in ("all", of)]
        if mine:
            sys.stdout.write(row(kind, mine) + "\n")
    if args.plot:
        args.plot.write_text(plot([(chance, right) for _, chance, right in found], "quotes"), encoding="utf-8")


if __name__ == "__main__":
    main()
