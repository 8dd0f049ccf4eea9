"""Every command that reads a stranger's file bounds the memory and the time that this takes."""

import inspect
import json
import sys
from pathlib import Path

import pytest

from summitparse.allowance import MEMORY, SECONDS, Allowance
from summitparse.cli import batch, evaluate, explain, one_release, parse, view
from summitparse.errors import TooCostly
from summitparse.view import load
from tests.cli.conftest import Run

TEXT = "“We agree,” Minister Ann Example said on 3 May 2024. "


@pytest.fixture
def long(tmp_path: Path) -> str:
    path = tmp_path / "a.txt"
    path.write_text(TEXT * 10_000, "utf-8")
    return str(path)


@pytest.mark.skipif(sys.platform != "linux", reason="limits that this system keeps")
@pytest.mark.parametrize("words", [["parse"], ["parse", "--format", "table"], ["view"], ["explain"]], ids=" ".join)
def test_too_much_memory_is_a_sentence(run: Run, long: str, words: list[str]) -> None:
    done = run(*words, long, "--max-memory", "20")
    assert (done.code, done.out, done.err.count("\n")) == (3, "", 1)
    assert f"{long}: it " in done.err and "--max-memory" in done.err


@pytest.mark.parametrize("command", ["parse", "view", "explain", "evaluate --gold gold --pred"])
def test_both_limits_are_kept_to(run: Run, long: str, command: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def in_no_child(work: object, allowance: Allowance, name: str) -> str:
        raise TooCostly(f"{name} {allowance}")

    for module in (one_release, load, evaluate):
        monkeypatch.setattr(module, "in_child", in_no_child)
    done = run(*command.split(), long, "--max-seconds", "7", "--max-memory", "8")
    name = long if "gold" not in command else f"The comparison of {long} with gold"
    assert (done.code, done.err) == (3, f"summitparse: {name} {Allowance(8, 7)}\n")


@pytest.mark.skipif(sys.platform != "linux", reason="limits that this system keeps")
@pytest.mark.parametrize("command", ["view a.json", "view a.jsonl", "evaluate --gold a.json --pred a.json"])
def test_records_written_before_are_read_within_the_limits_too(
    run: Run, tmp_path: Path, command: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    name = command.split()[-1]
    Path(name).write_text(json.dumps([[]] * 2_000_000))
    done = run(*command.split(), "--max-memory", "20")
    assert (done.code, done.out, done.err.count("\n")) == (3, "", 1)
    assert f"{name}: it takes more than 20 MB of memory." in done.err


@pytest.mark.parametrize("content", ["", "[]", "[" * 100_000, "9" * 5_000, '{"schema_version": ' + "9" * 5_000 + "}"])
def test_what_holds_no_records_is_a_sentence(run: Run, tmp_path: Path, content: str) -> None:
    path = tmp_path / "a.json"
    path.write_text(content)
    done = run("view", str(path))
    assert (done.code, done.out, done.err.count("\n")) == (3, "", 1)
    assert done.err.startswith(f"summitparse: {path}")


@pytest.mark.parametrize("command", [parse.parse, view.view, explain.explain, batch.batch, evaluate.evaluate])
def test_no_command_is_without_limits(command: object) -> None:
    options = inspect.signature(command).parameters  # type: ignore[arg-type]
    assert (options["max_memory"].default, options["max_seconds"].default) == (MEMORY, SECONDS)
