"""What only Unix has (`fcntl`, `resource`) is not needed: the command line with both out of reach, in every process."""

import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from summitparse.reading import read_path
from tests.batch.faults import QUICK, REAL
from tests.cli.test_streams import COMMAND as NO_MODEL

WITHOUT = "import sys\nsys.modules.update(dict.fromkeys(('fcntl', 'resource')))\n"
TEXT = "MINSK, 30 January 2024. “We agree on the bridge,” Minister Ann Example said.\n"


@pytest.fixture
def without(tmp_path: Path) -> dict[str, str]:
    """An environment in which every Python begins by hiding them."""
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "sitecustomize.py").write_text(WITHOUT)
    return {**os.environ, "PYTHONPATH": str(tmp_path / "site")}


def test_they_are_hidden(without: dict[str, str]) -> None:
    for name in ("fcntl", "resource"):
        done = subprocess.run([sys.executable, "-c", f"import {name}"], env=without, capture_output=True, check=False)
        assert b"ModuleNotFoundError" in done.stderr


@pytest.mark.parametrize(("program", "workers"), [(REAL, "2"), (QUICK, "1"), (QUICK, "auto")], ids=["2", "1", "auto"])
def test_a_batch_is_done_and_gone_on_with(
    without: dict[str, str], tmp_path: Path, program: tuple[str, ...], workers: str
) -> None:
    (tmp_path / "in").mkdir()
    for number in range(3):
        (tmp_path / "in" / f"{number}.txt").write_text(TEXT, "utf-8")
    command = [*program, "batch", "in", "-o", "out.jsonl", "-q", "--workers", workers]
    for more in ([], ["--resume"]) if program is QUICK else ([],):
        done = subprocess.run([*command, *more], cwd=tmp_path, env=without, capture_output=True, check=False)
        assert (done.returncode, done.stderr) == (0, b"")
    assert (tmp_path / "out.jsonl").read_bytes().count(b"\n") == 3
    assert not list(tmp_path.glob("*.lock"))


def test_one_release_is_parsed_and_a_folder_watched(without: dict[str, str], tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, "utf-8")
    watched = [*REAL, "watch", ".", "--once", "-q", "-o", "watched.jsonl"]
    for command in ([*NO_MODEL, "parse", "a.txt"], watched):
        done = subprocess.run(command, cwd=tmp_path, env=without, capture_output=True, check=False)
        assert (done.returncode, done.stderr) == (0, b"")
        assert command is watched or json.loads(done.stdout)["quotes"]
    assert (tmp_path / "watched.jsonl").read_bytes().count(b"\n") == 1


@pytest.mark.parametrize("slash", ["/", "\\"])
def test_what_is_in_an_archive_is_named_with_either_slash(tmp_path: Path, slash: str) -> None:
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.writestr("b.txt", TEXT)
    assert read_path(f"{tmp_path}/a.zip{slash}b.txt").text == TEXT
