"""Every fault that a disk, a folder or another process can put in a batch's way: a sentence, the exit code that is
promised, and nothing lost."""

import os
import resource
import signal
import subprocess
from functools import partial
from pathlib import Path

import pytest

from tests.batch.faults import (
    GATE,
    MORTAL,
    QUICK,
    TEXTS,
    Place,
    can,
    comes_to,
    done,
    stopped_at,
    worker_is_stopped,
    worker_of,
)
from tests.waiting import NEVER

HALF = 5_000
IN_ITS_OWN_MOUNTS = ["unshare", "--mount", "sh", "-c"]
NO_MOUNTS = not can(*IN_ITS_OWN_MOUNTS, "mount -t tmpfs none /mnt")
NO_MORTALS = bool(MORTAL) and not can(*MORTAL, "true")
OUTPUTS = ["out.jsonl", "out.jsonl.gz", "out.sqlite", "out.parquet", "out.csv"]


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    place = Place(tmp_path_factory.mktemp("whole"), b"")
    assert place.run("-q").code == 0
    return place.output.read_bytes()


@pytest.fixture
def place(tmp_path: Path, whole: bytes) -> Place:
    return Place(tmp_path, whole)


def contents(path: Path) -> dict[str, bytes]:
    """The bytes of a file, or of all files of a folder."""
    if path.is_file():
        return {"": path.read_bytes()}
    return {file.name: file.read_bytes() for file in sorted(path.iterdir())}


# The disk.


@pytest.mark.parametrize("out", OUTPUTS)
def test_a_full_disk(place: Place, out: str) -> None:
    assert place.run("-q", out=f"whole.{out}").code == 0
    failed = place.run(out=out, most=HALF)
    assert failed.code == 4 and out in failed.err and "make room" in failed.err
    assert not (place.root / out).exists()
    assert place.run("--resume", "-q", out=out).code == 0
    assert contents(place.root / out) == contents(place.root / f"whole.{out}")


def test_a_disk_that_is_full_when_the_tables_are_made(place: Place) -> None:
    """All records are there by then, and none is done again."""
    assert place.run("-q", out="whole.sqlite").code == 0
    failed = place.run(out="out.sqlite", most=len(place.whole) + 50)
    assert failed.code == 4 and "out.sqlite" in failed.err and "make room" in failed.err
    assert "20 kept from before" in place.run("--resume", out="out.sqlite").err
    assert contents(place.root / "out.sqlite") == contents(place.root / "whole.sqlite")


def test_a_disk_that_is_full_again_when_the_batch_is_gone_on_with(place: Place) -> None:
    for most in (HALF, 2 * HALF):
        failed = place.run("--resume", most=most)
        assert failed.code == 4 and "make room" in failed.err
    kept = place.run("--resume")
    assert kept.code == 0 and "kept from before" in kept.err
    assert place.output.read_bytes() == place.whole


@pytest.mark.skipif(NO_MOUNTS, reason="only who may mount a file system can fill one")
def test_a_file_system_that_is_really_full(place: Place) -> None:
    (place.root / "disk").mkdir()
    batch = f"{' '.join(map(repr, QUICK))} batch in -w 1 -o disk/out.jsonl"
    script = f"""
        mount -t tmpfs -o size=12k none disk || exit 99
        {batch}; test $? = 4 || exit 98
        mount -o remount,size=1m disk
        {batch} --resume || exit 97
        cp disk/out.jsonl out.jsonl
    """
    said = subprocess.run([*IN_ITS_OWN_MOUNTS, script], cwd=place.root, capture_output=True, text=True, check=False)
    assert said.returncode == 0, said
    assert "No space left on device" in said.stderr and "--resume" in said.stderr and "Traceback" not in said.stderr
    assert place.output.read_bytes() == place.whole


@pytest.mark.skipif(NO_MORTALS, reason="root cannot give up its rights here")
def test_a_folder_for_the_output_that_is_read_only(place: Place) -> None:
    (place.root / "to").mkdir()
    (place.root / "to").chmod(0o555)
    failed = place.run_new(out="to/out.jsonl", run_by=MORTAL)
    assert failed.code == 4 and "to/out.jsonl cannot be written (Permission denied)" in failed.err
    (place.root / "to").chmod(0o755)
    assert place.run("--resume", "-q", out="to/out.jsonl").code == 0
    assert (place.root / "to" / "out.jsonl").read_bytes() == place.whole


