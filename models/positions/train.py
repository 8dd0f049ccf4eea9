"""Trains the ranker of positions, and measures it on services that it has not seen.

    python models/positions/train.py --texts FOLDER … [--training training/releases.jsonl …] [--errors] [--no-write]

TEXTS hold the releases as ID.txt; the annotations stand in `training/`. Writes weights.json, metrics.json and
SHA256SUMS beside itself. Needs the extra `train` (scikit-learn).

Each service is left out in turn (its releases are scored by weights trained on all others): the scores that this gives
make the calibration (Platt scaling), the threshold, and the figures of metrics.json.
"""

import argparse
import hashlib
import json
import re
import sys
import tomllib
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from summitparse.actors import build_registry
from summitparse.enclosing import Enclosing
from summitparse.findings import Span
from summitparse.language.model import analyse
from summitparse.layout import Block, Header, Layout, compose, find_layout
from summitparse.positions.features import features_of
from summitparse.positions.find import candidates
from summitparse.positions.rank import LEAST_SURE, Candidate, choose
from summitparse.quotes import THING, assign_speakers, find_quotes
from summitparse.ranking.linear import Linear
from summitparse.voices import find_voices

HERE = Path(__file__).parent
# Strength of the regularisation, what a position that readers differ on counts for, how many folds by service.
STRENGTH, WEIGHT_OPTIONAL = 0.3, 0.0
# What sentences made for the training, and releases written for it, count beside real ones.
WEIGHT_MADE = 0.5
MADE = frozenset({"made", "own"})
FOLDS = 10
# Features seen less often than this are left out.
RARE = 3


@dataclass
class Example:
    id: str
    gold: list
    pairs: list
    rows: list
    text: str
    file: str

    @property
    def service(self):
        return self.id.rsplit("-", 1)[0] if not self.id.startswith("d") else "home"


def overlap(a, b):
    """Intersection over union of two ranges; a half where they share their beginning and thirty characters."""
    common = max(0, min(a[1], b[1]) - max(a[0], b[0]))
    if not common:
        return 0.0
    near = common / (max(a[1], b[1]) - min(a[0], b[0]))
    return max(near, 0.5) if a[0] == b[0] and common >= 30 else near


def object_of(proposal):
    tokens = proposal.clause.parse.tokens
    return tokens[proposal.object[0]].start, tokens[proposal.object[1]].end


def read(path, folders):
    """One example a release; what a second reader of the same release marked is added to the first one's."""
    examples = {}
    for line in path.read_text("utf-8").splitlines():
        record = json.loads(line)
        if record["id"] in examples:
            have = examples[record["id"]].gold
            have += [p for p in record["positions"] if all(overlap(at(p), at(q)) < 0.5 for q in have)]
            continue
        file = next(f / f"{record['id']}.txt" for f in folders if (f / f"{record['id']}.txt").is_file())
        text = file.read_bytes().decode("utf-8")
        voices = find_voices(find_layout(compose(text)))
        layout = voices.layout
        parse = analyse([(layout.clean, layout.stretches())])[0]
        registry = build_registry(voices, parse)
        quotes = assign_speakers(find_quotes(voices, parse).quotes, layout=layout, parse=parse, registry=registry)
        quotes = [quote for quote in quotes if quote.rule != THING]
        pairs = list(candidates(layout, parse, quotes, Enclosing(quote.spans for quote in quotes)))
        examples[record["id"]] = Example(
            record["id"], record["positions"], pairs, [features_of(*pair) for pair in pairs], text, path.stem
        )
    return list(examples.values())


