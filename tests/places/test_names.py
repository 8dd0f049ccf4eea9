"""Where the name of a place begins and ends, and of what kind it is."""

import pytest

from summitparse.findings import Span
from summitparse.language.model import analyse
from summitparse.places.names import countries_in, kind_of, place_phrase


@pytest.mark.parametrize(
    ("text", "link", "name"),
    [
        ("They met in Velm on Friday.", "in", "Velm"),
        ("They met in Velm, Norland, on Friday.", "in", "Velm, Norland"),
        ("They met in The Hague on Friday.", "in", "The Hague"),
        ("They met in the city of Velm.", "in", "Velm"),
        ("They met at the Port of Velm.", "at", "Port of Velm"),
        ("They met at the Ostrava residence on Friday.", "at", "Ostrava residence"),
        ("They met at the Velm Convention and Exhibition Centre.", "at", "Velm Convention and Exhibition Centre"),
        ("They met at the President's Office on Friday.", "at", "President's Office"),
        ("They met at State House, Dar es Salaam, on Friday.", "at", "State House, Dar es Salaam"),
        ("They met at State House, Canberra", "at", "State House, Canberra"),
        ("They met in Abuja, Federal Republic of Nigeria, on Friday.", "in", "Abuja, Federal Republic of Nigeria"),
        ("They met in Velm, Antigua and Barbuda, on Friday.", "in", "Velm, Antigua and Barbuda"),
        ("They met at State House, Dar es Salaam", "at", "State House, Dar es Salaam"),
        ("They spoke at the Velm Conference on Friday.", "at", None),
        ("Prices rose to Rs 500 million.", "to", None),
        ("They spoke in support of it.", "in", None),
        ("They met in May.", "in", None),
    ],
)
def test_place_phrase(text: str, link: str, name: str | None) -> None:
    tokens = analyse([(text, [Span(0, len(text))])])[0].tokens
    at = next(k for k, token in enumerate(tokens) if token.text == link)
    span = place_phrase(list(tokens), at + 1)
    assert (span and text[span.start : span.end]) == name


@pytest.mark.parametrize(
    ("name", "kind"), [("Peru", "country"), ("State Palace", "building"), ("Riga, Latvia", "town"), ("Velm", "other")]
)
def test_kind_of(name: str, kind: str) -> None:
    assert kind_of(name) == kind


def test_countries_of_towns_and_countries() -> None:
    assert countries_in("Riga and Peru") == {"LV", "PE"}
