"""`summitparse parse`: streams, exit codes, every option, and everything that can be wrong with an input."""

import json
from pathlib import Path

import pytest

from summitparse.language.choice import OWN, VARIABLE
from tests.cli.conftest import Run

TEXT = "The President of Latvia, Ilze Bērziņa, met the press on 3 May 2024. “We sold 12 ships last year,” she said.\n"


@pytest.fixture
def release(tmp_path: Path) -> Path:
    path = tmp_path / "release.txt"
    path.write_text(TEXT, "utf-8")
    return path


def test_a_file_gives_one_json_object_and_nothing_else(run: Run, release: Path) -> None:
    done = run("parse", str(release))
    assert (done.code, done.err) == (0, "")
    found = json.loads(done.out)
    assert found["source"]["name"] == str(release)
    assert found["quotes"][0]["text"] == "We sold 12 ships last year"
    assert found["figures"][0]["value"] == 12
    assert "text" not in found


@pytest.mark.parametrize("words", [("parse", "-"), ("parse",)])
def test_standard_input(run: Run, words: tuple[str, ...]) -> None:
    done = run(*words, stdin=TEXT.encode())
    assert done.code == 0
    assert json.loads(done.out)["source"]["name"] == "-"


def test_the_text_is_put_in_when_asked_for(run: Run, release: Path) -> None:
    found = json.loads(run("parse", str(release), "--text").out)
    assert found["text"] == TEXT
    quote = found["quotes"][0]["spans"][0]
    assert TEXT[quote["start"] : quote["end"]].startswith("We sold 12 ships last year")


def test_jsonl_is_one_line_and_indent_is_as_asked(run: Run, release: Path) -> None:
    assert run("parse", str(release), "--format", "jsonl").out.count("\n") == 1
    assert run("parse", str(release), "--indent", "0").out.count("\n") == 1
    assert '\n    "schema_version"' in run("parse", str(release), "--indent", "4").out


def test_a_reference_date_resolves_what_is_relative(run: Run, release: Path) -> None:
    found = json.loads(run("parse", str(release), "--reference-date", "2010-05-06").out)
    assert found["reference_date"] == "2010-05-06"
    assert "2009" in [date["value"] for date in found["dates"]]


def test_only_sure_quotes(run: Run, release: Path) -> None:
    everything, sure = (
        json.loads(run("parse", str(release), *more).out)["quotes"] for more in ((), ("--min-confidence", "1"))
    )
    assert everything and not sure
    assert run("parse", str(release), "--min-confidence", "2").code == 2


def test_only_some_kinds(run: Run, release: Path) -> None:
    found = json.loads(run("parse", str(release), "--only", "figures,dates").out)
    assert found["figures"] and found["dates"] and not found["quotes"]


