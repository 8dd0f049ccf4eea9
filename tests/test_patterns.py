"""No regular expression of the package costs more than in proportion to what it reads, whatever that is."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

ATTACK = """
import signal, sys
from tests.patterns import slow, stop
signal.signal(signal.SIGPROF, stop)
print(slow(sys.argv[1], 0) is not None)
"""


def run(*command: str) -> str:
    done = subprocess.run(
        [sys.executable, *command], capture_output=True, text=True, check=True, cwd=Path(__file__).parents[1]
    )
    return done.stdout


def test_no_pattern_backtracks() -> None:
    found = json.loads(run("-m", "tests.patterns"))
    assert found["patterns"] > 400
    assert found["slow"] == []


@pytest.mark.parametrize(
    ("pattern", "hurts"),
    [
        pytest.param(r"(?:a+)+$", True, id="nested"),
        pytest.param(r"(?:<!--.*?-->\s*)*<html", True, id="comments-that-hold-comments"),
        pytest.param(r"(?:,? (?:here|in [^,]{3,40}?))*,? by", True, id="a-repeat-in-a-repeat"),
        pytest.param(r"\s*\n", True, id="from-each-space-to-the-last"),
        pytest.param(r"“[^”]*”", True, id="marks-never-closed"),
        pytest.param(r"(?<!\s)\s*\n", False, id="from-the-first-space"),
        pytest.param(r"(?:<!--(?>.{0,200}?-->)\s{0,9}){0,9}<html", False, id="atomic"),
        pytest.param(r"\d{1,40}(?:,\d{3})*", False, id="bounded"),
    ],
)
def test_the_attacks_find_what_backtracks(pattern: str, hurts: bool) -> None:
    re.compile(pattern)
    assert run("-c", ATTACK, pattern) == f"{hurts}\n"
