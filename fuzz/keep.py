"""Keeps of a fuzzed corpus what reaches much with few and short inputs: `python -m fuzz.keep TARGET FOLDER`.

Shortest first, an input is kept where it runs a line, or a step from one line to another, that none before it ran. The
interpreter itself tells them, so the fuzzer is not needed.
"""

import sys
from pathlib import Path
from types import FrameType
from typing import Any

from fuzz.seeds import keep, kept
from fuzz.targets import TARGETS, run

# What the test that replays them has time for.
MOST = 40
LONGEST = 1200


class Steps:
    """The steps between lines of the package that have been seen."""

    def __init__(self) -> None:
        self.seen: set[tuple[str, int, int]] = set()
        self.lines: set[tuple[str, int]] = set()
        self.new = 0

    def __call__(self, frame: FrameType, event: str, argument: Any) -> Any:
        name = frame.f_code.co_filename
        if not str(frame.f_globals.get("__name__")).startswith("summitparse"):
            return None
        last = frame.f_lineno

        def line(frame: FrameType, event: str, argument: Any) -> Any:
            nonlocal last
            if event == "line":
                step = (name, last, frame.f_lineno)
                last = frame.f_lineno
                if step not in self.seen:
                    self.seen.add(step)
                    self.lines.add((name, last))
                    self.new += 1
            return line

        return line


def chosen(target: str, inputs: list[bytes], most: int = MOST) -> tuple[list[bytes], Steps]:
    """The inputs that reach something new, those that reach most first, and what they reach together."""
    steps = Steps()
    scored: list[tuple[int, bytes]] = []
    for data in sorted(set(inputs), key=lambda data: (len(data), data)):
        steps.new = 0
        sys.settrace(steps)
        try:
            run(TARGETS[target], data)
        finally:
            sys.settrace(None)
        if steps.new:
            scored.append((steps.new, data))
    scored.sort(key=lambda pair: (-pair[0], pair[1]))
    return [data for _, data in scored[:most]], steps


def main() -> None:
    target, folder = sys.argv[1], Path(sys.argv[2])
    found = [path.read_bytes() for path in sorted((folder / "corpus").iterdir())]
    found += [path.read_bytes() for path in sorted((folder / "findings").iterdir())]
    inputs, steps = chosen(target, [data for data in [*kept(target), *found] if len(data) <= LONGEST])
    keep(target, inputs)
    sys.stdout.write(
        f"{target}: {len(inputs)} of {len(found)} inputs, {len(steps.lines)} lines of the package reached\n"
    )


if __name__ == "__main__":
    main()
