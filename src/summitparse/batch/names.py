"""The files that stand beside an output. Each has its whole name, so that no two outputs share one."""

from dataclasses import dataclass
from pathlib import Path


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
    def old(self) -> Path:
        """The output of before while the new one takes its name."""
        return self._beside(".old")

    @property
    def run(self) -> Path:
        return self._beside(".run.json")

    @property
    def lock(self) -> Path:
        return self._beside(".lock")

    @property
    def failures(self) -> Path:
        return self._beside(".failures.jsonl")

    @property
    def description(self) -> Path:
        """What Datasette is told of a database; a person may edit it."""
        return self._beside(".datasette.yaml")

    @property
    def people(self) -> Path:
        """Who is who over all releases."""
        return self._beside(".people.json")

    def all(self) -> tuple[Path, ...]:
        return (
            self.output,
            self.part,
            self.part_run,
            self.fresh,
            self.old,
            self.run,
            self.lock,
            self.failures,
            self.description,
            self.people,
        )

    def _beside(self, ending: str) -> Path:
        return self.output.with_name(self.output.name + ending)
