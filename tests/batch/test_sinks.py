import csv
import datetime as dt
import hashlib
import json
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from summitparse.batch.item import Options
from summitparse.batch.sinks import Sink, choose
from summitparse.batch.sinks.tables import TABLES, rows
from summitparse.errors import MissingExtra, UsageError
from summitparse.records import Release

TEXT = "=1+1 said the minister of Freedonia: “We pay 5 million euros until 2030.” The pact was signed."


def mention(words: str) -> dict[str, Any]:
    start = TEXT.index(words)
    return {"text": words, "start": start, "end": start + len(words)}


def release(number: int) -> bytes:
    quoted = mention("We pay 5 million euros until 2030.")
    span = {"start": quoted["start"], "end": quoted["end"]}
    figure = {"id": "F1", **mention("5 million euros"), "kind": "money", "value": 5000000, "upper": None, "unit": "EUR"}
    figure |= {"bound": "=", "change": None, "measure": None, "period": "R1", "quote": "Q1", "speaker": "A1"}
    figure |= {"entity": None, "speaker_name": "minister of Freedonia", "confidence": 0.9, "rule": "money.name"}
    date = {"id": "D1", **mention("2030"), "type": "DATE", "value": "2030", "mod": None, "edtf": "2030"}
    date |= {"first": "2030-01-01", "last": "2030-12-31", "quote": "Q1", "confidence": 0.9, "rule": "calendar.year"}
    range_ = {"id": "R1", **mention("until 2030"), "from": None, "to": "D1", "edtf": "../2030", "first": None}
    range_ |= {"confidence": 0.9, "rule": "range.until"}
    quote = {"id": "Q1", "type": "direct", "text": quoted["text"], "spans": [span], "quoted": [span]}
    quote |= {"source": mention("the minister of Freedonia"), "cue": mention("said"), "speaker": "A1"}
    quote |= {"attribution": "explicit", "confidence": 0.9, "closed": True, "parent": None}
    quote |= {"speaker_name": "minister of Freedonia", "polarity": "asserted", "rule": "quotes.clause"}
    inner = quote | {"id": "Q2", "parent": "Q1"}
    actor = {"id": "A1", "kind": "person", "name": None, "titles": ["minister of Freedonia", "=HYPERLINK(1)"]}
    actor |= {
        "affiliation": "Freedonia",
        "country": None,
        "members": [],
        "mentions": [mention("the minister of Freedonia")],
        "confidence": 0.8,
    }
    both = actor | {"id": "A2", "kind": "group", "name": "both", "members": ["A1"], "titles": []}
    place = mention("The pact")
    document = {"id": "I1", "title": "pact", "type": "treaty", "status": "signed", "start": place["start"]}
    document |= {"end": place["end"], "parties": ["Freedonia", "Sylvania"], "signatories": ["A. Minister"]}
    document |= {
        "period": "D1",
        "first": "2030-01-01",
        "last": "2030-12-31",
        "date": None,
        "place": None,
        "quote": None,
        "confidence": 0.7,
        "rule": "documents.list",
    }
    position = {"id": "P1", **mention("5 million euros"), "act": "commit", "cue": mention("pay"), "source": None}
    position |= {"actor": "A1", "actor_name": "minister of Freedonia", "addressee": mention("Freedonia")}
    position |= {"polarity": "asserted", "quote": "Q1", "confidence": 0.8, "rule": "positions.clause"}
    found = Release.model_validate_json(
        json.dumps(
            {
                "id": f"release {number}",
                "source": {
                    "name": f"{number}.txt",
                    "media_type": "text/plain",
                    "encoding": "utf-8",
                    "sha256": hashlib.sha256(TEXT.encode()).hexdigest(),
                },
                "text": TEXT,
                "language": "en",
                "title": mention("=1+1"),
                "subtitle": None,
                "published": None,
                "place": None,
                "credits": [],
                "issuer": {"name": None, "country": "NO"},
                "reference_date": None,
                "event": {
                    "name": mention("The pact"),
                    "kind": "other",
                    "place": None,
                    "first": None,
                    "last": None,
                    "participants": ["A1"],
                    "confidence": 0.8,
                },
                "actors": [actor, both],
                "quotes": [quote, inner],
                "figures": [figure],
                "dates": [date],
                "ranges": [range_ | {"last": "2030-12-31"}],
                "positions": [position],
                "documents": [document],
                "warnings": [{"code": "no-body", "message": "m", "start": 0, "end": 0}],
            }
        )
    )
    return found.model_dump_json().encode() + b"\n"


