"""Texts that are extreme in one thing give records that keep the contract, at any length and at a cost in line with it.

The short ones run always; a megabyte of each, and five in one line, under the mark `cost`.
"""

import json
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from summitparse import parse
from summitparse.errors import UnreadableInput
from summitparse.records import Release
from summitparse.serialise import json_schema, to_json
from tests.extremes import EXTREMES, HEAD, SENTENCE
from tests.hostile import grown

SHORT = 3_000
MEGABYTE = 1_000_000
# What each of a megabyte may take: a release of a megabyte of prose takes a third of both.
SECONDS = 60
BYTES = 1_000_000_000
SCHEMA = Draft202012Validator(json.loads(json_schema()))
RUN = """
import pathlib, re, sys, time
from tests.extremes import EXTREMES
from tests.test_extremes import check
from summitparse import parse
text = EXTREMES[sys.argv[1]](int(sys.argv[2]))
parse("Nothing at all happened on 3 May 2024.")
started = time.process_time()
release = parse(text)
seconds = time.process_time() - started
peak = re.search(r"VmHWM:\\s*(\\d+)", pathlib.Path("/proc/self/status").read_text())[1]
check(text, release, schema=False)
print(seconds, int(peak) * 1024)
"""


def places(value: object) -> Iterator[tuple[int, int, str | None]]:
    """Every place in a dumped release, with its words where it gives them word for word."""
    if isinstance(value, dict):
        if "start" in value and "end" in value:
            word_for_word = isinstance(value.get("text"), str) and "spans" not in value
            yield value["start"], value["end"], value["text"] if word_for_word else None
        for inner in value.values():
            yield from places(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from places(inner)


def check(text: str, release: Release, *, schema: bool = True) -> None:
    """The text is the one that was given, every mention is its slice, and the JSON is what the schema says."""
    given = "".join("\ufffd" if "\ud800" <= c <= "\udfff" else c for c in text)
    assert release.text == given
    document = json.loads(to_json(release))
    for start, end, words in places(document):
        assert 0 <= start <= end <= len(given)
        assert words is None or words == given[start:end]
    if schema:
        SCHEMA.validate(document)


@cache
def parsed(name: str) -> Release:
    return parse(EXTREMES[name](SHORT))


@pytest.mark.parametrize("name", EXTREMES)
def test_an_extreme_text_keeps_the_contract(name: str) -> None:
    check(EXTREMES[name](SHORT), parsed(name))


@pytest.mark.parametrize("name", ["arabic", "chinese", "thai", "devanagari", "cyrillic", "hebrew"])
def test_a_text_in_another_script_is_told(name: str) -> None:
    assert "not-english" in [warning.code for warning in parsed(name).warnings]


def test_half_of_a_surrogate_pair_is_told() -> None:
    assert "decoded-with-loss" in [warning.code for warning in parsed("lone-surrogates").warnings]


def test_what_stands_beside_an_extreme_is_found() -> None:
    found = "“We sold 12 ships,” President Ann Example said on 3 May 2024.\n\n"
    for name, make in EXTREMES.items():
        text = HEAD + found + make(SHORT // 3).removeprefix(HEAD)
        release = parse(text)
        assert ("We sold 12 ships", "Ann Example") in [(q.text, q.speaker_name) for q in release.quotes], name
        assert 12 in [figure.value for figure in release.figures], name
        assert "2024-05-03" in [date.value for date in release.dates], name


@pytest.mark.parametrize("text", ["", " " * MEGABYTE, "\u00a0\u2009\n" * 1000, "\u200b\ufeff\u2060" * 1000, "\x00" * 9])
def test_a_text_with_nothing_to_see_is_refused(text: str) -> None:
    with pytest.raises(UnreadableInput, match="is empty"):
        parse(text)


@pytest.mark.cost
@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="peak memory is read from /proc")
@pytest.mark.parametrize("name", EXTREMES)
def test_a_megabyte_of_it_costs_a_minute_and_a_gigabyte_at_most(name: str) -> None:
    seconds, peak = measured(name, MEGABYTE)
    assert (seconds < SECONDS, peak < BYTES) == (True, True), (seconds, peak)


@pytest.mark.cost
def test_five_megabytes_in_one_line() -> None:
    text = grown(SENTENCE, 5 * MEGABYTE)
    release = parse(text)
    check(text, release, schema=False)
    assert len(release.figures) > 2 * (5 * MEGABYTE // len(SENTENCE)) - 5


@pytest.mark.cost
def test_prose_takes_twice_as_long_when_it_is_twice_as_long() -> None:
    (short, _), (long, _) = (measured("speakers", length) for length in (MEGABYTE // 2, 2 * MEGABYTE))
    assert long < 2.2**2 * short


def measured(name: str, length: int) -> tuple[float, float]:
    """CPU seconds and peak bytes of a process that parses an extreme text, the model's loading left out of the time."""
    command = [sys.executable, "-W", "ignore", "-c", RUN, name, str(length)]
    folder = Path(__file__).parents[1]
    done = subprocess.run(command, capture_output=True, text=True, check=True, cwd=folder)
    seconds, peak = map(float, done.stdout.split())
    return seconds, peak
