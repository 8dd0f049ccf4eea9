"""What the last lines of a text say of when and where it was done: "Done at Velden, on 3 May 2024, in two originals",
"Issued at HKT 16:30"."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from summitparse.findings import Span
from summitparse.header.publication import months, read_date
from summitparse.lines.forms import form
from summitparse.lines.model import Published
from summitparse.lines.read import Line
from summitparse.numbers import read_spelled
from summitparse.numbers import words as number_words
from summitparse.rules import weigh

# A clock stands among so many last lines.
CLOCK_LINES = 5
# Longer sentences say more than where and when.
LONGEST = 250
_ARTICLES = frozenset({"this", "the", "on", "on this", "on the"})


def read_signing(line: Line, *, day_first: bool) -> tuple[Published, Span] | None:
    """Day and place of the sentence that says where and when a text was signed."""
    found = form("foot.done").match(line.text) if len(line) <= LONGEST else None
    if found is None:
        return None
    rest = line.text[found.end() :]
    given = read_date(rest, day_first)
    stands = given is not None and rest[: given.start].strip(" ,").casefold() in {"", *_ARTICLES}
    day, start, end = (given.day, given.start, given.end) if given and stands else _in_words(rest)
    if day is None:
        return None
    at = line.start + found.end()
    place = Span(line.start + found.start("place"), line.start + found.end("place"))
    return Published(Span(at + start, at + end), day.isoformat(), day), place


def _in_words(text: str) -> tuple[date | None, int, int]:
    """ "third day of May, two thousand and twenty-four"."""
    found = form("date.in-words").match(text)
    month = months().get(found["month"].casefold()) if found else None
    if found is None or month is None:
        return None, 0, 0
    year = read_spelled(found["year"].casefold(), 0)
    parts = found["day"].casefold().replace("-", " ").split()
    known = number_words()
    number = sum(known.tens.get(part, 0) or known.ordinal_units.get(part, 0) for part in parts)
    try:
        day = date(int(year.value), month, number) if year and year.value else None
    except ValueError:
        day = None
    return day, found.start(), found.end()


def with_clock(lines: Sequence[Line], published: Published | None) -> Published | None:
    """The day with the time that one of the last lines gives, where it has none itself."""
    if published is None or published.day is None or "T" in published.value:
        return published
    clocks = (form("foot.clock").match(line.text) for line in lines[-CLOCK_LINES:])
    clock = next((found["clock"] or found["local"] for found in clocks if found), None)
    if clock:
        published = replace(published, value=f"{published.value}T{clock.zfill(5)}:00")
        weigh("published.clock", published.span)
    return published
