"""Nothing of an input, be it a text, a record or a file's name, is obeyed by the terminal or speaks in our name."""

import json
import os
import re
import sys
import unicodedata
from pathlib import Path

import pytest

from summitparse.say import say
from tests.cli.conftest import Run

# Colours, a title for the window, a jump of the cursor, an 8-bit command, a bell, a direction mark, a second line.
ESCAPES = "\x1b[31m\x1b]0;owned\x07\x1b[2J\x9b1A\x08\r\u202e\x7f"
NAME = f"a{ESCAPES}\nsummitparse: all is well.txt"
# Without the line break, so that records hold them.
INSIDE = ESCAPES.replace("\r", "")
# So long that it is no binary file for its controls.
TEXT = (
    f"Talks{INSIDE} in Oslo\n\nJanuary 30, 2024\n\n“We{INSIDE} sold 12 ships,” President Ann{INSIDE} Example said. "
    + "The ministers of both countries met in the old town hall and spoke about the harbour. " * 8
    + f"\n\nThe following documents were signed:\n\n— the agreement on {INSIDE} trade;\n— the protocol on ports.\n"
)
# What every colour of ours is made of.
OURS = re.compile(r"\x1b\[[0-9;]*m")


def is_told(err: str, lines: int | None = None) -> bool:
    """Sentences, each on a line of its own that begins with our name, of characters that only stand there."""
    said = err.splitlines()
    assert all(c == "\n" or c.isprintable() for c in err), err
    assert all(line.startswith("summitparse: ") and line[13:24] != "all is well" for line in said), err
    return bool(said) and (lines is None or len(said) == lines)


def is_data(out: str) -> bool:
    """No controls but line breaks and tabs; marks of direction and the like are part of a text."""
    return not [c for c in out if c not in "\n\t" and unicodedata.category(c) == "Cc"]


@pytest.fixture
def release(tmp_path: Path) -> Path:
    path = tmp_path / NAME
    path.write_text(TEXT, "utf-8")
    return path


@pytest.mark.parametrize("format", ["json", "jsonl", "annotations", "table"])
def test_what_parse_writes(run: Run, release: Path, format: str) -> None:
    done = run("parse", str(release), "--format", format, *(["--text"] if format == "json" else []))
    assert (done.code, done.err) == (0, "")
    assert is_data(done.out) and "12" in done.out and "agreement on" in done.out
    if format == "table":
        assert all(c == "\n" or c.isprintable() for c in done.out)
    else:
        json.loads(done.out)


