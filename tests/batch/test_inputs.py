import datetime as dt
import json
import os
import sys
import zipfile
from pathlib import Path

import pytest

from summitparse.allowance import MEMORY, Allowance
from summitparse.batch import lines
from summitparse.batch.inputs import Inputs
from summitparse.batch.key import item_key


def test_a_folder_is_walked_in_sorted_order_and_hidden_and_other_files_are_left_out(tmp_path: Path) -> None:
    for name in ("b.txt", "a.txt", "B.txt", "a/2.txt", "a/1.md", ".hidden.txt", "notes.json", "c.TXT"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("words")
    inputs = Inputs([str(tmp_path)])
    found = [os.path.relpath(item.name, tmp_path) for item in inputs]
    assert found == ["B.txt", "a/1.md", "a/2.txt", "a.txt", "b.txt", "c.TXT"]
    assert inputs.passed_over == 1
    assert [item.number for item in inputs] == list(range(6))


def test_a_pattern_chooses_files_and_a_file_that_is_named_is_always_taken(tmp_path: Path) -> None:
    for name in ("one.txt", "two.release", "three.release"):
        (tmp_path / name).write_text("words")
    inputs = Inputs([str(tmp_path), str(tmp_path / "one.txt")], glob="*.release")
    assert [Path(item.name).name for item in inputs] == ["three.release", "two.release", "one.txt"]


def test_names_that_are_no_utf8_or_hold_newlines_can_be_told_apart_and_written(tmp_path: Path) -> None:
    for name in (b"\xff.txt", b"\xfe.txt", b"two\nlines.txt"):
        Path(os.fsdecode(os.fsencode(tmp_path) + b"/" + name)).write_text("words")
    items = list(Inputs([str(tmp_path)]))
    assert [Path(item.name).name for item in items] == ["two\nlines.txt", r"\xfe.txt", r"\xff.txt"]
    for item in items:
        item.name.encode("utf-8")
        assert item.path is not None and Path(item.path).read_text() == "words"


def test_jsonl_lines_carry_id_text_reference_date_and_source(tmp_path: Path) -> None:
    path = tmp_path / "in.jsonl"
    path.write_text(
        '{"id": "a", "text": "One.", "reference_date": "2024-01-30", "source": "one.txt"}\n'
        "\n"
        '{"id": 7, "text": "Two.", "reference_date": "2024-01-30T10:00:00", "source": {"name": "two.txt"}}\n'
        '{"text": "Three."}\n'
    )
    one, two, three = Inputs([str(path)], reference=dt.date(2000, 1, 1))
    assert (one.id, one.text, one.reference, one.name) == ("a", "One.", dt.date(2024, 1, 30), "one.txt")
    assert (two.id, two.reference, two.name) == ("7", dt.date(2024, 1, 30), "two.txt")
    assert (three.id, three.reference, three.name) == (None, dt.date(2000, 1, 1), f"{path}:4")


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("{", "is not JSON"),
        ("[" * 100_000, "is n"),
        ("[]", 'has no "text"'),
        ('{"text": 3}', 'has no "text"'),
        ('{"text": "x", "reference_date": "May"}', "YYYY-MM-DD"),
        ('{"text": "x", "reference_date": 2024}', "YYYY-MM-DD"),
        ('{"text": "x", "id": [1]}', "neither a string nor a number"),
        ("\xff", "is not JSON"),
    ],
)
def test_a_line_that_is_none_of_ours_is_a_sentence_and_the_next_is_read(tmp_path: Path, line: str, said: str) -> None:
    path = tmp_path / "in.jsonl"
    path.write_text(line + '\n{"text": "fine"}\n', encoding="latin-1")
    bad, good = Inputs([str(path)])
    assert bad.problem is not None and said in bad.problem and f"{path}:1" in bad.problem
    assert good.text == "fine"


def test_a_line_that_is_too_long_is_passed_over_in_bounded_memory(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("summitparse.batch.lines.LONGEST", 100)
    path = tmp_path / "in.jsonl"
    path.write_text('{"text": "' + "x" * 1000 + '"}\n{"text": "fine"}\n')
    long, good = Inputs([str(path)])
    assert long.problem is not None and "longer than" in long.problem
    assert good.text == "fine"


@pytest.mark.skipif(sys.platform != "linux", reason="limits that this system keeps")
def test_a_line_that_fills_the_memory_is_passed_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lines, "ALLOWED", Allowance(20, 0))
    path = tmp_path / "in.jsonl"
    path.write_text(f'{{"text": {[[]] * 1_000_000}}}\n{{"text": "a"}}\n')
    full, whole = Inputs([str(path)])
    assert full.problem == f"{path}:1 takes more than {MEMORY} MB of memory. Split it up first."
    assert whole.text == "a"


