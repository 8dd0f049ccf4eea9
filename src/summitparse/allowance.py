"""How much memory and processor time one release may take: limits that the system keeps, whatever a reader does."""

import os
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

try:
    import resource
except ImportError:  # Windows has no such limits
    resource = None  # type: ignore[assignment]

MEGABYTE = 1_000_000
# Elsewhere (macOS) a limit of memory is there in name only, so that a process has to look at itself.
LINUX = sys.platform == "linux"
# Seconds between two looks.
LOOK = 0.05
# The model takes 170 MB, with a release of 20,000 words 200, with one of 300,000 some 500.
MEMORY = 700
# So long takes a release of 200,000 words on a slow machine, one of 20,000 a tenth of it.
SECONDS = 50


@dataclass(frozen=True, slots=True)
class Allowance:
    """What one release may take: `memory` in MB (10^6 bytes), `seconds` of processor time; 0 is no limit."""

    memory: int = MEMORY
    seconds: int = SECONDS

    @contextmanager
    def held(self) -> Iterator[None]:
        """Until the end, this process gets no more than that beside what it has had.

        Memory that is not given is a `MemoryError` in Python and the end of the process in some libraries; when the
        time is over, the system ends the process with SIGXCPU. Only soft limits are set, and put back.
        """
        before = []
        for kind, limit in self._limits():
            soft, hard = resource.getrlimit(kind)
            lower = [value for value in (limit, soft, hard) if value != resource.RLIM_INFINITY]
            with suppress(OSError, ValueError):  # a system that has this limit in name only
                resource.setrlimit(kind, (min(lower), hard))
                before.append((kind, (soft, hard)))
        try:
            yield
        finally:
            for kind, limits in before:
                resource.setrlimit(kind, limits)

    def _limits(self) -> Iterator[tuple[int, int]]:
        if resource is None:
            return
        if self.memory and LINUX:
            # Data is what a process may write to; its address space would count what it only maps.
            data = int(Path("/proc/self/statm").read_text("ascii").split()[5])
            yield resource.RLIMIT_DATA, data * resource.getpagesize() + self.memory * MEGABYTE
        if self.seconds:
            spent = resource.getrusage(resource.RUSAGE_SELF)
            yield resource.RLIMIT_CPU, int(spent.ru_utime + spent.ru_stime) + 1 + self.seconds

    def out_of_memory(self, name: str) -> str:
        """What is said of a release that asked for more memory."""
        return f"{name}: it takes more than {self.memory} MB of memory. Allow it more with --max-memory, or cut it up."

    def out_of_time(self, name: str) -> str:
        """What is said of a release that ended with SIGXCPU."""
        return (
            f"{name}: it takes more than {self.seconds} s of processor time. Allow it more with --max-seconds, or cut "
            "it up."
        )

    def ended_with(self, exit_code: int, name: str) -> str:
        """What is said of a release at which the process ended: with an exit code, or minus a signal's number."""
        if -exit_code == getattr(signal, "SIGXCPU", None):
            return self.out_of_time(name)
        how = f"signal {-exit_code}" if exit_code < 0 else f"exit code {exit_code}"
        return (
            f"{name}: it ended its process ({how}), as one does that needs more memory than there is or than "
            "--max-memory allows."
        )


UNLIMITED = Allowance(0, 0)


def first_to_go() -> None:
    """Where memory runs out, the system is to end this process and not the one that can say what happened.

    What libraries in C write to standard error as they give up is left out: the other process says it in a sentence.
    """
    if not sys.flags.dev_mode:
        os.dup2(os.open(os.devnull, os.O_WRONLY), 2)
    with suppress(OSError):
        Path("/proc/self/oom_score_adj").write_text("1000", "ascii")


def end_with(ended: Callable[[float | None], bool], allowance: Allowance) -> None:
    """Ends this process as soon as its parent has, or once it takes too much where no system sees to that.

    `ended` waits so many seconds, None for ever, and says whether the parent has ended. To be run in a thread.
    """
    looks = allowance.memory > 0 and not LINUX and resource is not None
    most = peak() + allowance.memory * MEGABYTE if looks else 0
    while not ended(LOOK if looks else None):
        if looks and peak() > most:
            os.kill(os.getpid(), signal.SIGKILL)
    os._exit(1)


def peak() -> int:
    """The most memory that this process has had at once, in bytes."""
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most if sys.platform == "darwin" else most * 1024
