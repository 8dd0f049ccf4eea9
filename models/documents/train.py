"""Trains the ranker of documents, and measures it on services that it has not seen.

    python models/documents/train.py --texts FOLDER … --rows tests/documents/corpus.toml [--errors] [--no-write]

TEXTS hold the releases as ID.txt; the annotations stand in `training/`, and the rows of the tests are read as well.
Writes weights.json and metrics.json beside itself. Needs the extra `train` (scikit-learn).

A candidate is right where it shares 0.6 of its characters with an annotated record of its type; what readers differ on
is left out. One that has hold of a record but ends elsewhere is learnt from as a record, and counted as wrong.
Each service is left out in turn (its releases are scored by weights trained on all others).
"""

import argparse
import datetime as dt
import json
import re
import sys
import tomllib
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from summitparse.dates import find_dates
from summitparse.documents.find import propose
from summitparse.documents.rank import LEAST_SURE, features_of
from summitparse.documents.repeats import without_repeats
from summitparse.documents.times import Times
from summitparse.language.model import analyse
from summitparse.layout import compose, find_layout
from summitparse.ranking.linear import Linear
from summitparse.voices import find_voices

HERE = Path(__file__).parent
# Inverse strength of the regularisation; features of fewer candidates are left out; what a row of the tests counts for.
STRENGTH, RARE, WEIGHT_ROW = 1.0, 3, 1.0
# So much of a record's characters tells that a candidate has hold of it.
HELD = 0.3
# Sentences of our own, which are never left out.
OURS = ("row", "made")


@dataclass
class Example:
    """A release or row: its candidates, their features and labels (None: not to be learnt from), which of them are
    right in extent and type too, how many records it has that nobody differs on, and the text."""

    id: str
    candidates: list
    rows: list
    labels: list
    right: list
    asked: int
    layout: object

    @property
    def service(self):
        return re.sub(r"-\d+$", "", self.id)


def overlap(a, b):
    common = max(0, min(a[1], b[1]) - max(a[0], b[0]))
    return common / (max(a[1], b[1]) - min(a[0], b[0])) if common else 0.0


def read(id, text, reference, label, asked):
    """The example of a text; `label` gives 1, 0 or None for a candidate, and whether that is all right."""
    reference = dt.date.fromisoformat(reference) if isinstance(reference, str) else reference
    voices = find_voices(find_layout(compose(text)))
    layout = voices.layout
    parse = analyse([(layout.clean, layout.stretches())])[0]
    published = layout.header.published
    reference = reference or (published.day if published else None)
    times = Times(find_dates(layout, reference=reference), voices)
    candidates = [one for one in propose(voices, parse) if not is_old(one, layout, times, reference)]
    rows = [features_of(one, layout, times, reference) for one in candidates]
    labels, right = zip(*(label(one, layout) for one in candidates), strict=True) if candidates else ((), ())
    return Example(id, candidates, rows, labels, right, asked, layout)


def is_old(one, layout, times, reference):
    return reference is not None and times.long_ago(layout.clean, one, reference)


def by_record(documents):
    def label(one, layout):
        near = [(overlap((d["start"], d["end"]), one.span), d) for d in documents]
        asked = [(share, d["type"]) for share, d in near if not d["optional"]]
        if any(share >= 0.6 and one.type in kinds for share, kinds in asked):
            return 1, True
        if any(share > 0.3 and d["optional"] for share, d in near):
            return None, None
        return int(any(share > HELD for share, _ in asked)), False

    return label


def by_noun(read, heads):
    def label(one, layout):
        if not any(a <= one.span.start < b for a, b in read) or "shared" in one.signs:
            return None, None
        inside = [head for head in heads if one.span.start <= head["start"] < one.span.end]
        return (0, False) if not inside else (None, None) if inside[0].get("optional") else (1, True)

    return label


def by_row(wanted):
    def label(one, layout):
        own = layout.clean[one.span.start : one.span.end]
        right = any(row[0] == one.type and (row[2] == own or alike(row[2], own)) for row in wanted)
        return int(right), right

    return label


def alike(a, b):
    return (a in b or b in a) and min(len(a), len(b)) / max(len(a), len(b)) >= 0.6


def lines(name):
    return [json.loads(line) for line in (HERE / "training" / name).read_text("utf-8").splitlines()]


