"""Whether a text tells a story of the past, so that its dates hang on each other, or is news of its own day."""

import datetime as dt

from summitparse.dates.grammar import Candidate

# So many dates lie so many years before the reference where a text narrates, and so many times more than are told from
# the day of writing. The gap is wide: histories have seven times more and up, reports with a history at most four.
_ENOUGH, _YEARS, _TIMES = 6, 2, 5


def narrates(candidates: list[Candidate], reference: dt.date | None) -> bool:
    """Found out from the dates themselves: those with a year against those told from the day of publication."""
    dated: list[int] = []
    deictic = 0
    for candidate in candidates:
        reading = candidate.reading
        if reading.kind == "of" and reading.within is not None:
            reading = reading.within
        if reading.weekday is not None or (
            reading.kind == "shift" and reading.anchor in ("reference", "ago", "writing")
        ):
            deictic += 1
        elif reading.kind in ("point", "numeric") and reading.point is not None and reading.point.year is not None:
            dated.append(reading.point.year)
    if reference is not None:
        dated = [year for year in dated if year <= reference.year - _YEARS]
    return len(dated) >= _ENOUGH and len(dated) >= _TIMES * deictic
