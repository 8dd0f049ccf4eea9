"""Files are replaced whole; what is no file is left what it is; nothing stays behind after a failure."""

from pathlib import Path

import pytest

from summitparse.whole_file import replace_whole


def test_a_file_is_made_and_replaced_and_nothing_else_is_left(tmp_path: Path) -> None:
    path = tmp_path / "out.json"
    replace_whole(path, b"one")
    replace_whole(path, b"two")
    assert path.read_bytes() == b"two" and list(tmp_path.iterdir()) == [path]


def test_a_device_stays_a_device() -> None:
    replace_whole(Path("/dev/null"), b"gone")
    assert Path("/dev/null").is_char_device()


def test_a_folder_is_refused_and_nothing_is_left(tmp_path: Path) -> None:
    folder = tmp_path / "out"
    folder.mkdir()
    with pytest.raises(IsADirectoryError):
        replace_whole(folder, b"x")
    with pytest.raises(FileNotFoundError):
        replace_whole(tmp_path / "no" / "out", b"x")
    assert list(tmp_path.iterdir()) == [folder] and not list(folder.iterdir())
