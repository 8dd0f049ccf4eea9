"""Runs the real command in this process and hands back its two streams and its exit code."""

import io
import sys
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any

import pytest

from summitparse.batch import run as batch_run
from summitparse.batch.workers import ThisProcess
from summitparse.cli import main
from summitparse.language.tell import tell_language
from summitparse.pipeline import warm


@dataclass(frozen=True)
class Outcome:
    code: int
    out: str
    err: str


Run = Callable[..., Outcome]


class Terminalless(io.TextIOWrapper):
    def isatty(self) -> bool:
        return False


@pytest.fixture(scope="session")
def warmed() -> None:
    """What releases need, those too whose language is in doubt, is loaded once here and not in each command's child."""
    warm()
    tell_language("dies sind worte einer anderen sprache")


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsysbinary: pytest.CaptureFixture[bytes], warmed: None) -> Run:
    def call(*words: str, stdin: bytes = b"") -> Outcome:
        monkeypatch.setattr(sys, "argv", ["summitparse", *words])
        monkeypatch.setattr(sys, "stdin", Terminalless(io.BytesIO(stdin), encoding="utf-8"))
        capsysbinary.readouterr()
        code = 0
        try:
            main()
        except SystemExit as end:
            code = end.code if isinstance(end.code, int) else 0 if end.code is None else 1
        captured = capsysbinary.readouterr()
        return Outcome(code, captured.out.decode("utf-8"), captured.err.decode("utf-8"))

    return call


@pytest.fixture
def here(monkeypatch: pytest.MonkeyPatch, run: Run) -> Run:
    """The command, whose batches are done by no process beside this one."""

    def without_workers(batch: Callable[..., Any], *words: Any, **more: Any) -> Any:
        return batch(*words, **more | {"workers": ThisProcess()})

    for name in ("run_batch", "stream_batch"):
        monkeypatch.setattr(batch_run, name, partial(without_workers, getattr(batch_run, name)))
    return run
