"""What the tests of faults share: a batch as its own process, and a moment at which it can be disturbed."""

import os
import resource
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from summitparse.batch import processes, run
from summitparse.batch.workers import ThisProcess
from tests.running import Running
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


FAKES = Path(__file__).parent / "fakes"
PYTHON = (sys.executable, "-W", "ignore")
REAL = (*PYTHON, "-m", "summitparse")
QUICK = (*PYTHON, str(FAKES / "quick.py"))


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
        worker: bool = False,
        stuck: Callable[[], bool] | None = None,
    ) -> Running:
        """A batch over `in` (or over `words` where they name inputs) whose files can have `most` bytes.

        The work is that of `quick.py`: of a worker, or of the batch itself. Where the worker is silent and `stuck`,
        a thousand seconds are over.
        """

        def prepare() -> None:
            if most:
                resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))
            if stuck:
                pass_time(stuck)
            sys.path.insert(0, str(FAKES))
            batch = partial(run.run_batch, work="quick:work")
            run.run_batch = batch if worker else partial(without_worker, batch)

        return Running(["batch", *self.inputs(words), *words, "-o", out, "-w", "1"], self.root, prepare)

    def start_new(self, *words: str, out: str = "out.jsonl", run_by: Sequence[str] = ()) -> "subprocess.Popen[bytes]":
        """The same as a command that the system starts, by a worker."""
        return subprocess.Popen(
            [*run_by, *QUICK, "batch", *self.inputs(words), *words, "-o", out, "-w", "1"],
            cwd=self.root,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )

    @staticmethod
    def inputs(words: Sequence[str]) -> list[str]:
        return [] if words and not words[0].startswith("-") else ["in"]

    def run(self, *words: str, **more: Any) -> Done:
        return done(self.start(*words, **more))

    def run_new(self, *words: str, **more: Any) -> Done:
        return done(self.start_new(*words, **more))

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


def without_worker(batch: Callable[..., Any], *words: Any, **more: Any) -> Any:
    return batch(*words, **more | {"workers": ThisProcess()})


def pass_time(stuck: Callable[[], bool]) -> None:
    """Lets a batch think that a thousand seconds are over, each time that its worker says nothing and is `stuck`."""
    wait, passed = processes.wait, list[int]()

    def waited(pipes: Any, timeout: float) -> Any:
        said = wait(pipes, timeout / 10)
        if not said and stuck():
            passed.append(1000)
        return said

    processes.wait, processes.now = waited, lambda: time.monotonic() + sum(passed)


def done(process: "subprocess.Popen[bytes] | Running") -> Done:
    """What became of it: whatever that is, there is no traceback, and standard output is empty."""
    out, err = process.communicate(timeout=NEVER)
    said = err.decode()
    assert (out, "Traceback" in said) == (b"", False), said
    assert process.returncode is not None
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


def worker_of(pid: int) -> int:
    """The process that does the work: the only child of a batch that is not Python's own helper."""
    found = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    (worker,) = [int(pid) for pid in found if b"spawn_main" in Path(f"/proc/{pid}/cmdline").read_bytes()]
    return worker


def worker_is_stopped() -> bool:
    """Whether the worker of this process has been stopped by a signal."""
    with suppress(ValueError, OSError):  # there is none at the moment
        return Path(f"/proc/{worker_of(os.getpid())}/stat").read_text().rpartition(")")[2].split()[0] == "T"
    return False


def comes_to(gate: Path) -> bool:
    """Whether a worker waits for the release that is a named pipe. Nobody will ever write to it."""
    with suppress(OSError):
        os.open(gate, os.O_WRONLY | os.O_NONBLOCK)
        return True
    return False


def can(*command: str) -> bool:
    """True if this machine lets us do it."""
    if shutil.which(command[0]) is None:
        return False
    return subprocess.run(command, capture_output=True, check=False).returncode == 0
