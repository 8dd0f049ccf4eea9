"""A folder with a hostile file for every module that is or may be imported: none of them is run."""

import os
import subprocess
import sys
from importlib.metadata import packages_distributions
from importlib.util import find_spec
from pathlib import Path

import pytest

from summitparse.safe_path import VARIABLE
from tests.batch.faults import QUICK
from tests.reading.documents import zipped

SCRIPT = Path(sys.executable).with_name("summitparse")
TEXT = "MINSK, 30 January 2024. “We agree on the bridge,” Minister Ann Example said.\n"
PAGE = f"<!doctype html><html><body><h1>Talks</h1><p>{TEXT}</p></body></html>"
MAIL = f"From: a@example.org\nMIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\n\n{TEXT}"
HOSTILE = """
import os
with open(os.environ["PWNED"], "a") as log:
    log.write(__name__ + "\\n")
"""


@pytest.fixture
def hostile(tmp_path: Path) -> Path:
    """Releases in some formats, and modules by the names of those of Python and of all that is installed."""
    folder = tmp_path / "archive"
    folder.mkdir()
    for name in {*sys.stdlib_module_names, *packages_distributions(), "sitecustomize", "usercustomize", "summitparse"}:
        (folder / f"{name}.py").write_text(HOSTILE)
    (folder / "a.txt").write_text(TEXT, "utf-8")
    (folder / "b.html").write_text(PAGE, "utf-8")
    (folder / "c.eml").write_text(MAIL, "utf-8")
    (folder / "d.zip").write_bytes(zipped({"e.txt": TEXT}))
    return folder


def ran(hostile: Path, *command: str | Path) -> tuple[int, str, set[str]]:
    """Exit code and standard error of a command within the folder, and the modules of it that were run."""
    log = hostile.parent / "pwned"
    kept = {name: value for name, value in os.environ.items() if name != VARIABLE}
    done = subprocess.run(
        command, cwd=hostile, env={**kept, "PWNED": str(log)}, capture_output=True, text=True, check=False
    )
    return done.returncode, done.stderr, set(log.read_text().split()) if log.exists() else set()


@pytest.mark.parametrize(
    "words",
    [
        ["parse", "b.html", "--format", "table"],
        ["view", "a.txt", "c.eml"],
        ["batch", ".", "-o", "../o.sqlite", "-q", "-w", "2"],
    ],
    ids=" ".join,
)
def test_no_code_of_the_current_folder_is_run(hostile: Path, words: list[str]) -> None:
    assert ran(hostile, SCRIPT, *words) == (0, "", set())


@pytest.mark.parametrize("workers", ["1", "auto"])
def test_nor_by_any_number_of_workers(hostile: Path, workers: str) -> None:
    """Those of QUICK read, and load no language model."""
    assert ran(hostile, *QUICK, "batch", ".", "-o", "../o.csv", "-q", "-w", workers) == (0, "", set())


@pytest.mark.skipif(find_spec("distributed") is None, reason="needs the part `cluster`")
def test_nor_by_those_of_a_cluster(hostile: Path) -> None:
    words = ["batch", ".", "-o", "../parts", "-q", "-w", "1", "--engine", "dask"]
    assert ran(hostile, *QUICK, *words) == (0, "", set())


def test_the_files_would_be_run_if_python_let_them(hostile: Path) -> None:
    # From Python 3.13 on the first of them ends in a traceback, which needs two others.
    met = {"linecache", "traceback"} if sys.version_info >= (3, 13) else {"pickle"}
    assert ran(hostile, sys.executable, "-c", "import pickle")[2] == met


def test_where_child_processes_would_not_hear_of_it_none_is_started(hostile: Path) -> None:
    code, said, run = ran(hostile, sys.executable, "-E", SCRIPT, "batch", "a.txt", "-o", "../o.jsonl")
    assert (code, run) == (2, set()) and "Add -P" in said and said.count("\n") == 1
    assert ran(hostile, *QUICK[:-1], "-E", "-P", QUICK[-1], "batch", "a.txt", "-o", "../o.jsonl", "-q") == (
        0,
        "",
        set(),
    )
