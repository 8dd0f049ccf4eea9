"""When an event was: by the sentences that tell of it, and by the day of the release."""

import datetime as dt

import pytest

from summitparse.dates import find_dates
from summitparse.findings import Span, TimeFindings
from summitparse.language.model import analyse
from summitparse.language.parse import Parse
from summitparse.layout import Header, Layout, Published, find_layout
from summitparse.occasions.candidates import Candidate, candidates
from summitparse.occasions.days import dated, day_of, days_of, of_another_time
from summitparse.voices import find_voices

DAY = dt.date(2026, 3, 14)


def read(text: str) -> tuple[Layout, Parse, TimeFindings, list[Candidate]]:
    layout = find_layout(text)
    parse = analyse([(layout.clean, layout.stretches())])[0]
    return layout, parse, find_dates(layout, reference=DAY), list(candidates(find_voices(layout), parse, []))


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("The ministers held talks on 10 March 2026.", "2026-03-10", "2026-03-10"),
        ("The ministers held talks from 10 to 12 March 2026.", "2026-03-10", "2026-03-12"),
        ("The ministers held talks on 10 and 11 March 2026.", "2026-03-10", "2026-03-11"),
        ("The ministers held talks on 3 March and 9 March 2026.", "2026-03-03", "2026-03-09"),
        ("The ministers held talks.", "2026-03-14", "2026-03-14"),
        # A time too long, too far off, or told as past and yet to come is none of the event's.
        ("The ministers held talks on the budget of 1 January 2026 to 30 June 2026.", "2026-03-14", "2026-03-14"),
        ("The ministers held talks on the treaty of 10 March 2021.", "2026-03-14", "2026-03-14"),
        ("The ministers held talks about the vote on 30 March 2026.", "2026-03-14", "2026-03-14"),
        ("The ministers will hold talks on 30 March 2026.", "2026-03-30", "2026-03-30"),
        ("The ministers held talks with a man who came on 9 March 2026.", "2026-03-14", "2026-03-14"),
    ],
)
def test_days_of_an_event(text: str, first: str, last: str) -> None:
    layout, parse, times, found = read(text)
    assert [str(day) for day in days_of(parse, times, [0], found[0], layout, DAY)] == [first, last]


def test_the_day_of_the_release_is_its_own_and_else_that_of_whoever_asks() -> None:
    own = Layout("x", "x", Header(published=Published(Span(0, 1), "2026-03-10", dt.date(2026, 3, 10))), ())
    assert day_of(own, DAY) == dt.date(2026, 3, 10)
    assert day_of(Layout("x", "x", Header(), ()), DAY) == DAY


@pytest.mark.parametrize(
    ("text", "other"),
    [
        ("Talks were held on 10 March 2021.", True),
        ("Talks were held on 10 March 2021 and on 11 March 2026.", False),
        ("Talks were held.", False),
        ("Talks were held in 2021.", False),
    ],
)
def test_a_sentence_of_quite_another_time(text: str, other: bool) -> None:
    _, parse, times, _ = read(text)
    assert of_another_time(parse, times, 0, DAY) is other
    assert not of_another_time(parse, times, 0, None)


@pytest.mark.parametrize(
    ("text", "near"),
    [
        ("The ministers held talks on 14 March 2026.", "same"),
        ("The ministers held talks on 13 March 2026.", "next"),
        ("The ministers held talks on 8 March 2026.", "week"),
        ("The ministers held talks on 10 February 2026.", "month"),
        ("The ministers held talks on 10 February 2021.", "far"),
        ("The ministers held talks.", "none"),
    ],
)
def test_how_near_its_sentence_dates_a_candidate(text: str, near: str) -> None:
    _, parse, times, found = read(text)
    assert set(dated(parse, times, found[0], DAY)) == {f"day={near}", f"day={near}-noun", f"day={near}-talks"}
    assert "day=unknown" in set(dated(parse, times, found[0], None))


def test_a_candidate_that_is_a_verb_says_so() -> None:
    _, parse, times, found = read("The President met the King on 14 March 2026.")
    verb = next(one for one in found if one.verb)
    assert "day=same-verb" in set(dated(parse, times, verb, DAY))
