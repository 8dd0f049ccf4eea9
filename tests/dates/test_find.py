"""Spans, types, modifiers, EDTF, days and ranges; offsets and time on hostile text."""

import datetime as dt
from itertools import pairwise

import pytest
from edtf import parse_edtf
from hypothesis import given, settings
from hypothesis import strategies as st

from summitparse.dates import find_dates
from summitparse.layout import Layout, find_layout
from summitparse.timex.holidays import easter, orthodox_easter
from tests.cost import cost

REFERENCE = dt.date(2024, 1, 30)


def find(text: str, reference: dt.date | None = REFERENCE) -> list[tuple[str, str, str, str | None]]:
    found = find_dates(text, reference=reference).dates
    return [(text[date.span.start : date.span.end], date.type, date.value, date.mod) for date in found]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("By the end of 2023 trade had doubled.", ("the end of 2023", "DATE", "2023", "END")),
        ("It opens in early 2025.", ("early 2025", "DATE", "2025", "START")),
        ("They met in mid-July 2019.", ("mid-July 2019", "DATE", "2019-07", "MID")),
        ("It took about two weeks.", ("about two weeks", "DURATION", "P2W", "APPROX")),
        ("It took at least 72 hours.", ("at least 72 hours", "DURATION", "PT72H", "EQUAL_OR_MORE")),
        ("It took more than four years.", ("more than four years", "DURATION", "P4Y", "MORE_THAN")),
        ("It will spend $5 million over three years.", ("three years", "DURATION", "P3Y", None)),
        ("It takes 40 pilots a year.", ("a year", "SET", "P1Y", None)),
        ("He left earlier this month.", ("earlier this month", "DATE", "2024-01", "START")),
        ("He came in the late 1970s.", ("the late 1970s", "DATE", "197", "END")),
        ("They meet every year.", ("every year", "SET", "P1Y", None)),
        ("We met late last night.", ("late last night", "TIME", "2024-01-29TNI", "END")),
    ],
)
def test_modifiers_and_types(text: str, wanted: tuple[str, str, str, str | None]) -> None:
    assert find(text) == [wanted]


@pytest.mark.parametrize("space", [" ", "\u00a0", "\u2009", "\u202f", "\n"])
def test_any_space_joins_words(space: str) -> None:
    text = f"It was over{space}the{space}past{space}few{space}days, and two{space}years{space}ago it was not."
    assert [value for _, _, value, _ in find(text)] == ["PXD", "2022"]


@pytest.mark.parametrize("dash", "-‐‑‒–—−")
def test_all_dashes(dash: str) -> None:
    ranges = find_dates(f"the plan for 2024{dash}2026 and no more", reference=REFERENCE).ranges
    assert [(found.edtf, found.first, found.last) for found in ranges] == [
        ("2024/2026", dt.date(2024, 1, 1), dt.date(2026, 12, 31))
    ]


@pytest.mark.parametrize(
    ("text", "words", "edtf"),
    [
        ("on a visit from 13 to 14 December 2016 here", "from 13 to 14 December 2016", "2016-12-13/2016-12-14"),
        ("a plan of 2016 to 2020 was agreed", "2016 to 2020", "2016/2020"),
        ("a strategy until 2035 was agreed", "until 2035", "../2035"),
        ("a strategy through 2025 was agreed", "through 2025", "../2025"),
        ("Since 2010 the road is open.", "Since 2010", "2010/.."),
        ("from 2027 onwards it is free", "from 2027 onwards", "2027/.."),
        ("in this year's January to August trade", "this year's January to August", "2024-01/2024-08"),
        ("from January to September 2016 trade", "from January to September 2016", "2016-01/2016-09"),
        ("a programme for 2017–18 was signed", "2017–18", "2017/2018"),
        ("the season of 2007/08 was short", "2007/08", "2007/2008"),
        ("between March 2019 and May 2020 it", "between March 2019 and May 2020", "2019-03/2020-05"),
        ("on 5–7 May 2021 they met", "5–7 May 2021", "2021-05-05/2021-05-07"),
        ("the winter fair, Nov-Feb 2017, was", "Nov-Feb 2017", "2016-11/2017-02"),
        ("open Monday to Friday here", "Monday to Friday", "2024-01-29/2024-02-02"),
        ("from October to February they sail", "from October to February", "2023-10/2024-02"),
        ("a fair of December 13-14, 2016 was", "December 13-14, 2016", "2016-12-13/2016-12-14"),
    ],
)
def test_ranges(text: str, words: str, edtf: str) -> None:
    (found,) = find_dates(text, reference=REFERENCE).ranges
    assert (text[found.span.start : found.span.end], found.edtf) == (words, edtf)


@pytest.mark.parametrize(
    "text", ["by 2035 it will open", "2019 and 2020 were dry", "on 4 May, 6 May and 8 May", "before 2010"]
)
def test_no_range(text: str) -> None:
    assert find_dates(text, reference=REFERENCE).ranges == ()


