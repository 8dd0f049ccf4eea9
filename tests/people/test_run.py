"""From records to the list of people, and into the database."""

import json
import sqlite3
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from summitparse.batch.names import Names
from summitparse.batch.ownership import fingerprint, run_record
from summitparse.batch.sinks import choose
from summitparse.errors import UnreadableInput
from summitparse.people.run import run_people
from tests.people.made import actor, line, record

RELEASES = [
    record("a", actor("Anne Meyer", "Minister", country="NO"), actor("Karl Olsen")),
    record("b", actor("Meyer", "Minister"), actor("they")),
]


def write(path: Path, releases: Iterable[dict[str, Any]]) -> Path:
    choose(path).write(map(line, releases), path)
    return path


def ids(path: Path) -> dict[str, str]:
    whole = json.loads(Names(path).people.read_text("utf-8"))
    return {person["name"]: person["person"] for person in whole["people"]}


@pytest.mark.parametrize("name", ["out.jsonl", "out.jsonl.gz", "out.db", "out.csv", "out.parquet"])
def test_every_format_has_its_people_beside_it(tmp_path: Path, name: str) -> None:
    path = write(tmp_path / name, RELEASES)
    people, seen = run_people(path)
    assert (len(people), seen.releases, seen.appearances) == (2, 2, 3)
    whole = json.loads(Names(path).people.read_text("utf-8"))
    assert whole["made_by"] == "summitparse people"
    first = whole["people"][0]
    assert first["names"] == ["Anne Meyer", "Meyer"] and first["country"] == "NO" and first["person"] == "anne-meyer"
    assert [(one["file"], one["actor"]) for one in first["actors"]] == [("a", "A1"), ("b", "A1")]


def test_a_database_says_who_each_actor_is(tmp_path: Path) -> None:
    path = write(tmp_path / "out.db", RELEASES)
    made = run_record({"how": "made"}, **(fingerprint(path) or {}))
    Names(path).run.write_text(json.dumps(made))
    run_people(path)
    with closing(sqlite3.connect(path)) as database:
        people = database.execute("SELECT * FROM people ORDER BY person").fetchall()
        assert people[0] == ("anne-meyer", "Anne Meyer", "NO", "Minister", "2024-01-30", "2024-01-30")
        assert database.execute("SELECT id FROM actors WHERE person = 'anne-meyer'").fetchall() == [
            ("1.A1",),
            ("2.A1",),
        ]
        assert database.execute("SELECT person FROM actors WHERE name = 'they'").fetchall() == [(None,)]
        assert database.execute("PRAGMA foreign_key_check").fetchall() == []
    after = json.loads(Names(path).run.read_text())
    assert (after["how"], after["sha256"]) == ("made", (fingerprint(path) or {})["sha256"]), (
        "--resume takes it as it is"
    )
    assert list(choose(path).read(path)) == list(map(line, RELEASES))
    assert not Names(path).fresh.exists() and not Names(path).lock.exists()


def test_a_database_that_somebody_edited_is_not_said_to_be_ours(tmp_path: Path) -> None:
    path = write(tmp_path / "out.db", RELEASES)
    made = json.dumps(run_record({"how": "made"}, size=1, sha256="other"))
    Names(path).run.write_text(made)
    run_people(path)
    assert Names(path).run.read_text() == made


def test_whoever_is_known_keeps_the_id(tmp_path: Path) -> None:
    path = write(tmp_path / "out.jsonl", RELEASES)
    run_people(path)
    path.unlink()
    earlier = record("0", actor("Karl Olsen", "nurse", country="DK"), issuer="DK")
    fuller = record("c", actor("Anne Sofie Meyer", "Minister", country="NO"))
    write(path, [earlier, *RELEASES, fuller])
    choices = tmp_path / "choices.toml"
    choices.write_text('split = [["Karl Olsen", { name = "Karl Olsen", files = "0" }]]')
    people, _ = run_people(path, choices=choices)
    assert [(person.id, len(person.found)) for person in people] == [
        ("karl-olsen-2", 1),
        ("anne-meyer", 3),
        ("karl-olsen", 1),
    ]
    again = Names(path).people.read_bytes()
    run_people(path, choices=choices)
    assert Names(path).people.read_bytes() == again


def test_what_is_no_list_of_people_is_not_replaced(tmp_path: Path) -> None:
    path = write(tmp_path / "out.jsonl", RELEASES)
    Names(path).people.write_text('{"mine": 1}')
    with pytest.raises(UnreadableInput, match="no list of people of ours"):
        run_people(path)
    assert Names(path).people.read_text() == '{"mine": 1}'


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (None, "does not exist"),
        (b"", "no records"),
        (b'{"text": "a"}\n', "record 1 is no record"),
        (b"x\n", "record 1"),
    ],
)
def test_what_are_no_records_is_told(tmp_path: Path, content: bytes | None, said: str) -> None:
    path = tmp_path / "in.jsonl"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(UnreadableInput, match=said):
        run_people(path)


def test_a_database_of_an_older_version_is_told(tmp_path: Path) -> None:
    path = write(tmp_path / "out.db", RELEASES)
    with closing(sqlite3.connect(path)) as database:
        database.executescript("DROP VIEW said; DROP VIEW positions_over_time; DROP TABLE people;")
    before = path.read_bytes()
    with pytest.raises(UnreadableInput, match="batch --force"):
        run_people(path)
    assert path.read_bytes() == before and not Names(path).fresh.exists()
