"""Trains the scorers of quotations and reported speech on PolNeAR.

    python models/quotes/train.py --train polnear-train.jsonl.gz --dev polnear-dev.jsonl.gz

Writes weights.npz, metrics.json and SHA256SUMS beside itself. Needs the extra `train` (scikit-learn).
"""

import argparse
import gzip
import hashlib
import io
import json
import sys
import time
import zipfile
from collections import defaultdict
from pathlib import Path

import numpy as np
from sklearn.ensemble import HistGradientBoostingClassifier, HistGradientBoostingRegressor
from sklearn.linear_model import LogisticRegression

from summitparse.cues.features import CUE_COLUMNS, cue_features
from summitparse.cues.find import ACCORDING, COLON, NOUN, STATISTICS, VERB, find_cues, vocabulary
from summitparse.cues.passages import POINTS, make_passages
from summitparse.findings import Span
from summitparse.language.model import analyse
from summitparse.layout import find_layout
from summitparse.quotes.attribute import find_sources
from summitparse.quotes.build import said_in_marks, share_in_marks
from summitparse.quotes.candidate import mode_of, scorer_of
from summitparse.quotes.confidence import calibration_row, confidence
from summitparse.quotes.contents import find_contents
from summitparse.quotes.frames import LEAST_CHANCE, find_frames
from summitparse.quotes.sources import find_heads, source_features
from summitparse.quotes.weights import Weights
from summitparse.voices import find_voices

FOLDS = 5
ROUNDS = {"cue": 140, "quoted": 180, "right": 400, "other": 250, "source": 180}
SEED = 7


def read(path):
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]


class Article:
    """An article with its passages, candidates and the gold in token positions."""

    def __init__(self, record, layout, parse):
        self.record, self.layout, self.parse = record, layout, parse
        self.passages = make_passages(find_voices(layout), parse)
        self.cues = [(passage, cue) for passage in self.passages for cue in find_cues(parse, passage)]
        self.features = np.array([cue_features(parse, p, c) for p, c in self.cues], dtype=np.float32)
        words = [t.text not in POINTS for t in parse.tokens]
        self.count = np.concatenate([[0], np.cumsum(words)])
        self.gold = [self.place(quote) for quote in record["quotes"]]
        self.gold_of_cue = self.assign()

    def tokens(self, spans):
        return [t.i for start, end in spans or [] for t in self.parse.within(Span(start, end))]

    def place(self, quote):
        content = np.array(
            sorted(i for i in self.tokens(quote["spans"]) if self.parse.tokens[i].text not in POINTS), dtype=int
        )
        return {
            "type": quote["type"],
            "content": content,
            "source": set(self.tokens(quote["source"])),
            "cue": set(self.tokens(quote["cue"])),
        }

    def assign(self):
        """For each candidate cue the gold quote that it is the cue of, or None; one candidate for each gold cue."""
        by_token = {cue.i: k for k, (_, cue) in enumerate(self.cues)}
        out = [None] * len(self.cues)
        rank = {VERB: 0, ACCORDING: 0, COLON: 2, NOUN: 1}
        for gold in self.gold:
            mine = [by_token[i] for i in sorted(gold["cue"]) if i in by_token]
            if mine:
                best = min(mine, key=lambda k: (rank.get(self.cues[k][1].kind, 1), not self.cues[k][1].lemma, -k))
                if out[best] is None:
                    out[best] = gold
        return out

    def likeness(self, parts, gold):
        """Intersection over union, in words, of a candidate and a gold content."""
        content = gold["content"]
        size = sum(self.count[b + 1] - self.count[a] for a, b in parts)
        common = sum(np.searchsorted(content, b, "right") - np.searchsorted(content, a, "left") for a, b in parts)
        return common / max(1, size + len(content) - common)


def load(path):
    records, out = read(path), []
    for k in range(0, len(records), 16):
        batch = records[k : k + 16]
        layouts = [find_layout(r["text"]) for r in batch]
        parses = analyse([(layout.clean, layout.stretches()) for layout in layouts])
        out += [Article(*triple) for triple in zip(batch, layouts, parses, strict=True)]
    return out


