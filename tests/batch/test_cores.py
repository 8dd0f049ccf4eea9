import os
from pathlib import Path

import pytest

from summitparse.batch import container, cores

MB = 1_000_000


@pytest.fixture
def machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A machine of 16 GB and 8 cores; its control groups are in the folder that is given."""
    monkeypatch.setattr(container, "GROUPS", tmp_path)
    monkeypatch.setattr(container, "OURS", tmp_path / "ours")
    monkeypatch.setattr(cores, "MEMORY", tmp_path / "meminfo")
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: set(range(8)), raising=False)
    (tmp_path / "meminfo").write_text("MemTotal: 17000000 kB\nMemAvailable: 16000000 kB\n")
    return tmp_path


def write(folder: Path, **files: str) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in files.items():
        (folder / name.replace("__", ".", 1)).write_text(content + "\n")


def test_without_a_container_the_machine_decides(machine: Path) -> None:
    assert (cores.memory(), cores.cores(), cores.workers("auto")) == (16_384 * MB, 8, 8)


def test_a_container_sees_its_own_group_as_the_root(machine: Path) -> None:
    (machine / "ours").write_text("0::/\n")
    write(machine, memory__max=str(1000 * MB), memory__current=str(300 * MB), cpu__max="400000 100000")
    write(machine, memory__stat=f"anon 5\ninactive_file {200 * MB}")
    assert (cores.memory(), cores.cores(), cores.workers("auto")) == (900 * MB, 4, 2)


def test_groups_above_ours_count_and_no_limit_is_none(machine: Path) -> None:
    (machine / "ours").write_text("0::/job.slice/step\n")
    write(machine / "job.slice" / "step", memory__max="max", memory__current="5", cpu__max="max 100000")
    write(machine / "job.slice", memory__max=str(600 * MB), memory__current=str(100 * MB), cpu__max="50000 100000")
    assert (cores.memory(), cores.cores(), cores.workers("auto")) == (500 * MB, 1, 1)


def test_the_first_version_has_a_folder_a_controller(machine: Path) -> None:
    (machine / "ours").write_text("9:memory:/box\n4:cpu,cpuacct:/box\n1:name=systemd:/box\n")
    write(machine / "memory" / "box", memory__limit_in_bytes=str(2000 * MB), memory__usage_in_bytes=str(100 * MB))
    write(machine / "memory", memory__limit_in_bytes=str(2**63 - 4096), memory__usage_in_bytes=str(9000 * MB))
    write(machine / "cpu,cpuacct" / "box", cpu__cfs_quota_us="300000", cpu__cfs_period_us="100000")
    write(machine / "cpu,cpuacct", cpu__cfs_quota_us="-1", cpu__cfs_period_us="100000")
    assert (cores.memory(), cores.cores(), cores.workers("auto")) == (1900 * MB, 3, 3)


def test_a_path_of_the_host_that_the_container_does_not_see_leaves_the_root(machine: Path) -> None:
    (machine / "ours").write_text("9:memory:/docker/0123\n")
    write(machine / "memory", memory__limit_in_bytes=str(950 * MB), memory__usage_in_bytes="0")
    assert cores.workers("auto") == 2


def test_a_full_container_still_has_one_worker(machine: Path) -> None:
    (machine / "ours").write_text("0::/\n")
    write(machine, memory__max=str(100 * MB), memory__current=str(200 * MB))
    assert (cores.memory(), cores.workers("auto")) == (0, 1)


def test_without_proc_half_of_the_memory_counts(machine: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (machine / "meminfo").unlink()
    monkeypatch.setattr(os, "sysconf", {"SC_PHYS_PAGES": 1_000_000, "SC_PAGE_SIZE": 4096}.__getitem__, raising=False)
    assert cores.workers("auto") == 4


def test_a_system_that_says_nothing_limits_nothing(machine: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (machine / "meminfo").unlink()
    monkeypatch.delattr(os, "sysconf", raising=False)
    monkeypatch.delattr(os, "sched_getaffinity", raising=False)
    monkeypatch.setattr(os, "cpu_count", lambda: 6)
    assert cores.workers("auto") == 6