LINES = [release(number) for number in range(3)]
KINDS = ["out.jsonl", "out.jsonl.gz", "out.jsonl.zst", "out.json", "out.sqlite3", "out.parquet", "out.csv", "out.tsv"]


@pytest.fixture(params=KINDS)
def made(request: pytest.FixtureRequest, tmp_path: Path) -> tuple[Sink, Path]:
    sink = choose(tmp_path / request.param)
    sink.write(iter(LINES), tmp_path / request.param)
    return sink, tmp_path / request.param


def content(path: Path) -> dict[str, bytes]:
    files = [path] if path.is_file() else sorted(path.iterdir())
    return {file.name: file.read_bytes() for file in files}


def test_every_sink_gives_its_lines_back(made: tuple[Sink, Path]) -> None:
    sink, path = made
    assert list(sink.read(path)) == LINES


def test_the_same_lines_give_the_same_bytes(made: tuple[Sink, Path], tmp_path: Path) -> None:
    sink, path = made
    (tmp_path / "again").mkdir()
    again = tmp_path / "again" / path.name
    sink.write(iter(LINES), again)
    assert content(again) == content(path)


def test_a_bit_that_is_flipped_in_packed_lines_is_noticed(tmp_path: Path) -> None:
    path = tmp_path / "out.jsonl.zst"
    sink = choose(path)
    sink.write(iter(LINES), path)
    whole = path.read_bytes()
    for place in range(len(whole)):
        path.write_bytes(whole[:place] + bytes([whole[place] ^ 1]) + whole[place + 1 :])
        try:
            assert list(sink.read(path)) == LINES, place
        except Exception as error:  # noqa: BLE001
            assert type(error).__name__ in ("ZstdError", "EOFError"), place


def test_nothing_that_is_there_is_written_to(tmp_path: Path) -> None:
    (tmp_path / "mine").write_bytes(b"mine")
    for name in KINDS:
        (tmp_path / name).symlink_to("mine")
        with pytest.raises(FileExistsError):
            choose(tmp_path / name).write(iter(LINES), tmp_path / name)
    assert (tmp_path / "mine").read_bytes() == b"mine"


