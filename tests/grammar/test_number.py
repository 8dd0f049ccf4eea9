import pytest

from summitparse.grammar.number import is_plural, singular


@pytest.mark.parametrize(
    ("several", "one"),
    [
        ("NGOs", "NGO"),
        ("GPUs", "GPU"),
        ("children", "child"),
        ("Children", "Child"),
        ("grandchildren", "grandchild"),
        ("school-children", "school-child"),
        ("horsemen", "horseman"),
        ("FIREMEN", "FIREMAN"),
        ("ferries", "ferry"),
        ("FERRIES", "FERRY"),
        ("ties", "tie"),
        ("dishes", "dish"),
        ("boxes", "box"),
        ("ports", "port"),
        ("specimen", "specimen"),
        ("series", "series"),
        ("sheep", "sheep"),
        ("port", "port"),
    ],
)
def test_singular(several: str, one: str) -> None:
    assert singular(several) == one


@pytest.mark.parametrize(
    ("word", "plural"),
    [("ports", True), ("port", False), ("people", True), ("horsemen", True), ("specimen", False), ("fire-crews", True)],
)
def test_is_plural(word: str, plural: bool) -> None:
    assert is_plural(word) is plural
