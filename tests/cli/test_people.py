import json
import sqlite3
from contextlib import closing
from pathlib import Path

from summitparse.batch.sinks import choose
from tests.cli.conftest import Run
from tests.people.made import actor, line, record


def test_people_of_records_and_of_a_batch(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "records.jsonl"
    releases = [record("a", actor("Anne Meyer", "Minister")), record("b", actor("Meyer"), actor("Karl"))]
    choose(path).write(map(line, releases), path)
    done = run("people", str(path))
    assert (done.code, done.out) == (0, "")
    assert "1 people are named 2 times in 2 releases; 1 surnames could be several people's" in done.err
    assert json.loads((tmp_path / "records.jsonl.people.json").read_text())["people"][0]["name"] == "Anne Meyer"
    assert run("people", str(tmp_path / "no.db")).code == 3


def test_a_batch_ends_with_its_people(run: Run, tmp_path: Path) -> None:
    lines = tmp_path / "in.jsonl"
    lines.write_text(json.dumps({"text": "“We agree on the bridge,” Prime Minister Ann Lindqvist of Norway said."}))
    output = tmp_path / "out.db"
    done = run("batch", str(lines), "-o", str(output), "--people", "--workers", "1", "-q")
    assert (done.code, done.out, done.err) == (0, "", "")
    with closing(sqlite3.connect(output)) as database:
        assert database.execute("SELECT person, speaker FROM said").fetchall() == [("Ann Lindqvist", "Ann Lindqvist")]
        assert database.execute("SELECT person FROM people").fetchall() == [("ann-lindqvist",)]
    assert run("batch", str(lines), "-o", str(output), "--people", "--resume", "--workers", "1", "-q").code == 0
    assert run("batch", str(lines), "-o", "-", "--people").code == 2
