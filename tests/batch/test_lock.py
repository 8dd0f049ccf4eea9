import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from summitparse.batch.lock import Lock
from summitparse.errors import UnwritableOutput

HOLD = """
import sys, time
from pathlib import Path
from summitparse.batch.lock import Lock

lock = Lock(Path(sys.argv[1]), Path("out"))
print("held", flush=True)
time.sleep(600)
"""


def test_a_lock_keeps_others_out_until_it_is_released_and_leaves_no_file(tmp_path: Path) -> None:
    path = tmp_path / "out.jsonl.lock"
    first = Lock(path, Path("out.jsonl"))
    with pytest.raises(UnwritableOutput, match=r"writing out\.jsonl"):
        Lock(path, Path("out.jsonl"))
    first.release()
    first.release()
    assert not path.exists()
    Lock(path, Path("out.jsonl")).release()


@pytest.mark.parametrize("fcntl", [True, False])
def test_a_lock_ends_with_a_process_that_is_killed(tmp_path: Path, fcntl: bool) -> None:
    path = tmp_path / "out.jsonl.lock"
    program = HOLD if fcntl else "import sys; sys.modules['fcntl'] = None\n" + HOLD
    with subprocess.Popen([sys.executable, "-c", program, str(path)], stdout=subprocess.PIPE) as holder:
        assert holder.stdout is not None and holder.stdout.readline() == b"held\n"
        second = subprocess.run([sys.executable, "-c", program, str(path)], capture_output=True, check=False)
        assert b"Another batch is writing" in second.stderr
        holder.send_signal(signal.SIGKILL)
        holder.wait()
    with subprocess.Popen([sys.executable, "-c", program, str(path)], stdout=subprocess.PIPE) as after:
        assert after.stdout is not None and after.stdout.readline() == b"held\n"
        after.kill()


def test_a_lock_file_that_was_taken_away_meanwhile_is_not_believed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "out.jsonl.lock"
    real, removed = os.open, []

    def open_what_goes(name: Path, flags: int, mode: int) -> int:
        file = real(name, flags, mode)
        if not removed:
            removed.append(name)
            path.unlink()
        return file

    monkeypatch.setattr(os, "open", open_what_goes)
    lock = Lock(path, Path("out.jsonl"))
    assert removed and path.exists()
    lock.release()


def test_a_link_in_place_of_the_lock_file_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "out.jsonl.lock").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(OSError, match="symbolic links"):
        Lock(tmp_path / "out.jsonl.lock", Path("out.jsonl"))
    assert not (tmp_path / "elsewhere").exists()
