"""Trains the ranker of measures, and measures it on services that it has not seen.

    python models/figures/train.py --texts FOLDER … [--newsquant newsquant-dev.jsonl.gz] [--no-write]

TEXTS hold the releases as ID.txt; what is measured in them stands in `training/`. NewsQuant (sentences of news whose
authors named what each quantity refers to) is not part of the project. Writes weights.json and metrics.json beside
itself. Needs the extra `train` (scikit-learn).

A candidate is right where it shares at least half of its words, articles and prepositions aside, with the annotated
measure (F1). Each service is left out in turn, NewsQuant in eight parts.
"""

import argparse
import gzip
import json
import re
import sys
from collections import Counter, defaultdict
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.preprocessing import StandardScaler

from summitparse.dates import find_dates
from summitparse.figures import find_figures
from summitparse.figures.counted import recount
from summitparse.figures.measure import Measures
from summitparse.figures.measure_features import features
from summitparse.figures.measure_ranker import LEAST_SURE
from summitparse.language.model import analyse
from summitparse.layout import compose, find_layout
from summitparse.ranking.linear import Linear

HERE = Path(__file__).parent
# Inverse strength of the regularisation; features of fewer candidates are left out; parts of NewsQuant.
STRENGTH, RARE, PARTS = 0.01, 8, 8
SMALL = {"a", "an", "the", "of", "in", "for", "to", "and", "on"}


@dataclass
class Example:
    """A figure: where it is from, the annotated words ("" for none), its candidates' words and their features."""

    service: str
    gold: str
    words: list
    rows: list


def bag(text):
    return set(re.findall(r"\w+", text.casefold())) - SMALL


def alike(gold, words):
    a, b = bag(gold), bag(words)
    return 2 * len(a & b) / (len(a) + len(b)) if a and b else 0.0


def releases(path, folders):
    """Text and figures (span, words, optional) of each release; of two annotators the first counts."""
    seen = set()
    for line in path.read_text("utf-8").splitlines():
        record = json.loads(line)
        if record["id"] in seen:
            continue
        seen.add(record["id"])
        file = next(f / f"{record['id']}.txt" for f in folders if (f / f"{record['id']}.txt").is_file())
        text = file.read_bytes().decode("utf-8")
        golds = [
            (f["start"], f["end"], text[slice(*f["measure"])] if f["measure"] else "", f["optional"])
            for f in record["figures"]
        ]
        yield record["id"].rsplit("-", 1)[0], text, golds


def newsquant(path):
    with gzip.open(path, "rt", encoding="utf-8") as file:
        for number, line in enumerate(file):
            record = json.loads(line)
            golds = [
                (*place, f["measure"] or "", bool(f["optional"]) or f["measure"] is None)
                for f in record["figures"]
                for place in (f["where"] or [])[:1]
            ]
            yield f"newsquant {number % PARTS}", record["text"], golds


def examples(sources):
    made = []
    for service, text, golds in sources:
        layout = find_layout(compose(text))
        parse = analyse([(layout.clean, layout.stretches())])[0]
        figures = find_figures(layout, times=find_dates(layout, reference=None))
        measures = Measures(parse, [recount(figure, layout.clean, parse) for figure in figures])
        for place, figure in enumerate(measures.phrases.figures):
            if figure.kind in ("ordinal", "rank"):
                continue
            candidates = measures.candidates(place)
            measures.measure(place)
            gold = next((g for g in golds if g[0] < figure.span.end and figure.span.start < g[1]), None)
            if gold and not gold[3]:
                words = [layout.clean[c.span.start : c.span.end] for c in candidates]
                made.append(Example(service, gold[2], words, features(measures.phrases, place, candidates)))
    return made


def fit(chosen, strength=STRENGTH, rare=RARE):
    """The weights by feature and the base, the scaling of the training folded in."""
    rows = [row for e in chosen for row in e.rows]
    right = [alike(e.gold, words) >= 0.5 for e in chosen for words in e.words[: len(e.rows)]]
    counts = Counter(name for row in rows for name in row)
    vectors = DictVectorizer(sparse=False)
    matrix = vectors.fit_transform([{n: v for n, v in row.items() if counts[n] >= rare} for row in rows])
    scale = StandardScaler().fit(matrix)
    model = LogisticRegression(C=strength, max_iter=1000).fit(scale.transform(matrix), right)
    weights = model.coef_[0] / scale.scale_
    base = float(model.intercept_[0] - (weights * scale.mean_).sum())
    return base, dict(zip(vectors.feature_names_, weights.tolist(), strict=True))


def chances(example, base, weights):
    sums = [base + sum(weights.get(n, 0.0) * v for n, v in row.items()) for row in example.rows]
    return 1 / (1 + np.exp(-np.array(sums)))


def held_out(all_, strength=STRENGTH, rare=RARE):
    """Each example with the chances of weights that its service had no part in."""
    for service in sorted({e.service for e in all_}):
        base, weights = fit([e for e in all_ if e.service != service], strength, rare)
        yield from ((e, chances(e, base, weights)) for e in all_ if e.service == service)


def metrics(scored, least):
    """By kind of text: of measured figures how many are right, of the others how many are given a measure."""
    found = defaultdict(Counter)
    for example, sure in scored:
        best = example.words[int(np.argmax(sure))] if len(sure) and sure.max() >= least else ""
        kind = found[example.service.split()[0] if example.service.startswith("newsquant") else "releases"]
        kind["measured" if example.gold else "unmeasured"] += 1
        kind["right"] += bool(example.gold) and alike(example.gold, best) >= 0.5
        kind["given to unmeasured"] += not example.gold and bool(best)
    return {kind: dict(sorted(counts.items())) for kind, counts in sorted(found.items())}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--texts", type=Path, nargs="+", required=True)
    parser.add_argument("--newsquant", type=Path)
    parser.add_argument("--no-write", action="store_true")
    options = parser.parse_args()
    made = examples(releases(HERE / "training/releases.jsonl", options.texts))
    made += examples(newsquant(options.newsquant)) if options.newsquant else []
    scored = list(held_out(made))
    for least in (0.15, 0.2, 0.25, 0.3, 0.4):
        sys.stdout.write(f"{least} {metrics(scored, least)}\n")
    if options.no_write:
        return
    Linear(*fit(made)).write(HERE / "weights.json")
    report = {"figures": len(made), "services left out in turn": metrics(scored, LEAST_SURE)}
    (HERE / "metrics.json").write_text(json.dumps(report, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    main()
