import pytest

from summitparse.countries.build_places import TARGET, render
from summitparse.countries.places import find_places


def test_committed_places_are_those_of_the_libraries() -> None:
    assert TARGET.read_text("utf-8") == render()


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("BERN, 3 May", [("BERN", "CH")]),
        ("flew from New York to New South Wales", [("New York", "US"), ("New South Wales", "AU")]),
        ("St. Petersburg and Saint Petersburg", [("St. Petersburg", "RU"), ("Saint Petersburg", "RU")]),
        ("a nice man from nowhere", []),
        ("Bernadette", []),
        ("Mary and George met", []),
    ],
)
def test_places_and_their_countries(text: str, found: list[tuple[str, str]]) -> None:
    assert [(text[m.span.start : m.span.end], m.alpha2) for m in find_places(text)] == found
