"""Fits the model that tells reported speech from what only looks like it, and measures it on services left out.

    python models/quotes/speech.py --texts FOLDER … --polnear polnear-train.jsonl.gz

TEXTS hold the releases as ID.txt; what is said in them stands in `training/releases.jsonl` (ids, offsets and values, no
words). Writes speech.json and speech-metrics.json beside itself. Needs the extra `train` (scikit-learn).

Each service is left out in turn: its releases are scored by weights fitted on all others and on news. These scores make
the calibration (Platt scaling) and the figures of speech-metrics.json.
"""

import argparse
import json
from collections import Counter
from pathlib import Path

import numpy as np
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression
from train import read

from summitparse.findings import Span
from summitparse.language.model import analyse
from summitparse.layout import compose, find_layout
from summitparse.quotes.find import reported
from summitparse.quotes.speech import LEAST_SPEECH
from summitparse.ranking.linear import Linear
from summitparse.voices import find_voices

HERE = Path(__file__).parent
# Strength of the regularisation, and what a clause of a release counts beside one of news.
STRENGTH, RELEASE = 0.03, 30.0
# Features seen less often than this are left out; so many articles of news are read.
RARE, ARTICLES = 4, 250
# A clause is the one that was annotated from so much overlap on; a shorter one that readers differ on is left out.
SAME, TOUCHES = 0.5, 0.3


def overlap(a, b):
    """Intersection over union of two ranges."""
    common = max(0, min(a[1], b[1]) - max(a[0], b[0]))
    return common / (max(a[1], b[1]) - min(a[0], b[0])) if common else 0.0


def documents(texts, polnear):
    """(service, text, annotated quotes) of every release, then of news."""
    paths = {path.stem: path for folder in texts for path in sorted(folder.glob("*.txt"))}
    for line in (HERE / "training/releases.jsonl").read_text("utf-8").splitlines():
        record = json.loads(line)
        if record["id"] in paths:
            text = paths[record["id"]].read_bytes().decode("utf-8")
            yield record["id"].rsplit("-", 1)[0], compose(text), record["quotes"]
    for record in read(polnear)[:ARTICLES]:
        gold = [{"spans": q["spans"], "type": q["type"]} for q in record["quotes"]]
        yield "news", record["text"], gold


def examples(texts, polnear):
    """(service, features, right) of every reported clause that the rankers find and readers agree on."""
    for service, text, gold in documents(texts, polnear):
        layout = find_layout(text)
        [parse] = analyse([(layout.clean, layout.stretches())])
        for spans, features in reported(find_voices(layout), parse):
            found = Span(spans[0].start, spans[-1].end)
            near = [(overlap(found, (q["spans"][0][0], q["spans"][-1][1])), q) for q in gold]
            right = any(share >= SAME and not q.get("optional") for share, q in near)
            if right or not any(share > TOUCHES and q.get("optional") for share, q in near):
                if service != "news" or not features["noun on top"]:  # in news a thing is marked as content, too
                    yield service, features, right


def fit(rows, right, services):
    vectorizer = DictVectorizer(sparse=False)
    matrix = vectorizer.fit_transform(rows)
    weight = np.where(np.array(services) == "news", 1.0, RELEASE)
    model = LogisticRegression(C=STRENGTH, max_iter=2000).fit(matrix, right, sample_weight=weight)
    names = vectorizer.get_feature_names_out()
    return {n: round(float(w), 4) for n, w in zip(names, model.coef_[0], strict=True)}, float(model.intercept_[0])


def frequent(rows):
    count = Counter(name for row in rows for name, value in row.items() if value)
    return [{name: value for name, value in row.items() if count[name] >= RARE} for row in rows]


def left_out(services, rows, right):
    """The score of each example by weights that have not seen its service."""
    scores = np.zeros(len(rows))
    for service in sorted(set(services) - {"news"}):
        rest = [k for k, other in enumerate(services) if other != service]
        weights, base = fit([rows[k] for k in rest], right[rest], [services[k] for k in rest])
        model = Linear(base, weights)
        for k, other in enumerate(services):
            if other == service:
                scores[k] = model.score(rows[k])
    return scores


def figures(chance, right):
    kept = chance >= LEAST_SPEECH
    return {
        "clauses": len(right),
        "speech": int(right.sum()),
        "precision before": round(float(right.mean()), 3),
        "precision": round(float(right[kept].mean()), 3),
        "recall": round(float((right & kept).sum() / right.sum()), 3),
        "expected calibration error": round(calibration_error(chance, right), 3),
    }


def calibration_error(chance, right, bins=10):
    place = np.minimum((chance * bins).astype(int), bins - 1)
    return float(sum(abs(chance[place == b].sum() - right[place == b].sum()) for b in range(bins)) / len(right))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--texts", type=Path, nargs="+", required=True)
    parser.add_argument("--polnear", required=True)
    args = parser.parse_args()
    services, rows, right = zip(*examples(args.texts, args.polnear), strict=True)
    rows, right = frequent(rows), np.array(right)
    scores = left_out(services, rows, right)
    release = np.array(services) != "news"  # of news as a whole nothing is left to learn from: it is not measured
    platt = LogisticRegression(C=10.0).fit(scores[release, None], right[release])
    slope, offset = float(platt.coef_[0][0]), float(platt.intercept_[0])
    weights, base = fit(rows, right, services)
    model = {"base": base, "weights": weights, "slope": slope, "offset": offset}
    chance = 1 / (1 + np.exp(-(slope * scores + offset)))
    metrics = figures(chance[release], right[release])
    (HERE / "speech.json").write_text(json.dumps(model, indent=0) + "\n", "utf-8")
    (HERE / "speech-metrics.json").write_text(json.dumps(metrics, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    main()
