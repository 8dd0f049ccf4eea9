import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from multiprocessing.connection import Connection, wait
from pathlib import Path
from typing import Any

import pytest

from summitparse.allowance import Allowance
from summitparse.batch import processes
from summitparse.batch.processes import Processes
from summitparse.batch.run import Report
from summitparse.errors import InternalError
from tests.waiting import NEVER, ended, until

Batch = Callable[..., Report]


@pytest.mark.parametrize("workers", [Processes(1), Processes(3), Processes(2, max_tasks=3)])
def test_any_number_of_workers_gives_the_same_file(
    folder: Path, batch: Batch, tmp_path: Path, workers: Processes
) -> None:
    (folder / "01.txt").write_text("SLOW\n")
    for number in range(20, 60):
        (folder / f"{number}.txt").write_text(f"more {number}\n")
    batch(folder, out="one.jsonl")
    assert batch(folder, workers=workers).done == 60
    assert (tmp_path / "out.jsonl").read_bytes() == (tmp_path / "one.jsonl").read_bytes()


def test_unordered_gives_the_same_lines(folder: Path, batch: Batch, tmp_path: Path) -> None:
    (folder / "00.txt").write_text("SLOW\n")
    batch(folder, out="one.jsonl")
    batch(folder, workers=Processes(2), ordered=False)
    lines = (tmp_path / "out.jsonl").read_bytes().splitlines()
    assert sorted(lines) == sorted((tmp_path / "one.jsonl").read_bytes().splitlines())


def failures(folder: Path) -> list[str]:
    return [json.loads(line)["message"] for line in (folder / "out.jsonl.failures.jsonl").read_bytes().splitlines()[1:]]


def test_a_release_that_ends_its_worker_costs_only_itself(folder: Path, batch: Batch, tmp_path: Path) -> None:
    """Alone with a worker it is tried once more only where others may have ended that."""
    tries = {"KILL": 2, "ABRT": 1, "XCPU": 1}
    for number, word in enumerate(tries):
        (folder / f"{number:02}.txt").write_text(f"{word} {tmp_path / word}\n" + " " * 150_000)
    report = batch(folder, workers=Processes(2, allowance=Allowance(0, 50)))
    assert (report.done, report.failed) == (17, 3)
    killed, aborted, late = failures(tmp_path)
    assert "00.txt: ended its worker 2 times (signal 9;" in killed
    assert "01.txt: ended its worker (signal 6;" in aborted
    assert "02.txt: takes more than 50 s of processor time (--max-seconds)." in late
    assert {word: (tmp_path / word).stat().st_size for word in tries} == tries


