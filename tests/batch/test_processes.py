import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from summitparse.allowance import Allowance
from summitparse.batch.processes import Processes
from summitparse.batch.run import Report
from summitparse.errors import InternalError
from tests.waiting import ended, until

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


def test_a_release_that_kills_its_worker_or_hangs_costs_only_itself(folder: Path, batch: Batch, tmp_path: Path) -> None:
    (folder / "05.txt").write_text("KILL\n")
    (folder / "11.txt").write_text("HANG\n")
    report = batch(folder, workers=Processes(2, patience=3))
    assert (report.done, report.failed) == (18, 2)
    killed, hung = [json.loads(line) for line in (tmp_path / "out.jsonl.failures.jsonl").read_bytes().splitlines()[1:]]
    assert "05.txt" in killed["name"] and "signal 9" in killed["message"]
    assert "11.txt" in hung["name"] and "no sign of life" in hung["message"]


@pytest.mark.skipif(sys.platform != "linux", reason="limits that this system keeps")
def test_a_release_that_takes_too_much_costs_only_itself(folder: Path, batch: Batch, tmp_path: Path) -> None:
    (folder / "05.txt").write_text("EAT\n")
    (folder / "11.txt").write_text("SPIN\n")
    report = batch(folder, workers=Processes(2, allowance=Allowance(500, 1)))
    assert (report.done, report.failed) == (18, 2)
    ate, span = [json.loads(line) for line in (tmp_path / "out.jsonl.failures.jsonl").read_bytes().splitlines()[1:]]
    assert "05.txt" in ate["name"] and "too much" in ate["message"]
    assert "11.txt" in span["name"] and "more than 1 s of processor time (--max-seconds)" in span["message"]


@pytest.mark.skipif(sys.platform != "linux", reason="limits that this system keeps")
def test_every_release_has_the_whole_allowance(folder: Path, batch: Batch) -> None:
    """Three blocks of 0.8 s in one worker with 2 s a release: it begins anew with each."""
    for number in range(3):
        (folder / f"{number:02}.txt").write_text("BUSY\n" + " " * 150_000)
    assert batch(folder, workers=Processes(1, allowance=Allowance(500, 2))).done == 20


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
    for wait in (0.3, 0.5, 0.7, 0.9, 600):
        process = subprocess.Popen(command)
        try:
            process.wait(wait)
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
