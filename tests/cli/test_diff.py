import json
from pathlib import Path

from tests.cli.conftest import Run


def test_files_and_records_are_compared(run: Run, tmp_path: Path) -> None:
    old, new, records = tmp_path / "old.txt", tmp_path / "new.txt", tmp_path / "old.json"
    old.write_text("Talks in Oslo\n\nMay 3, 2024\n\nThe bridge cost 5 million euros.\n")
    new.write_text("Talks in Oslo\n\nMay 3, 2024\n\nThe bridge cost 6 million euros.\n")
    assert run("parse", str(old), "--text", "-o", str(records)).code == 0
    done = run("diff", str(records), str(new))
    assert done.code == 0 and "value: 5,000,000 → 6,000,000" in done.out and done.err == ""
    changed = json.loads(run("diff", str(records), str(new), "--format", "json").out)["releases"][0]["changes"]
    assert [(one["kind"], one["fields"]) for one in changed] == [("figures", {"value": [5_000_000, 6_000_000]})]
    assert run("diff", str(old), str(tmp_path / "no.txt")).code == 3
