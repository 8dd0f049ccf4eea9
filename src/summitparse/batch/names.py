"""The files that stand beside an output, and what it is called without its suffix."""

from dataclasses import dataclass
from pathlib import Path

SUFFIXES = (".jsonl.gz", ".jsonl.zst", ".jsonl", ".sqlite", ".db", ".parquet", ".csv")


@dataclass(frozen=True, slots=True)
class Names:
    """`part` is what is written until the output is complete; `run` says how the output was made."""

    output: Path

    @property
    def part(self) -> Path:
        return self._beside(".part")

    @property
    def part_run(self) -> Path:
        return self._beside(".part.run.json")

    @property
    def fresh(self) -> Path:
        """The complete output before it takes its name."""
        return self._beside(".new")

    @property
    def run(self) -> Path:
        return self._beside(".run.json")

    @property
    def lock(self) -> Path:
        return self._beside(".lock")

    @property
    def failures(self) -> Path:
        name = self.output.name
        stem = next((name.removesuffix(suffix) for suffix in SUFFIXES if name.endswith(suffix)), name)
        return self.output.with_name(f"{stem}.failures.jsonl")

    def all(self) -> tuple[Path, ...]:
        return (self.output, self.part, self.part_run, self.fresh, self.run, self.lock, self.failures)

    def _beside(self, ending: str) -> Path:
        return self.output.with_name(self.output.name + ending)