@pytest.mark.parametrize("name", KINDS[3:])
def test_what_is_not_ours_has_no_lines(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(b"something else")
    assert list(choose(tmp_path / name).read(tmp_path / name)) == []


@pytest.fixture
def database(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    path = tmp_path / "out.sqlite"
    choose(path).write(iter(LINES), path)
    connection = sqlite3.connect(path)
    yield connection
    connection.close()


def test_foreign_keys_hold(database: sqlite3.Connection) -> None:
    assert database.execute("PRAGMA foreign_key_check").fetchall() == []
    for table in TABLES:
        (count,) = database.execute(f'SELECT count(*) FROM "{table}"').fetchone()
        assert count >= 3, table


def test_every_sum_that_somebody_named_for_a_period(database: sqlite3.Connection) -> None:
    query = """SELECT releases.id, figures.value, figures.unit, figures.period_last, figures.speaker_name
        FROM figures JOIN releases ON releases.release = figures.release JOIN actors ON actors.id = figures.speaker
        WHERE figures.kind = 'money' AND actors.affiliation = 'Freedonia' ORDER BY figures.release"""
    found = database.execute(query).fetchall()
    assert found[0] == ("release 0", 5e6, "EUR", "2030-12-31", "minister of Freedonia")
    assert len(found) == 3


def test_full_text_search_finds_words(database: sqlite3.Connection) -> None:
    query = "SELECT count(*) FROM quotes_fts WHERE quotes_fts MATCH 'million AND euros'"
    assert database.execute(query).fetchone() == (6,)
    query = """SELECT documents.id FROM documents_fts JOIN documents ON documents.rowid = documents_fts.rowid
        WHERE documents_fts MATCH 'pact'"""
    assert database.execute(query).fetchall() == [("1.I1",), ("2.I1",), ("3.I1",)]


def test_no_column_needs_quoting(database: sqlite3.Connection) -> None:
    """Nor one called as the words that SQL reserves everywhere (SQLite itself forgives some)."""
    reserved = {"end", "from", "to", "group", "order", "user", "table", "select", "when", "then", "all", "any", "both"}
    views = [name for (name,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'view'")]
    assert len(views) == 4
    for table in (*TABLES, *views):
        names = [row[1] for row in database.execute(f"PRAGMA table_info({table})")]
        assert not reserved & set(names), table
        database.execute(f"SELECT {', '.join(names)} FROM {table}").fetchone()


def test_who_said_what_when_is_one_table(database: sqlite3.Connection) -> None:
    database.execute("UPDATE documents SET date = '2024-01-30' WHERE id = '2.I1'")
    query = "SELECT date, speaker, type, text, confidence, title, file FROM said WHERE id = '2.Q1'"
    said = (None, "minister of Freedonia", "direct", "We pay 5 million euros until 2030.", 0.9, "=1+1", "1.txt")
    assert database.execute(query).fetchall() == [said]
    query = "SELECT date, type, title, parties, place, file FROM signed WHERE id = '2.I1'"
    assert database.execute(query).fetchall() == [
        ("2024-01-30", "treaty", "pact", "Freedonia; Sylvania", None, "1.txt")
    ]
    query = "SELECT actor, act, text, addressee FROM positions_over_time WHERE id = '2.P1'"
    assert database.execute(query).fetchall() == [("minister of Freedonia", "commit", "5 million euros", "Freedonia")]
    assert database.execute("SELECT count(*) FROM figures_over_time").fetchone() == (0,), (
        "nothing says what they are of"
    )
    database.execute("UPDATE figures SET measure = 'payments', change = 'up' WHERE id = '3.F1'")
    query = "SELECT date, measure, value, unit, level, file FROM figures_over_time"
    assert database.execute(query).fetchall() == [("2030-12-31", "payments", 5e6, "EUR", "change", "2.txt")]


def test_search_finds_all_forms_of_a_word_and_follows_changes(database: sqlite3.Connection) -> None:
    def found(words: str) -> list[str]:
        query = """SELECT id FROM quotes JOIN quotes_fts ON quotes_fts.rowid = quotes.rowid
            WHERE quotes_fts MATCH ? AND release = 1 ORDER BY id"""
        return [id for (id,) in database.execute(query, (words,))]

    assert found("paying") == ["1.Q1", "1.Q2"]
    database.execute("UPDATE quotes SET text = 'We built bridges' WHERE id = '1.Q2'")
    assert found("pays") == ["1.Q1"] and found("bridge") == ["1.Q2"]
    database.execute("DELETE FROM quotes WHERE id = '1.Q2'")
    assert found("bridge") == []


@pytest.mark.parametrize(
    ("published", "reference", "day"),
    [
        ("2024-01-30T12:40", "2024-02-01", "2024-01-30"),
        ("2024-01", "2024-02-01", "2024-02-01"),
        (None, None, "2024-02-02"),
    ],
)
def test_the_day_of_a_release(published: str | None, reference: str | None, day: str) -> None:
    record = json.loads(LINES[0]) | {"reference_date": reference}
    record["published"] = published and {"text": "", "start": 0, "end": 0, "value": published}
    record["event"]["first"] = "2024-02-02"
    _, head = next(rows(record, "", 1))
    assert head[[column.name for column in TABLES["releases"]].index("date")] == day


def test_csv_has_a_header_joins_and_no_formulas(tmp_path: Path) -> None:
    path = tmp_path / "out.csv"
    choose(path).write(iter(LINES), path)
    for table in TABLES:
        with (path / f"{table}.csv").open(encoding="utf-8", newline="") as file:
            found = list(csv.DictReader(file))
        assert len(found) >= 3
        for row in found:
            assert not any(value.startswith(("=", "+", "-", "@")) for value in row.values())
    with (path / "releases.csv").open(encoding="utf-8", newline="") as file:
        first = next(csv.DictReader(file))
    assert (first["title"], first["text"]) == ("'=1+1", "'" + TEXT)


def test_text_stands_in_quotation_marks(tmp_path: Path) -> None:
    choose(tmp_path / "out.csv").write(iter(LINES), tmp_path / "out.csv")
    head, first, *_ = (tmp_path / "out.csv" / "figures.csv").read_text().splitlines()
    assert head.startswith('"id","release"') and first.startswith('"1.F1",1,')


def test_positions_have_a_row_with_actor_and_addressee(tmp_path: Path) -> None:
    parquet = pytest.importorskip("pyarrow.parquet")
    for name in ("out.csv", "out.parquet"):
        choose(tmp_path / name).write(iter(LINES), tmp_path / name)
    with (tmp_path / "out.csv" / "positions.csv").open(encoding="utf-8", newline="") as file:
        plain = list(csv.DictReader(file))
    typed = parquet.read_table(tmp_path / "out.parquet" / "positions.parquet").to_pylist()
    fields = ("id", "act", "text", "actor_name", "addressee", "polarity")
    wanted = ("2.P1", "commit", "5 million euros", "minister of Freedonia", "Freedonia", "asserted")
    assert [tuple(rows[1][field] for field in fields) for rows in (plain, typed)] == [wanted, wanted]
    assert (typed[1]["start_char"], typed[1]["confidence"]) == (TEXT.index("5 million"), 0.8)


def test_parquet_is_read_by_name_and_type(tmp_path: Path) -> None:
    parquet = pytest.importorskip("pyarrow.parquet")
    path = tmp_path / "out.parquet"
    choose(path).write(iter(LINES), path)
    figures = parquet.read_table(path / "figures.parquet").to_pylist()
    assert [row["value"] for row in figures] == [5e6] * 3
    assert figures[0]["period_range"] == "1.R1" and figures[0]["period_date"] is None
    assert figures[0]["period_last"] == dt.date(2030, 12, 31)


def test_a_batch_ends_in_any_format_and_goes_on_from_it(folder: Path, tmp_path: Path, batch: Any) -> None:
    assert batch(folder, out="out.jsonl.gz").done == 20
    before = (tmp_path / "out.jsonl.gz").read_bytes()
    (folder / "99.txt").write_text("new")
    report = batch(folder, out="out.jsonl.gz", resume=True)
    assert (report.done, report.kept) == (1, 20)
    (folder / "99.txt").unlink()
    assert batch(folder, out="out.jsonl.gz", resume=True).kept == 20
    assert (tmp_path / "out.jsonl.gz").read_bytes() == before
    assert batch(folder, out="out.jsonl.gz", resume=True, options=Options(text=True)).done == 20


def test_a_format_that_is_not_known_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="parquet"):
        choose(tmp_path / "out", "xlsx")
    assert choose(tmp_path / "out").plain
    for name in ("out.xlsx", "out.jsonl.bz2", "out.txt"):
        with pytest.raises(UsageError, match=r"\.sqlite3, .*--format"):
            choose(tmp_path / name)
    assert choose(tmp_path / "out.v2", "jsonl").plain


def test_a_list_of_json_is_one_document(tmp_path: Path) -> None:
    path = tmp_path / "out.json"
    for lines in (LINES, LINES[:1], []):
        choose(path).write(iter(lines), path)
        assert json.loads(path.read_text("utf-8")) == [json.loads(line) for line in lines]
        assert list(choose(path).read(path)) == lines
        path.unlink()


def test_tsv_has_tabs_between_its_cells(tmp_path: Path) -> None:
    choose(tmp_path / "out.tsv").write(iter(LINES), tmp_path / "out.tsv")
    head, first, *_ = (tmp_path / "out.tsv" / "figures.tsv").read_text().splitlines()
    assert head.startswith('"id"\t"release"') and first.startswith('"1.F1"\t1\t')


@pytest.mark.parametrize(("name", "module"), [("o.parquet", "pyarrow.parquet"), ("o.jsonl.zst", "backports.zstd")])
def test_a_part_that_is_missing_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, module: str
) -> None:
    monkeypatch.setitem(__import__("sys").modules, module, None)
    monkeypatch.setitem(__import__("sys").modules, module.partition(".")[0], None)
    with pytest.raises(MissingExtra, match="pip install"):
        choose(tmp_path / name)
