"""Fits how sure quotations in marks are, over news and annotated releases, and measures it on services left out.

    python models/quotes/direct.py --texts FOLDER … --polnear FILE

The folders have the texts of the annotated releases as ID.txt. Writes direct.json and direct-metrics.json beside
itself. A quotation is right where its words are an annotated one's (intersection over union of 0.8, of news as in
`calibrate.py`) and its speaker bears that name. Each service is left out in turn; a release counts twice as much as an
article, for there are fewer.
"""

import argparse
import json
from pathlib import Path

import numpy as np
from calibrate import is_right, letters, read

from summitparse.actors import build_registry
from summitparse.evaluate.reliability import by_width, error
from summitparse.language.model import analyse
from summitparse.layout import compose, find_layout
from summitparse.quotes import assign_speakers, find_quotes
from summitparse.quotes.confidence import direct_features, is_settled
from summitparse.ranking.linear import Linear
from summitparse.voices import find_voices

HERE = Path(__file__).parent
# Strength of the regularisation, towards leaving a confidence as it is.
STRENGTH = 1.0
SAME = 0.8
# The news is left out in so many parts.
PARTS = 5
# A release stands for so many articles.
WEIGHT = 2.0
# What the figures count beside the error: how many stand above this, and how many of these are wrong.
SURE = 0.8


def found(text, *, article):
    """The quotes of a text and the names of their speakers."""
    voices = find_voices(find_layout(text))
    layout = voices.layout
    [parse] = analyse([(layout.clean, layout.stretches())])
    registry = build_registry(voices, parse)
    quotes = find_quotes(voices, parse, article=article).quotes
    quotes = assign_speakers(quotes, layout=layout, parse=parse, registry=registry)
    actors = registry.findings()
    for quote in quotes:
        if is_settled(quote):
            speaker = None if quote.speaker is None else actors[quote.speaker]
            name = "" if speaker is None else speaker.name or " ".join(speaker.titles)
            yield quote, direct_features(quote, speaker, article=article), name


def overlap(a, b):
    common = max(0, min(a[1], b[1]) - max(a[0], b[0]))
    return common / (max(a[1], b[1]) - min(a[0], b[0])) if common else 0.0


def releases(folders):
    """(service, features, right) of each quotation; what annotators left open is held against nobody."""
    paths = {path.stem: path for folder in folders for path in sorted(folder.glob("*.txt"))}
    for line in (HERE / "training/direct.jsonl").read_text("utf-8").splitlines():
        record = json.loads(line)
        text = compose(paths[record["id"]].read_bytes().decode("utf-8"))
        for quote, features, name in found(text, article=False):
            near = [(overlap(q["span"], part), q) for q in record["quotes"] for part in quote.quoted or quote.spans]
            right = any(share >= SAME and is_speaker(text, q, name) for share, q in near)
            if right or not any(share > 0.3 and q.get("optional") for share, q in near):
                yield record["id"].rsplit("-", 1)[0], features, right


def is_speaker(text, quote, name):
    """Does the name have the last word of the annotated one?"""
    wanted = quote.get("speaker")
    return wanted is not None and text[slice(*wanted)].casefold().split()[-1] in name.casefold().split()


def news(path):
    for k, record in enumerate(read(path)):
        text = record["text"]
        wanted = [(letters(text, q["spans"]), letters(text, q["source"] or [])) for q in record["quotes"]]
        for quote, features, _ in found(compose(text), article=True):
            if quote.source is not None:
                spans = [{"start": span.start, "end": span.end} for span in quote.spans]
                source = {"start": quote.source.start, "end": quote.source.end}
                yield f"news {k % PARTS}", features, is_right(text, {"spans": spans, "source": source}, wanted)


def fit(rows, right, counted, names):
    """A logistic regression by Newton's method, each row `counted` so often; the weights are drawn to 0, that of the
    first feature to 1."""
    x = np.array([[1.0, *(row.get(name, 0.0) for name in names)] for row in rows])
    target = np.zeros(x.shape[1])
    target[1] = 1.0
    pull = np.diag([1e-6, *[1 / STRENGTH] * len(names)])
    beta = target.copy()
    for _ in range(50):
        p = 1 / (1 + np.exp(-x @ beta))
        curve = (x.T * (counted * p * (1 - p))) @ x + pull
        step = np.linalg.solve(curve, x.T @ (counted * (right - p)) - pull @ (beta - target))
        beta += step
        if abs(step).max() < 1e-9:
            break
    return Linear(float(beta[0]), dict(zip(names, map(float, beta[1:]), strict=True)))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--texts", type=Path, nargs="+", required=True)
    parser.add_argument("--polnear", required=True)
    args = parser.parse_args()
    services, rows, right = zip(*releases(args.texts), *news(args.polnear), strict=True)
    services, right = np.array(services), np.array(right, dtype=float)
    names = ["odds", *sorted({name for row in rows for name in row} - {"odds"})]
    counted = np.array([1.0 if service.startswith("news") else WEIGHT for service in services])
    fit(rows, right, counted, names).write(HERE / "direct.json")
    judged = {"news": [], "releases": []}
    for service in sorted(set(services)):
        kept = services != service
        left = fit([row for row, k in zip(rows, kept, strict=True) if k], right[kept], counted[kept], names)
        judged["news" if service.startswith("news") else "releases"] += [
            (left.chance(left.score(row)), bool(ok)) for row, ok, k in zip(rows, right, kept, strict=True) if not k
        ]
    metrics = {name: figures(answers) for name, answers in judged.items()}
    (HERE / "direct-metrics.json").write_text(json.dumps(metrics, indent=1) + "\n", "utf-8")


def figures(answers):
    sure = [ok for chance, ok in answers if chance >= SURE]
    return {
        "quotations": len(answers),
        "right": round(sum(ok for _, ok in answers) / len(answers), 3),
        "expected calibration error": round(error(by_width(answers)), 3),
        "sure": len(sure),
        "of these wrong": len(sure) - sum(sure),
    }


if __name__ == "__main__":
    main()
