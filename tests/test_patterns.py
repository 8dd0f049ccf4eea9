"""No regular expression of the package costs more than in proportion to what it reads, whatever that is."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tests.patterns import digests, grows
from tests.steps import NO_BOUND, Matcher

# Every kind of node that an expression is made of.
ALL_KINDS = (
    r"a*b|a+?-|A",
    r"(?:a|ab)*1?",
    r"(?:a|ab)*+b",
    r"(?>a*|b)[ab]",
    r"a{2,3}?[^b\n]",
    r"(?:ab?){1,2}(?=-)",
    r"(?<![ab])\w+\b|\B.",
    r"(?<=a)b*",
    r"(?!a)[a-z ]+$",
    r"(?m)^a*?$",
    r"\A.|\Z",
    r"(?i)(a|b)-\1",
    r"(?s).+?\.",
    r"(?:)",
)


def run(*command: str) -> str:
    done = subprocess.run(
        [sys.executable, *command], capture_output=True, text=True, check=True, cwd=Path(__file__).parents[1]
    )
    return done.stdout


def test_no_patterns_steps_grow_faster_than_the_text() -> None:
    found = json.loads(run("-m", "tests.patterns"))
    assert found["patterns"] > 200
    assert found["slow"] == []


def test_a_pattern_counts_as_judged_by_its_words_its_flags_and_the_attacks() -> None:
    known = digests([("a+b", 0), ("a+b", 2), ("a+", 0)])
    assert len(set(known.values())) == 3 and known == digests(known)


@pytest.mark.cost
def test_no_pattern_takes_longer_than_in_proportion() -> None:
    assert json.loads(run("-m", "tests.patterns", "--clock"))["slow"] == []


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
    assert (grows(pattern, 0) is not None) == hurts


@given(st.sampled_from(ALL_KINDS), st.text(alphabet="aAb1 -.\n", max_size=12))
@example(r"(?i)(a|b)-\1", "A-a")
def test_steps_are_counted_on_the_same_matches_as_those_of_re(pattern: str, text: str) -> None:
    expected = [found.span() for found in re.finditer(pattern, text)]
    assert Matcher(pattern, 0).spans(text, NO_BOUND) == expected
