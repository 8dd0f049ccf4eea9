"""Scores count what a reader would count."""

import json
from pathlib import Path
from typing import Any

import pytest
import typer
from typer.testing import CliRunner

from summitparse import parse
from summitparse.cli.evaluate import evaluate as command
from summitparse.errors import UnreadableInput
from summitparse.evaluate import Evaluation, Score, evaluate
from summitparse.evaluate.load import load_records
from summitparse.records import Release

TEXT = (
    "Talks end in Lisbon\n\n“We sold 12 ships in 2023,” President Ann Example said. “It is a record.”\n\n"
    "The visit ended with the signing of an agreement on fisheries.\n"
)


@pytest.fixture(scope="module")
def release() -> Release:
    return parse(TEXT, reference_date="2024-05-03")


def changed(release: Release, **fields: Any) -> Release:
    return release.model_copy(update=fields)


def scores(evaluation: Evaluation) -> dict[str, tuple[int, int, int]]:
    return {kind: (s.gold, s.predicted, s.correct) for kind, s in evaluation.scores.items()}


def test_the_same_is_all_right(release: Release) -> None:
    evaluation = evaluate([release], [release])
    assert evaluation.mean_f1 == 1.0 and not evaluation.misses and not evaluation.notes
    assert evaluation.scores["quotes"].gold == len(release.quotes) > 0
    assert evaluation.scores["figures"].correct == len(release.figures) > 0


def test_what_is_missing_is_missed_and_what_is_too_much_is_named(release: Release) -> None:
    without = changed(release, figures=[])
    missed = evaluate([release], [without])
    assert scores(missed)["figures"] == (1, 0, 0)
    assert [(m.kind, m.why, m.words) for m in missed.misses] == [("figures", "not found", "12 ships")]
    added = evaluate([without], [release])
    assert scores(added)["figures"] == (0, 1, 0)
    assert [(m.kind, m.why) for m in added.misses] == [("figures", "not in the gold")]
    assert added.scores["figures"].precision == 0.0 and added.scores["figures"].recall == 1.0


def test_another_value_is_wrong_and_is_said(release: Release) -> None:
    figure = release.figures[0].model_copy(update={"value": 13, "unit": "boat"})
    evaluation = evaluate([release], [changed(release, figures=[figure])])
    assert scores(evaluation)["figures"] == (1, 1, 0)
    assert evaluation.misses[0].why == "value is 13, not 12; unit is boat, not ship"


def test_a_speaker_is_compared_by_name_not_by_id(release: Release) -> None:
    other = [q.model_copy(update={"speaker_name": "Bob Other"}) for q in release.quotes]
    wrong = Release.model_validate(changed(release, quotes=other).model_dump())
    evaluation = evaluate([release], [wrong])
    assert evaluation.scores["quotes"].f1 == 1.0
    assert evaluation.scores["speakers"].correct == 0
    assert "speaker is bob other" in evaluation.misses[0].why


def test_releases_are_paired_by_bytes_then_id_then_name(release: Release) -> None:
    def named(name: str, id_: str | None, sha256: str) -> Release:
        source = release.source.model_copy(update={"name": name, "sha256": sha256})
        return changed(release, source=source, id=id_)

    gold = named("gold/a.json", None, "1")
    assert not evaluate([gold], [named("x.txt", "7", "1")]).notes
    assert "different bytes" in evaluate([gold], [named("in/a.txt", None, "2")]).notes[0]
    assert "no prediction" in evaluate([gold], [named("in/b.txt", None, "2")]).notes[0]
    assert "1 prediction has no gold" in evaluate([], [gold]).notes[0]


def test_shares_of_nothing() -> None:
    assert (Score().precision, Score().recall, Score().f1) == (1.0, 1.0, 1.0)
    assert Score(2, 4, 1).f1 == pytest.approx(2 / 6)


def run(*words: str) -> Any:
    app = typer.Typer()
    app.command()(command)
    return CliRunner().invoke(app, words)


def test_the_command(release: Release, tmp_path: Path) -> None:
    gold, pred = tmp_path / "gold", tmp_path / "pred.jsonl"
    gold.mkdir()
    (gold / "a.json").write_text(release.model_dump_json(indent=2), "utf-8")
    other = changed(release, documents=[], source=release.source.model_copy(update={"name": "\x1b[31mred"}))
    pred.write_text(other.model_dump_json() + "\n", "utf-8")
    done = run("--gold", str(gold), "--pred", str(pred))
    assert done.exit_code == 0 and "documents" in done.stdout and "not found" in done.stdout
    assert "\x1b" not in run("--gold", str(pred), "--pred", str(pred)).stdout
    assert "not found" not in run("--gold", str(gold), "--pred", str(pred), "--no-misses").stdout
    whole = json.loads(run("--gold", str(gold), "--pred", str(pred), "--format", "json").stdout)
    assert whole["scores"]["documents"]["recall"] == 0.0 and whole["releases"] == 1


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        ("{", "line 1 is no JSON"),
        ('{"a": 1}', "does not satisfy the schema"),
        ("[1]", "record 1 does not satisfy"),
        ("[" * 100_000, "is no JSON"),
    ],
)
def test_what_is_no_record_is_said(content: str, sentence: str, tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text(content, "utf-8")
    with pytest.raises(UnreadableInput, match=sentence):
        list(load_records(path))
    with pytest.raises(UnreadableInput, match=r"no \.json or \.jsonl file"):
        (tmp_path / "empty").mkdir()
        list(load_records(tmp_path / "empty"))


def test_a_file_without_a_record_is_an_error(tmp_path: Path) -> None:
    path = tmp_path / "empty.jsonl"
    path.touch()
    with pytest.raises(UnreadableInput, match="is empty"):
        list(load_records(path))
