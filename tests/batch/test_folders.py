import os
import sys
from pathlib import Path

import pytest

from summitparse.batch.inputs import Inputs


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A folder with one release, and a secret beside it."""
    (tmp_path / "secret.txt").write_text("secret")
    (tmp_path / "in" / "sub").mkdir(parents=True)
    (tmp_path / "in" / "sub" / "one.txt").write_text("words")
    return tmp_path / "in"


def walked(inputs: Inputs, root: Path) -> list[str]:
    return [os.path.relpath(item.name, root) for item in inputs]


def test_links_are_left_out_and_counted(root: Path) -> None:
    (root / "press.txt").symlink_to(root.parent / "secret.txt")
    (root / "sub" / "up").symlink_to("../..")
    (root / "sub" / "same.txt").symlink_to("one.txt")
    (root / "gone.txt").symlink_to("nowhere.txt")
    inputs = Inputs([str(root)])
    assert walked(inputs, root) == ["sub/one.txt"]
    assert inputs.notes == ["4 links in the folders were left out (--follow-links takes what they lead to)."]


def test_without_links_there_is_nothing_to_say(root: Path) -> None:
    inputs = Inputs([str(root)])
    assert walked(inputs, root) == ["sub/one.txt"] and inputs.notes == []


def test_a_link_that_is_an_input_itself_was_named_and_is_taken(root: Path) -> None:
    (root.parent / "folder").symlink_to(root)
    (root.parent / "file").symlink_to(root / "sub" / "one.txt")
    inputs = Inputs([str(root.parent / "folder"), str(root.parent / "file")])
    assert walked(inputs, root.parent) == ["folder/sub/one.txt", "file"] and inputs.notes == []


def test_followed_each_file_is_taken_once_and_the_way_out_is_told(root: Path) -> None:
    (root / "press.txt").symlink_to(root.parent / "secret.txt")
    (root / "a.txt").symlink_to("sub/one.txt")
    (root / "again").symlink_to("sub")
    (root / "sub" / "top").symlink_to("..")
    inputs = Inputs([str(root)], follow_links=True)
    assert walked(inputs, root) == ["a.txt", "press.txt"]
    out, again = inputs.notes
    assert out == f"{root}/press.txt leads out of {root}, to {root.parent}/secret.txt; that was taken."
    assert again.startswith("3 names in the folders lead to what was taken")


def test_followed_up_out_of_the_folder_nothing_is_walked_twice(root: Path) -> None:
    (root / "sub" / "up").symlink_to("../..")
    inputs = Inputs([str(root)], follow_links=True)
    assert walked(inputs, root) == ["sub/one.txt", "sub/up/secret.txt"]
    assert "leads out of" in inputs.notes[0]


def test_many_links_out_are_told_in_few_sentences(root: Path) -> None:
    for number in range(50):
        (root.parent / f"{number}.md").write_text("words")
        (root / f"{number}.txt").symlink_to(root.parent / f"{number}.md")
    inputs = Inputs([str(root)], follow_links=True)
    assert len(walked(inputs, root)) == 51
    assert len(inputs.notes) == 11 and inputs.notes[-1].startswith("40 more links")


@pytest.mark.parametrize("follow", [True, False])
def test_a_chain_of_folders_with_two_links_each_is_walked_once(tmp_path: Path, follow: bool) -> None:
    for number in range(30):
        (tmp_path / f"d{number}").mkdir()
        for name in "ab":
            (tmp_path / f"d{number}" / name).symlink_to(f"../d{number + 1}")
    (tmp_path / "d30").mkdir()
    (tmp_path / "d30" / "x.txt").write_text("words")
    inputs = Inputs([str(tmp_path / "d0")], follow_links=follow)
    assert inputs.count() == len(list(inputs)) == (1 if follow else 0)
    assert len(inputs.notes) <= 12


def test_folders_nested_deeper_than_calls_can_be(tmp_path: Path) -> None:
    nested = [str(tmp_path) + "/d" * depth for depth in range(1, sys.getrecursionlimit() + 100)]
    for folder in nested:
        Path(folder).mkdir()
    last = Path(nested[-1]) / "x.txt"
    try:
        last.write_text("words")
        (item,) = Inputs([str(tmp_path)])
        assert item.problem is None and item.name == str(last)
    finally:
        # What takes temporary folders away calls itself for each.
        last.unlink()
        for folder in reversed(nested):
            Path(folder).rmdir()


def test_links_on_a_disk_that_is_named_by_url_are_left_out(root: Path) -> None:
    pytest.importorskip("fsspec")
    (root / "press.txt").symlink_to(root.parent / "secret.txt")
    (root / "sub" / "up").symlink_to("../..")
    assert [item.name.rpartition("/")[2] for item in Inputs([f"file://{root}"])] == ["one.txt"]
