"""Trains the ranker of the times that figures are for, and measures it on services that it has not seen.

    python models/figures/train_periods.py --texts FOLDER … [--no-write]

The texts hold the releases as ID.txt; which time each figure is for stands in `training/releases*.jsonl` and, for our
own sentences, in `training/period_sentences.toml`. Writes periods.json and periods-metrics.json beside itself. Needs
the extra `train`.

A candidate is right where it shares at least half of its words with the annotated time; of candidates of the same words
the one that is nearest to the annotated place. Each service is left out in turn, the sentences in eight parts.
"""

import argparse
import json
import sys
import tomllib
from collections import Counter, defaultdict
from pathlib import Path

import numpy as np
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.preprocessing import StandardScaler
from train import HERE, MARK, PARTS, Example, alike

from summitparse.dates import find_dates
from summitparse.figures import find_figures
from summitparse.figures.counted import recount
from summitparse.figures.period import LEAST_SURE, Periods
from summitparse.language.model import analyse
from summitparse.layout import compose, find_layout
from summitparse.ranking.linear import Linear

STRENGTH, RARE = 0.03, 6


def releases(path, folders):
    """Service, text, date of reference and figures (span, period, optional) of each release by its first annotator."""
    seen = set()
    for line in path.read_text("utf-8").splitlines():
        record = json.loads(line)
        if record["id"] not in seen:
            seen.add(record["id"])
            file = next(f / f"{record['id']}.txt" for f in folders if (f / f"{record['id']}.txt").is_file())
            text = file.read_bytes().decode("utf-8")
            golds = [(f["start"], f["end"], f["period"], f["optional"]) for f in record["figures"]]
            own = record["id"].startswith("own-")
            yield f"styles {record['annotator']}" if own else record["id"].rsplit("-", 1)[0], text, None, golds


def sentences(path):
    """The same of each sentence: the figure in brackets, its time in braces."""
    data = tomllib.loads(path.read_text("utf-8"))
    for number, marked in enumerate(data["sentences"]):
        places = {mark.group(): mark.start() - taken for taken, mark in enumerate(MARK.finditer(marked))}
        period = (places["{"], places["}"]) if "{" in places else None
        golds = [(places["["], places["]"], period, False)]
        yield f"sentences {number % PARTS}", MARK.sub("", marked), data["reference"], golds


def examples(sources):
    for service, text, reference, golds in sources:
        layout = find_layout(compose(text))
        parse = analyse([(layout.clean, layout.stretches())])[0]
        published = layout.header.published
        reference = reference or (published.day if published else None)
        times = find_dates(layout, reference=reference)
        figures = [recount(f, layout.clean, parse) for f in find_figures(layout, times=times)]
        periods = Periods(parse, times, figures)
        for start, end, period, optional in golds:
            figure = next((f for f in figures if f.span.start < end and start < f.span.end), None)
            relations = periods.relations(figure) if figure else None
            if optional or relations is None or figure.kind in ("ordinal", "rank"):
                continue
            candidates = periods.candidates(relations)
            gold = text[slice(*period)] if period else ""
            words = [layout.clean[c.span.start : c.span.end] for c in candidates]
            near = [abs(c.span.start - period[0]) if period else 0 for c in candidates]
            alikes = [near[k] for k, w in enumerate(words) if alike(gold, w) >= 0.5]
            words = [w if alike(gold, w) < 0.5 or near[k] == min(alikes) else "" for k, w in enumerate(words)]
            yield Example(service, gold, words, [relations.features(c) for c in candidates])


# What a row of our own sentences, which hold the rare constructs, counts beside one of a release.
SENTENCE = 2.0


def fit(chosen):
    """The weights by feature and the base, the scaling of the training folded in."""
    rows = [row for e in chosen for row in e.rows]
    right = [alike(e.gold, words) >= 0.5 for e in chosen for words in e.words[: len(e.rows)]]
    counts = Counter(name for row in rows for name in row)
    vectors = DictVectorizer(sparse=False)
    matrix = vectors.fit_transform([{n: v for n, v in row.items() if counts[n] >= RARE} for row in rows])
    scale = StandardScaler().fit(matrix)
    weight = [SENTENCE if e.service.startswith("sentences") else 1.0 for e in chosen for _ in e.rows]
    model = LogisticRegression(C=STRENGTH, max_iter=1000).fit(scale.transform(matrix), right, sample_weight=weight)
    weights = model.coef_[0] / scale.scale_
    base = float(model.intercept_[0] - (weights * scale.mean_).sum())
    return base, dict(zip(vectors.feature_names_, weights.tolist(), strict=True))


def chances(example, base, weights):
    sums = [base + sum(weights.get(n, 0.0) * v for n, v in row.items()) for row in example.rows]
    return 1 / (1 + np.exp(-np.array(sums)))


def held_out(all_):
    """Each example with the chances of weights that its service had no part in."""
    for service in sorted({e.service for e in all_}):
        base, weights = fit([e for e in all_ if e.service != service])
        yield from ((e, chances(e, base, weights)) for e in all_ if e.service == service)


def metrics(scored, least):
    """Of figures with a time how many get it, of the others how many get one; releases, and our own sentences."""
    found = defaultdict(Counter)
    for example, sure in scored:
        taken = len(sure) and sure.max() >= least
        best = example.words[int(sure.argmax())] if taken else ""
        kind = found[example.service.split()[0] if " " in example.service else "releases"]
        kind["with a time" if example.gold else "without"] += 1
        kind["right"] += bool(example.gold) and alike(example.gold, best) >= 0.5
        kind["given to those without"] += not example.gold and bool(taken)
    return {kind: dict(sorted(counts.items())) for kind, counts in sorted(found.items())}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--texts", type=Path, nargs="+", required=True)
    parser.add_argument("--no-write", action="store_true")
    options = parser.parse_args()
    training = HERE / "training"
    made = [e for path in sorted(training.glob("releases*.jsonl")) for e in examples(releases(path, options.texts))]
    made += examples(sentences(training / "period_sentences.toml"))
    scored = list(held_out(made))
    for least in (0.2, 0.25, 0.3, 0.35, 0.4, 0.5):
        sys.stdout.write(f"{least} {metrics(scored, least)}\n")
    if options.no_write:
        return
    Linear(*fit(made)).write(HERE / "periods.json")
    report = {"figures": len(made), "services left out in turn": metrics(scored, LEAST_SURE)}
    (HERE / "periods-metrics.json").write_text(json.dumps(report, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    main()