@pytest.mark.skipif(NO_MOUNTS, reason="only who may mount a file system can make one read-only")
def test_a_file_system_that_is_read_only(place: Place) -> None:
    (place.root / "disk").mkdir()
    batch = f"{' '.join(map(repr, QUICK))} batch in -w 1 -o disk/out.jsonl"
    script = f"mount -t tmpfs -o ro none disk || exit 99; {batch}"
    said = subprocess.run([*IN_ITS_OWN_MOUNTS, script], cwd=place.root, capture_output=True, text=True, check=False)
    assert said.returncode == 4 and "Read-only file system" in said.stderr and "Traceback" not in said.stderr


def test_a_folder_for_the_output_that_is_not_there(place: Place) -> None:
    failed = place.run(out="nowhere/out.jsonl")
    assert failed.code == 4 and "nowhere/out.jsonl cannot be written" in failed.err


# What stands where the output is to go.


def test_an_output_that_is_an_input(place: Place) -> None:
    (place.releases / "21.jsonl").write_text('{"id": "21", "text": "Talks were held."}\n')
    before = contents(place.releases)
    for words, out in ((["in/21.jsonl"], "in/21.jsonl"), (["in"], "in"), (["in/../in"], "in")):
        failed = place.run(*words, "--force", out=out)
        assert failed.code == 2 and "both input and output" in failed.err
    assert contents(place.releases) == before


def test_an_output_in_the_folder_of_the_inputs_is_none_of_them(place: Place) -> None:
    for _ in range(2):
        assert place.run("--force", "-q", "--glob", "*", out="in/out.jsonl").code == 0
        assert (place.releases / "out.jsonl").read_bytes() == place.whole


@pytest.mark.parametrize("out", OUTPUTS)
def test_a_folder_or_device_that_is_called_like_the_output_is_never_replaced(place: Place, out: str) -> None:
    (place.root / out).mkdir()
    (place.root / out / "mine.txt").write_text("mine")
    for words in ([], ["--resume"], ["--force"]):
        failed = place.run(*words, out=out)
        assert failed.code == 4 and out in failed.err
    assert contents(place.root / out) == {"mine.txt": b"mine"}


def test_a_device_is_no_output(place: Place) -> None:
    os.mkfifo(place.root / "pipe.jsonl")
    for words in ([], ["--resume"], ["--force"]):
        assert place.run(*words, out="pipe.jsonl").code == 4
    assert (place.root / "pipe.jsonl").is_fifo()


def test_inputs_in_a_folder_that_is_the_output(place: Place) -> None:
    (place.root / "out.csv").mkdir()
    (place.root / "out.csv" / "a.txt").write_text(TEXTS[0])
    failed = place.run("out.csv/a.txt", "--force", out="out.csv")
    assert failed.code in (2, 4) and contents(place.root / "out.csv") == {"a.txt": TEXTS[0].encode()}


def test_two_batches_on_one_output(place: Place) -> None:
    gate = place.gate()
    first = place.start()
    with stopped_at(gate):
        for words in ([], ["--resume"], ["--force"]):
            second = place.run(*words)
            assert second.code == 4 and ("Another batch" in second.err or "interrupted" in second.err)
    assert done(first).code == 0
    assert place.output.read_bytes() == place.whole


# While it runs.


def test_a_file_that_vanishes(place: Place) -> None:
    gate = place.gate()
    process = place.start(worker=True)
    with stopped_at(gate):
        (place.releases / "07.txt").unlink()
        (place.releases / "19.txt").unlink()
    failed = done(process)
    assert failed.code == 1 and "in/07.txt" in failed.err and "in/19.txt" in failed.err
    assert place.lines() == place.others(7, 19)