def made():
    """The sentences of `training/sentences.toml` as examples of a service of their own, that is never left out; what
    ends without a full stop is a headline."""
    examples = []
    for number, marked in enumerate(tomllib.loads((HERE / "training/sentences.toml").read_text("utf-8"))["sentences"]):
        text, gold = "", []
        for part in re.split(r"(\[[^]]*\])", marked):
            if part.startswith("["):
                act, _, part = part[1:-1].partition(":")
                gold.append({"start": len(text), "end": len(text) + len(part), "act": act, "optional": False})
            text += part
        parse = analyse([(text, [Span(0, len(text))])])[0]
        whole = Span(0, len(text))
        layout = Layout(text, text, Header(None if text.endswith(".") else whole), blocks=(Block(whole),))
        pairs = list(candidates(layout, parse, (), Enclosing(())))
        rows = [features_of(*pair) for pair in pairs]
        examples.append(Example(f"made-{number}", gold, pairs, rows, text, "made"))
    return examples


def at(position):
    return position["start"], position["end"]


def label(proposal, gold):
    """1 for a position, 0 for none, None for what readers differ on."""
    mine, out = object_of(proposal), 0
    for p in gold:
        if overlap(at(p), mine) >= 0.5 and p["act"] == proposal.frame.act:
            if not p["optional"]:
                return 1
            out = None
        elif p["optional"] and overlap(at(p), mine) > 0.3:
            out = None
    return out


def fit(examples, strength=STRENGTH):
    rows, labels, weights = [], [], []
    for e in examples:
        for (proposal, _), row in zip(e.pairs, e.rows, strict=True):
            value = label(proposal, e.gold)
            if value is None and not WEIGHT_OPTIONAL:
                continue
            rows.append(row)
            labels.append(1 if value is None else value)
            weights.append(WEIGHT_OPTIONAL if value is None else WEIGHT_MADE if e.file in MADE else 1.0)
    counts = defaultdict(int)
    for row in rows:
        for name in row:
            counts[name] += 1
    rows = [{n: v for n, v in row.items() if counts[n] >= RARE} for row in rows]
    vectors = DictVectorizer()
    model = LogisticRegression(C=strength, max_iter=2000)
    model.fit(vectors.fit_transform(rows), labels, sample_weight=weights)
    weights = dict(zip(vectors.feature_names_, model.coef_[0].tolist(), strict=True))
    return Linear(float(model.intercept_[0]), weights)


def folds(examples):
    """The services, in `FOLDS` groups of about the same number of releases."""
    sizes = defaultdict(int)
    for e in examples:
        sizes[e.service] += 1
    groups = [[] for _ in range(FOLDS)]
    for service in sorted(sizes, key=lambda s: (-sizes[s], s)):
        min(groups, key=lambda g: sum(sizes[s] for s in g)).append(service)
    return [g for g in groups if g]


def held_out(examples, always, strength=STRENGTH):
    """Every example with the scores of weights that its service had no part in; those of `always` have one in all."""
    scored = []
    for group in folds(examples):
        model = fit([*(e for e in examples if e.service not in group), *always], strength)
        scored += [(e, [model.score(row) for row in e.rows]) for e in examples if e.service in group]
    return scored


def calibrate(scored):
    """Slope and offset of a logistic regression of being right on the score (Platt scaling)."""
    pairs = [
        (score, value)
        for e, scores in scored
        for (proposal, _), score in zip(e.pairs, scores, strict=True)
        if (value := label(proposal, e.gold)) is not None
    ]
    x, y = np.array([p[0] for p in pairs]), np.array([p[1] for p in pairs])
    curve = LogisticRegression(C=100.0).fit(x[:, None], y)
    return float(curve.coef_[0, 0]), float(curve.intercept_[0])


def count(gold, chosen, acts):
    """Right, wrong and missed positions, as in the benchmark."""
    pairs = sorted(
        (
            (overlap(at(g), object_of(c.proposal)), -i, -j)
            for i, g in enumerate(gold)
            for j, c in enumerate(chosen)
            if not acts or g["act"] == c.proposal.frame.act
        ),
        reverse=True,
    )
    done, used = set(), set()
    for near, i, j in pairs:
        if near >= 0.5 and -i not in done and -j not in used:
            done.add(-i)
            used.add(-j)
    right = sum(not gold[i]["optional"] for i in done)
    missed = [g for i, g in enumerate(gold) if i not in done and not g["optional"]]
    wrong = [
        c
        for j, c in enumerate(chosen)
        if j not in used and not any(g["optional"] and overlap(at(g), object_of(c.proposal)) > 0.3 for g in gold)
    ]
    return right, wrong, missed


