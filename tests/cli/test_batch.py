import json
import signal
import subprocess
from pathlib import Path
from typing import Any

import pytest

from summitparse import lexicon, parse_file
from summitparse.records import Release
from summitparse.serialise import to_json
from tests.batch.faults import QUICK
from tests.cli.conftest import Run
from tests.waiting import NEVER, ended, until

TEXTS = {
    "a.txt": "MINSK, 30 January 2024. “We agree on the bridge,” Minister Ann Example said. It will cost $5 million.",
    "b.txt": "The presidents of Freedonia and Sylvania met on Tuesday.\n\nThey signed an agreement on trade.",
    "sub/c.txt": "PRESIDENT EXAMPLE: Good afternoon. We spoke for two hours about energy.",
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, text in TEXTS.items():
        path = tmp_path / "in" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text + "\n", "utf-8")
    return tmp_path / "in"


def records(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_bytes().splitlines()]


def test_a_folder_is_a_line_a_file_as_parse_gives_it_and_standard_output_stays_empty(run: Run, folder: Path) -> None:
    output = folder.parent / "out.jsonl"
    (folder / "bad.txt").write_bytes(bytes(range(256)) * 20)
    (folder / "empty.txt").write_text(" \n")
    done = run("batch", str(folder), "--output", str(output), "--log-format", "json", "--workers", "1")
    assert (done.code, done.out) == (1, "")
    # How often progress is told is a matter of time.
    *failed, summary = [event for event in map(json.loads, done.err.splitlines()) if event["event"] != "progress"]
    assert [(event["event"], Path(event["name"]).name) for event in failed] == [
        ("failed", "bad.txt"),
        ("failed", "empty.txt"),
    ]
    assert (summary["event"], summary["done"], summary["failed"]) == ("summary", 3, 2)
    assert summary["counts"]["quotes"] >= 1
    for record, name in zip(records(output), TEXTS, strict=True):
        assert record == json.loads(to_json(parse_file(folder / name)))
        Release.model_validate(record)
    mark, *failures = records(folder.parent / "out.jsonl.failures.jsonl")
    assert mark == {"made_by": "summitparse batch"} and len(failures) == 2


def test_jsonl_ids_dates_and_options_reach_the_records(here: Run, tmp_path: Path) -> None:
    lines = tmp_path / "in.jsonl"
    lines.write_text(
        json.dumps({"id": "x", "text": "They met on Tuesday. It cost $5 million.", "reference_date": "2024-01-31"})
        + "\n"
        + json.dumps({"text": "They met on Tuesday."})
    )
    output = tmp_path / "out.jsonl"
    command = ["batch", str(lines), "-o", str(output), "--text", "--only", "dates", "--reference-date", "2024-02-07"]
    assert here(*command, "--quiet").code == 0
    one, two = records(output)
    assert (one["id"], one["reference_date"], one["text"][:8]) == ("x", "2024-01-31", "They met")
    assert one["figures"] == [] and one["dates"][0]["value"] == "2024-01-30"
    assert (two["id"], two["reference_date"]) == (None, "2024-02-07")


def test_jsonl_comes_through_a_pipe(folder: Path) -> None:
    lines = b"".join(json.dumps({"text": text}).encode() + b"\n" for text in TEXTS.values())
    output = folder.parent / "out.jsonl"
    command = [*QUICK, "batch", "-", "-o", str(output), "-q"]
    assert subprocess.run(command, input=lines, check=True, capture_output=True).stderr == b""
    assert [record["source"]["name"] for record in records(output)] == ["-:1", "-:2", "-:3"]


def test_an_output_that_is_there_is_refused_and_stays(run: Run, folder: Path) -> None:
    output = folder.parent / "out.jsonl"
    output.write_text("mine")
    done = run("batch", str(folder), "-o", str(output))
    assert done.code == 4 and "--resume" in done.err and output.read_text() == "mine"


def test_files_that_are_missing_vanish_or_are_folders_cost_only_themselves(here: Run, folder: Path) -> None:
    (folder / "gone.txt").symlink_to(folder / "nowhere.txt")
    (folder / "loop.txt").symlink_to(folder / "loop.txt")
    command = ["batch", str(folder), str(folder / "missing.txt"), "--follow-links"]
    done = here(*command, "-o", str(folder.parent / "out.jsonl"))
    assert done.code == 1 and "3 releases done, 3 failed" in done.err and "Traceback" not in done.err
    for name in ("gone.txt", "loop.txt", "missing.txt"):
        assert name in done.err


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--workers", "0"], "--workers"),
        (["--workers", "many"], "auto"),
        (["--shard", "9/8"], "--shard"),
        (["--resume", "--force"], "one of them"),
        (["--format", "xlsx"], "parquet"),
        (["-o", "out.xlsx"], ".sqlite3"),
        (["-o", "-", "--format", "csv"], "--output a file"),
        (["-o", "-", "--resume"], "--resume"),
        (["--only", "verbs"], "--only"),
        (["--reference-date", "soon"], "YYYY-MM-DD"),
        (["--engine", "dask", "--format", "csv"], "--format"),
        (["--engine", "dask", "--shard", "1/2"], "--shard"),
    ],
)
def test_options_that_do_not_fit_are_sentences(run: Run, folder: Path, words: list[str], said: str) -> None:
    done = run("batch", str(folder), "-o", str(folder.parent / "out.jsonl"), *words)
    assert (done.code, done.out) == (2, "")
    assert said in done.err and "Traceback" not in done.err


