"""Rows of annotated releases."""

from pathlib import Path

from summitparse.ranking.rows import write_rows


def test_a_row_is_replaced_by_a_new_one_of_its_release(tmp_path: Path) -> None:
    path = tmp_path / "rows.jsonl"
    write_rows(path, [{"id": "a", "n": 1}, {"id": "b", "n": 2}])
    write_rows(path, [{"id": "a", "n": 3}])
    assert path.read_text("utf-8") == '{"id":"b","n":2}\n{"id":"a","n":3}\n'
