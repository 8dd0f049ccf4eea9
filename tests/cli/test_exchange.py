import json
import zipfile
from pathlib import Path

import pytest

from tests.cli.conftest import Run

TEXT = "Talks in Oslo\n\nMay 3, 2024\n\nThe bridge cost 5 million euros.\n"


@pytest.fixture
def records(run: Run, tmp_path: Path) -> Path:
    (tmp_path / "release.txt").write_text(TEXT)
    path = tmp_path / "records.jsonl"
    assert run("parse", str(tmp_path / "release.txt"), "--text", "-o", str(path)).code == 0
    return path


@pytest.mark.parametrize("tool", ["label-studio", "inception", "brat", "spacy"])
def test_records_go_to_a_tool_and_come_back(run: Run, records: Path, tmp_path: Path, tool: str) -> None:
    there = tmp_path / "there"
    assert run("export", str(records), "--to", tool, "-o", str(there)).code == 0
    done = run("import", str(there), str(records), "--from", tool)
    assert (done.code, done.err) == (0, "")
    assert json.loads(done.out) == json.loads(records.read_text())
    if tool in ("brat", "inception"):
        refused = run("export", str(records), "--to", tool, "-o", str(there))
        assert refused.code == 4 and "not empty" in refused.err
    assert run("import", str(tmp_path / "no"), str(records), "--from", tool).code == 3


def test_one_release_as_a_table_of_each_kind(run: Run, records: Path, tmp_path: Path) -> None:
    release = str(tmp_path / "release.txt")
    assert run("parse", release, "--format", "csv").out.startswith('"record","id","start","end","text"')
    assert "## Figures (1)" in run("parse", release, "--format", "markdown").out
    assert '"Quotation"' not in run("parse", release, "--format", "quotations").out
    book = tmp_path / "release.xlsx"
    assert run("parse", release, "-o", str(book)).code == 0
    assert zipfile.is_zipfile(book)