def test_standard_output_takes_the_lines(here: Run, folder: Path) -> None:
    (folder / "bad.txt").write_bytes(b"\0" * 100)
    done = here("batch", str(folder), "-o", "-", "-w", "1")
    assert done.code == 1 and done.err.count("bad.txt") == 1 and "Records are on standard output." in done.err
    names = [json.loads(line)["source"]["name"] for line in done.out.splitlines()]
    assert names == [str(folder / name) for name in ("a.txt", "b.txt", "sub/c.txt")]
    assert [path.name for path in folder.parent.iterdir()] == ["in"]


def test_an_input_without_any_release_is_an_error(run: Run, tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "table.xlsx").write_bytes(b"x")
    (tmp_path / "none.jsonl").write_bytes(b"\n")
    for name, said in (("in", "1 file of another kind"), ("none.jsonl", "no release in")):
        done = run("batch", str(tmp_path / name), "-o", str(tmp_path / "out.jsonl"))
        assert (done.code, done.out) == (3, "") and said in done.err
    assert not list(tmp_path.glob("out.*"))


def test_releases_that_are_the_same_are_named(here: Run, folder: Path) -> None:
    (folder / "d.txt").write_bytes((folder / "a.txt").read_bytes())
    done = here("batch", str(folder), "-o", str(folder.parent / "out.jsonl"), "-w", "1")
    assert done.code == 0 and "d.txt is the same as others of this batch, byte for byte." in done.err


def test_a_page_is_not_fetched(run: Run, tmp_path: Path) -> None:
    done = run("batch", "https://example.org/a.html", "-o", str(tmp_path / "out.jsonl"))
    assert done.code == 2 and "save the page" in done.err


def test_a_url_needs_the_engine_that_writes_it(run: Run, folder: Path) -> None:
    done = run("batch", str(folder), "-o", "s3://bucket/out.jsonl")
    assert done.code == 2 and "--engine dask" in done.err


def test_tables_come_out_of_one_command_and_are_gone_on_from(here: Run, folder: Path) -> None:
    output = folder.parent / "out.sqlite"
    assert here("batch", str(folder), "-o", str(output), "-q").code == 0
    before = output.read_bytes()
    again = here("batch", str(folder), "-o", str(output), "--resume")
    assert again.code == 0 and "3 kept from before" in again.err
    assert output.read_bytes() == before


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_stopped_it_says_how_to_go_on_and_leaves_no_worker(folder: Path, number: signal.Signals) -> None:
    """It is stopped while it waits for more of an input that never ends."""
    output = folder.parent / "out.jsonl"
    process = subprocess.Popen(
        [*QUICK, "batch", "-", "-o", str(output), "-w", "1"],
        stdin=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
        # A shell that runs this in the background would have Ctrl-C ignored.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
    )
    assert process.stdin
    process.stdin.write(b"".join(b'{"text": "%d ministers met on Tuesday."}\n' % index for index in range(50)))
    process.stdin.flush()
    part = output.with_name("out.jsonl.part")
    until(lambda: part.exists() and part.stat().st_size, "nothing was written")
    process.send_signal(number)
    said = process.communicate(timeout=NEVER)[1].decode()
    assert (process.returncode, said.count("\n")) == (130, 1)
    assert "--resume" in said
    until(lambda: ended(process.pid), "a worker outlived its parent")


def test_a_users_own_words_reach_every_worker(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lexicon, "_own", {})  # this process forgets them again
    own, text, output = tmp_path / "own.toml", tmp_path / "release.txt", tmp_path / "out.jsonl"
    own.write_text('[documents.instruments.heads]\nagreement = ["twinning pledge"]\n', "utf-8")
    text.write_text("The two mayors signed a twinning pledge on schools on 3 May 2024.\n", "utf-8")
    assert run("batch", str(text), "--output", str(output), "--lexicon", str(own), "-q", "-w", "1").code == 0
    assert [document["type"] for document in json.loads(output.read_text("utf-8"))["documents"]] == ["agreement"]
    (tmp_path / "wrong.toml").write_text("[verbs.cues]\na = 1\n", "utf-8")
    done = run("batch", str(text), "--output", str(output), "--force", "--lexicon", str(tmp_path / "wrong.toml"))
    assert done.code == 2 and "no lexicon [verbs.cues]" in done.err
    lexicon.load.cache_clear()
