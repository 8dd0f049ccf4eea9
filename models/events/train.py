"""Trains the choice of the event and of its participants, and measures both on services that they have not seen.

    python models/events/train.py --texts FOLDER … --rows tests/events/corpus.toml [--no-write]

TEXTS hold the releases as ID.txt; which event each reports stands in `training/releases.jsonl`, the rows of the tests
are read as well. Writes weights.json (event or none), participants.json and metrics.json beside itself. Needs the extra
`train` (scikit-learn).

The event is a choice among the words that could name it and none (McFadden's conditional logit): right is every
candidate of an annotated kind, where none is every candidate. A person took part or did not (logistic regression).
Each service is left out in turn.
"""

import argparse
import datetime as dt
import json
import sys
import tomllib
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
from scipy.optimize import minimize
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from summitparse.actors import build_registry
from summitparse.dates import find_dates
from summitparse.events.find import LEAST_SURE, lead, proposed
from summitparse.events.participants import LEAST_SURE as LEAST_PRESENT
from summitparse.events.participants import proposals
from summitparse.findings import Span
from summitparse.language.model import analyse
from summitparse.layout import compose, find_layout
from summitparse.quotes import assign_speakers, find_quotes
from summitparse.ranking.linear import Linear, chances_of_one
from summitparse.voices import find_voices

HERE = Path(__file__).parent
# Inverse strength of the regularisation of each model; features of fewer candidates are left out.
STRENGTH, STRENGTH_PEOPLE, RARE = 1.0, 0.1, 3
# The rows of the tests are never left out, and count for so many releases each.
ROWS, WEIGHT_ROW = "rows", 3


@dataclass
class Example:
    """A release: features and rightness of its candidates, whether it reports an event, and of its people the features
    and whether they took part; `missing` were named by nobody."""

    service: str
    rows: list
    right: list
    reports: bool
    people: list = field(default_factory=list)
    present: list = field(default_factory=list)
    missing: int = 0


def read(service, text, reference, event):
    """The example of a text; `event` as annotated, or None."""
    layout = find_layout(compose(text))
    parse = analyse([(layout.clean, layout.stretches())])[0]
    published = layout.header.published
    reference = reference or (published.day if published else None)
    voices = find_voices(layout)
    registry = build_registry(voices, parse)
    if service != ROWS:  # those who speak are resolved as in a release
        assign_speakers(find_quotes(voices, parse).quotes, layout=voices.layout, parse=parse, registry=registry)
    found = proposed(voices, parse, registry.names(), find_dates(layout, reference=reference), reference)
    made = Example(service, [as_row(one.signs) for one in found], right_of(found, event, layout), event is not None)
    if event and found:
        add_people(made, event, voices.layout, parse, registry, found[made.right.index(True)])
    return made


def as_row(names):
    return dict.fromkeys(sorted(names), 1.0)


def right_of(found, event, layout):
    if event is None:
        return [False for _ in found]
    named = [layout.clean[one.name.start : one.name.end] == event.get("name") for one in found]
    kinds = named if any(named) else [one.kind in event["kind"] for one in found]
    return kinds if any(kinds) else [True for _ in found]


def add_people(made, event, layout, parse, registry, best):
    """Those whom the release names; the rows of the tests say who of them was there by name."""
    asked = [registry.people_in(Span(*place)) for place in event.get("participants", ())]
    present = {actor for found in asked for _, actor in found}
    present |= {k for k, actor in enumerate(registry.findings()) if actor.name in event.get("who", ())}
    made.missing = sum(not found for found in asked)
    for actor, names in proposals(layout, parse, registry, best, [best.sentence, *lead(layout, parse)]).items():
        made.people.append(as_row(names))
        made.present.append(actor in present)