def test_without_a_reference_nothing_is_guessed() -> None:
    text = "In June they met, on Friday and yesterday, two years ago; on May 5 as well, and in 2019."
    found = find_dates(text).dates
    assert [date.value for date in found] == ["XXXX-06", "XXXX-WXX-5", "XXXX-XX-XX", "XXXX", "XXXX-05-05", "2019"]
    assert [date.first for date in found[:-1]] == [None] * 5


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("They met a month ago Sunday.", "a month ago Sunday", "XXXX-WXX-7"),
        ("They meet on Monday week.", "Monday week", "XXXX-WXX-1"),
        ("It opened 30 years ago this week.", "30 years ago this week", "XXXX-WXX"),
        ("It rose from the same quarter of last year.", "the same quarter of last year", "XXXX"),
        ("It rose from the quarter a year earlier.", "the quarter a year earlier", "XXXX"),
        ("They met on the 18th.", "the 18th", "XXXX-XX-18"),
        ("In the new year they meet.", "the new year", "XXXX"),
        ("It fell two weeks before Easter.", "two weeks before Easter", "XXXX-WXX"),
        ("They met last winter.", "last winter", "XXXX-WI"),
        ("Sales rose this quarter.", "this quarter", "XXXX-QX"),
    ],
)
def test_without_a_reference_it_stays_open(text: str, words: str, value: str) -> None:
    (found,) = find_dates(text).dates
    assert (text[found.span.start : found.span.end], found.value) == (words, value)


def test_an_anaphor_counts_from_the_last_mention() -> None:
    text = "Voting will take place on February 25th this year. On this day the polls open at 8 a.m."
    assert [value for _, _, value, _ in find(text)][:2] == ["2024-02-25", "2024-02-25"]


def test_a_story_keeps_its_own_year() -> None:
    story = (
        "On 1 September 1939 the army crossed the border. By October the capital had fallen. In November 1939 the "
        "parliament fled, and in March 1940 the king. On 9 April 1940 ships came to the ports; in June the south gave "
        "in. In December 1941 all changed, and in January the siege was lifted. By May 1942 the road was free."
    )
    values = [value for _, _, value, _ in find(story, dt.date(2009, 12, 19))]
    assert values[1] == "1939-10" and values[5] == "1940-06" and values[7] == "1942-01"


LIFE = "On 1 September 1939 he enlisted. In 1940 he rose; in 1941 he fell ill, and in 1942 and 1943 he wrote. "


@pytest.mark.parametrize(
    ("told", "value"),
    [
        ("On 3 May 1944 he sailed. A return was planned for 1945. In June he wrote home.", "1944-06"),
        ("On 3 May 1944 he sailed. Then came 1945. In June he wrote home.", "1945-06"),
        ("On 3 May 1944 he sailed with men who had fled in late 1942. In June he wrote home.", "1944-06"),
        ("He had sailed by May 1944. In June he wrote home.", "1944-06"),
        ("On 3 May 1944 he sailed, more than in March 1942. In June he wrote home.", "1944-06"),
        ("On 3 May 1944 he sailed. The list is as of May 2006. In June he wrote home.", "1944-06"),
        ("On 7 December 1944 he sailed; 1944 was hard. In January he wrote home.", "1945-01"),
    ],
)
def test_a_side_glance_leaves_the_story_where_it_is(told: str, value: str) -> None:
    assert find(LIFE + told, dt.date(2009, 12, 19))[-1][2] == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("On 16 February she will arrive. In the evening she will attend a dinner.", "2024-02-16TEV"),
        ("On 16 February she will arrive. At 6 p.m. she will speak.", "2024-02-16T18:00"),
        ("She will arrive on 16 February. The note was read out at 10 a.m. here.", "2024-01-30T10:00"),
        ("On 16 October she will arrive. At 6 p.m. she will speak.", "2024-01-30T18:00"),
        ("On 28 January she arrived. In the evening she attended a dinner.", "2024-01-28TEV"),
    ],
)
def test_the_times_of_a_programme_are_of_the_day_announced(text: str, value: str) -> None:
    assert find(text)[-1][2] == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Talks will be held in Velden on Friday 16 February, and in Arden on Saturday.", "2024-02-17"),
        ("She will arrive on 16 February. On Sunday she will lay a wreath.", "2024-02-18"),
        ("She will arrive on 16 February, the note said on Monday.", "2024-01-29"),
    ],
)
def test_the_weekdays_of_a_programme_follow_the_day_announced(text: str, value: str) -> None:
    assert find(text)[-1][2] == value


def test_a_time_without_a_day_is_no_beginning_that_the_end_must_follow() -> None:
    text = "On 20 February it will open. Badges will be given out from 11 am to 4.30 pm on 19 February."
    assert [value for _, _, value, _ in find(text)] == ["2024-02-20", "2024-02-19T11:00", "2024-02-19T16:30"]


def test_today_is_the_day_of_writing_in_a_life_story_too() -> None:
    life = (
        "Today, the board named her. From 2005 to 2007 she taught law, and in 2008 and 2009 she sat as a judge. In "
        "2011 she moved to the capital; from 2012 to 2016 she led the office."
    )
    assert find(life)[0][2] == "2024-01-30"


