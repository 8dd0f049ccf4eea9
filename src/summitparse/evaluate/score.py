"""Counts of what was right, and the shares that are read from them."""

from dataclasses import dataclass, field


@dataclass(slots=True)
class Score:
    """Records asked for (`gold`), given (`predicted`), and given right (`correct`)."""

    gold: int = 0
    predicted: int = 0
    correct: int = 0

    @property
    def precision(self) -> float:
        """The share of the given that is right; 1 where nothing is given."""
        return self.correct / self.predicted if self.predicted else 1.0

    @property
    def recall(self) -> float:
        """The share of what was asked for that is given right; 1 where nothing was asked for."""
        return self.correct / self.gold if self.gold else 1.0

    @property
    def f1(self) -> float:
        """The harmonic mean of both: 2 × correct / (gold + predicted); 1 where both are none."""
        return 2 * self.correct / (self.gold + self.predicted) if self.gold + self.predicted else 1.0

    def add(self, other: "Score") -> None:
        self.gold += other.gold
        self.predicted += other.predicted
        self.correct += other.correct


@dataclass(frozen=True, slots=True)
class Miss:
    """A record that is wrong: not found, not asked for, or found with other values (`why`)."""

    release: str
    kind: str
    start: int | None
    words: str
    why: str


@dataclass(slots=True)
class Evaluation:
    """Scores by kind over all releases of the gold, the misses, and notes on what could not be compared."""

    releases: int = 0
    scores: dict[str, Score] = field(default_factory=dict)
    misses: list[Miss] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    @property
    def mean_f1(self) -> float:
        """The mean over the kinds that the gold asks for."""
        asked = [score.f1 for score in self.scores.values() if score.gold]
        return sum(asked) / len(asked) if asked else 1.0
