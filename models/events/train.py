"""Trains the choice of the event, its place and its participants, measured on services that they have not seen.

    python models/events/train.py --texts FOLDER … --rows tests/events/corpus.toml [--no-write]

TEXTS hold the releases as ID.txt; which event each reports stands in `training/releases.jsonl`, the rows of the tests
are read as well. Writes weights.json (event or none), places.json, participants.json and metrics.json beside itself.
Needs the extra `train` (scikit-learn).

The event is a choice among the words that could name it and none (McFadden's conditional logit): right is every
candidate of an annotated kind, where none is every candidate. So is the place, right where at least half of the words
are those of the annotated one. A person took part or did not (logistic regression).
Each service is left out in turn.
"""

import argparse
import datetime as dt
import json
import re
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
from summitparse.places.find import places
from summitparse.quotes import assign_speakers, find_quotes
from summitparse.ranking.linear import Linear, chances_of_one
from summitparse.voices import find_voices

HERE = Path(__file__).parent
# Inverse strength of the regularisation of each model; features of fewer candidates are left out.
STRENGTH, STRENGTH_PLACES, STRENGTH_PEOPLE, RARE = 1.0, 0.15, 0.1, 3
# The rows of the tests are never left out, and count for so many releases each.
ROWS, WEIGHT_ROW = "rows", 4


@dataclass
class Choice:
    """Features and rightness of candidates of which one is right, or none where none `is_told`."""

    rows: list
    right: list
    is_told: bool


@dataclass
class Example:
    """A release: the candidates for its event, and for its place where that is annotated; of its people the features
    and whether they took part; `missing` were named by nobody."""

    service: str
    event: Choice
    place: Choice | None = None
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
    right = right_of(found, event, layout)
    made = Example(service, Choice([as_row(one.signs) for one in found], right, event is not None))
    if event and found:
        best, others = found[right.index(True)], [one.sentence for one, good in zip(found, right, strict=True) if good]
        told = [best.sentence, *lead(layout, parse)]
        if best.kind != "call" and ("place" in event or service == ROWS):
            named = places(layout, parse, best, told, others[1:], registry.names())
            made.place = place_of(named, event.get("place"), layout.clean)
        add_people(made, event, voices.layout, parse, registry, best, told)
    return made


def place_of(named, place, text):
    """The choice of the place, of which there are the words (in a row of the tests) or where it stands."""
    told = place if isinstance(place, str) else text[slice(*place)] if place else ""
    texts = [text[one.span.start : one.span.end] for one in named]
    return Choice([as_row(one.signs) for one in named], [bool(told) and alike(told, one) for one in texts], bool(told))


def alike(told, found):
    told, found = (set(re.findall(r"\w+", words.casefold())) for words in (told, found))
    return len(told & found) >= max(len(told), len(found)) / 2


def as_row(names):
    return dict.fromkeys(sorted(names), 1.0)


def right_of(found, event, layout):
    if event is None:
        return [False for _ in found]
    named = [layout.clean[one.name.start : one.name.end] == event.get("name") for one in found]
    kinds = named if any(named) else [one.kind in event["kind"] for one in found]
    return kinds if any(kinds) else [True for _ in found]


def add_people(made, event, layout, parse, registry, best, told):
    """Those whom the release names; the rows of the tests say who of them was there by name."""
    asked = [registry.people_in(Span(*place)) for place in event.get("participants", ())]
    present = {actor for found in asked for _, actor in found}
    present |= {k for k, actor in enumerate(registry.findings()) if actor.name in event.get("who", ())}
    made.missing = sum(not found for found in asked)
    for actor, names in proposals(layout, parse, registry, best, told).items():
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


def fit(choices, strength):
    """Weights for choices; one whose right candidate nobody proposed teaches nothing."""
    choices = [one for one in choices if one and one.rows and (any(one.right) or not one.is_told)]
    named, matrix = vectors([row for one in choices for row in one.rows])
    release = np.repeat(np.arange(len(choices)), [len(one.rows) for one in choices])
    right = np.array([good for one in choices for good in one.right], float)
    none = np.array([not one.is_told for one in choices], float)

    def loss(values):
        odds = np.exp(np.clip(matrix @ values[:-1] + values[-1], -30, 30))
        all_, good = 1 + np.bincount(release, odds), none + np.bincount(release, odds * right)
        slopes = odds / all_[release] - odds * right / good[release]
        penalty = (values[:-1] ** 2).sum() / (2 * strength)
        return penalty - np.log(good / all_).sum(), np.append(matrix.T @ slopes + values[:-1] / strength, slopes.sum())

    best = minimize(loss, np.zeros(matrix.shape[1] + 1), jac=True, method="L-BFGS-B", options={"maxiter": 500}).x
    return Linear(float(best[-1]), dict(zip(named.feature_names_, best[:-1].tolist(), strict=True)))


def fit_event(chosen):
    return fit([one.event for one in chosen], STRENGTH)


def fit_place(chosen):
    return fit([one.place for one in chosen], STRENGTH_PLACES)


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
        event, place, people = fit_event(rest), fit_place(rest), fit_people(rest)
        for one in all_:
            if one.service == service:
                total.update(counts(one, event, place, people))
    return {name: int(count) for name, count in total.items()}


def counts(one, event, place, people):
    chances = chances_of_one([event.score(row) for row in one.event.rows])
    given = sum(chances) >= LEAST_SURE
    sure = [people.chance(people.score(row)) >= LEAST_PRESENT for row in one.people]
    found = {
        "releases": 1,
        "event or none right": given == one.event.is_told,
        "event where none is": given and not one.event.is_told,
        "kind right": one.event.is_told and given and one.event.right[int(np.argmax(chances))],
        "participants": sum(one.present) + one.missing,
        "participants given": sum(sure),
        "participants right": sum(good for good, given in zip(one.present, sure, strict=True) if given),
    }
    if one.place:
        chances = [*chances_of_one([place.score(row) for row in one.place.rows])]
        best = int(np.argmax([1 - sum(chances), *chances]))
        found["places"] = one.place.is_told
        found["places given"] = best > 0
        found["places right"] = best > 0 and one.place.right[best - 1]
    return found


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
        fit_place(all_).write(HERE / "places.json")
        fit_people(all_).write(HERE / "participants.json")
        (HERE / "metrics.json").write_text(json.dumps(metrics, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    main()