def examples(folders, rows):
    def text(id):
        return next(f / f"{id}.txt" for f in folders if (f / f"{id}.txt").is_file()).read_bytes().decode("utf-8")

    made = {}
    for r in lines("releases.jsonl"):
        asked = sum(not d["optional"] for d in r["documents"])
        if r["id"] not in made:
            made[r["id"]] = read(r["id"], text(r["id"]), r["reference"], by_record(r["documents"]), asked)
    for r in lines("nouns.jsonl"):
        if r["id"] in made:
            continue  # read whole since
        asked = sum("optional" not in h for h in r["heads"])
        made[r["id"]] = read(r["id"], text(r["id"]), None, by_noun(r["read"], r["heads"]), asked)
    for number, case in enumerate(tomllib.loads(rows.read_text("utf-8"))["case"]):
        wanted = case["documents"]
        made[f"row-{number}"] = read(f"row-{number}", case["text"], case.get("reference"), by_row(wanted), len(wanted))
    for number, marked in enumerate(tomllib.loads((HERE / "training/sentences.toml").read_text("utf-8"))["sentences"]):
        wanted = [(kind, "", own) for kind, own in re.findall(r"\[(\w+):([^]]*)\]", marked)]
        text = re.sub(r"\[\w+:([^]]*)\]", r"\1", marked)
        made[f"made-{number}"] = read(f"made-{number}", text, None, by_row(wanted), len(wanted))
    return list(made.values())


def fit(chosen):
    pairs = [(row, y) for e in chosen for row, y in zip(e.rows, e.labels, strict=True) if y is not None]
    counts = Counter(name for row, _ in pairs for name in row)
    share = [WEIGHT_ROW if e.service == "row" else 1.0 for e in chosen for y in e.labels if y is not None]
    vectors = DictVectorizer()
    matrix = vectors.fit_transform([{n: v for n, v in row.items() if counts[n] >= RARE} for row, _ in pairs])
    model = LogisticRegression(C=STRENGTH, max_iter=3000).fit(matrix, [y for _, y in pairs], sample_weight=share)
    weights = {n: round(w, 4) for n, w in zip(vectors.feature_names_, model.coef_[0].tolist(), strict=True)}
    return Linear(round(float(model.intercept_[0]), 4), weights)


def measure(every, errors):
    """Right, wrong and missed of a service's examples, scored by a model that has not seen it; our own sentences by one
    that has."""
    totals = {}
    for service in sorted({e.service for e in every}):
        model = fit([e for e in every if e.service != service or service in OURS])
        counts = [judged(e, model) for e in every if e.service == service]
        totals[service] = tuple(map(sum, zip(*counts, strict=True)))
        if errors and service in errors:
            sys.stdout.writelines(line for e in every if e.service == service for line in mistakes(e, model))
    return totals


def judged(e, model):
    """Right, wrong and missed of one example, each record once."""
    scored = [(c, y) for c, row, y in zip(e.candidates, e.rows, e.right, strict=True) if sure(model, row)]
    kept = {(c.span, c.rule) for c in without_repeats([c for c, _ in scored], e.layout.header.title)}
    got = [y for c, y in scored if (c.span, c.rule) in kept]
    return got.count(True), got.count(False), max(0, e.asked - got.count(True))


def sure(model, row):
    return model.chance(model.score(row)) >= LEAST_SURE


def mistakes(e, model):
    """A line a mistake, with the heaviest features."""
    for c, row, y in zip(e.candidates, e.rows, e.right, strict=True):
        if y is not None and sure(model, row) != y:
            top = sorted(((model.weights.get(n, 0), n) for n in row), key=lambda pair: -abs(pair[0]))[:7]
            yield f"{e.id}\t{'missed' if y else 'wrong'}\t{c.rule}\t{c.title[:90]}\t{top}\n"


def f1(counts):
    tp, fp, fn = counts
    return round(2 * tp / max(1, 2 * tp + fp + fn), 4)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--texts", type=Path, nargs="+", required=True)
    parser.add_argument("--rows", type=Path, required=True)
    parser.add_argument("--errors", nargs="*")
    parser.add_argument("--no-write", action="store_true")
    options = parser.parse_args()
    every = examples(options.texts, options.rows)
    totals = measure(every, options.errors)
    unseen = [sum(c) for c in zip(*(t for s, t in totals.items() if s not in OURS), strict=True)]
    metrics = {
        "services": {s: {"right, wrong, missed": t, "f1": f1(t)} for s, t in totals.items()},
        "unseen": {"right, wrong, missed": unseen, "f1": f1(unseen)},
        "candidates": sum(y is not None for e in every for y in e.labels),
        "records": sum(y == 1 for e in every for y in e.labels),
    }
    sys.stdout.write(json.dumps(metrics, indent=1) + "\n")
    if not options.no_write:
        model = fit(every)
        weights = dict(sorted(model.weights.items()))
        out = {"base": model.base, "weights": weights, "slope": 1.0, "offset": 0.0}
        (HERE / "weights.json").write_text(json.dumps(out, indent=1) + "\n", "utf-8")
        (HERE / "metrics.json").write_text(json.dumps(metrics, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    main()