def test_only_positions_with_whose_they_are(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "talks.txt"
    path.write_text("Talks end in Brno\n\nPresident Oto Brandt welcomed the new border post.\n", "utf-8")
    found = json.loads(run("parse", str(path), "--only", "positions").out)
    [position] = found["positions"]
    assert (position["act"], position["actor_name"]) == ("appreciate", "Oto Brandt")
    assert found["actors"] and not (found["quotes"] or found["documents"] or found["dates"])


def test_output_goes_into_a_file(run: Run, release: Path, tmp_path: Path) -> None:
    target = tmp_path / "out.json"
    done = run("parse", str(release), "--output", str(target))
    assert (done.code, done.out) == (0, "")
    assert json.loads(target.read_text("utf-8"))["language"] == "en"


@pytest.mark.parametrize(
    ("name", "begins"), [("o.jsonl", '{"schema'), ("o.jsonld", '{\n  "@context'), ("o", '{\n  "sch')]
)
def test_the_ending_of_an_output_says_its_format(
    run: Run, release: Path, tmp_path: Path, name: str, begins: str
) -> None:
    assert run("parse", str(release), "--output", str(tmp_path / name)).code == 0
    assert (tmp_path / name).read_text("utf-8").startswith(begins)


@pytest.mark.parametrize("wrap", ["{0}", "[{0}]", "\n{0}\n{0}"])
def test_records_in_place_of_a_release_are_noticed(run: Run, release: Path, wrap: str) -> None:
    record = run("parse", str(release), "--indent", "0").out.strip()
    for given, said in ((record, "summitparse view"), (json.dumps({"id": 1, "text": TEXT}), "summitparse batch")):
        done = run("parse", "-", stdin=wrap.format(given).encode())
        assert done.code == 3 and said in done.err


def test_compact_json(run: Run, release: Path) -> None:
    found = json.loads(run("parse", str(release), "--compact").out)
    assert found["quotes"][0]["speaker"] == "Ilze Bērziņa" and "actors" not in found
    assert run("parse", str(release), "--compact", "--format", "table").code == 2


def test_a_table_for_a_person(run: Run, release: Path) -> None:
    done = run("parse", str(release), "--format", "table")
    assert done.code == 0 and "Bērziņa" in done.out and "\x1b" not in done.out


@pytest.mark.parametrize(
    ("words", "code", "sentence"),
    [
        pytest.param(("parse", "missing.txt"), 3, "does not exist", id="missing"),
        pytest.param(("parse", "."), 3, "is a folder. Use `summitparse batch", id="folder"),
        pytest.param(("parse", "-", "--reference-date", "30.01.2024"), 2, "YYYY-MM-DD", id="reference-date"),
        pytest.param(("parse", "-", "--reference-date", "2024-02-30"), 2, "YYYY-MM-DD", id="no-such-day"),
        pytest.param(("parse", "-", "--only", "verbs"), 2, "name some of quotes", id="only"),
        pytest.param(("parse", "-", "--format", "yaml"), 2, "yaml", id="format"),
        pytest.param(("parse", "https://example.org/a"), 3, "save the page", id="address"),
        pytest.param(("parse", "a.txt", "b.txt"), 2, "summitparse batch a.txt b.txt", id="two"),
        pytest.param(("parse", "-", "--output", "out.doc"), 2, "--format", id="ending"),
        pytest.param(("parse", "-", "--output", "out.html"), 2, "summitparse view", id="page"),
        pytest.param(("parse", "-", "--output", "no/such/folder/out.json"), 4, "cannot be written", id="output"),
    ],
)
def test_what_a_user_can_get_wrong(run: Run, words: tuple[str, ...], code: int, sentence: str) -> None:
    done = run(*words, stdin=TEXT.encode())
    assert done.code == code and done.out == ""
    assert sentence in done.err and "Traceback" not in done.err


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        pytest.param(b"", "is empty", id="empty"),
        pytest.param(b" \n\t\r\n\xc2\xa0", "is empty", id="white-space"),
        pytest.param(b"\xef\xbb\xbf", "is empty", id="mark-alone"),
        pytest.param(bytes(range(256)) * 20, "looks binary", id="binary"),
        pytest.param(b"\x7fELF\x02\x01\x01" + b"\0" * 200, "looks binary", id="program"),
    ],
)
def test_inputs_that_hold_no_release(run: Run, data: bytes, sentence: str) -> None:
    done = run("parse", "-", stdin=data)
    assert done.code == 3 and done.out == "" and sentence in done.err


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        pytest.param(TEXT.encode("utf-16"), "utf-16-le", id="utf-16-with-mark"),
        pytest.param(TEXT.encode("utf-16-le"), "utf-16-le", id="utf-16-without-mark"),
        pytest.param(TEXT.encode("utf-8-sig"), "utf-8", id="utf-8-with-mark"),
        pytest.param(TEXT.encode("utf-32"), "utf-32-le", id="utf-32"),
        pytest.param(TEXT.replace("\n", "\r\n").encode(), "utf-8", id="crlf"),
        pytest.param(TEXT.replace("\n", "\r").encode(), "utf-8", id="cr"),
        pytest.param(("\0" + TEXT).encode(), "utf-8", id="nul"),
    ],
)
def test_other_bytes_of_the_same_release(run: Run, data: bytes, encoding: str) -> None:
    found = json.loads(run("parse", "-", stdin=data).out)
    assert found["source"]["encoding"] == encoding
    assert found["quotes"][0]["text"] == "We sold 12 ships last year"


def test_a_text_that_is_not_english_is_done_with_a_warning(run: Run) -> None:
    text = "Der Bundeskanzler empfing gestern den Ministerpräsidenten zu einem Gespräch über die Zukunft der Bahn. " * 3
    found = json.loads(run("parse", "-", stdin=text.encode()).out)
    assert found["language"] == "und"
    assert "not-english" in [warning["code"] for warning in found["warnings"]]


@pytest.mark.parametrize("command", [["parse"], ["batch", "--output", "out.jsonl"]])
def test_a_model_that_is_not_there_is_wrong_usage(
    run: Run, release: Path, command: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(release.parent)
    done = run(*command, "--model", "no_such_pipeline", str(release))
    assert (done.code, done.out) == (2, "") and "no spaCy pipeline of this name is installed" in done.err


def test_a_model_is_taken_for_the_command(run: Run, release: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(VARIABLE, "")
    assert run("parse", "--model", OWN, str(release)).out == run("parse", str(release)).out
    done = run("parse", "--model", "json", str(release))
    assert done.code == 2 and "--model json: it cannot be loaded" in done.err
