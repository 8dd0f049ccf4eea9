"""What the tests of faults share: a batch as its own process, and a moment at which it can be disturbed."""

import os
import resource
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.waiting import NEVER, until

TEXTS = [
    f"MINSK, {day} January 2024. “We agree on the {day} bridges of the river,” Minister Ann Example said. "
    f"It is the cost that was named: ${day} million.\n"
    for day in range(1, 21)
]
# The release that is a named pipe where a test disturbs a batch: nothing goes on until somebody writes to it.
GATE = 3
# Root may do everything but what it gave up before.
MORTAL = ["setpriv", "--bounding-set", "-dac_override,-dac_read_search"] if os.geteuid() == 0 else []


PYTHON = (sys.executable, "-W", "ignore")
REAL = (*PYTHON, "-m", "summitparse")
QUICK = (*PYTHON, str(Path(__file__).parent / "fakes" / "quick.py"))


@dataclass(frozen=True)
class Done:
    code: int
    err: str


class Place:
    """A folder with the releases in `in/` and the output of a batch that nothing disturbed in `whole.jsonl`."""

    def __init__(self, root: Path, whole: bytes) -> None:
        self.root, self.whole = root, whole
        self.releases, self.output = root / "in", root / "out.jsonl"
        self.releases.mkdir()
        for number, text in enumerate(TEXTS):
            (self.releases / f"{number:02}.txt").write_text(text, "utf-8")

    def start(
        self,
        *words: str,
        out: str = "out.jsonl",
        most: int = 0,
        run_by: Sequence[str] = (),
        command: Sequence[str] = QUICK,
    ) -> "subprocess.Popen[bytes]":
        """A batch over `in` (or over `words` where they name inputs) whose files can have `most` bytes."""

        def limit() -> None:
            if most:
                resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))

        inputs = [] if words and not words[0].startswith("-") else ["in"]
        return subprocess.Popen(
            [*run_by, *command, "batch", *inputs, *words, "-o", out, "-w", "1"],
            cwd=self.root,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            preexec_fn=limit,
        )

    def run(self, *words: str, **more: Any) -> Done:
        return done(self.start(*words, **more))

    def gate(self) -> Path:
        path = self.releases / f"{GATE:02}.txt"
        path.unlink()
        os.mkfifo(path)
        return path

    def lines(self) -> list[bytes]:
        return self.output.read_bytes().splitlines(keepends=True)

    def others(self, *lost: int) -> list[bytes]:
        """The lines of all releases but these."""
        return [line for number, line in enumerate(self.whole.splitlines(keepends=True)) if number not in lost]


def done(process: "subprocess.Popen[bytes]") -> Done:
    """What became of it: whatever that is, there is no traceback, and standard output is empty."""
    out, err = process.communicate(timeout=NEVER)
    said = err.decode()
    assert (out, "Traceback" in said) == (b"", False), said
    return Done(process.returncode, said)


@contextmanager
def stopped_at(gate: Path) -> Iterator[None]:
    """While a worker waits for the release that is a named pipe. Then it gets it, and for all others it is a file."""
    pipes: list[int] = []

    def opened() -> bool:
        with suppress(OSError):  # as long as nobody reads, where a plain `open` would wait for ever
            pipes.append(os.open(gate, os.O_WRONLY | os.O_NONBLOCK))
        return bool(pipes)

    until(opened, "no worker came to the gate")
    pipe = pipes[0]
    try:
        yield
        gate.unlink()
        gate.write_text(TEXTS[GATE], "utf-8")
        with suppress(BrokenPipeError):  # the worker may have died of what was done
            os.write(pipe, TEXTS[GATE].encode("utf-8"))
    finally:
        os.close(pipe)


def worker_of(process: "subprocess.Popen[bytes]") -> int:
    """The process that does the work: the only child of a batch that is not Python's own helper."""
    found = Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text().split()
    (worker,) = [int(pid) for pid in found if b"spawn_main" in Path(f"/proc/{pid}/cmdline").read_bytes()]
    return worker


def can(*command: str) -> bool:
    """True if this machine lets us do it."""
    if shutil.which(command[0]) is None:
        return False
    return subprocess.run(command, capture_output=True, check=False).returncode == 0
