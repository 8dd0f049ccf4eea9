"""How sure a quote is: of quotes at 0.9, nine in ten have content and source right (on held-back articles)."""

from collections.abc import Sequence
from math import exp, log

from summitparse.quotes.weights import Weights


def calibration_row(score: float, source: float, share: float) -> tuple[float, ...]:
    """What the calibration knows: the content's score, the source's probability, and the share of words in marks."""
    direct, mixed = float(share >= 0.95), float(0.05 <= share < 0.95)
    return (odds(score), odds(source), direct, mixed, direct * odds(score), direct * odds(source))


def confidence(row: Sequence[float], weights: Weights) -> float:
    """Between 0 and 1, by a logistic regression."""
    if weights.calibration is None:
        return 0.5
    *slopes, base = weights.calibration.tolist()
    return 1 / (1 + exp(-(base + sum(slope * x for slope, x in zip(slopes, row, strict=True)))))


def odds(p: float) -> float:
    """The log-odds of a probability, kept away from certainty."""
    p = min(0.995, max(0.005, p))
    return log(p / (1 - p))
