"""Predictions against gold: precision, recall and F1 a kind, and what was missed."""

from summitparse.evaluate.compare import evaluate
from summitparse.evaluate.score import Evaluation, Miss, Score

__all__ = ["Evaluation", "Miss", "Score", "evaluate"]
