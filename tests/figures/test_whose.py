"""Currencies of several countries: the release says whose."""

import pytest

from summitparse.currencies import families
from summitparse.figures import find_figures
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
        ("Tunisia approved 3 million dinars, Algeria 4 million dinars.", ["TND", "DZD"]),
        ("Zambia paid K300 million, Malawi K40 million.", ["ZMW", "MWK"]),
        ("Kenya will pay Sh3 billion.", ["KES"]),
    ],
)
def test_the_country_that_is_spoken_of_issues_it(text: str, units: list[str]) -> None:
    assert [figure.unit for figure in find_figures(text)] == units


def test_the_issuer_comes_first() -> None:
    layout = find_layout("Jordan will pay 190 million dinars.\n")
    assert [figure.unit for figure in find_figures(layout, country="TN")] == ["TND"]


def test_families_come_from_the_names_of_currencies() -> None:
    assert families()["dinars"] >= {"JOD", "KWD", "TND"}
    assert "TWD" not in families()["dollars"] and "tenge" not in families()


@pytest.mark.parametrize(
    ("country", "text", "units"),
    [
        ("AU", "It will pay $40 million, US$2 million and 3 million dollars.", ["AUD", "USD", "AUD"]),
        ("NZ", "A fee of 40 cents.", ["NZD"]),
        ("FJ", "It cost $3,500.", ["FJD"]),
        ("TW", "It cost $3,500.", ["USD"]),
        ("DE", "It cost $3,500 and 40 cents.", ["USD", "EUR"]),
        (None, "Canada paid $3,500.", ["USD"]),
        ("LK", "Rs. 50,000 and 2 million rupees for India.", ["LKR", "LKR"]),
        (None, "Rs. 50,000 for Pakistan.", ["PKR"]),
        (None, "Rs. 50,000 for it.", ["INR"]),
        ("EG", "The canal earned 5 million pounds and £3 million.", ["EGP", "GBP"]),
        ("UG", "It pays Sh 3 million.", ["UGX"]),
        ("NG", "It pays N500 billion.", ["NGN"]),
        ("PG", "It pays K45 million on the K92 road.", ["PGK"]),
        ("SE", "It pays 3 million crowns.", ["SEK"]),
        ("SN", "It pays FCFA 3 million.", ["XOF"]),
        ("CM", "It pays FCFA 3 million.", ["XAF"]),
        ("CM", "It pays 3 million FCFA.", ["XAF"]),
        (None, "It pays 150,000 FCFA.", ["XOF"]),
        ("RW", "It pays 250,000 Frw.", ["RWF"]),
        ("BD", "It pays 250,000 Tk.", ["BDT"]),
        ("ZM", "It bought 250,000 K.", []),
        (None, "It bought 250,000 Frw.", []),
        ("MM", "It pays 3 million kyats and 2,000 denari.", ["MMK", "MKD"]),
        (None, "It pays ZiG 1.8 billion.", ["ZWG"]),
    ],
)
def test_the_issuer_says_whose_dollar_it_is(country: str | None, text: str, units: list[str]) -> None:
    assert [figure.unit for figure in find_figures(text, country=country) if figure.kind == "money"] == units
