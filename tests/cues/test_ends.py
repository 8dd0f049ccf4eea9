"""Where a reported clause may begin and end, and why each such place is looked at."""

import pytest

from summitparse.cues.ends import find_ends, find_starts
from summitparse.language.parse import Parse
from tests.quotes.proposed import cue_of

# What the columns behind the first one stand for.
WHY_START = ("next", "child", "below", "that", "to", "comma", "preposition", "marks", "question")
WHY_END = ("sentence", "cue", "child", "before child", "before later", "goes on", "comma", "marks", "later", "says on")

LONG = (
    "The Minister pointed out on Monday that trade grew in May, and ports opened, "
    "but ships stayed and he said they left."
)
MARKED = "The Minister told the crews in Velden of the plan to open “the new port” and “the old one” (in May) in time."
ASKED = "He asked whether to open the port, how ports open, “and when to close them” and why."
AGREED = "He agreed with her that, in May, trade grew, having stopped, and then said that ports open."


def reasons(parse: Parse, places: dict[int, tuple[float, ...]], names: tuple[str, ...]) -> str:
    """Each place by its word, with the names of the columns that are not 0."""
    told = {
        i: [name for name, number in zip(names, numbers[1:], strict=False) if number] for i, numbers in places.items()
    }
    return "; ".join(f"{parse.tokens[i].text}: {', '.join(why)}" for i, why in told.items())


@pytest.mark.parametrize(
    ("text", "cue", "starts", "ends"),
    [
        (
            LONG,
            "pointed",
            "on: next, child; Monday: below, preposition; that: child, that; and: child, comma; "
            "ports: child; but: comma",
            "Monday: child, before child; grew: before later; May: child, before child, goes on, later; "
            "opened: before later, goes on; left: sentence, cue, child, later",
        ),
        (
            MARKED,
            "told",
            "the: next, child; Velden: preposition; to: to; the: marks; the: marks",
            "crews: before later; port: marks; one: comma, marks; time: sentence, cue, child, later",
        ),
        (
            ASKED,
            "asked",
            "whether: next, child, question; to: to; how: comma, question; and: comma, marks; to: to; why: question",
            "port: before later, comma; them: marks; why: sentence, cue, child, later",
        ),
        (
            AGREED,
            "agreed",
            "with: next, child; her: below, preposition; that: child, that; in: comma; trade: comma; "
            "then: child; that: that",
            "her: child, before child; that: comma; grew: before later, goes on; "
            "stopped: child, before child, goes on, later, says on; said: before later; "
            "open: sentence, cue, child, later",
        ),
    ],
)
def test_places(text: str, cue: str, starts: str, ends: str) -> None:
    parse, passage, it = cue_of(text, cue)
    first = find_starts(parse, passage, it)
    assert reasons(parse, first, WHY_START) == starts
    assert reasons(parse, find_ends(parse, passage, it, min(first)), WHY_END) == ends


def test_what_stands_beside_a_place() -> None:
    parse, passage, cue = cue_of(AGREED, "agreed")
    starts = find_starts(parse, passage, cue)
    # a preposition, a verb behind another word, a comma; how what follows hangs, where, and how far back
    assert [numbers[13] for numbers in starts.values()] == [25, 9, 24, 21, 21, 24, 25]
    ends = find_ends(parse, passage, cue, min(starts))
    assert [numbers[-3:] for numbers in ends.values()] == [
        (2, 1, 2), (2, 1, 3), (5, 2, 0), (0, 2, 3), (2, 2, 0), (-1, -1, -1),
    ]  # fmt: skip
    # "that", commas and a full stop right behind
    assert [numbers[11] for numbers in ends.values()] == [22, 1, 1, 1, 15, 3]