def test_the_publication_line_is_no_date() -> None:
    text = "Posted: 30.01.2024 15:29:47\n\nTalks end\n\nThe talks ended on 29 January 2024 in Minsk."
    layout = find_layout(text)
    found = find_dates(layout, reference=REFERENCE).dates
    assert layout.header.published is not None
    assert [text[date.span.start : date.span.end] for date in found] == ["29 January 2024"]


@pytest.mark.parametrize("year", [1900, 1954, 2000, 2019, 2024, 2038, 2099])
def test_easter(year: int) -> None:
    west, east = easter(year), orthodox_easter(year)
    assert west.isoweekday() == east.isoweekday() == 7
    assert dt.date(year, 3, 22) <= west <= dt.date(year, 4, 25) and west <= east
    known = {2019: ("2019-04-21", "2019-04-28"), 2024: ("2024-03-31", "2024-05-05")}
    assert known.get(year, (str(west), str(east))) == (str(west), str(east))


SENTENCES = (
    "January 29th",
    "in June",
    "the spring of 2007",
    "the third quarter of 1990",
    "the second half of 2021",
    "last week",
    "the 1980s",
    "the 20th century",
    "146 BC",
    "on 30.01.2024 15:29:47",
    "last weekend",
    "Feb 29",
    "until 2035",
    "since Monday",
    "from 13 to 14 December 2016",
    "the winter of 1942",
    "three days later",
)


@pytest.mark.parametrize("text", SENTENCES)
def test_edtf_is_edtf(text: str) -> None:
    found = find_dates(f"It was {text}, they say.", reference=REFERENCE)
    assert found.dates
    for item in (*found.dates, *found.ranges):
        if item.edtf is not None:
            parse_edtf(item.edtf)


WORDS = (
    "May 5 2024 the of last year until since - – / . , ' s 13 to 14 December Monday quarter a few days ago and half "
    "12:30 pm Q3 10/1 30.01.2024 twenty hundred next week weekend following early end between \n 1939 '80 BC now every"
)
PIECES = st.sampled_from(WORDS.split(" ")) | st.text(max_size=4)


@pytest.mark.parametrize(
    ("reference", "text", "values"),
    [
        (dt.date.min, "Talks went on over the weekend.", ["XXXX-WXX-WE"]),
        (dt.date.min, "It broke a week ago Sunday.", ["XXXX-WXX"]),
        (dt.date.max, "They met on 31 December; the following Monday they signed.", ["9999-12-31", "XXXX"]),
        (dt.date.max, "It will be from Friday to Monday, 30 to 31 December.", ["9999-12-31", "XXXX", "9999-12-31"]),
    ],
)
def test_what_lies_beyond_the_calendar_stays_open(reference: dt.date, text: str, values: list[str]) -> None:
    assert [value for _, _, value, _ in find(text, reference)] == values


DAYS = st.sampled_from([None, REFERENCE, dt.date.min, dt.date(1, 1, 7), dt.date(9999, 12, 26), dt.date.max])


@settings(max_examples=150, deadline=None)
@given(st.lists(PIECES, max_size=40).map(" ".join), DAYS)
def test_offsets_order_and_values(text: str, reference: dt.date | None) -> None:
    found = find_dates(Layout(text, text), reference=reference)
    spans = [date.span for date in found.dates]
    assert all(0 <= span.start < span.end <= len(text) for span in spans)
    assert all(left.end <= right.start for left, right in pairwise(spans))
    for date in found.dates:
        assert date.value and date.type in ("DATE", "TIME", "DURATION", "SET")
        assert (date.first is None) == (date.last is None)
        assert date.first is None or date.last is None or date.first <= date.last
    for pair in found.ranges:
        assert 0 <= pair.span.start < pair.span.end <= len(text)
        assert pair.begin is not None or pair.end is not None


@pytest.mark.cost
@pytest.mark.parametrize(
    "unit", ["1", "1 ", "-", " ", "May ", "May 5 ", "1.", "1/1/", "2024-", "twenty ", "the end of ", "(", "last "]
)
def test_cost_grows_with_the_length(unit: str) -> None:
    def of(size: int) -> float:
        text = (unit * size)[:size]
        return cost(lambda: find_dates(Layout(text, text), reference=REFERENCE))

    of(1000)
    assert of(40_000) < 6 * of(10_000) + 0.2


def test_the_day_of_an_update_is_no_date_of_the_text() -> None:
    layout = find_layout(
        "Talks in Velden\n14 Feb. 2024 | Last updated: 15 Feb. 2024 09:12\n\nThey met on 13 February.\n"
    )
    dates = find_dates(layout, reference=dt.date(2024, 2, 14)).dates
    assert [layout.text[date.span.start : date.span.end] for date in dates] == ["13 February"]


def test_in_a_dateline_only_the_day_of_publication_is_none() -> None:
    layout = find_layout("Talks in Velden\n\nVELDEN, May 3, 2024 – They met on 1 May and left on 2 May.\n")
    dates = find_dates(layout, reference=dt.date(2024, 5, 3)).dates
    assert [layout.text[date.span.start : date.span.end] for date in dates] == ["1 May", "2 May"]
