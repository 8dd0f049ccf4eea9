import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from summitparse.batch.sinks import choose
from summitparse.repeats.find import Said, find_repeats
from summitparse.repeats.run import run_repeats, to_json, to_table
from tests.batch.test_sinks import LINES

WORDS = "We will build the bridge over the sound before the end of the year"


def said(release: int, text: str, day: str | None = None, sha256: str = "", id: str = "Q1") -> Said:
    return Said(release, id, text, day, f"{release}.txt", sha256 or str(release), None)


@pytest.mark.parametrize(
    "other",
    [
        WORDS.upper(),
        f"{WORDS}.".replace(" bridge ", "\nbridge, "),
        WORDS.replace("will", "shall"),
        WORDS.replace("before", "by"),
    ],
)
def test_nearly_the_same_words_are_one_repeat(other: str) -> None:
    (repeat,) = find_repeats(
        [said(1, WORDS), said(2, "Nobody has asked the fishermen what they think of it"), said(3, other)]
    )
    assert [quote.release for quote in repeat.quotes] == [1, 3]


@pytest.mark.parametrize(
    "other", ["We will build the school beside the church in spring", "We will build the bridge", ""]
)
def test_other_words_are_none(other: str) -> None:
    assert find_repeats([said(1, WORDS), said(2, other)]) == []


def test_short_words_and_one_release_are_none() -> None:
    assert find_repeats([said(1, "Thank you all"), said(2, "Thank you all")]) == []
    assert find_repeats([said(1, WORDS), said(1, WORDS, id="Q2")]) == []
    assert find_repeats([said(1, WORDS, sha256="same"), said(2, WORDS, sha256="same")]) == []


def test_the_earliest_day_is_first_and_no_day_comes_last() -> None:
    days = ["2024-05-01", None, "2024-02-01"]
    (repeat,) = find_repeats(said(number, WORDS, day) for number, day in enumerate(days))
    assert [quote.day for quote in repeat.quotes] == ["2024-02-01", "2024-05-01", None]
    table = to_table([repeat])
    assert table.splitlines()[:2] == [f"“{WORDS}”", "  2024-02-01  2.txt"] and "no date" in table
    assert json.loads(to_json([repeat]))[0]["first"] == "2024-02-01"


def test_what_everybody_says_costs_no_square() -> None:
    repeats = find_repeats(said(number, f"{WORDS} {number % 7}") for number in range(3_000))
    assert [len(repeat.quotes) for repeat in repeats] == [3_000]


def test_a_database_says_where_a_quote_was_first(tmp_path: Path) -> None:
    path = tmp_path / "out.db"
    longer = [
        line.replace(b"We pay 5 million euros until 2030.", b"We will all pay 5 million euros until 2030.")
        for line in LINES
    ]
    lines = [line.replace(b'"sha256":"', b'"sha256":"%d' % i) for i, line in enumerate(longer)]
    choose(path).write(iter(lines), path)
    assert len(run_repeats(path)) == 1
    with closing(sqlite3.connect(path)) as database:
        assert database.execute("SELECT DISTINCT first_quote FROM quotes").fetchall() == [("1.Q1",)]
        assert database.execute("SELECT count(first_said) FROM said").fetchone() == (0,), "the release has no day"
