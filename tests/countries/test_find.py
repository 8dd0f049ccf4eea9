import re
import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summitparse.countries import country_of, find_countries

CORPUS = tomllib.loads((Path(__file__).parent / "corpus.toml").read_text("utf-8"))


@pytest.mark.parametrize("row", CORPUS["found"], ids=lambda row: row["name"])
def test_found(row: dict) -> None:
    text = re.sub(r"[\[\]]", "", row["text"])
    expected = re.findall(r"\[([^\]]*)\]", row["text"])
    mentions = find_countries(text)
    assert [text[m.span.start : m.span.end] for m in mentions] == expected
    assert [f"{m.country.alpha2} {m.form}" for m in mentions] == row["found"]


@pytest.mark.parametrize("row", CORPUS["none"], ids=lambda row: row["name"])
def test_none(row: dict) -> None:
    assert find_countries(row["text"]) == []


@pytest.mark.parametrize(
    ("phrase", "name"),
    [
        ("the Belarusian leader", "Belarus"),
        ("the Russian Federation", "Russia"),
        ("Prime Minister of the Republic of Korea", "South Korea"),
        ("President of the Islamic Republic of Iran", "Iran"),
        ("Türkiye’s Minister of Trade", "Türkiye"),
        ("British", "United Kingdom"),
        ("Ministry of Health", None),
        ("the Presidents of Ghana and Togo", None),
        ("Ghana's Ghanaian team", "Ghana"),
        ("", None),
    ],
)
def test_country_of(phrase: str, name: str | None) -> None:
    country = country_of(phrase)
    assert (country and country.name) == name


@given(st.text(alphabet=st.sampled_from("U.S. of Republic Guinea-Bissau'’KoreaÅÔ\n\t"), max_size=80))
def test_mentions_are_in_order_and_apart(text: str) -> None:
    end = 0
    for mention in find_countries(text):
        assert end <= mention.span.start < mention.span.end <= len(text)
        end = mention.span.end
