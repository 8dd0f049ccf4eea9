"""Pairs releases with their gold, then records with records, one to one."""

from collections.abc import Iterable, Sequence
from pathlib import PurePath

from summitparse.evaluate.items import KINDS, Item, Kind, Spans
from summitparse.evaluate.score import Evaluation, Miss, Score
from summitparse.records import Release


def evaluate(gold: Iterable[Release], predicted: Iterable[Release]) -> Evaluation:
    """Every release of the gold against the prediction for the same input.

    The same input is one with the same `source.sha256`, else with the same `id`, else with the same file name without
    its suffix. A release of the gold without a prediction counts as all missed; predictions without gold are left out.
    """
    evaluation = Evaluation(scores={kind.name: Score() for kind in KINDS})
    known = _Known(predicted)
    for asked in gold:
        given = known.find(asked)
        evaluation.releases += 1
        if given is None:
            evaluation.notes.append(f"{name_of(asked)}: there is no prediction for it; all of it counts as missed.")
        elif given.source.sha256 != asked.source.sha256:
            evaluation.notes.append(f"{name_of(asked)}: gold and prediction were made from different bytes.")
        for kind in KINDS:
            score, misses = compare(kind, asked, given)
            evaluation.scores[kind.name].add(score)
            evaluation.misses += misses
    if left := known.unused():
        evaluation.notes.append(
            f"{left} prediction{'s have' if left > 1 else ' has'} no gold and {'were' if left > 1 else 'was'} left out."
        )
    return evaluation


def name_of(release: Release) -> str:
    """What a release is called in messages."""
    return release.id or release.source.name


class _Known:
    """Predictions by all that may name them; the first of a name counts."""

    def __init__(self, predicted: Iterable[Release]) -> None:
        self.releases = list(predicted)
        self.used: set[int] = set()
        self.by_key: dict[tuple[str, str], int] = {}
        for i, release in enumerate(self.releases):
            for key in _keys(release):
                self.by_key.setdefault(key, i)

    def find(self, release: Release) -> Release | None:
        found = next((self.by_key[key] for key in _keys(release) if key in self.by_key), None)
        if found is None:
            return None
        self.used.add(found)
        return self.releases[found]

    def unused(self) -> int:
        return len(self.releases) - len(self.used)


def _keys(release: Release) -> list[tuple[str, str]]:
    keys = [("sha256", release.source.sha256)]
    if release.id is not None:
        keys.append(("id", release.id))
    if release.source.name not in ("-", "text"):
        keys.append(("name", PurePath(release.source.name).stem))
    return keys


def compare(kind: Kind, gold: Release, predicted: Release | None) -> tuple[Score, list[Miss]]:
    """The score of one kind in one release, and what is wrong."""
    asked = list(kind.read(gold))
    given = list(kind.read(predicted)) if predicted else []
    pairs = match(asked, given, kind.shared)
    score = Score(len(asked), len(given))
    misses = []
    name = name_of(gold)
    for i, item in enumerate(asked):
        if i not in pairs:
            misses.append(_miss(name, kind, item, "not found"))
            continue
        wrong = differences(item, given[pairs[i]])
        score.correct += not wrong
        if wrong:
            misses.append(_miss(name, kind, item, wrong))
    found = set(pairs.values())
    misses += [_miss(name, kind, item, "not in the gold") for j, item in enumerate(given) if j not in found]
    return score, sorted(misses, key=lambda miss: (miss.start is None, miss.start or 0, miss.words, miss.why))


def _miss(name: str, kind: Kind, item: Item, why: str) -> Miss:
    return Miss(name, kind.name, item.spans[0][0] if item.spans else None, item.words, why)


def differences(asked: Item, given: Item) -> str:
    """Which values are other than asked for, in words; "" where all are the same."""
    pairs = zip(asked.values, given.values, strict=False)
    wrong = [f"{name} is {b!s}, not {a!s}" for (name, a), (_, b) in pairs if a != b]
    return "; ".join(wrong)


def match(asked: Sequence[Item], given: Sequence[Item], shared: float) -> dict[int, int]:
    """Positions in `asked` to positions in `given`, one to one: same values first, then most words in common."""
    candidates = []
    for i, item in enumerate(asked):
        for j, other in enumerate(given):
            part = common(item.spans, other.spans) if item.spans else float(item.values[0] == other.values[0])
            if part >= shared and _same_field(item, other):
                candidates.append((item.values != other.values, -part, i, j))
    return one_to_one(candidates)


def one_to_one(candidates: Iterable[tuple[bool, float, int, int]]) -> dict[int, int]:
    """The best of the pairs (differs, minus the part shared, position, other position) that leave no position twice."""
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for _, _, i, j in sorted(candidates):
        if i not in pairs and j not in taken:
            pairs[i] = j
            taken.add(j)
    return pairs


def _same_field(item: Item, other: Item) -> bool:
    """A title is never compared with a place."""
    return item.values[0][0] != "field" or item.values[0] == other.values[0]


def common(spans: Spans, others: Spans) -> float:
    """The characters that both have, as a share of those that either has."""
    both = sum(max(0, min(end, other_end) - max(start, at)) for start, end in spans for at, other_end in others)
    either = sum(end - start for start, end in (*spans, *others)) - both
    return both / either if either else 0.0
