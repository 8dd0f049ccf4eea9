"""No file of somebody else's is replaced, deleted or written to, whatever it is called."""

import gzip
import json
import os
import sqlite3
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

from summitparse.batch.names import Names
from summitparse.batch.ownership import MADE_BY, fingerprint, is_ours
from summitparse.batch.run import Report
from summitparse.errors import UnwritableOutput
from tests.batch.test_sinks import KINDS

Batch = Callable[..., Report]
SIDE_FILES = (".part", ".part.run.json", ".new", ".old", ".run.json", ".failures.jsonl", ".lock")


def everything(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def database(path: Path) -> None:
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE precious (x)")
    connection.close()


@pytest.mark.parametrize(
    ("out", "make"),
    [
        ("mine.jsonl", lambda path: path.write_text('{"precious": 1}\n')),
        ("mine.jsonl.gz", lambda path: path.write_bytes(gzip.compress(b"precious"))),
        ("mine.jsonl.zst", lambda path: path.write_bytes(b"")),
        ("mine.db", database),
        ("mine.sqlite", lambda path: path.write_text("a text")),
        ("mine.csv", lambda path: path.mkdir() or (path / "releases.csv").write_text("a,b\n")),
        ("mine.parquet", lambda path: path.mkdir() or (path / "quotes.parquet").write_text("mine")),
    ],
)
def test_with_resume_an_output_that_no_batch_made_is_refused(
    folder: Path, batch: Batch, tmp_path: Path, out: str, make: Callable[[Path], object]
) -> None:
    make(tmp_path / out)
    before = everything(tmp_path)
    with pytest.raises(UnwritableOutput, match=r"by no batch.*--force instead of --resume"):
        batch(folder, out=out, resume=True)
    assert everything(tmp_path) == before
    assert batch(folder, out=out, force=True).done == 20
    assert batch(folder, out=out, resume=True).kept == 20


def test_the_first_run_may_have_resume_too(folder: Path, batch: Batch) -> None:
    assert batch(folder, resume=True).done == 20


@pytest.mark.parametrize("ending", SIDE_FILES)
@pytest.mark.parametrize("content", ["my own file\n", '{"mine": 1}\n', "[" * 100_000])
def test_a_file_of_somebody_else_beside_the_output_stays(
    folder: Path, batch: Batch, tmp_path: Path, ending: str, content: str
) -> None:
    mine = tmp_path / f"out.jsonl{ending}"
    mine.write_text(content)
    before = everything(tmp_path)
    for allowed in ({}, {"resume": True}, {"force": True}):
        with pytest.raises(UnwritableOutput, match=f"out.jsonl{ending} is there, and no batch made it"):
            batch(folder, **allowed)
        assert everything(tmp_path) == before


def test_an_empty_file_beside_the_output_is_in_nobodys_way(folder: Path, batch: Batch, tmp_path: Path) -> None:
    (folder / "03.txt").write_text("BAD\n")
    for ending in (".part", ".failures.jsonl", ".lock"):
        (tmp_path / f"out.jsonl{ending}").touch()
    assert batch(folder).failed == 1


@pytest.mark.parametrize("ending", ["", *SIDE_FILES])
@pytest.mark.parametrize("there", [True, False])
def test_links_are_not_followed(folder: Path, batch: Batch, tmp_path: Path, ending: str, there: bool) -> None:
    target = tmp_path / "elsewhere"
    if there:
        target.write_text("mine")
    (tmp_path / f"out.jsonl{ending}").symlink_to(target)
    for allowed in ({}, {"resume": True}, {"force": True}):
        with pytest.raises(UnwritableOutput, match=f"out.jsonl{ending} is a link"):
            batch(folder, **allowed)
    assert target.exists() == there and (not there or target.read_text() == "mine")
    assert (tmp_path / f"out.jsonl{ending}").is_symlink()


def test_a_link_that_comes_between_is_not_followed_either(
    folder: Path, batch: Batch, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "elsewhere").write_text("mine")
    (tmp_path / "out.jsonl.part").symlink_to("elsewhere")
    monkeypatch.setattr("summitparse.batch.journal.refuse", lambda *_: None)
    with pytest.raises(UnwritableOutput, match=r"out\.jsonl cannot be written"):
        batch(folder, force=True)
    assert (tmp_path / "elsewhere").read_text() == "mine"


def test_two_outputs_of_one_stem_share_no_file(folder: Path, batch: Batch, tmp_path: Path) -> None:
    (folder / "03.txt").write_text("BAD\n")
    for out in KINDS:
        assert batch(folder, out=out).failed == 1
    (folder / "03.txt").write_text("good\n")
    assert batch(folder, out="out.sqlite", resume=True).failed == 0
    listed = sorted(path.name for path in tmp_path.glob("*.failures.jsonl"))
    assert listed == sorted(f"{out}.failures.jsonl" for out in KINDS if out != "out.sqlite")


def test_files_beside_the_output_say_in_their_first_line_whose_they_are(
    folder: Path, batch: Batch, tmp_path: Path
) -> None:
    (folder / "03.txt").write_text("BAD\n")
    batch(folder)
    names = Names(tmp_path / "out.jsonl")
    first, second = names.failures.read_bytes().splitlines()
    assert json.loads(first) == MADE_BY and json.loads(second)["name"].endswith("03.txt")
    assert names.run.read_text().splitlines()[0] == '{"made_by": "summitparse batch",'
    assert is_ours(json.loads(names.run.read_bytes()))


def edit(path: Path) -> None:
    """Other content of the same size, in a file or in the largest file of a folder."""
    file = path if path.is_file() else max(path.iterdir(), key=lambda one: one.stat().st_size)
    data = bytearray(file.read_bytes())
    data[len(data) // 2] ^= 1
    file.write_bytes(data)


@pytest.mark.parametrize("out", KINDS)
def test_an_output_that_was_edited_to_the_same_size_is_told_and_kept(
    folder: Path, batch: Batch, tmp_path: Path, out: str
) -> None:
    batch(folder, out=out)
    whole = everything(tmp_path)
    edit(tmp_path / out)
    before = everything(tmp_path)
    assert before != whole
    with pytest.raises(UnwritableOutput, match="edited or damaged"):
        batch(folder, out=out, resume=True)
    assert everything(tmp_path) == before
    assert batch(folder, out=out, force=True).done == 20
    assert everything(tmp_path) == whole


def test_an_output_that_grew_is_told_and_kept(folder: Path, batch: Batch, tmp_path: Path) -> None:
    batch(folder, out="out.sqlite")
    database(tmp_path / "out.sqlite")
    with pytest.raises(UnwritableOutput, match="edited or damaged"):
        batch(folder, out="out.sqlite", resume=True)


@pytest.mark.parametrize("out", ["out.jsonl.gz", "out.jsonl.zst"])
def test_an_output_that_cannot_be_unpacked_is_a_sentence(folder: Path, batch: Batch, tmp_path: Path, out: str) -> None:
    """Even where its run record says that it is as it was."""
    batch(folder, out=out)
    names = Names(tmp_path / out)
    data = names.output.read_bytes()
    middle = len(data) // 2
    for damaged in (b"\0" * len(data), data[:middle], data[:middle] + b"\xff\0\xff\0" * 9 + data[middle + 36 :]):
        names.output.write_bytes(damaged)
        record = json.loads(names.run.read_bytes())
        names.run.write_text(json.dumps({**record, **(fingerprint(names.output) or {})}))
        with pytest.raises(UnwritableOutput, match=r"cannot be read \(.*--force"):
            batch(folder, out=out, resume=True)


@pytest.mark.parametrize("rubbish", ["[" * 100_000 + "\n", "{" + '"a":{' * 50_000 + "\n", "1" * 5000 + "\n", "{}\n"])
def test_rubbish_in_a_working_file_of_ours_is_cut(folder: Path, batch: Batch, tmp_path: Path, rubbish: str) -> None:
    batch(folder, out="whole.jsonl")
    whole, names = (tmp_path / "whole.jsonl").read_bytes(), Names(tmp_path / "out.jsonl")
    names.part.write_bytes(whole[: whole.index(b"\n") + 1] + rubbish.encode())
    names.part_run.write_bytes(Names(tmp_path / "whole.jsonl").run.read_bytes())
    report = batch(folder, resume=True)
    assert (report.done, report.kept) == (19, 1)
    assert names.output.read_bytes() == whole


@pytest.mark.parametrize("out", KINDS)
def test_wherever_naming_the_output_is_broken_off_it_is_gone_on_with(
    folder: Path, batch: Batch, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, out: str
) -> None:
    """A kill between any two changes of names, the first time and over an output that is there."""
    batch(folder, out=f"whole.{out}")
    (folder / "99.txt").write_text("new\n")
    batch(folder, out=f"more.{out}")
    calls, limit = [0], [0]

    def counted(real: Callable[..., None]) -> Callable[..., None]:
        def call(path: Any, *words: Any, **more: Any) -> None:
            # With its process the lock goes.
            calls[0] += not str(path).endswith(".lock")
            if calls[0] > limit[0] and not str(path).endswith(".lock"):
                raise KeyboardInterrupt
            real(path, *words, **more)

        return call

    def until_it_ends() -> None:
        for stop in range(100):
            calls[0], limit[0] = 0, stop
            with monkeypatch.context() as patch, suppress(KeyboardInterrupt):
                for name in ("replace", "unlink", "rmdir"):
                    patch.setattr(os, name, counted(getattr(os, name)))
                batch(folder, out=out, resume=True)
                return
        pytest.fail("it never ended")

    for wanted in (f"whole.{out}", f"more.{out}"):
        if wanted.startswith("whole"):
            (folder / "99.txt").rename(tmp_path / "99.txt")
        else:
            (tmp_path / "99.txt").rename(folder / "99.txt")
        until_it_ends()
        found, right = (tmp_path / out), (tmp_path / wanted)
        if found.is_dir():
            assert everything(found) == everything(right)
        else:
            assert found.read_bytes() == right.read_bytes()
        assert {path.name for path in tmp_path.glob(f"{out}.*")} <= {f"{out}.run.json", f"{out}.datasette.yaml"}


def test_what_needs_no_work_is_left_as_it_is(folder: Path, batch: Batch, tmp_path: Path) -> None:
    for out in KINDS:
        batch(folder, out=out)
        path = tmp_path / out
        before = {file: file.stat().st_mtime_ns for file in (path.iterdir() if path.is_dir() else [path])}
        assert batch(folder, out=out, resume=True).kept == 20
        assert {file: file.stat().st_mtime_ns for file in before} == before
        beside = {file.name for file in tmp_path.glob(f"{out}.*")} - {f"{out}.datasette.yaml"}
        assert beside == {f"{out}.run.json"} or out == "out.jsonl"
