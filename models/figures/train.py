"""Trains the ranker of measures, and measures it on services that it has not seen.

    python models/figures/train.py --texts FOLDER … [--newsquant newsquant-dev.jsonl.gz] [--no-write]

TEXTS hold the releases as ID.txt; what is measured in them stands in the files of `MEASURED`, our own sentences in
`training/measure_sentences.toml`. NewsQuant (sentences of news whose authors named what each quantity refers to) is not
part of the project. Writes weights.json, predicates.json and metrics.json beside itself. Needs the extra `train`
(scikit-learn).

The proposal is right that shares most words, articles and prepositions aside, with the annotated measure or one part of
it, and at least half of them (F1). At most one noun phrase of a figure is right, so the weights are those of a choice
among them and none (McFadden's conditional logit); whether the verb or adjective is, where none of them is, is learnt
apart. Each service is left out in turn, releases in house styles by their annotators, NewsQuant and our own sentences
in eight parts.
"""

import argparse
import gzip
import json
import re
import sys
import tomllib
from collections import Counter, defaultdict
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from scipy.optimize import minimize
from sklearn.feature_extraction import DictVectorizer

from summitparse.dates import find_dates
from summitparse.figures import find_figures
from summitparse.figures.counted import recount
from summitparse.figures.measure_features import features
from summitparse.figures.measure_proposals import Proposals
from summitparse.figures.measure_ranker import LEAST_SURE
from summitparse.figures.phrases import Phrases
from summitparse.issuer import find_issuer
from summitparse.language.model import analyse
from summitparse.layout import compose, find_layout
from summitparse.ranking.linear import Linear

HERE = Path(__file__).parent
MEASURED = ("releases", "releases-3", "releases-4")
# Inverse strength of the regularisation; features of fewer candidates are left out; parts of NewsQuant.
STRENGTH, RARE, PARTS = 0.005, 8, 8
# What a figure of NewsQuant counts beside one of a release: releases have become many more.
NEWS = 2.0
MARK = re.compile(r"[\[\]{}]")
SMALL = {"a", "an", "the", "of", "in", "for", "to", "and", "on"}


@dataclass
class Example:
    """A figure: where it is from, the annotated words ("" for none), its candidates' words and their features."""

    service: str
    gold: str
    words: list
    rows: list

    def part(self, governs):
        """The example with its verb or adjective alone, or with its noun phrases alone."""
        kept = [k for k, row in enumerate(self.rows) if ("reading.governing" in row) == governs]
        return replace(self, words=[self.words[k] for k in kept], rows=[self.rows[k] for k in kept])

    @property
    def right(self):
        """Whether each proposal shares at least half of the words with the annotated ones, and no other shares more."""
        shared = [alike(self.gold, words) for words in self.words[: len(self.rows)]]
        return [one >= max(0.5, *shared) for one in shared]


def bag(text):
    return set(re.findall(r"\w+", text.casefold())) - SMALL


def alike(gold, words):
    parts = [bag(part) for part in {gold, *gold.split(", ")}]
    b = bag(words)
    return max((2 * len(a & b) / (len(a) + len(b)) for a in parts if a and b), default=0.0)


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
        own = record["id"].startswith("own-")
        yield f"styles {record['annotator']}" if own else record["id"].rsplit("-", 1)[0], text, golds


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


def sentences(path):
    """Our own: the figure in brackets, what it measures in braces."""
    golds = defaultdict(list)
    for marked in tomllib.loads(path.read_text("utf-8"))["sentences"]:
        places = {mark.group(): mark.start() - taken for taken, mark in enumerate(MARK.finditer(marked))}
        text = MARK.sub("", marked)
        measure = text[places["{"] : places["}"]] if "{" in places else ""
        golds[text].append((places["["], places["]"], measure, False))
    for number, (text, found) in enumerate(golds.items()):
        yield f"sentences {number % PARTS}", text, found


def examples(sources):
    """Of each annotated figure; those before it have the measures that were annotated."""
    made = []
    for service, text, golds in sources:
        layout = find_layout(compose(text))
        parse = analyse([(layout.clean, layout.stretches())])[0]
        published = layout.header.published
        times = find_dates(layout, reference=published.day if published else None)
        issuer = find_issuer(layout)
        figures = find_figures(layout, times=times, country=issuer.country if issuer else None)
        phrases = Phrases(parse, [recount(figure, layout.clean, parse) for figure in figures], times)
        proposals = Proposals(phrases)
        for place, figure in enumerate(phrases.figures):
            if figure.kind in ("ordinal", "rank"):
                continue
            gold = next((g for g in golds if g[0] < figure.span.end and figure.span.start < g[1]), None)
            if not gold or gold[3]:
                continue
            found = proposals.of(place)
            words = [layout.clean[one.span.start : one.span.end] for one in found]
            shared, own = features(phrases, place, found)
            rows = [{name: float(value) for name, value in (shared | one).items() if value} for one in own]
            made.append(Example(service, gold[2], words, rows))
            right = (one.span for one, good in zip(found, made[-1].right, strict=False) if good)
            proposals.found[place] = next(right, None)
    return made