def examples(folders, rows):
    for line in (HERE / "training/releases.jsonl").read_text("utf-8").splitlines():
        record = json.loads(line)
        file = next(f / f"{record['id']}.txt" for f in folders if (f / f"{record['id']}.txt").is_file())
        yield read(record["id"].rsplit("-", 1)[0], file.read_bytes().decode("utf-8"), None, record["event"])
    corpus = tomllib.loads(rows.read_text("utf-8"))
    for row in corpus["events"] + corpus["none"]:
        event = {**row, "kind": [row["kind"]], "name": row.get("event")} if "kind" in row else None
        yield from [
            read(ROWS, f"{row['title']}\n\nMarch 14, 2026\n\n{row['body']}", dt.date(2026, 3, 14), event)
        ] * WEIGHT_ROW


def vectors(rows):
    counts = Counter(name for row in rows for name in row)
    made = DictVectorizer()
    return made, made.fit_transform([{n: v for n, v in row.items() if counts[n] >= RARE} for row in rows])


def fit_event(chosen):
    chosen = [one for one in chosen if one.rows]
    named, matrix = vectors([row for one in chosen for row in one.rows])
    release = np.repeat(np.arange(len(chosen)), [len(one.rows) for one in chosen])
    right = np.array([good for one in chosen for good in one.right], float)
    none = np.array([not one.reports for one in chosen], float)

    def loss(values):
        odds = np.exp(np.clip(matrix @ values[:-1] + values[-1], -30, 30))
        all_, good = 1 + np.bincount(release, odds), none + np.bincount(release, odds * right)
        slopes = odds / all_[release] - odds * right / good[release]
        penalty = (values[:-1] ** 2).sum() / (2 * STRENGTH)
        return penalty - np.log(good / all_).sum(), np.append(matrix.T @ slopes + values[:-1] / STRENGTH, slopes.sum())

    best = minimize(loss, np.zeros(matrix.shape[1] + 1), jac=True, method="L-BFGS-B", options={"maxiter": 500}).x
    return Linear(float(best[-1]), dict(zip(named.feature_names_, best[:-1].tolist(), strict=True)))


def fit_people(chosen):
    named, matrix = vectors([row for one in chosen for row in one.people])
    model = LogisticRegression(C=STRENGTH_PEOPLE, max_iter=3000)
    model.fit(matrix, [good for one in chosen for good in one.present])
    return Linear(float(model.intercept_[0]), dict(zip(named.feature_names_, model.coef_[0].tolist(), strict=True)))


def measure(all_):
    """Counts over all services, each left out in turn."""
    total = Counter()
    for service in sorted({one.service for one in all_} - {ROWS}):
        rest = [one for one in all_ if one.service != service]
        event, people = fit_event(rest), fit_people(rest)
        for one in all_:
            if one.service != service:
                continue
            chances = chances_of_one([event.score(row) for row in one.rows])
            given = sum(chances) >= LEAST_SURE
            total["releases"] += 1
            total["event or none right"] += given == one.reports
            total["event where none is"] += given and not one.reports
            total["kind right"] += one.reports and given and one.right[int(np.argmax(chances))]
            sure = [people.chance(people.score(row)) >= LEAST_PRESENT for row in one.people]
            total["participants"] += sum(one.present) + one.missing
            total["participants given"] += sum(sure)
            total["participants right"] += sum(good for good, given in zip(one.present, sure, strict=True) if given)
    return {name: int(count) for name, count in total.items()}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--texts", type=Path, nargs="+", required=True)
    parser.add_argument("--rows", type=Path, required=True)
    parser.add_argument("--no-write", action="store_true")
    options = parser.parse_args()
    all_ = list(examples(options.texts, options.rows))
    metrics = {"services left out in turn": measure(all_)}
    sys.stdout.write(json.dumps(metrics, indent=1) + "\n")
    if not options.no_write:
        fit_event(all_).write(HERE / "weights.json")
        fit_people(all_).write(HERE / "participants.json")
        (HERE / "metrics.json").write_text(json.dumps(metrics, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    main()
