"""A possible content of a cue, with what the model needs to know about it, and the two together."""

from dataclasses import dataclass

from summitparse.cues.find import Cue
from summitparse.cues.passages import Passage
from summitparse.quotes.trees import Floats

# How a candidate lies to its cue.
RIGHT, LEFT, AROUND, SUBJECT, SUBJECT_RIGHT, QUOTED = range(6)

Part = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Candidate:
    """A possible content: `parts` are token ranges, both ends included; `runs` the positions of the stretches in marks
    that make it up if it is nothing but them."""

    parts: tuple[Part, ...]
    features: tuple[float, ...]
    runs: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Frame:
    """An attribution without its source. `score` is the expected likeness of the content to what a reader would mark:
    1 for the very words."""

    passage: Passage
    cue: Cue
    content: Candidate
    score: float
    chance: float
    row: Floats


def scorer_of(candidate: Candidate) -> str:
    """The name of the scorer that ranks a candidate."""
    mode = candidate.features[0]
    return "quoted" if mode == QUOTED else "right" if mode == RIGHT else "other"


def mode_of(passage: Passage, cue: Cue, parts: tuple[Part, ...]) -> int:
    """How a content lies to its cue, for the ranking of sources: QUOTED for marks alone, else by its place."""
    if all(passage.stretch_at(i) >= 0 for part in parts for i in part):
        return QUOTED + (1 if parts[-1][1] < cue.i else 2 if parts[0][0] > cue.i else 3)
    return LEFT if parts[-1][1] < cue.i else RIGHT if parts[0][0] > cue.i else AROUND
