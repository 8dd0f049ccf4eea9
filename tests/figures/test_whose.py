"""Currencies of several countries: the release says whose."""

import pytest

from summitparse.figures import find_figures
from summitparse.figures.whose import families
from summitparse.layout import find_layout


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("Jordan will pay 190 million dinars.", ["JOD"]),
        ("The fund holds 190 million dinars.", ["KWD"]),
        ("Kenya and Senegal agreed on 3 billion francs and 4 million shillings.", ["XOF", "KES"]),
        ("Pakistan pays 5 million rupees.", ["PKR"]),
        ("India and Pakistan pay 5 million rupees.", ["INR"]),
        ("Russia and Belarus pay 5 million roubles and 6 million Belarusian roubles.", ["RUB", "BYN"]),
        ("Egypt will get 5 million pounds.", ["EGP"]),
        ("Britain will give Egypt 5 million pounds.", ["GBP"]),
        ("Britain will give Egypt 5 million Egyptian pounds.", ["EGP"]),
        ("Qatar will give 5 million Saudi riyals.", ["SAR"]),
        ("Canada will pay 5 million euros.", ["EUR"]),
    ],
)
def test_the_country_that_is_spoken_of_issues_it(text: str, units: list[str]) -> None:
    assert [figure.unit for figure in find_figures(text)] == units


def test_the_place_of_the_release_comes_first() -> None:
    layout = find_layout("Tunis, Tunisia, 3 May 2024. Jordan will pay 190 million dinars.\n")
    assert [figure.unit for figure in find_figures(layout) if figure.kind == "money"] == ["TND"]


def test_families_come_from_the_names_of_currencies() -> None:
    assert families()["dinars"] >= {"JOD", "KWD", "TND"}
    assert "dollars" not in families() and "tenge" not in families()
