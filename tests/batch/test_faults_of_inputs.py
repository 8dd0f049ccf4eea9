"""Every input that is no release: one batch over all of them, in which each is a sentence and all others are done."""

import gzip
import json
import os
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.batch.faults import MORTAL, TEXTS, Done, Place, can

NO_MORTALS = bool(MORTAL) and not can(*MORTAL, "true")
SAID = TEXTS[0].encode("utf-8")


def packed(path: Path) -> None:
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("good.txt", SAID)
        archive.writestr("bad.txt", SAID * 50)
    data = path.read_bytes()
    middle = data.index(b"bad.txt") + 200
    path.write_bytes(data[:middle] + b"\0" * 9 + data[middle + 9 :])


def unreadable_folder(path: Path) -> None:
    path.mkdir()
    (path / "a.txt").write_bytes(SAID)
    path.chmod(0)


def unreadable_file(path: Path) -> None:
    path.write_bytes(SAID)
    path.chmod(0)


def in_it(path: Path) -> None:
    path.mkdir()
    (path / "a.txt").write_bytes(SAID)


# Name, what is there, and what is said of it.
BAD: list[tuple[str, bytes | Callable[[Path], object], str]] = [
    ("binary.txt", bytes(range(256)) * 40, "binary.txt"),
    ("dangling.txt", lambda path: path.symlink_to("nowhere.txt"), "dangling.txt does not exist"),
    ("empty.txt", b"", "empty.txt is empty"),
    ("blank.txt", b" \n\t\r\n", "blank.txt is empty"),
    ("loop.txt", lambda path: path.symlink_to("loop.txt"), "loop.txt"),
    ("broken.gz", gzip.compress(SAID * 50)[:-60], "broken.gz is a gzip file that breaks off"),
    ("rubbish.gz", b"\x1f\x8b\x08\0" + b"\xff" * 60, "rubbish.gz is a damaged gzip file"),
    ("rubbish.zip", b"PK\x03\x04 no archive", "rubbish.zip"),
    ("damaged.zip", packed, "damaged.zip/bad.txt"),
    (
        "huge.txt",
        lambda path: os.truncate(os.open(path, os.O_CREAT | os.O_WRONLY), 65_000_000),
        "larger than the 64 MB",
    ),
    ("bad\nname.txt", b"", "name.txt is empty"),
    (os.fsdecode(b"bad\xff.txt"), b"", "bad\\xff.txt is empty"),
    ("folder-without-permission", unreadable_folder, "folder-without-permission cannot be read (Permission denied)"),
    ("without-permission.txt", unreadable_file, "without-permission.txt may not be read"),
]
GOOD: list[tuple[str, bytes | Callable[[Path], object]]] = [
    ("a folder.txt", in_it),
    ("two\nlines.txt", SAID),
    (os.fsdecode(b"latin-\xe9.txt"), SAID),
    ("\x1b[31mred.txt", SAID),
    ("=1+1.txt", SAID),
    ("-o.txt", SAID),
    ("spaces  and “quotes”.txt", SAID),
]
LOOPS = ("back", "further")
# A line of JSONL, and what is said of it.
LINES: list[tuple[bytes, str]] = [
    (b"{not json", "is not JSON"),
    (b'{"text": null}', 'has no "text"'),
    (b'{"text": 7}', 'has no "text"'),
    (b"[]", 'has no "text"'),
    (b"null", 'has no "text"'),
    (b'{"id": "x"}', 'has no "text"'),
    (b'{"text": ""}', "is empty"),
    (b'{"text": "a", "reference_date": "soon"}', "is not a date"),
    (b'{"text": "a", "id": {}}', "neither a string nor a number"),
    (b'{"text": "\xff"}', "is not JSON"),
    (b"[" * 100_000, "nested too deeply"),
    (b'{"text": "' + b"a" * 67_108_864 + b'"}', "longer than 64 MB"),
    (b'{"text": "torn', "is not JSON"),
]


