"""Fits how sure quotations in marks are, over news and annotated releases, and measures it on services left out.

    python models/quotes/direct.py --bench BENCH --gold FOLDER … --texts FOLDER …

BENCH is the folder of the benchmarks; GOLD and TEXTS are further folders of annotated releases, their texts as ID.txt.
Writes direct.json and direct-metrics.json beside itself. A quotation is right where its words are an annotated one's
(intersection over union of 0.8, of news as in `calibrate.py`) and its speaker bears that name. Each service is left out
in turn; a release counts twice as much as an article, for there are fewer.
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
NEWS, RELEASE = 1.0, 2.0
# Strength of the regularisation, towards leaving a confidence as it is.
STRENGTH = 1.0
SAME = 0.8


def found(text, *, article):
    """The quotes of a text and the names of their speakers."""
    voices = find_voices(find_layout(compose(text)))
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


def releases(gold, texts):
    """(service, features, right) of each quotation; what annotators left open is held against nobody."""
    for path in sorted(gold.glob("*.json")):
        record = json.loads(path.read_text("utf-8"))
        wanted = [(span, q) for q in record["quotes"] if q["type"] != "indirect" for span in q["spans"]]
        text = (texts / f"{path.stem}.txt").read_bytes().decode("utf-8")
        for quote, features, name in found(text, article=False):
            near = [(overlap(span, part), q) for span, q in wanted for part in quote.quoted]
            right = any(share >= SAME and is_speaker(record, q, name) for share, q in near)
            if right or not any(share > 0.3 and q.get("optional") for share, q in near):
                yield path.stem.rsplit("-", 1)[0], features, right


def is_speaker(record, quote, name):
    """Does the name have the last word of the annotated one, or of another name for the same?"""
    if quote.get("speaker") is None:
        return not name
    known = next((s for s in record["speakers"] if quote["speaker"] in (s.get("name"), s.get("role"))), {})
    names = [quote["speaker"], *(known.get("also") or [])]
    said = name.casefold().split()
    return any(other.casefold().split()[-1] in said for other in names)


def news(path):
    for record in read(path):
        text = record["text"]
        wanted = [(letters(text, q["spans"]), letters(text, q["source"] or [])) for q in record["quotes"]]
        for quote, features, _ in found(text, article=True):
            if quote.source is not None:
                spans = [{"start": span.start, "end": span.end} for span in quote.spans]
                source = {"start": quote.source.start, "end": quote.source.end}
                yield "news", features, is_right(text, {"spans": spans, "source": source}, wanted)


def fit(rows, right, weight, names):
    """A logistic regression by Newton's method; the weights are drawn to 0, that of the first feature to 1."""
    x = np.array([[1.0, *(row.get(name, 0.0) for name in names)] for row in rows])
    target = np.zeros(x.shape[1])
    target[1] = 1.0
    pull = np.diag([1e-6, *[1 / STRENGTH] * len(names)])
    beta = target.copy()
    for _ in range(50):
        p = 1 / (1 + np.exp(-x @ beta))
        step = np.linalg.solve(
            (x.T * (weight * p * (1 - p))) @ x + pull, x.T @ (weight * (right - p)) - pull @ (beta - target)
        )
        beta += step
        if abs(step).max() < 1e-9:
            break
    return Linear(float(beta[0]), dict(zip(names, map(float, beta[1:]), strict=True)))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--bench", type=Path, required=True)
    parser.add_argument("--gold", type=Path, nargs="+", default=[])
    parser.add_argument("--texts", type=Path, nargs="+", default=[])
    args = parser.parse_args()
    folders = [(args.bench / "releases/gold", args.bench / "releases/texts"), *zip(args.gold, args.texts, strict=True)]
    answers = [row for gold, texts in folders for row in releases(gold, texts)]
    answers += news(args.bench / "quotes/data/polnear-dev.jsonl.gz")
    services, rows, right = zip(*answers, strict=True)
    right = np.array(right, dtype=float)
    weight = np.where(np.array(services) == "news", NEWS, RELEASE)
    names = ["odds", *sorted({name for row in rows for name in row} - {"odds"})]
    model = fit(rows, right, weight, names)
    model.write(HERE / "direct.json")
    judged = {"news": [], "releases": []}
    for service in sorted(set(services)):
        mine = np.array([other == service for other in services])
        kept = ~mine  # of news as a whole too little would be left
        rest = [row for row, k in zip(rows, kept, strict=True) if k]
        left = model if service == "news" else fit(rest, right[kept], weight[kept], names)
        judged["news" if service == "news" else "releases"] += [
            (left.chance(left.score(row)), bool(ok)) for row, ok, k in zip(rows, right, mine, strict=True) if k
        ]
    metrics = {
        name: {
            "quotations": len(found),
            "right": round(sum(ok for _, ok in found) / len(found), 3),
            "expected calibration error": round(error(by_width(found)), 3),
        }
        for name, found in judged.items()
    }
    (HERE / "direct-metrics.json").write_text(json.dumps(metrics, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    main()
