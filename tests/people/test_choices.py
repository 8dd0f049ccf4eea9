"""A person's own merges and splits go before every rule."""

from pathlib import Path

import pytest

from summitparse.errors import UnreadableInput, UsageError
from summitparse.people.choices import read_choices
from summitparse.people.gather import gather
from tests.people.made import actor, found, record


def counts(tmp_path: Path, choices: str, *files: tuple[str, str]) -> list[int]:
    path = tmp_path / "choices.toml"
    path.write_text(choices, "utf-8")
    releases = [record(file, actor(name)) for file, name in files]
    return [len(person.found) for person in gather(found(*releases), read_choices(path))]


def test_a_merge_makes_one_of_two(tmp_path: Path) -> None:
    files = (("a", "Anne Meyer"), ("b", "Nan Meyer-Olsen"), ("c", "anne  MEYER".title()))
    assert counts(tmp_path, "", *files) == [2, 1]
    assert counts(tmp_path, 'merge = [["ANNE MEYER", "Nan Meyer-Olsen"]]', *files) == [3]


def test_a_split_keeps_two_spellings_or_two_of_one_name_apart(tmp_path: Path) -> None:
    files = (("au-1", "Anne B. Meyer"), ("nz-1", "Anne Meyer"), ("nz-2", "Anne Meyer"))
    assert counts(tmp_path, "", *files) == [3]
    assert counts(tmp_path, 'split = [["Anne B. Meyer", "Anne Meyer"]]', *files) == [1, 2]
    by_file = 'split = [["Anne Meyer", { name = "Anne Meyer", files = "au-*" }]]'
    assert counts(tmp_path, by_file, ("au-1", "Anne Meyer"), *files[1:]) == [1, 2]


def test_nobody_is_nobody(tmp_path: Path) -> None:
    assert counts(tmp_path, 'nobody = ["Anne Meyer"]', ("a", "Anne Meyer")) == []


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("merge = [", "no TOML"),
        ("people = []", "is none of merge, split, nobody"),
        ('merge = [["One"]]', "two or more"),
        ("merge = 5", "to be a list"),
        ("nobody = [5]", "neither a name"),
        ('nobody = [{ name = "A" }]', "neither a name"),
    ],
)
def test_what_is_no_choice_is_refused(tmp_path: Path, text: str, said: str) -> None:
    with pytest.raises(UsageError, match=said):
        counts(tmp_path, text, ("a", "Anne Meyer"))


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(UnreadableInput, match=r"no\.toml cannot be read"):
        read_choices(tmp_path / "no.toml")
