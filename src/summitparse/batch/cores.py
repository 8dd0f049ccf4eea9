"""How many workers this machine can take."""

import os
from contextlib import suppress
from pathlib import Path

from summitparse.errors import UsageError

# What a worker may need (see docs/speed.md), in bytes.
WORKER = 450_000_000
CPU_LIMIT = Path("/sys/fs/cgroup/cpu.max")
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
    with suppress(OSError, ValueError):
        quota, period = CPU_LIMIT.read_text("ascii").split()
        count = min(count, max(1, int(quota) // int(period)))
    return count


def memory() -> int:
    """Bytes that are free for use, or as good as endless where the system does not say."""
    with suppress(OSError, ValueError, IndexError):
        for line in MEMORY.read_text("ascii").splitlines():
            if line.startswith("MemAvailable:"):
                return int(line.split()[1]) * 1024
    return 1 << 62
