"""Help and versions are told at once, and are what the commands themselves would say."""

import io
import sys

import pytest

from summitparse.cli.page import told
from tests.cli.conftest import Run


@pytest.mark.parametrize("words", [("--help",), ("-h",), ("batch", "--help"), ("lexicon-from", "-h")])
def test_help_is_the_page_that_is_kept(run: Run, words: tuple[str, ...]) -> None:
    done = run(*words)
    command = " ".join(["summitparse", *words[:-1]])
    assert (done.code, done.err, done.out) == (0, "", told(list(words)))
    assert done.out.lstrip().startswith(f"Usage: {command} ")


def test_a_terminal_gets_help_of_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(type(sys.stdout), "isatty", lambda _: True, raising=False)
    assert told(["parse", "--help"]) is None


@pytest.mark.parametrize(("encoding", "kept"), [("ascii", False), ("cp1252", False), ("utf-8", True)])
def test_an_output_without_lines_and_corners_gets_help_of_its_own(
    monkeypatch: pytest.MonkeyPatch, encoding: str, kept: bool
) -> None:
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(io.BytesIO(), encoding))
    assert (told(["parse", "--help"]) is not None) is kept


@pytest.mark.parametrize("words", [[], ["parse"], ["pages", "--help"], ["../page", "-h"], ["parse", "x", "--help"]])
def test_other_words_are_left_to_the_commands(words: list[str]) -> None:
    assert told(words) is None


def test_help_among_other_words_is_made_anew(run: Run) -> None:
    assert "--reference-date" in run("parse", "release.txt", "--help").out


def test_a_command_that_is_none_is_told_with_one_that_is_meant(run: Run) -> None:
    done = run("pares")
    assert done.code == 2 and "'parse'" in done.err
