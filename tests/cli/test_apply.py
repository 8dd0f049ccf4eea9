import json
from pathlib import Path

from summitparse.review.decisions import text_hash
from tests.cli.conftest import Run


def test_decisions_go_into_the_records_and_are_gold(run: Run, tmp_path: Path) -> None:
    text = tmp_path / "release.txt"
    text.write_text("Talks in Oslo\n\nMay 3, 2024\n\nThe bridge cost 5 million euros.\n")
    records, decisions, gold = (tmp_path / name for name in ("records.jsonl", "decisions.json", "gold.jsonl"))
    assert run("parse", str(text), "--text", "--format", "jsonl", "-o", str(records)).code == 0
    record = json.loads(records.read_text())
    one = {
        "verdict": "value",
        "kind": "figures",
        "record": "F1",
        "fields": {"value": 6_000_000},
        "by": None,
        "at": None,
    }
    reviewed = {"text_sha256": text_hash(record["text"]), "name": "release", "decisions": [one]}
    decisions.write_text(json.dumps({"made_by": "summitparse review", "version": 1, "releases": [reviewed]}))
    done = run("apply", str(decisions), str(records), "--reviewed", "-o", str(gold))
    assert (done.code, done.out, done.err) == (0, "", "")
    figure = json.loads(gold.read_text())["figures"][0]
    assert figure["value"] == 6_000_000 and figure["review"]["status"] == "corrected"
    assert "value is 5000000, not 6000000" in run("evaluate", "--gold", str(gold), "--pred", str(records)).out
    assert run("lexicon-from", str(decisions)).out.startswith("# The decisions show no word")
    reviewed["text_sha256"] = "0" * 64
    decisions.write_text(json.dumps({"made_by": "summitparse review", "version": 1, "releases": [reviewed]}))
    refused = run("apply", str(decisions), str(records))
    assert (refused.code, refused.out) == (2, "") and "about another text" in refused.err
