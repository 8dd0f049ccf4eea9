"""Whether a text tells a story of the past, so that its dates hang on each other, or is news of its own day."""

import datetime as dt
from typing import Literal

from summitparse.timex.grammar import Candidate
from summitparse.timex.words import Words

# So many dates lie so many years before the reference where a text narrates, and so many times more than are told from
# the day of writing. The gap is wide: histories have seven times more and up, reports with a history at most four.
_ENOUGH, _YEARS, _TIMES = 6, 2, 5

_DEICTIC = frozenset({"reference", "ago", "writing"})


def narrates(candidates: list[Candidate], reference: dt.date | None) -> bool:
    """Found out from the dates themselves: those with a year against those told from the day of publication."""
    dated: list[int] = []
    deictic = 0
    for candidate in candidates:
        reading = candidate.reading
        if reading.kind == "of" and reading.within is not None:
            reading = reading.within
        if reading.weekday is not None or (reading.kind == "shift" and reading.anchor in _DEICTIC):
            deictic += 1
        elif reading.dated and reading.point is not None and reading.point.year is not None:
            dated.append(reading.point.year)
    if reference is not None:
        dated = [year for year in dated if year <= reference.year - _YEARS]
    return len(dated) >= _ENOUGH and len(dated) >= _TIMES * deictic


Glance = Literal["any", "back"] | None

_ENDS = frozenset({"\n", ";", ".", "!", "?"})
# So many words before a date tell how it is looked at.
_NEAR = 8
_COMPARED = frozenset({"compared", "than", "versus", "unlike", "surpassing", "exceeding"})


def side_glance(words: Words, candidate: Candidate) -> Glance:
    """How a story only looks at a date: "any" as of May 2006 or than in June 2007, "back" whom they had beaten in 1943.

    "They had reached the river by May 1942" looks back only where May 1942 is over.
    """
    index = candidate.start - 1
    seen: list[str] = []
    while index >= 0 and len(seen) < _NEAR and words.form(index) not in _ENDS:
        seen.append(words.form(index).lower())
        index -= 1
    if " ".join(seen[:2]) == "of as" or not _COMPARED.isdisjoint(seen):
        return "any"
    return "back" if "had" in seen else None
