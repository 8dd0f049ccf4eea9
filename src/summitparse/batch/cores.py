"""How many workers this machine can take."""

import os
from contextlib import suppress
from pathlib import Path

from summitparse.batch import container
from summitparse.errors import UsageError

# What a worker may need (see docs/speed.md), in bytes.
WORKER = 450_000_000
MEMORY = Path("/proc/meminfo")


def workers(wanted: str) -> int:
    """The number that `--workers` names; raises `UsageError`."""
    if wanted == "auto":
        return max(1, min(cores(), memory() // WORKER))
    if wanted.isascii() and wanted.isdigit() and 1 <= int(wanted) <= 1024:
        return int(wanted)
    raise UsageError(f"--workers {wanted!r}: give a number from 1 up, or auto.")


def cores() -> int:
    """Cores that this process may use: of the machine, its affinity, and its container."""
    count = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    left = container.cores_left()
    return count if left is None else min(count, max(1, int(left)))


def memory() -> int:
    """Bytes that are free for use in the machine and in its container, or as good as endless where nothing says."""
    left = container.memory_left()
    return free() if left is None else min(free(), left)


def free() -> int:
    """Bytes that are free for use in the machine; where only the whole is known (macOS), half of it."""
    with suppress(OSError, ValueError, IndexError):
        for line in MEMORY.read_text("ascii").splitlines():
            if line.startswith("MemAvailable:"):
                return int(line.split()[1]) * 1024
    with suppress(OSError, ValueError, AttributeError):
        return os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE") // 2
    return 1 << 62