def test_a_file_that_changes(place: Place) -> None:
    gate = place.gate()
    process = place.start(worker=True)
    with stopped_at(gate):
        (place.releases / "19.txt").write_text(TEXTS[0], "utf-8")
    assert done(process).code == 0
    assert place.lines()[:-1] == place.others(19)
    # What the record says it was made from is what was read, so it is done again only where that has changed.
    assert "20 kept from before" in place.run("--resume").err
    (place.releases / "19.txt").write_text(TEXTS[19], "utf-8")
    assert "1 releases done, 19 kept" in place.run("--resume").err
    assert place.output.read_bytes() == place.whole


def test_a_folder_that_vanishes(place: Place) -> None:
    gate = place.gate()
    more = place.releases / "more"
    more.mkdir()
    (more / "a.txt").write_text(TEXTS[0], "utf-8")
    process = place.start(worker=True)
    with stopped_at(gate):
        (more / "a.txt").unlink()
        more.rmdir()
    failed = done(process)
    assert failed.code == 1 and "in/more" in failed.err
    assert place.lines() == place.others()


def test_a_worker_that_is_killed(place: Place) -> None:
    gate = place.gate()
    process = place.start("-q", worker=True)
    with stopped_at(gate):
        os.kill(worker_of(process.pid), signal.SIGKILL)
    assert done(process).code == 0
    assert place.output.read_bytes() == place.whole


def test_a_worker_that_hangs(place: Place) -> None:
    gate = place.gate()
    process = place.start("-q", worker=True, stuck=worker_is_stopped)
    with stopped_at(gate):
        os.kill(worker_of(process.pid), signal.SIGSTOP)
    assert done(process).code == 0
    assert place.output.read_bytes() == place.whole


def test_a_release_that_never_ends(place: Place) -> None:
    stuck = partial(comes_to, place.gate())
    failed = place.run("--timeout", "30", worker=True, stuck=stuck)
    assert failed.code == 1 and "in/03.txt: gave no sign of life for 30 s" in failed.err
    assert place.lines() == place.others(GATE)
    # Nor does looking for what is done already wait for it.
    assert place.run("--resume", worker=True, stuck=stuck).code == 1
    assert place.lines() == place.others(GATE)


def test_a_device_without_an_end(place: Place) -> None:
    (place.releases / "07.txt").unlink()
    (place.releases / "07.txt").symlink_to("/dev/zero")
    for _ in range(2):
        failed = place.run("--resume", "--follow-links")
        assert failed.code == 1 and "in/07.txt is larger than" in failed.err
        assert place.lines() == place.others(7)


def test_a_worker_without_memory(place: Place) -> None:
    """It may die, or say so of the releases that it has: all others are done, and none is lost for good."""
    gate = place.gate()
    process = place.start(worker=True)
    with stopped_at(gate):
        resource.prlimit(worker_of(process.pid), resource.RLIMIT_AS, (1 << 20, 1 << 20))
    ended = done(process)
    assert ended.code == (1 if "failed" in ended.err else 0)
    assert place.run("--resume", "-q").code == 0
    assert place.output.read_bytes() == place.whole


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_ctrl_c_and_what_a_scheduler_sends(place: Place, number: signal.Signals) -> None:
    gate = place.gate()
    process = place.start(worker=True)
    with stopped_at(gate):
        process.send_signal(number)
        stopped = done(process)
    assert stopped.code == 130 and "--resume" in stopped.err
    assert place.run("--resume", "-q").code == 0
    assert place.output.read_bytes() == place.whole


def test_killed(place: Place) -> None:
    gate = place.gate()
    process = place.start(worker=True)
    with stopped_at(gate):
        process.kill()
        assert done(process).code == -signal.SIGKILL
    assert place.run("--resume", "-q").code == 0
    assert place.output.read_bytes() == place.whole


def test_nobody_reads_what_it_says(place: Place) -> None:
    gate = place.gate()
    process = place.start_new("--log-format", "json")
    (place.releases / "07.txt").write_bytes(b"")
    with stopped_at(gate):
        assert process.stdout is not None and process.stderr is not None
        process.stdout.close()
        process.stderr.close()
    assert process.wait(timeout=NEVER) == 1
    assert place.lines() == place.others(7)
