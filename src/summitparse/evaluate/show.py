"""An evaluation as a table for a person, or as JSON for a program."""

import json
from dataclasses import asdict

from summitparse.evaluate.score import Evaluation
from summitparse.serialise import inert
from summitparse.view.terminal import printable

LONGEST = 100


def to_table(evaluation: Evaluation, *, misses: bool = True) -> str:
    """Precision, recall and F1 a kind; then notes, and the misses by release and kind."""
    lines = [f"{'kind':<11}{'gold':>7}{'found':>7}{'right':>7}{'precision':>11}{'recall':>8}{'F1':>8}"]
    for kind, score in evaluation.scores.items():
        if score.gold or score.predicted:
            shares = f"{score.precision:>11.3f}{score.recall:>8.3f}{score.f1:>8.3f}"
            lines.append(f"{kind:<11}{score.gold:>7}{score.predicted:>7}{score.correct:>7}{shares}")
    lines.append(f"{'mean':<51}{evaluation.mean_f1:>8.3f}")
    lines += [printable(note) for note in evaluation.notes]
    if misses and evaluation.misses:
        headed = ("", "")
        for miss in evaluation.misses:
            if (miss.release, miss.kind) != headed:
                headed = miss.release, miss.kind
                lines += ["", printable(f"{miss.release}: {miss.kind}")]
            place = "" if miss.start is None else f" at {miss.start}"
            words = miss.words if len(miss.words) <= LONGEST else miss.words[:LONGEST] + "…"
            lines.append(printable(f"  {miss.why}{place}: {words}"))
    return "\n".join(lines) + "\n"


def to_json(evaluation: Evaluation) -> str:
    """All of it as one JSON object."""
    scores = {
        kind: {**asdict(score), "precision": score.precision, "recall": score.recall, "f1": score.f1}
        for kind, score in evaluation.scores.items()
    }
    whole = {
        "releases": evaluation.releases,
        "mean_f1": evaluation.mean_f1,
        "scores": scores,
        "misses": [asdict(miss) for miss in evaluation.misses],
        "notes": evaluation.notes,
    }
    return inert(json.dumps(whole, indent=2, ensure_ascii=False)) + "\n"