def fit(chosen):
    """The weights by feature and the base, the scaling of the training folded in."""
    chosen = [example for example in chosen if example.rows]
    rows = [row for example in chosen for row in example.rows]
    counts = Counter(name for row in rows for name in row)
    vectors = DictVectorizer()
    matrix = vectors.fit_transform([{n: v for n, v in row.items() if counts[n] >= RARE} for row in rows])
    mean, squares = (np.asarray(m.mean(0)).ravel() for m in (matrix, matrix.multiply(matrix)))
    scale = np.sqrt(np.maximum(squares - mean**2, 0))
    scale[scale < 1e-6] = 1
    matrix = matrix.multiply(1 / scale).tocsr()
    figure = np.repeat(np.arange(len(chosen)), [len(example.rows) for example in chosen])
    right = np.array([right for example in chosen for right in example.right], float)
    none = np.bincount(figure, right) == 0
    counted = np.array([NEWS if example.service.startswith("newsquant") else 1.0 for example in chosen])

    def loss(values):
        weights = np.exp(np.clip(matrix @ values[:-1] + values[-1], -30, 30))
        all_, good = 1 + np.bincount(figure, weights), none + np.bincount(figure, weights * right)
        slopes = counted[figure] * (weights / all_[figure] - weights * right / good[figure])
        penalty = (values[:-1] ** 2).sum() / (2 * STRENGTH)
        return penalty - (counted * np.log(good / all_)).sum(), np.append(
            matrix.T @ slopes + values[:-1] / STRENGTH, slopes.sum()
        )

    start = np.zeros(matrix.shape[1] + 1)
    best = minimize(loss, start, jac=True, method="L-BFGS-B", options={"maxiter": 500}).x
    return float(best[-1]), dict(zip(vectors.feature_names_, (best[:-1] / scale).tolist(), strict=True))


def fit_both(chosen):
    """The weights of noun phrases, learnt where no verb is what is measured, and those of verbs and adjectives."""
    predicates = [example.part(True) for example in chosen]
    nouns = [e.part(False) for e, other in zip(chosen, predicates, strict=True) if not any(other.right)]
    return fit(nouns), fit(predicates)


def odds(rows, base, weights):
    sums = [base + sum(weights.get(n, 0.0) * v for n, v in row.items()) for row in rows]
    return np.exp(np.clip(np.array(sums), -30, 30))


def chances(example, nouns, predicates):
    """As `measure_ranker.rank` has them."""
    governs = np.array(["reading.governing" in row for row in example.rows], bool)
    found = odds(example.rows, *nouns) * ~governs
    found = found / (1 + found.sum())
    told = odds(example.rows, *predicates)
    return np.where(governs, (1 - found.sum()) * told / (1 + told), found)


def held_out(all_):
    """Each example with the chances of weights that its service had no part in."""
    for service in sorted({e.service for e in all_}):
        both = fit_both([e for e in all_ if e.service != service])
        yield from ((e, chances(e, *both)) for e in all_ if e.service == service)


def metrics(scored, least):
    """By kind of text: of measured figures how many are right, of the others how many are given a measure."""
    found = defaultdict(Counter)
    for example, sure in scored:
        best = example.words[int(np.argmax(sure))] if len(sure) and sure.max() >= least else ""
        kind = found[example.service.split()[0] if " " in example.service else "releases"]
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
    made = [e for name in MEASURED for e in examples(releases(HERE / f"training/{name}.jsonl", options.texts))]
    made += examples(sentences(HERE / "training/measure_sentences.toml"))
    made += examples(newsquant(options.newsquant)) if options.newsquant else []
    scored = list(held_out(made))
    for least in (0.15, 0.2, 0.25, 0.3, 0.4):
        sys.stdout.write(f"{least} {metrics(scored, least)}\n")
    if options.no_write:
        return
    for name, model in zip(("weights", "predicates"), fit_both(made), strict=True):
        Linear(*model).write(HERE / f"{name}.json")
    report = {"figures": len(made), "services left out in turn": metrics(scored, LEAST_SURE)}
    (HERE / "metrics.json").write_text(json.dumps(report, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    main()
