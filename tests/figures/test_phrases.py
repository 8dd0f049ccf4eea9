"""Where the noun phrase begins and ends that a figure may be said of."""

import pytest

from summitparse.dates import find_dates
from summitparse.figures import find_figures
from summitparse.figures.phrases import Phrases
from summitparse.language.model import analyse
from summitparse.layout import find_layout


@pytest.mark.parametrize(
    ("text", "noun", "phrase"),
    [
        ("Spending on lands and waters rose to $5 million.", "Spending", "Spending on lands and waters"),
        ("The lands and waters cost $5 million.", "lands", "lands and waters"),
        ("The S&P 500 rose by 3 %.", "S&P", "S&P 500"),
        ("The Customs Union (CU) sold goods of $5 million.", "Union", "Customs Union (CU)"),
        ("A total of $5 million was paid.", "total", None),
        ("President Example paid $5 million.", "President", None),
        ("A line of credit of $5 million was opened.", "line", "line of credit"),
        ("Spending on railways, which was $5 million, fell.", "Spending", "Spending on railways"),
        ("Waste recycled in towns rose to 5 tonnes.", "Waste", "Waste recycled in towns"),
        ("The price of oil - a record - rose to $50.", "price", "price of oil"),
        ("THE HAGUE - Sales rose to $5 million.", "Sales", "Sales"),
        ("Two-way trade rose to $5 million.", "trade", "Two-way trade"),
        ("Sales to the 40 firms in Riga that it owns rose to $5 million.", "Sales", "Sales"),
        ("The cost of three bridges rose to $5 million.", "cost", "cost of three bridges"),
        ("It rose to $5 million.", "It", None),
        (
            "Exports of gas to Chile, Peru and Cuba rose to $5 million.",
            "Exports",
            "Exports of gas to Chile, Peru and Cuba",
        ),
        ("The Ben-Yehuda fund rose to $5 million.", "fund", "Ben-Yehuda fund"),
        ("Sales which the firm that it owns made rose to $5 million.", "Sales", "Sales"),
        ("Exports of 5 million tonnes rose to $5 million.", "Exports", "Exports"),
        ("The share of those who left in 2019 rose to 5 %.", "share", "share"),
        ("The “Blue Sea” fund got $5 million.", "fund", "“Blue Sea” fund"),
        ("The fund “Blue Sea” got $5 million.", "fund", "fund"),
    ],
)
def test_phrase_of_a_noun(text: str, noun: str, phrase: str | None) -> None:
    layout = find_layout(text)
    times = find_dates(layout)
    figures = list(find_figures(layout, times=times))
    parse = analyse([(layout.clean, layout.stretches())])[0]
    token = next(token for token in parse.tokens if token.text == noun)
    found = Phrases(parse, figures, times).phrase(token, figures[-1])
    assert (found and layout.clean[found.start : found.end]) == phrase