def lemma_rows():
    """Rows of the table of statistics by the names of the lemmas; row 0 is for those that are not in the lexicon."""
    return {lemma: row for row, lemma in enumerate(["", *vocabulary().values()])}


def statistics(articles):
    """For each lemma of the lexicon: smoothed log-odds of being a cue, and of what its content is if it is one."""
    row_of = lemma_rows()
    rows = len(row_of)
    kinds = np.zeros(rows, dtype=int)
    for (_, kind), lemma in vocabulary().items():
        kinds[row_of[lemma]] = kind
    n, pos = np.zeros(rows), np.zeros((rows, STATISTICS))
    for article in articles:
        for (_, cue), gold in zip(article.cues, article.gold_of_cue, strict=True):
            row = row_of[cue.lemma]
            n[row] += 1
            if gold is not None:
                pos[row, 0] += 1
                pos[row, 1] += gold["type"] == "direct"
                pos[row, 2] += gold["type"] == "mixed"
                pos[row, 3] += len(gold["content"]) > 0 and gold["content"][0] < cue.i
                first = article.parse.tokens[gold["content"][0]] if len(gold["content"]) else None
                pos[row, 4] += first is not None and first.lower in (
                    "that",
                    "to",
                    "how",
                    "whether",
                    "what",
                    "if",
                    "why",
                )
                pos[row, 5] += len(gold["content"]) <= 6
                pos[row, 6] += not gold["source"]
    out = np.zeros((rows, STATISTICS))
    for kind in set(kinds):
        of = kinds == kind
        prior = (pos[of, 0].sum() + 1) / (n[of].sum() + 4)
        out[of, 0] = odds(pos[of, 0] + 4 * prior, n[of] + 4)
        for k in range(1, STATISTICS):
            prior = (pos[of, k].sum() + 1) / (pos[of, 0].sum() + 4)
            out[of, k] = odds(pos[of, k] + 3 * prior, pos[of, 0] + 3)
    return out.astype(np.float32)


def odds(yes, all_):
    p = np.clip(yes / all_, 1e-3, 1 - 1e-3)
    return np.log(p / (1 - p))


def cue_rows(article, table):
    if not article.cues:
        return np.zeros((0, CUE_COLUMNS + STATISTICS), dtype=np.float32)
    row_of = lemma_rows()
    return np.hstack([article.features, table[[row_of[cue.lemma] for _, cue in article.cues]]])


def classifier(rounds, leaves):
    return HistGradientBoostingClassifier(
        max_iter=rounds,
        max_leaf_nodes=leaves,
        max_depth=7,
        learning_rate=0.08,
        min_samples_leaf=20,
        l2_regularization=1.0,
        early_stopping=False,
        random_state=SEED,
    )


def regressor(rounds, leaves):
    return HistGradientBoostingRegressor(
        max_iter=rounds,
        max_leaf_nodes=leaves,
        max_depth=7,
        learning_rate=0.1,
        min_samples_leaf=20,
        l2_regularization=1.0,
        early_stopping=False,
        random_state=SEED,
    )


def export(model, name):
    trees = [p for [p] in model._predictors]
    feature, threshold, low, high, value, roots = [], [], [], [], [], []
    for tree in trees:
        base = len(feature)
        roots.append(base)
        for k, node in enumerate(tree.nodes):
            leaf = bool(node["is_leaf"])
            feature.append(0 if leaf else int(node["feature_idx"]))
            threshold.append(0.0 if leaf else float(node["num_threshold"]))
            low.append(base + (k if leaf else int(node["left"])))
            high.append(base + (k if leaf else int(node["right"])))
            value.append(float(node["value"]))
    depth = max(int(tree.nodes["depth"].max()) for tree in trees)
    return {
        f"{name}.feature": np.array(feature, dtype=np.int16),
        f"{name}.threshold": np.array(threshold, dtype=np.float32),
        f"{name}.low": np.array(low, dtype=np.int32),
        f"{name}.high": np.array(high, dtype=np.int32),
        f"{name}.value": np.array(value, dtype=np.float32),
        f"{name}.roots": np.array(roots, dtype=np.int32),
        f"{name}.base": np.float32(np.ravel(model._baseline_prediction)[0]),
        f"{name}.depth": np.int32(depth),
    }