def test_a_table_in_colours_has_only_ours(run: Run, release: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setattr(type(sys.stdout), "isatty", lambda _: True, raising=False)
    from summitparse import parse_file
    from summitparse.view.terminal import to_text

    shown = to_text(parse_file(release))
    assert OURS.search(shown)
    assert all(c == "\n" or c.isprintable() for c in OURS.sub("", shown))


def test_what_view_writes(run: Run, release: Path) -> None:
    done = run("view", str(release))
    assert (done.code, done.err) == (0, "") and is_data(done.out)


@pytest.mark.parametrize(
    "command", [("parse",), ("view",), ("batch", "-o", "{out}"), ("evaluate", "--pred", "x", "--gold")]
)
@pytest.mark.parametrize("data", [None, b"", b"\x00" * 99, b"\x1f\x8b\x1b[31m", b"PK\x03\x04\x1b[31m"])
def test_sentences_about_a_file(here: Run, tmp_path: Path, command: tuple[str, ...], data: bytes | None) -> None:
    path = tmp_path / NAME
    if data is not None:
        path.write_bytes(data)
    words = [word.format(out=tmp_path / "out.jsonl") for word in command]
    done = here(*words, str(path))
    assert done.code and done.out == "" and is_told(done.err)


@pytest.mark.parametrize(
    "record", [ESCAPES, f'{{"schema_version": "{{"}}\n{ESCAPES}', json.dumps({"schema_version": ESCAPES, ESCAPES: 1})]
)
def test_sentences_about_records(run: Run, tmp_path: Path, record: str) -> None:
    path = tmp_path / (NAME.removesuffix(".txt") + ".jsonl")
    path.write_text(record, "utf-8")
    for words in (("view", str(path)), ("evaluate", "--gold", str(path), "--pred", str(path))):
        done = run(*words)
        assert done.code == 3 and done.out == "" and is_told(done.err, 1)


def test_sentences_about_an_output_and_a_lexicon(run: Run, release: Path, tmp_path: Path) -> None:
    for words in (("--output", str(tmp_path / "none" / NAME)), ("--lexicon", str(release)), ("--only", ESCAPES)):
        done = run("parse", str(release), *words)
        assert done.code and done.out == "" and is_told(done.err, 1)


def test_what_a_batch_says_and_leaves(here: Run, tmp_path: Path) -> None:
    folder, output = tmp_path / f"in{ESCAPES}\n", tmp_path / f"out\x1b[31m\n{os.sep}"
    folder.mkdir()
    output.mkdir()
    for number in range(24):  # so many that the slowest are named
        (folder / f"{number}{NAME}").write_text(TEXT if number else "", "utf-8")
    (folder / "lines.jsonl").write_text(f'{{"text": 1, "source": "{ESCAPES}"}}\n{ESCAPES}\n', "utf-8")
    done = here("batch", str(folder), str(folder / "lines.jsonl"), "-o", str(output / "records.jsonl"), "-w", "1")
    assert done.code == 1 and done.out == "" and is_told(done.err)
    assert "Slowest" in done.err and "23 releases done, 3 failed" in done.err
    for path in output.iterdir():
        content = path.read_text("utf-8")
        assert is_data(content), path.name
        for line in content.splitlines() if path.name.endswith(".jsonl") else ():
            json.loads(line)


def test_what_a_batch_says_to_a_machine(here: Run, tmp_path: Path) -> None:
    (tmp_path / NAME).write_text("", "utf-8")
    done = here("batch", str(tmp_path / NAME), "-o", str(tmp_path / f"{ESCAPES}.jsonl"), "--log-format", "json")
    events = [json.loads(line)["event"] for line in done.err.splitlines()]
    # How often progress is told is a matter of time.
    assert is_data(done.err) and [event for event in events if event != "progress"] == ["failed", "summary"]


no_text = pytest.mark.skipif(sys.platform != "linux", reason="names are bytes there, and need be no text")


@no_text
def test_a_name_that_is_no_text(here: Run, tmp_path: Path) -> None:
    path = tmp_path / os.fsdecode(b"a\xff.txt")
    path.write_text("They met on 3 May 2024.", "utf-8")
    found = json.loads(here("parse", str(path)).out)
    assert found["source"]["name"] == str(tmp_path / "a\\xff.txt")
    assert here("view", str(path)).code == 0
    (tmp_path / os.fsdecode(b"none\xff.txt")).touch()
    for command in (("parse",), ("view",), ("batch", "-o", str(tmp_path / "out.jsonl"))):
        failed = here(*command, str(tmp_path / os.fsdecode(b"none\xff.txt")))
        assert failed.code and is_told(failed.err)


@no_text
@pytest.mark.parametrize("ending", ["jsonl", "csv", "sqlite", "parquet", "jsonl.gz"])
def test_an_output_whose_name_is_no_text(here: Run, tmp_path: Path, ending: str) -> None:
    path, output = tmp_path / os.fsdecode(b"a\xff.txt"), tmp_path / os.fsdecode(f"o\xff.{ending}".encode("latin-1"))
    path.write_text("They met on 3 May 2024.", "utf-8")
    command = ["batch", str(path), "-o", str(output)]
    assert here(*command, "-q").code == 0
    said = json.loads(here(*command, "--resume", "--log-format", "json").err.splitlines()[-1])
    assert (said["kept"], said["output"]) == (1, str(tmp_path / f"o\\xff.{ending}"))


@pytest.mark.parametrize(
    "words", [(ESCAPES,), ("parse", f"--{ESCAPES}"), ("parse", "--format", ESCAPES), ("parse", "--indent", ESCAPES)]
)
def test_what_is_said_of_wrong_words(run: Run, words: tuple[str, ...]) -> None:
    done = run(*words)
    assert done.code == 2 and done.out == "" and is_data(OURS.sub("", done.err))


def test_a_sentence_is_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    say(f"{NAME} is\u2028gone.\udcff")
    assert is_told(capsys.readouterr().err, 1)
