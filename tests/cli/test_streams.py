"""What standard streams that are closed, full or read by nobody do to a command."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Run

TEXT = "“We agree on the bridge,” Minister Ann Example said on 3 May 2024.\n"
COMMAND = [sys.executable, "-W", "ignore", str(Path(__file__).parent / "fakes" / "no_model.py")]
full = pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no /dev/full")


def shell(words: str, folder: Path) -> "subprocess.CompletedProcess[str]":
    (folder / "a.txt").write_text(TEXT, "utf-8")
    return subprocess.run(
        ["bash", "-c", f'exec "$@" {words}', "", *COMMAND],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
        stdin=subprocess.DEVNULL,
    )


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        pytest.param("parse a.txt > /dev/full", 4, "No space left", id="full", marks=full),
        pytest.param("--version > /dev/full", 4, "No space left", id="version-full", marks=full),
        pytest.param("--help > /dev/full", 4, "No space left", id="help-full", marks=full),
        pytest.param("view --help > /dev/full", 4, "No space left", id="help-of-a-command-full", marks=full),
        pytest.param("parse a.txt >&-", 4, "it is closed", id="output-closed"),
        pytest.param("view a.txt >&-", 4, "it is closed", id="view-output-closed"),
        pytest.param("parse <&-", 3, "is empty", id="input-closed"),
        pytest.param("view - <&-", 3, "is empty", id="view-input-closed"),
    ],
)
def test_a_stream_that_fails_is_one_sentence(words: str, code: int, said: str, tmp_path: Path) -> None:
    done = shell(words, tmp_path)
    assert (done.returncode, done.stdout) == (code, "")
    assert done.stderr.count("\n") == 1 and said in done.stderr


def test_no_file_takes_the_place_of_a_closed_stream(tmp_path: Path) -> None:
    done = shell("parse a.txt --output o.json <&- >&- 2>&-", tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    assert json.loads((tmp_path / "o.json").read_text("utf-8"))["quotes"]


@pytest.mark.parametrize("words", [["parse", "a.txt"], ["--help"], ["batch", "--help"], ["schema"]])
def test_output_that_nobody_reads_is_no_fault(words: list[str], tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, "utf-8")
    read, write = os.pipe()
    os.close(read)
    done = subprocess.run([*COMMAND, *words], cwd=tmp_path, stdout=write, stderr=subprocess.PIPE, check=False)
    os.close(write)
    assert (done.returncode, done.stderr) == (0, b"")


def test_what_nobody_foresaw_is_one_sentence_and_a_code_of_its_own(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    for error in (
        RuntimeError("no\nway"),
        RecursionError(),
        OSError(5, "wrong"),
        BrokenPipeError(),
        EOFError(),
        KeyError(1),
    ):

        def fail(*_: object, error: Exception = error, **__: object) -> None:
            raise error

        monkeypatch.setattr("summitparse.reading.read_path", fail)
        done = run("parse", "a.txt")
        assert (done.code, done.out) == (70, "")
        assert done.err.count("\n") == 1 and type(error).__name__ in done.err


def test_ctrl_c_says_that_it_was_heard(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("summitparse.reading.read_path", stop)
    done = run("parse", "a.txt")
    assert done.code == 130 and done.err.count("\n") == 1