def candidate_rows(article, rows, chance):
    """Rows of the three scorers of contents for the likely cues: {name: (features, targets)}."""
    out = {name: ([], []) for name in ("quoted", "right", "other")}
    for k, ((passage, cue), gold) in enumerate(zip(article.cues, article.gold_of_cue, strict=True)):
        if chance[k] < LEAST_CHANCE:
            continue
        for candidate in find_contents(article.parse, passage, cue):
            name = scorer_of(candidate)
            near = article.likeness(candidate.parts, gold) if gold is not None else 0.0
            out[name][0].append(np.concatenate([candidate.features, rows[k], [chance[k]]]).astype(np.float32))
            out[name][1].append(0.6 * (near == 1) + 0.4 * near * near)
    return out


def source_rows(article):
    """Candidates for the source of each gold quote whose cue is a candidate, and which of them is its head."""
    rows, target = [], []
    for (passage, cue), gold in zip(article.cues, article.gold_of_cue, strict=True):
        if gold is None:
            continue
        content = gold["content"]
        content = content[(content >= passage.first) & (content < passage.end)]
        if not len(content):
            continue
        parts = ranges(content)
        mode = mode_of(passage, cue, parts)
        heads = find_heads(article.parse, passage, cue, parts)
        if heads:
            tops = {
                i
                for i in gold["source"]
                if article.parse.tokens[i].head not in gold["source"] or article.parse.tokens[i].head == i
            }
            tops = tops & set(heads) or gold["source"] & set(heads)
            rows += source_features(article.parse, passage, cue, parts, mode, heads)
            target += [i in tops for i in heads]
    return np.array(rows, dtype=np.float32), np.array(target, dtype=bool)


def ranges(content):
    """Token positions as ranges; a gap of punctuation alone does not matter here."""
    cuts = np.flatnonzero(np.diff(content) > 4)
    starts, ends = [content[0], *content[cuts + 1]], [*content[cuts], content[-1]]
    return tuple((int(a), int(b)) for a, b in zip(starts, ends, strict=True))


def fit(train, note):
    """All scorers on some articles: {name of array: array}."""
    arrays = {"statistics": statistics(train), "lemmas": np.array(list(lemma_rows()))}
    folds = [k % FOLDS for k in range(len(train))]
    rows, chances = [None] * len(train), [None] * len(train)
    targets = [np.array([g is not None for g in a.gold_of_cue], dtype=bool) for a in train]
    for fold in range(FOLDS):
        table = statistics([a for k, a in enumerate(train) if folds[k] != fold])
        for k in range(len(train)):
            if folds[k] == fold:
                rows[k] = cue_rows(train[k], table)
    for fold in range(FOLDS):
        rest = [k for k in range(len(train)) if folds[k] != fold]
        model = classifier(ROUNDS["cue"], 24).fit(
            np.vstack([rows[k] for k in rest]), np.concatenate([targets[k] for k in rest])
        )
        for k in range(len(train)):
            if folds[k] == fold:
                chances[k] = model.predict_proba(rows[k])[:, 1] if len(rows[k]) else np.zeros(0)
    arrays |= export(classifier(ROUNDS["cue"], 24).fit(np.vstack(rows), np.concatenate(targets)), "cue")
    note(f"cue: {sum(map(len, targets))} candidates, {sum(t.sum() for t in targets)} cues")
    data = defaultdict(lambda: ([], []))
    for k, article in enumerate(train):
        for name, (features, target) in candidate_rows(article, rows[k], chances[k]).items():
            data[name][0].extend(features)
            data[name][1].extend(target)
    for name, (features, target) in sorted(data.items()):
        features, target = np.array(features, dtype=np.float32), np.array(target)
        note(f"{name}: {len(features)} candidates, mean value {target.mean():.3f}")
        arrays |= export(regressor(ROUNDS[name], 31).fit(features, target), name)
    pairs = [pair for pair in map(source_rows, train) if len(pair[0])]
    features, target = np.vstack([f for f, _ in pairs]), np.concatenate([t for _, t in pairs])
    note(f"source: {len(features)} candidates, {target.sum()} sources")
    return arrays | export(classifier(ROUNDS["source"], 24).fit(features, target), "source")


