"""How far `confidence` means what it says: expected calibration error, and a reliability plot.

    summitparse batch polnear-dev.jsonl --output pred.jsonl
    python models/quotes/calibrate.py --gold polnear-dev.jsonl.gz --pred pred.jsonl --plot plot.svg

Of all quotes that were written, nested ones left out. A quote is right where its words are a gold quote’s by half
(intersection over union of letters) and its source overlaps the gold source, or neither has one. The error is the mean
distance between confidence and share of right ones over the bins, weighted by their quotes (Naeini, Cooper and
Hauskrecht 2015), in ten bins of equal width and in fifteen of equal size (Guo et al. 2017).
"""

import argparse
import gzip
import json
import sys
from pathlib import Path

import numpy as np

IGNORED = set(" \t\r\n\u00a0\"'“”‘’«»„,.;:!?—–-…")
KINDS = ("all", "direct", "mixed", "indirect")
SIDE, EDGE = 240, 40


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


def error(chance, right, bins):
    """The mean distance over the bins, weighted by size; `bins` are arrays of positions."""
    return sum(len(b) * abs(chance[b].mean() - right[b].mean()) for b in bins if len(b)) / len(chance)


def by_width(chance, count=10):
    place = np.minimum((chance * count).astype(int), count - 1)
    return [np.flatnonzero(place == k) for k in range(count)]


def by_size(chance, count=15):
    return np.array_split(np.argsort(chance, kind="stable"), count)


def plot(chance, right):
    """The reliability plot: a dot a bin of equal size, by its mean confidence and its share of right ones."""

    def at(x, y):
        return f"{EDGE + x * SIDE:.1f}", f"{EDGE + (1 - y) * SIDE:.1f}"

    def line(a, b, look):
        (x1, y1), (x2, y2) = at(*a), at(*b)
        return f'<line x1="{x1}" y1="{y1}" x2="{x2}" y2="{y2}" {look}/>'

    whole = SIDE + 2 * EDGE
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {whole} {whole}" role="img" font-family="sans-serif"'
        ' font-size="11">',
        "<title>Reliability of confidence: share of right quotes by confidence, fifteen bins of equal size</title>",
        f'<rect width="{whole}" height="{whole}" fill="#fff"/>',
        f'<rect x="{EDGE}" y="{EDGE}" width="{SIDE}" height="{SIDE}" fill="none" stroke="#767676"/>',
        line((0, 0), (1, 1), 'stroke="#767676" stroke-dasharray="4 3"'),
    ]
    for tick in (0, 0.25, 0.5, 0.75, 1):
        x, y = at(tick, tick)
        parts.append(f'<text x="{x}" y="{EDGE + SIDE + 15}" text-anchor="middle">{tick:g}</text>')
        parts.append(f'<text x="{EDGE - 5}" y="{y}" text-anchor="end" dominant-baseline="middle">{tick:g}</text>')
    for b in by_size(chance):
        x, y = at(chance[b].mean(), right[b].mean())
        parts.append(f'<circle cx="{x}" cy="{y}" r="4" fill="#0b5cad"/>')
    parts.append(f'<text x="{whole / 2}" y="{whole - 8}" text-anchor="middle">confidence</text>')
    parts.append(
        f'<text x="12" y="{whole / 2}" text-anchor="middle" transform="rotate(-90 12 {whole / 2})">share right</text>'
    )
    return "\n".join([*parts, "</svg>", ""])


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--gold", required=True)
    parser.add_argument("--pred", required=True)
    parser.add_argument("--plot", type=Path)
    args = parser.parse_args()
    found = list(answers(read(args.gold), read(args.pred)))
    kinds = np.array([kind for kind, *_ in found])
    chances = np.array([chance for _, chance, _ in found])
    rights = np.array([right for *_, right in found], dtype=float)
    sys.stdout.write("quotes    count  right  confidence  error (width)  error (size)\n")
    for kind in KINDS:
        mine = np.flatnonzero(kinds == kind) if kind != "all" else np.arange(len(kinds))
        if not len(mine):
            continue
        chance, right = chances[mine], rights[mine]
        width, size = error(chance, right, by_width(chance)), error(chance, right, by_size(chance))
        sys.stdout.write(
            f"{kind:9} {len(mine):5}  {right.mean():.3f}  {chance.mean():10.3f}  {width:13.3f}  {size:12.3f}\n"
        )
    if args.plot:
        args.plot.write_text(plot(chances, rights), encoding="utf-8")


if __name__ == "__main__":
    main()
