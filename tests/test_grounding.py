"""Every value is derivable from its text: where the rule is local it is derived anew, from `text[start:end]` alone.

The readings below are written for the test and share nothing with the finders: digits with a scale word, a currency or
a unit, and full dates.
"""

import datetime as dt
import re
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest

from summitparse import parse
from summitparse.records import Date, Figure, Release

SAMPLES = sorted((Path(__file__).parents[1] / "samples").glob("*.txt"))
SCALES = {"thousand": 3, "million": 6, "billion": 9, "trillion": 12}
UNITS = {
    "%": "%",
    "percent": "%",
    "per cent": "%",
    "€": "EUR",
    "euros": "EUR",
    "tonnes": "t",
}
MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
NUMBER = re.compile(r"(?<![\d.,])(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?(?: (thousand|million|billion|trillion))?(?![\d,.]\d)")
DAY = re.compile(rf"(?:(\d{{1,2}})\s({'|'.join(MONTHS)})|({'|'.join(MONTHS)})\s(\d{{1,2}})),?\s(\d{{4}})")
SENTENCES = """
The port handled 1,250,000 tonnes of grain, 12.5% more than in 2023. The two sides agreed on $3.2 billion for 14 ships.
On 3 May 2024 the ministers met; the treaty of March 14, 2031 was signed by 27 delegates. Some 40 million euros went to
6 hospitals, and 75 per cent of 1,480 beds were new. The bridge of 12 kilometres cost €90 million.
"""


@pytest.fixture(scope="module")
def releases() -> list[Release]:
    texts = [path.read_text("utf-8") for path in SAMPLES]
    return [parse(text, reference_date="2024-05-10") for text in (*texts, "Talks in Oslo\n\n" + SENTENCES)]


def mentions(value: object) -> Iterator[tuple[str, int, int]]:
    """Every text with a place in a dumped release."""
    if isinstance(value, dict):
        if "start" in value and isinstance(value.get("text"), str) and "spans" not in value:
            yield value["text"], value["start"], value["end"]
        for inner in value.values():
            yield from mentions(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from mentions(inner)


def test_every_mention_is_its_text(releases: list[Release]) -> None:
    count = 0
    for release in releases:
        for text, start, end in mentions(release.model_dump(mode="json", exclude={"text"})):
            assert release.text[start:end] == text
            count += 1
    assert count > 200


def number(words: str) -> Decimal | None:
    """The one number that the words hold in digits, or None."""
    found = NUMBER.findall(words)
    if len(found) != 1:
        return None
    whole, part, scale = found[0]
    return Decimal(whole.replace(",", "") + part) * 10 ** SCALES.get(scale, 0)


def unit(words: str) -> str | None:
    named = {code for name, code in UNITS.items() if name in words}
    if re.search(r"(?<![A-Z])\$", words):  # "C$" is another country's
        named.add("USD")
    return named.pop() if len(named) == 1 else None


def test_a_figure_in_digits_is_read_from_its_words_alone(releases: list[Release]) -> None:
    def local(figure: Figure) -> bool:
        return figure.upper is None and figure.kind.value != "ordinal" and not re.search(r"\d[-–/]\d| of ", figure.text)

    values = units = 0
    for release in releases:
        for figure in filter(local, release.figures):
            words = " ".join(release.text[figure.start : figure.end].split())
            if (value := number(words)) is not None:
                assert figure.value == value, words
                values += 1
            if (code := unit(words)) is not None:
                assert figure.unit == code, words
                units += 1
    assert values > 20 and units > 8


def day(words: str) -> dt.date | None:
    found = DAY.fullmatch(words)
    if not found:
        return None
    name = found[2] or found[3]
    return dt.date(int(found[5]), MONTHS.index(name) + 1, int(found[1] or found[4]))


def test_a_full_date_is_read_from_its_words_alone(releases: list[Release]) -> None:
    def check(date: Date, words: str) -> bool:
        expected = day(words)
        if expected is None:
            return False
        assert (date.value, date.first, date.last) == (expected.isoformat(), expected, expected)
        return True

    checked = [
        check(date, " ".join(release.text[date.start : date.end].split()))
        for release in releases
        for date in release.dates
    ]
    assert sum(checked) >= 2


def test_a_range_is_what_its_ends_are(releases: list[Release]) -> None:
    count = 0
    for release in releases:
        dates = {date.id: date for date in release.dates}
        for range_ in release.ranges:
            if range_.from_ and dates[range_.from_].first and range_.first:
                assert range_.first == dates[range_.from_].first
                count += 1
            if range_.to and dates[range_.to].last and range_.last:
                assert range_.last == dates[range_.to].last
                count += 1
    assert count > 4
