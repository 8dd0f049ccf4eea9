"""What dates are in the context of others, and without a day of publication."""

import datetime as dt

import pytest

from summitparse.dates import find_dates


def values(text: str, reference: str | None = "2024-01-30") -> list[str]:
    found = find_dates(text, reference=dt.date.fromisoformat(reference) if reference else None)
    return [date.value for date in found.dates]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("In May 2023, at 10:30 they met.", ["2023-05", "2024-01-30T10:30"]),
        ("On 16 May, at 10:30, she left.", ["2024-05-16", "2024-05-16T10:30"]),
        ("It began two hours before 3 May.", ["PT2H", "2024-05-03"]),
        ("He left more than two weeks before 1 July.", ["2023-06-17"]),
        ("It lasted for two weeks after 1 July.", ["P2W", "2023-07-01"]),
        ("It lasted the two weeks after 1 July.", ["P2W", "2023-07-01"]),
        ("It rose in the second and third quarters of 2023.", ["2023-Q2", "2023-Q3"]),
        ("In 2019, exports fell in May.", ["2019", "2019-05"]),
        ("In 2019 exports fell. In May they rose.", ["2019", "2023-05"]),
        ("It was 300 BC, or a year earlier.", ["BC0300", "BC0301"]),
        ("They wrote on 5 May 2023 and 06/07/2023.", ["2023-05-05", "2023-07-06"]),
        ("They wrote on May 5, 2023 and 06/07/2023.", ["2023-05-05", "2023-06-07"]),
        ("They wrote on 06/07/2023.", ["2023-06-07"]),
        ("They wrote on 25/07/2023 and 06/07/2023.", ["2023-07-25", "2023-07-06"]),
        ("They met at the close on Friday.", ["2024-01-26"]),
        ("The ban ends in two weeks.", ["2024-02-13"]),
        ("It grew in two weeks.", ["P2W"]),
        ("On Monday, 1 January 1900 words were said.", ["1900-01-01"]),
        ("It opens on the first weekend of September 2024.", ["2024-W36-WE"]),
        ("It lasts for 4, 6, 9 years.", ["P9Y"]),
        ("It took 1,500 years.", ["P1500Y"]),
        ("It took two thousand and five hundred years.", ["P2500Y"]),
        ("It took 5 1/2 years.", ["P5Y6M"]),
        ("It began in two thousand and nineteen.", ["2019"]),
        ("It began in nineteen ninety-six.", ["1996"]),
        ("June, July and August 1944 were cold.", ["1944-06", "1944-07", "1944-08"]),
        ("April 1950 and June 1955 were cold.", ["1950-04", "1955-06"]),
        ("It was shut on 9 and 11 May.", ["2024-05-09", "2024-05-11"]),
        ("It was open from 9 to 11 a.m.", ["2024-01-30T09:00", "2024-01-30T11:00"]),
        ("It lasts between 60 and 90 days.", ["P60D", "P90D"]),
        ("It met from 09.-11.05.2024.", ["2024-05-09", "2024-05-11"]),
        ("They met from 9 to 11:30.", ["2024-01-30T11:30"]),
        ("Order 2017/18-B was cited.", []),
        ("June, July, and August 1944 were cold.", ["1944-06", "1944-07", "1944-08"]),
        ("It rang for 30s.", ["PT30S"]),
        ("It was 13 o’clock.", []),
        ("It began at 14:15 in the afternoon.", ["2024-01-30T14:15"]),
        ("She ran 19h that day.", ["2024-01-30"]),
        ("It began at 11 noon.", ["2024-01-30T12:00"]),
        ("It came on 05/06/5000.", []),
        ("0 days passed.", ["PXD"]),
        ("It took 1,500 months.", ["PXM"]),
        ("Monday 3:30 it began.", ["2024-01-29T03:30"]),
        ("It rose in 1M 2023.", ["P1M", "2023"]),
        ("It rose in 6m 2023.", ["2023"]),
        ("It rose in 6M ’23 and 6M 23.", ["P6M"]),
        ("The Monday week party left.", ["2024-01-29"]),
        ("They met Monday week.", ["2024-01-29"]),
        ("They meet every two weeks on Monday.", ["P2W", "2024-02-05"]),
        ("They met the Friday before next.", ["2024-01-26"]),
        ("It grew in Q 3 2019.", ["2019"]),
        ("The april quarter was poor.", ["2023-04"]),
        ("The May quarter was poor.", ["2023-05"]),
        ("Three quarters ago today they met.", ["2023-Q2", "2024-01-30"]),
        ("They met the hour before last.", ["PAST_REF"]),
        ("They met the decade before last.", ["2014"]),
        ("Two hours from today they meet.", ["PT2H", "2024-01-30"]),
        ("It rose in the third half of the century.", ["20"]),
        ("On 3.5.2020 they met. On 9.18.15 they met.", ["2020-03-05", "2015-09-18"]),
        ("It opens on \u0661\u0662 May.", []),
        ("It took 5 11/12 years.", ["PXY"]),
        ("It took five thousand two hundred years.", ["P5200Y"]),
        ("This decade was good. The last decade was good.", ["202", "P10Y"]),
        ("They could be asked on Friday to leave.", ["2024-01-26"]),
        ("It was to be signed on Friday.", ["2024-02-02"]),
        ("It closed on Memorial Day weekend.", ["2024-W21-WE"]),
        ("It rained the first weekend of May.", ["2023-W18-WE"]),
        ("It took terms of 4, 6 and 9 years.", ["P4Y", "P6Y", "P9Y"]),
    ],
)
def test_values(text: str, wanted: list[str]) -> None:
    assert values(text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("In May it will open.", ["XXXX-05"]),
        ("They met this quarter.", ["XXXX-QX"]),
        ("They met at the weekend.", ["XXXX-WXX-WE"]),
        ("They met in the quarter.", ["XXXX-QX"]),
        ("A week ago Sunday they met.", ["XXXX-WXX-7"]),
        ("They met last week.", ["XXXX-WXX"]),
        ("They met on 3 May 2019. The next day they left.", ["2019-05-03", "XXXX-XX-XX"]),
        ("At 10:30 they met.", ["XXXX-XX-XXT10:30"]),
        ("It was 4 million against 3 million a year earlier.", ["XXXX"]),
        ("Ten years ago today it burned.", ["XXXX-XX-XX"]),
    ],
)
def test_without_a_day_of_publication(text: str, wanted: list[str]) -> None:
    assert values(text, None) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Since its founding in 1998 it grew.", ["1998/.."]),
        ("A grant since 1990 in 1998 was paid.", ["1990/.."]),
        ("It applies starting on 3 May 2024.", ["2024-05-03/.."]),
        ("It applies starting 4 May 2024.", ["2024-05-04/.."]),
        ("A letter from 4 May 2024 came.", []),
        ("It is open up to Monday, 3 May to 2025.", ["2025-05-03/2025"]),
        ("since May 2019 they met", ["2019-05/.."]),
        ("It was shut in April and June 1955.", []),
    ],
)
def test_ranges(text: str, wanted: list[str]) -> None:
    found = find_dates(text, reference=dt.date(2024, 1, 30))
    assert [range_.edtf for range_ in found.ranges] == wanted


_HISTORY = "It rained in May {0}, in May {1}, in June {1}, in July {1}, in May {2} and in July {2}. "


@pytest.mark.parametrize(
    ("text", "last"),
    [
        (_HISTORY.format(1921, 1922, 1923) + "In August it snowed.", "1923-08"),
        (_HISTORY.format(2022, 2023, 2024) + "In August it snowed.", "2023-08"),
        (
            _HISTORY.format(1921, 1922, 1923) + "A year ago, last week and on Monday they met. In August it snowed.",
            "2023-08",
        ),
        (
            _HISTORY.format(1921, 1922, 1923) + "In August it snowed. On the 5th day they met. In the week it rained.",
            "XXXX-WXX",
        ),
        (_HISTORY.format(1921, 1922, 1923) + "On 5 August it snowed. In the evening they left.", "1923-08-05TEV"),
        (_HISTORY.format(1921, 1922, 1923) + "In August it snowed. They met last Christmas.", "1922-12-25"),
    ],
)
def test_a_history_and_news(text: str, last: str) -> None:
    assert values(text)[-1] == last


def test_a_week_by_its_number_is_of_the_year_of_the_release() -> None:
    assert values("It will open in week 40.", "2024-05-14") == ["2024-W40"]