def measure(scored, platt, least, errors=False):
    totals = {"found": [0, 0, 0], "act": [0, 0, 0]}
    for e, scores in scored:
        model = Linear(0.0, {}, *platt)
        ranked = [Candidate(*pair, s, model.chance(s)) for pair, s in zip(e.pairs, scores, strict=True)]
        chosen = choose(ranked, least)
        for name in totals:
            right, wrong, missed = count(e.gold, chosen, name == "act")
            totals[name] = [a + b for a, b in zip(totals[name], (right, len(wrong), len(missed)), strict=True)]
        if errors:
            show(e, wrong, missed)
    return {
        name: {
            "right": right,
            "wrong": wrong,
            "missed": missed,
            "f1": round(2 * right / (2 * right + wrong + missed), 4),
        }
        for name, (right, wrong, missed) in totals.items()
    }


def f1(right, wrong, missed):
    return round(2 * right / max(1, 2 * right + wrong + missed), 4)


def show(example, wrong, missed):
    """The errors of one release, with what stands before the object."""
    text = example.text
    for c in wrong:
        start, end = object_of(c.proposal)
        begin = c.proposal.clause.head.start - 60
        about = f"{c.proposal.frame.name}\t{c.chance:.2f}"
        sys.stdout.write(f"{example.id}\twrong\t{about}\t{text[max(0, begin) : start]!r} [[{text[start:end][:100]!r}\n")
    for g in missed:
        near = [p.frame.name for p, _ in example.pairs if overlap(at(g), object_of(p)) >= 0.5]
        before, words = text[max(0, g["start"] - 80) : g["start"]], text[g["start"] : g["end"]]
        sys.stdout.write(f"{example.id}\tmissed\t{g['act']}\t{near}\t{before!r} [[{words[:100]!r}\n")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--texts", type=Path, nargs="+", required=True)
    parser.add_argument("--training", type=Path, nargs="+", default=sorted((HERE / "training").glob("*.jsonl")))
    parser.add_argument("--errors", action="store_true")
    parser.add_argument("--no-write", action="store_true")
    options = parser.parse_args()
    examples = [e for path in options.training for e in read(path, options.texts)]
    always = made()
    scored = held_out(examples, always)
    platt = calibrate(scored)
    figures = {f"{least:.2f}": measure(scored, platt, least) for least in np.arange(0.2, 0.61, 0.05)}
    for least, levels in figures.items():
        sys.stdout.write(f"{least} {levels}\n")
    measured = measure(scored, platt, LEAST_SURE, options.errors)
    parts = {
        name: measure([pair for pair in scored if pair[0].file == name], platt, LEAST_SURE)
        for name in sorted({e.file for e in examples})
    }
    sys.stdout.write(f"{parts}\n")
    if options.no_write:
        return
    model = fit([*examples, *always])
    data = {
        "base": round(model.base, 4),
        "weights": {name: round(w, 4) for name, w in sorted(model.weights.items()) if abs(w) >= 5e-5},
        "slope": round(platt[0], 4),
        "offset": round(platt[1], 4),
    }
    (HERE / "weights.json").write_text(json.dumps(data, indent=1) + "\n", "utf-8")
    metrics = {
        "releases": len(examples),
        "services": len({e.service for e in examples}),
        "left out by service": measured,
        **parts,
    }
    (HERE / "metrics.json").write_text(json.dumps(metrics, indent=1) + "\n", "utf-8")
    names = ("weights.json", "metrics.json")
    sums = [f"{hashlib.sha256((HERE / n).read_bytes()).hexdigest()}  {n}\n" for n in names]
    (HERE / "SHA256SUMS").write_text("".join(sums), "utf-8")


if __name__ == "__main__":
    main()