def make(path: Path, content: bytes | Callable[[Path], object]) -> None:
    if isinstance(content, bytes):
        path.write_bytes(content)
    else:
        content(path)


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Place:
    return Place(tmp_path_factory.mktemp("inputs"), b"")


@pytest.fixture(scope="module")
def files(place: Place) -> Done:
    for name, content in [*(row[:2] for row in BAD), *GOOD]:
        make(place.releases / name, content)
    for name in LOOPS:
        (place.releases / "a folder.txt" / name).symlink_to(place.releases)
    return place.run_new("--follow-links", run_by=MORTAL)


@pytest.fixture(scope="module")
def lines(place: Place) -> Done:
    with (place.root / "in.jsonl").open("wb") as file:
        for line, _ in LINES[:-1]:
            file.write(line + b"\n" + json.dumps({"text": TEXTS[0]}).encode() + b"\n")
        file.write(LINES[-1][0])
    return place.run("in.jsonl", out="lines.jsonl")


def told(output: Path) -> list[dict[str, str]]:
    return [json.loads(line) for line in output.read_bytes().splitlines()]


@pytest.mark.skipif(NO_MORTALS, reason="root cannot give up its rights here")
@pytest.mark.parametrize("said", [said for *_, said in BAD])
def test_a_file_that_is_no_release_is_a_sentence(place: Place, files: Done, said: str) -> None:
    failures = told(place.root / "out.jsonl.failures.jsonl")[1:]
    assert [failure["message"].count(said) for failure in failures].count(1) == 1
    assert said.split("/")[-1] in files.err


@pytest.mark.skipif(NO_MORTALS, reason="root cannot give up its rights here")
def test_all_other_files_are_done_each_on_one_line(place: Place, files: Done) -> None:
    assert files.code == 1 and f"{len(BAD)} failed" in files.err
    names = [json.loads(line)["source"]["name"] for line in place.lines()]
    assert len(names) == len(TEXTS) + len(GOOD) + 1  # and the one good file of the damaged archive
    for name in ("two\nlines.txt", "latin-\\xe9.txt", "\x1b[31mred.txt", "=1+1.txt", "-o.txt", "a folder.txt/a.txt"):
        assert f"in/{name}" in names
    assert f"{len(LOOPS)} names in the folders lead to what was taken" in files.err
    # What a terminal would act on is not what reaches it.
    assert "\x1b" not in files.err


@pytest.mark.parametrize(("number", "said"), list(enumerate(said for _, said in LINES)))
def test_a_line_that_is_no_release_is_a_sentence(place: Place, lines: Done, number: int, said: str) -> None:
    failure = told(place.root / "lines.jsonl.failures.jsonl")[1 + number]
    assert failure["name"] == f"in.jsonl:{2 * number + 1}" and said in failure["message"]
    assert len(failure["message"]) < 400


def test_all_other_lines_are_done(place: Place, lines: Done) -> None:
    assert lines.code == 1 and f"{len(LINES)} failed" in lines.err
    found = told(place.root / "lines.jsonl")
    assert len(found) == len(LINES) - 1


@pytest.mark.parametrize(("ending", "keep"), [(".gz", 0.6), (".zst", 0.6), (".gz", 0.0), (".zst", 0.0)])
def test_packed_lines_that_break_off_are_done_up_to_there(place: Place, ending: str, keep: float) -> None:
    from summitparse.batch.zstd import library

    data = b"".join(
        json.dumps({"id": i, "text": f"{i}. {os.urandom(40_000).hex()}"}).encode() + b"\n" for i in range(9)
    )
    whole = gzip.compress(data) if ending == ".gz" else library().compress(data)
    (place.root / f"broken.jsonl{ending}").write_bytes(
        whole[: int(len(whole) * keep)] if keep else b"no archive at all"
    )
    ended = place.run(f"broken.jsonl{ending}", "--force", out="broken-out.jsonl")
    assert ended.code == 1 and f"broken.jsonl{ending}" in ended.err
    found = told(place.root / "broken-out.jsonl")
    assert [record["id"] for record in found] == [str(i) for i in range(len(found))]
    assert bool(found) == bool(keep)
