import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from summitparse import allowance
from summitparse.allowance import UNLIMITED, Allowance
from summitparse.errors import InternalError, MissingExtra, TooCostly
from summitparse.in_child import in_child
from tests.waiting import until

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="limits that this system keeps")


def spin() -> str:
    while True:
        pass


def eat() -> str:
    return "x" * 4_000_000_000


def raises(error: Exception) -> str:
    raise error


def test_the_answer_comes_whole() -> None:
    assert in_child(lambda: "é" * 300_000, Allowance(), "a") == "é" * 300_000


def test_it_is_done_in_another_process_unless_nothing_limits_it() -> None:
    assert in_child(lambda: str(os.getpid()), Allowance(), "a") != str(os.getpid())
    assert in_child(lambda: str(os.getpid()), UNLIMITED, "a") == str(os.getpid())


def test_what_takes_too_much_is_a_sentence_that_says_of_what() -> None:
    with pytest.raises(TooCostly, match=r"a\.pdf: it takes more than 900 MB of memory.*--max-memory"):
        in_child(eat, Allowance(900, 50), "a.pdf")
    with pytest.raises(TooCostly, match=r"a\.pdf: it takes more than 1 s of processor time.*--max-seconds"):
        in_child(spin, Allowance(900, 1), "a.pdf")


@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGTRAP])
def test_a_child_that_is_ended_by_the_system_or_a_library_is_a_sentence(number: signal.Signals) -> None:
    with pytest.raises(TooCostly, match=rf"signal {int(number)}.*--max-memory"):
        in_child(lambda: os.kill(os.getpid(), number) or "", Allowance(), "a.pdf")


def test_errors_are_what_they_were_and_faults_are_ours() -> None:
    with pytest.raises(MissingExtra, match="install it"):
        in_child(lambda: raises(MissingExtra("install it")), Allowance(), "a")
    with pytest.raises(InternalError, match="ValueError: a b"):
        in_child(lambda: raises(ValueError("a\nb")), Allowance(), "a")


def test_limits_are_put_back() -> None:
    import resource

    kinds = (resource.RLIMIT_CPU, resource.RLIMIT_DATA)
    before = [resource.getrlimit(kind) for kind in kinds]
    with Allowance(10_000, 1000).held():
        assert [resource.getrlimit(kind) for kind in kinds] != before
    assert [resource.getrlimit(kind) for kind in kinds] == before


def test_where_the_system_keeps_no_limit_of_memory_the_child_looks_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    seen = iter([100_000_000, 900_000_000, 1_001_000_000])
    monkeypatch.setattr(allowance, "LINUX", False)
    monkeypatch.setattr(allowance, "peak", lambda: next(seen))
    with pytest.raises(TooCostly, match="signal 9"):
        in_child(lambda: time.sleep(600) or "", Allowance(900, 0), "a.pdf")


def test_a_child_ends_with_its_parent(tmp_path: Path) -> None:
    program = """
import os, sys, time
from pathlib import Path
from summitparse.allowance import Allowance
from summitparse.in_child import in_child

def wait():
    Path(sys.argv[1]).write_text(str(os.getpid()))
    time.sleep(600)

in_child(wait, Allowance(), "a")
"""
    said = tmp_path / "pid"
    with subprocess.Popen([sys.executable, "-c", program, str(said)]) as parent:
        until(lambda: said.exists() and said.read_text(), "the child never began")
        parent.kill()
    child = int(said.read_text())
    until(lambda: not Path(f"/proc/{child}").exists(), "a child outlived its parent")
