"""Fits the model that tells a newspaper's article from a release, and measures it on services left out.

    python models/quotes/genre.py --texts FOLDER … --polnear polnear-train.jsonl.gz --dev polnear-dev.jsonl.gz

TEXTS hold releases as SERVICE-NUMBER.txt. Writes genre.json and genre-metrics.json beside itself. Needs the extra
`train` (scikit-learn). Each service is left out in turn, so that its releases are judged by weights fitted on all
others; the development articles have no part in the weights.
"""

import argparse
import json
from collections import Counter
from pathlib import Path

import numpy as np
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression
from train import read

from summitparse.language.model import analyse
from summitparse.layout import compose, find_layout
from summitparse.quotes.genre import LEAST_ARTICLE, SHORTEST, genre_features

HERE = Path(__file__).parent
# Strength of the regularisation; a feature in fewer texts than this is left out; of the articles every third is read.
STRENGTH, RARE, EVERY = 0.03, 60, 3
# So many characters of a text are read.
LONGEST = 20000


def documents(texts, polnear):
    for path in (path for folder in texts for path in sorted(folder.glob("*.txt"))):
        yield path.stem.rsplit("-", 1)[0], path.read_bytes().decode("utf-8", "replace")
    for record in read(polnear)[::EVERY]:
        yield "news", record["text"]


def features(text):
    """None for a text that is too short to be judged."""
    layout = find_layout(compose(text[:LONGEST]))
    [parse] = analyse([(layout.clean, layout.stretches())])
    return genre_features(parse) if len(parse.tokens) >= SHORTEST else None


def fit(rows, news):
    """Weights and base for features as they are; they are fitted on features with the same spread."""
    vectorizer = DictVectorizer(sparse=False)
    matrix = vectorizer.fit_transform(rows)
    mean, spread = matrix.mean(axis=0), matrix.std(axis=0) + 1e-9
    model = LogisticRegression(C=STRENGTH, max_iter=3000, class_weight="balanced").fit((matrix - mean) / spread, news)
    weights = model.coef_[0] / spread
    names = vectorizer.get_feature_names_out()
    base = round(float(model.intercept_[0] - (weights * mean).sum()), 4)
    return base, {name: round(float(w), 4) for name, w in zip(names, weights, strict=True)}


def chance(model, row):
    base, weights = model
    return 1 / (1 + np.exp(-base - sum(weights.get(name, 0.0) * value for name, value in row.items())))


def taken_for_articles(services, rows):
    """Of each service the number of its releases, and of those that weights without it take for articles."""
    counts = {}
    for service in sorted(set(services) - {"news"}):
        rest = [k for k, other in enumerate(services) if other != service]
        model = fit([rows[k] for k in rest], [services[k] == "news" for k in rest])
        chances = [chance(model, rows[k]) for k, other in enumerate(services) if other == service]
        counts[service] = [len(chances), int(sum(c >= LEAST_ARTICLE for c in chances))]
    return counts


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--texts", type=Path, nargs="+", required=True)
    parser.add_argument("--polnear", required=True)
    parser.add_argument("--dev", required=True)
    args = parser.parse_args()
    found = [(service, row) for service, text in documents(args.texts, args.polnear) if (row := features(text))]
    services, rows = zip(*found, strict=True)
    count = Counter(name for row in rows for name in row)
    rows = [{name: value for name, value in row.items() if count[name] >= RARE} for row in rows]
    base, weights = fit(rows, [service == "news" for service in services])
    dev = [row for record in read(args.dev) if (row := features(record["text"]))]
    articles = sum(chance((base, weights), row) >= LEAST_ARTICLE for row in dev)
    told = {"least chance": LEAST_ARTICLE}
    metrics = told | {"development articles": [len(dev), int(articles)], "releases": taken_for_articles(services, rows)}
    (HERE / "genre.json").write_text(json.dumps({"base": base, "weights": weights}, indent=0) + "\n", "utf-8")
    (HERE / "genre-metrics.json").write_text(json.dumps(metrics, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    main()