def test_a_release_on_which_a_worker_hangs_costs_only_itself(
    folder: Path, batch: Batch, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A thousand seconds are over whenever a worker has come to it and says nothing more."""
    began, hung = tmp_path / "began", list[Path]()
    (folder / "11.txt").write_text(f"HANG {began}\n")

    def waited(pipes: list[Connection], timeout: float) -> list[Any]:
        said = wait(pipes, timeout)
        if not said and began.exists() and began.stat().st_size > len(hung):
            hung.append(began)
        return said

    monkeypatch.setattr(processes, "wait", waited)
    monkeypatch.setattr(processes, "now", lambda: 1000.0 * len(hung))
    report = batch(folder, workers=Processes(1, patience=300))
    assert (report.done, report.failed) == (19, 1)
    assert "11.txt: gave no sign of life for 300 s or more." in failures(tmp_path)[0]


@pytest.mark.skipif(sys.platform != "linux", reason="limits that this system keeps")
def test_a_release_that_takes_too_much_memory_costs_only_itself(folder: Path, batch: Batch, tmp_path: Path) -> None:
    (folder / "05.txt").write_text("EAT\n")
    (folder / "06.txt").write_text("ALONE\n")
    report = batch(folder, workers=Processes(2, allowance=Allowance(500, 0)))
    assert (report.done, report.failed) == (19, 1)
    assert "05.txt: too much." in failures(tmp_path)[0]


@pytest.mark.skipif(sys.platform != "linux", reason="limits that this system keeps")
def test_every_release_has_the_whole_allowance(folder: Path, batch: Batch, tmp_path: Path) -> None:
    """Three blocks in one worker, of which each leaves less of its time."""
    limits = tmp_path / "limits"
    for number in range(3):
        (folder / f"{number:02}.txt").write_text(f"LIMIT {limits}\n" + " " * 150_000)
    assert batch(folder, workers=Processes(1, allowance=Allowance(0, 50))).done == 20
    first, *others = map(int, limits.read_text().split())
    assert first > 50 and len(others) == 2 and all(limit >= first for limit in others)


def test_a_worker_that_is_killed_once_costs_nothing(folder: Path, batch: Batch, tmp_path: Path) -> None:
    (folder / "05.txt").write_text(f"ONCE {tmp_path / 'a'}\n")
    (folder / "06.txt").write_text(f"ONCE {tmp_path / 'b'}\n")
    assert batch(folder, workers=Processes(2)).done == 20


def test_workers_that_cannot_work_end_the_batch_with_a_sentence(folder: Path, batch: Batch) -> None:
    (folder / "05.txt").write_text("FAULT\n")
    with pytest.raises(InternalError, match="worker failed"):
        batch(folder, workers=Processes(1))


PROGRAM = """
import sys
from pathlib import Path
from summitparse.batch.inputs import Inputs
from summitparse.batch.item import Options
from summitparse.allowance import Allowance
from summitparse.batch.processes import Processes
from summitparse.batch.run import run_batch
from summitparse.batch.sinks import choose

if __name__ == "__main__":
    sys.path.insert(0, sys.argv[1])
    output = Path(sys.argv[3])
    run_batch(
        Inputs([sys.argv[2]]), output, choose(output), Options(),
        workers=Processes(2), work="fake_work:work", resume=True
    )
"""


def test_killed_at_any_moment_and_gone_on_with_it_ends_byte_for_byte_the_same(tmp_path: Path, batch: Batch) -> None:
    lines = tmp_path / "in.jsonl"
    with lines.open("w") as file:
        for number in range(400):
            text = "SLOW" if number % 150 == 149 else f"release {number}" + " word" * (number % 50)
            file.write(json.dumps({"id": number, "text": text}) + "\n")
    batch(lines, out="whole.jsonl")
    program = tmp_path / "program.py"
    program.write_text(PROGRAM)
    output = tmp_path / "out.jsonl"
    command = [sys.executable, str(program), str(Path(__file__).parent / "fakes"), str(lines), str(output)]
    kills = 0
    for seconds in (0.3, 0.5, 0.7, 0.9, NEVER):
        process = subprocess.Popen(command)
        try:
            process.wait(seconds)
            break
        except subprocess.TimeoutExpired:
            process.send_signal(signal.SIGKILL)
            process.wait()
            kills += 1
    assert kills
    assert output.read_bytes() == (tmp_path / "whole.jsonl").read_bytes()


def test_workers_end_when_their_parent_is_killed(tmp_path: Path, folder: Path) -> None:
    for number in range(20):
        (folder / f"{number:02}.txt").write_text("SLOW\n")
    program = tmp_path / "program.py"
    program.write_text(PROGRAM)
    command = [sys.executable, str(program), str(Path(__file__).parent / "fakes"), str(folder), str(tmp_path / "o")]
    process = subprocess.Popen(command, start_new_session=True)
    part = tmp_path / "o.part"
    until(lambda: part.exists() and part.stat().st_size, "no release was done")
    process.kill()
    process.wait()
    try:
        until(lambda: ended(process.pid), "a worker outlived its parent")
    finally:
        if not ended(process.pid):
            os.killpg(process.pid, signal.SIGKILL)