@pytest.mark.parametrize("name", ["gone.jsonl", "gone.jsonl.gz"])
def test_a_missing_jsonl_is_a_sentence(tmp_path: Path, name: str) -> None:
    (item,) = Inputs([str(tmp_path / name)])
    assert item.problem is not None and "cannot be read" in item.problem


def test_counting_reads_no_release(folder: Path, tmp_path: Path) -> None:
    path = tmp_path / "in.jsonl"
    path.write_text('{"text": "a"}\n{"text": "b"}\n')
    assert Inputs([str(folder), str(path), "missing.txt"]).count() == 23
    assert Inputs(["-"]).count() is None


def test_releases_in_an_archive_are_taken_one_by_one_and_known_again(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    with zipfile.ZipFile(folder / "more.zip", "w") as archive:
        archive.writestr("b.txt", "They met on Tuesday.")
        archive.writestr("a/one.txt", "They met on Monday.")
    (folder / "bad.zip").write_bytes(b"PK no archive")
    (folder / "in.jsonl.gz").write_bytes(b"")
    items = list(Inputs([str(folder)]))
    assert [os.path.relpath(item.name, folder) for item in items] == ["bad.zip", "more.zip/a/one.txt", "more.zip/b.txt"]
    assert items[0].problem is not None
    keys = [item_key(item) for item in items]
    assert keys[0] is None and None not in keys[1:] and len(set(keys)) == 3


def test_a_folder_that_may_not_be_read_is_a_sentence_and_the_rest_goes_on(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "05").mkdir()
    real = os.listdir

    def listdir(path: str) -> list[str]:
        if str(path).endswith("/05"):
            raise PermissionError(13, "Permission denied")
        return real(path)

    monkeypatch.setattr(os, "listdir", listdir)
    items = list(Inputs([str(folder)]))
    assert len(items) == 21
    (problem,) = [item.problem for item in items if item.problem]
    assert "Permission denied" in problem


def test_the_parts_of_a_page_that_was_saved_complete_are_no_releases(tmp_path: Path) -> None:
    for name in ("Talks.html", "Talks_files/frame.html", "Rede.htm", "Rede-Dateien/frame.html", "other_files/a.html"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("<p>words")
    found = [os.path.relpath(item.name, tmp_path) for item in Inputs([str(tmp_path)])]
    assert found == ["Rede.htm", "Talks.html", "other_files/a.html"]


def test_what_a_browser_saved_beside_a_page_is_no_release_in_an_archive_either(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "pages.zip", "w") as archive:
        for name in ("in/Talks.html", "in/Talks_files/a/frame.html", "in/other_files/a.html", "Talks_files/b.html"):
            archive.writestr(name, "<html><p>Talks</p></html>")
    found = [item.path for item in Inputs([str(tmp_path)])]
    wanted = ("Talks_files/b.html", "in/Talks.html", "in/other_files/a.html")
    assert found == [f"{tmp_path}/pages.zip/{name}" for name in wanted]


@pytest.mark.parametrize(
    ("line", "text", "reference", "name"),
    [
        (
            {"url": "https://e.org/1", "title": "Talks end", "seendate": "20240503T101500Z", "content": "They met."},
            "Talks end\n\nThey met.",
            dt.date(2024, 5, 3),
            "https://e.org/1",
        ),
        ({"headline": "Talks", "body": "Talks ended.", "date": "Friday"}, "Talks ended.", None, None),
        ({"text": "They met.", "title": "Talks end", "url": "https://e.org/1"}, "They met.", None, None),
    ],
)
def test_articles_of_collections_of_news_are_taken(
    tmp_path: Path, line: dict[str, str], text: str, reference: dt.date | None, name: str | None
) -> None:
    (tmp_path / "in.jsonl").write_text(json.dumps(line))
    (item,) = Inputs([str(tmp_path / "in.jsonl")])
    assert (item.text, item.reference) == (text, reference)
    assert item.name == (name or f"{tmp_path}/in.jsonl:1")