def answers(article, weights):
    """For each quote that the scorers find: what the calibration may know, and whether content and source are right."""
    frames = find_frames(article.parse, article.passages, weights)
    out = []
    for frame, (source, chance) in zip(frames, find_sources(article.parse, frames, weights), strict=True):
        best = max(article.gold, key=lambda g: article.likeness(frame.content.parts, g), default=None)
        near = article.likeness(frame.content.parts, best) if best else 0.0
        mine = {t.i for t in article.parse.within(source)} if source else set()
        right = near >= 0.5 and (bool(mine & best["source"]) if best["source"] else not mine)
        tokens = article.parse.tokens
        quoted = said_in_marks(tokens, frame.passage, frame.cue, frame.content)
        share = share_in_marks(tokens, frame.content.parts, quoted)
        out.append((calibration_row(frame.score, chance, share), right, near == 1))
    return out


def calibrate(articles, weights):
    found = [answer for article in articles for answer in answers(article, weights)]
    rows, right = np.array([row for row, *_ in found]), np.array([ok for _, ok, _ in found])
    model = LogisticRegression(C=10.0, max_iter=1000).fit(rows, right)
    return np.concatenate([model.coef_[0], model.intercept_]).astype(np.float32)


def evaluate(articles, weights):
    """Figures in the manner of the benchmark, simplified: content by overlap and exact, source of the matched ones."""
    found = [answer for article in articles for answer in answers(article, weights)]
    gold = sum(len(article.gold) for article in articles)
    chance = np.array([confidence(row, weights) for row, *_ in found])
    right = np.array([ok for _, ok, _ in found])
    bins = [(low, low + 0.2) for low in (0.0, 0.2, 0.4, 0.6, 0.8)]
    return {
        "articles": len(articles),
        "gold": gold,
        "found": len(found),
        "content_and_source_f1": round(2 * int(right.sum()) / (gold + len(found)), 4),
        "content_exact_f1": round(2 * sum(exact for *_, exact in found) / (gold + len(found)), 4),
        "calibration": [
            {"from": low, "to": high, "quotes": int(mask.sum()), "right": round(float(right[mask].mean()), 3)}
            for low, high in bins
            if (mask := (chance >= low) & (chance < high + 1e-6)).any()
        ],
    }


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--train", required=True)
    parser.add_argument("--dev", required=True)
    parser.add_argument("--out", type=Path, default=Path(__file__).parent)
    args = parser.parse_args()
    clock = time.process_time()

    def note(line):
        sys.stderr.write(f"{time.process_time() - clock:5.0f} s  {line}\n")

    train = load(args.train)
    note(f"read {len(train)} articles")
    held = [k % 6 == 0 for k in range(len(train))]
    rest = fit([a for k, a in enumerate(train) if not held[k]], lambda line: None)
    calibration = calibrate([a for k, a in enumerate(train) if held[k]], Weights(rest))
    note(f"calibrated on {sum(held)} articles held back")
    arrays = fit(train, note) | {"calibration": calibration}
    dev = load(args.dev)
    metrics = evaluate(dev, Weights(arrays))
    note(
        f"dev: content and source F1 {metrics['content_and_source_f1']}, exact content F1 {metrics['content_exact_f1']}"
    )
    save(args.out, arrays)
    (args.out / "metrics.json").write_text(json.dumps(metrics, indent=1) + "\n", encoding="utf-8")


def save(out, arrays):
    """An npz file whose bytes depend on nothing but the arrays (numpy's own would hold the time)."""
    target = out / "weights.npz"
    with zipfile.ZipFile(target, "w") as archive:
        for name in sorted(arrays):
            data = io.BytesIO()
            np.save(data, arrays[name], allow_pickle=False)
            entry = zipfile.ZipInfo(f"{name}.npy", (1980, 1, 1, 0, 0, 0))
            archive.writestr(entry, data.getvalue(), zipfile.ZIP_DEFLATED)
    digest = hashlib.sha256(target.read_bytes()).hexdigest()
    (out / "SHA256SUMS").write_text(f"{digest}  weights.npz\n", encoding="utf-8")


if __name__ == "__main__":
    main()
