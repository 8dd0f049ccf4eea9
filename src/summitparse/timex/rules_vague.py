"""Rules for what names no day of the calendar: now, at present, recently, the past, soon, the near future."""

from summitparse.timex.listed import listed
from summitparse.timex.readings import Reading, known
from summitparse.timex.templates import Match


def _soon(m: Match) -> Reading | None:
    """They will soon meet; they may strike again soon. "They soon met" is told of the past."""
    before = [m.words.form(index).lower() for index in range(max(0, m.start - 8), m.start)]
    if m.next() in listed("no_soon") or m.before() in listed("of_degree"):
        return None
    beside = m.next() in listed("soon_modals") or not listed("soon_modals").isdisjoint(before[-1:])
    ends = not m.next()[:1].isalpha() and not listed("soon_modals").isdisjoint(before)
    return known("FUTURE_REF") if beside or ends else None
