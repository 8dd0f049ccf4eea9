"""Writes `calibration.json`: of the figures, dates and documents that each rule made, and of the quotations without a
cue by how they are attributed, how many were right.

    python models/confidence/calibrate.py --bench ../shared/bench [--gold FOLDER …] [--texts FOLDER …]

Counted on annotated releases of services that no rule was written for (the folds of `releases/folds.json` but "home"),
on further folders of gold in the same form, and for dates on TBAQ, MEANTIME and WikiWars. A rule that was seen n times
gets (right + WEIGHT × share of its kind) / (n + WEIGHT): a rule seen once says little. The data is not part of the
project; its words are not in the table.
"""

import argparse
import gzip
import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from summitparse import parse

HERE = Path(__file__).parent
# How many sightings the share of the whole kind stands for.
WEIGHT = 10
KINDS = ("figures", "dates", "documents")
Record = dict[str, Any]


def releases(gold: Path, texts: Path, names: set[str] | None) -> Iterator[tuple[Record, Record]]:
    """Gold and records of each annotated release; `names` None takes all."""
    for path in sorted(gold.glob("*.json")):
        if names is None or path.stem in names:
            text = (texts / f"{path.stem}.txt").read_bytes().decode("utf-8")
            yield json.loads(path.read_text("utf-8")), json.loads(parse(text).model_dump_json())


def dated(path: Path) -> Iterator[tuple[Record, Record]]:
    """The same of a corpus of time expressions: only its dates are annotated."""
    with gzip.open(path, "rt", encoding="utf-8") as file:
        for line in file:
            gold = json.loads(line)
            found = parse(gold["text"], reference_date=gold["dct"][:10] if gold.get("dct") else None)
            record = json.loads(found.model_dump_json())
            yield {"dates": [{**t, "value": [t["value"]]} for t in gold["timexes"]]}, {"dates": record["dates"]}


def right(kind: str, gold: Record, found: Record) -> bool:
    """Are the values of the record those of the gold record that it overlaps?"""
    if kind == "dates":
        return found["value"] in gold["value"]
    if kind == "documents":
        types = gold["type"] if isinstance(gold["type"], list) else [gold["type"]]
        shared = min(gold["end"], found["end"]) - max(gold["start"], found["start"])
        return found["type"] in types and shared >= 0.6 * (
            max(gold["end"], found["end"]) - min(gold["start"], found["start"])
        )
    units = gold["unit"] if isinstance(gold.get("unit"), list) else [gold.get("unit")]
    return (
        float(found["value"]) == float(gold["value"])
        and (found["upper"] is None) == (gold.get("upper") is None)
        and _noun(found["unit"]) in [_noun(unit) for unit in units]
        and found["bound"] == (gold.get("bound") or "=")
    )


def _noun(unit: str | None) -> str | None:
    return unit.split()[-1].casefold().rstrip("s") if unit else None


def count(
    pairs: Iterator[tuple[Record, Record]], seen: Counter[tuple[str, str]], good: Counter[tuple[str, str]]
) -> None:
    for gold, record in pairs:
        for kind in KINDS:
            for found in record.get(kind, ()):
                near = [g for g in gold[kind] if g["start"] < found["end"] and found["start"] < g["end"]]
                correct = any(right(kind, g, found) for g in near)
                # What the annotators left open is held against nobody.
                if correct or not any(g.get("optional") for g in near):
                    seen[kind, found["rule"]] += 1
                    good[kind, found["rule"]] += correct


def carried(
    pairs: Iterator[tuple[Record, Record]], seen: Counter[tuple[str, str]], good: Counter[tuple[str, str]]
) -> None:
    """Quotations without a cue, by how they are attributed: right are words and speaker."""
    for gold, record in pairs:
        for found in record["quotes"]:
            if found["rule"] != "quotes.alone" or found["parent"] is not None:
                continue
            start, end = found["spans"][0]["start"], found["spans"][-1]["end"]
            near = [q for q in gold["quotes"] if q["spans"][0][0] < end and start < q["spans"][-1][1]]
            if not any(q.get("optional") for q in near):
                seen["quotes", found["attribution"]] += 1
                good["quotes", found["attribution"]] += any(_is_speaker(q, found) for q in near)


def _is_speaker(gold: Record, found: Record) -> bool:
    """Is the quote's speaker the annotated one, or found where a pronoun is annotated?"""
    name, said = (found["speaker_name"] or "").split(), (gold.get("speaker") or "").split()
    return bool(name and said) and (name[-1] in said or said[-1] in name or said[-1].lower() in ("he", "she", "they"))


def news(path: Path) -> Iterator[tuple[Record, Record]]:
    """Articles of PolNeAR with the words of their sources for speakers."""
    with gzip.open(path, "rt", encoding="utf-8") as file:
        for line in file:
            gold = json.loads(line)
            for quote in gold["quotes"]:
                quote["speaker"] = " ".join(gold["text"][a:b] for a, b in quote["source"] or [])
            yield gold, json.loads(parse(gold["text"]).model_dump_json())


def table(seen: Counter[tuple[str, str]], good: Counter[tuple[str, str]]) -> Record:
    found: Record = {}
    for kind in (*KINDS, "quotes"):
        total = sum(n for (k, _), n in seen.items() if k == kind)
        share = sum(n for (k, _), n in good.items() if k == kind) / total
        rules = {
            rule: round((good[kind, rule] + WEIGHT * share) / (n + WEIGHT), 2)
            for (k, rule), n in sorted(seen.items())
            if k == kind
        }
        found[kind] = {"any": round(share, 2), "rules": rules}
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--bench", type=Path, required=True)
    parser.add_argument("--gold", type=Path, action="append", default=[])
    parser.add_argument("--texts", type=Path, action="append", default=[])
    options = parser.parse_args()
    folds = json.loads((options.bench / "releases/folds.json").read_text("utf-8"))
    unseen = {name for fold, names in folds.items() if fold != "home" for name in names}
    seen: Counter[tuple[str, str]] = Counter()
    good: Counter[tuple[str, str]] = Counter()
    count(releases(options.bench / "releases/gold", options.bench / "releases/texts", unseen), seen, good)
    for gold, texts in zip(options.gold, options.texts, strict=True):
        count(releases(gold, texts, None), seen, good)
    for name in ("tbaq", "meantime-dev", "wikiwars-dev"):
        count(dated(options.bench / f"dates/data/{name}.jsonl.gz"), seen, good)
    carried(releases(options.bench / "releases/gold", options.bench / "releases/texts", unseen), seen, good)
    for gold, texts in zip(options.gold, options.texts, strict=True):
        carried(releases(gold, texts, None), seen, good)
    carried(news(options.bench / "quotes/data/polnear-dev.jsonl.gz"), seen, good)
    (HERE / "calibration.json").write_text(json.dumps(table(seen, good), indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    main()
