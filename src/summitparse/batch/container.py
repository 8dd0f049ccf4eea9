"""What a container, or any control group of Linux, leaves of the machine: both versions, and every group above our own.

Sources: https://docs.kernel.org/admin-guide/cgroup-v2.html and https://docs.kernel.org/admin-guide/cgroup-v1/.
"""

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

GROUPS = Path("/sys/fs/cgroup")
OURS = Path("/proc/self/cgroup")
# Of one controller's first version and of the second: its limit, what is used, and what of that can be had back.
MEMORY = (
    ("memory.limit_in_bytes", "memory.usage_in_bytes", "total_inactive_file"),
    ("memory.max", "memory.current", "inactive_file"),
)


def memory_left() -> int | None:
    """Bytes that may still be used; None where nothing limits them."""
    left = []
    for folder in _folders("memory"):
        for limit, used, cached in MEMORY:
            with suppress(OSError, ValueError):  # no such file in this version; "max" is no limit
                most = int((folder / limit).read_text("ascii"))
                left.append(most - int((folder / used).read_text("ascii")) + _stat(folder, cached))
    return max(0, min(left)) if left else None


def cores_left() -> float | None:
    """Processors that may be used at once, maybe part of one; None where nothing limits them."""
    left = []
    for folder in _folders("cpu"):
        with suppress(OSError, ValueError):
            quota, period = (folder / "cpu.max").read_text("ascii").split()
            left.append(int(quota) / int(period))
        with suppress(OSError, ValueError):
            quota, period = ((folder / f"cpu.cfs_{name}_us").read_text("ascii") for name in ("quota", "period"))
            if int(quota) > 0:
                left.append(int(quota) / int(period))
    return min(left) if left else None


def _folders(controller: str) -> Iterator[Path]:
    """The folder of our group and of those above it, which a container sees as the root."""
    with suppress(OSError, ValueError):
        for line in OURS.read_text("utf-8").splitlines():
            number, controllers, path = line.split(":", 2)
            if number == "0":
                roots = [GROUPS, GROUPS / "unified"]
            elif controller in controllers.split(","):
                roots = [GROUPS / controllers, GROUPS / controller]
            else:
                continue
            for root in roots:
                group = root / path.lstrip("/")
                yield from (folder for folder in (group, *group.parents) if folder.is_relative_to(root))


def _stat(folder: Path, name: str) -> int:
    """A number of `memory.stat`; 0 if it does not say it."""
    with suppress(OSError, ValueError):
        for line in (folder / "memory.stat").read_text("ascii").splitlines():
            if line.startswith(f"{name} "):
                return int(line.split()[1])
    return 0
