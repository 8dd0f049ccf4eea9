"""A linear model over named features: a weight each, summed, and a chance from the sum."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources.abc import Traversable
from math import exp
from pathlib import Path

from summitparse.shipped import shipped

Features = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Linear:
    """`slope` and `offset` turn a sum into the log-odds of being right (Platt scaling)."""

    base: float
    weights: Mapping[str, float]
    slope: float = 1.0
    offset: float = 0.0

    @classmethod
    def read(cls, path: Traversable) -> "Linear":
        """A model from a JSON file with these four."""
        return cls(**json.loads(path.read_text("utf-8")))

    def write(self, path: Path) -> None:
        """Base and weights as JSON to four digits, by name; weights that round to nothing are left out."""
        kept = {name: round(weight, 4) for name, weight in sorted(self.weights.items()) if abs(weight) >= 5e-4}
        path.write_text(json.dumps({"base": round(self.base, 4), "weights": kept}, indent=1) + "\n", "utf-8")

    def score(self, features: Features) -> float:
        """The sum; a feature without a weight counts for nothing."""
        weights, total = self.weights, 0.0
        for name, value in features.items():
            if name in weights:
                total += weights[name] * value
        return self.base + total

    def chance(self, score: float) -> float:
        """How often candidates with such a score are right, from 0 to 1."""
        return 1 / (1 + exp(-max(-30.0, min(30.0, self.slope * score + self.offset))))


@cache
def shipped_model(folder: str, name: str = "weights") -> Linear:
    """`models/FOLDER/NAME.json` of this installation, read once; raises FileNotFoundError if it lacks it."""
    return Linear.read(shipped("models", folder).joinpath(f"{name}.json"))


def chances_of_one(scores: Sequence[float]) -> list[float]:
    """How likely each is the right one, where at most one is: none of them weighs as much as a score of 0."""
    weights = [exp(max(-30.0, min(30.0, score))) for score in scores]
    return [weight / (1 + sum(weights)) for weight in weights]
