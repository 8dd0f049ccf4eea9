"""Rules for what names no day of the calendar: now, at present, recently, the past, soon, the near future."""

from summitparse.dates.listed import listed
from summitparse.dates.readings import Reading, known
from summitparse.dates.templates import Build, Match, Rule


def _reference(value: str) -> Build:
    def build(m: Match) -> Reading | None:
        return known(value)

    return build


def _soon(m: Match) -> Reading | None:
    """They will soon meet; they may strike again soon. "They soon met" is told of the past."""
    before = [m.words.form(index).lower() for index in range(max(0, m.start - 8), m.start)]
    beside = m.next() in listed("soon_modals") or not listed("soon_modals").isdisjoint(before[-1:])
    ends = not m.next()[:1].isalpha() and not listed("soon_modals").isdisjoint(before)
    return known("FUTURE_REF") if beside or ends else None


RULES = [
    Rule("relative.now", "now|currently|nowadays|presently", _reference("PRESENT_REF")),
    Rule("relative.right-now", "right now", _reference("PRESENT_REF")),
    Rule("relative.present-only", "present", _reference("PRESENT_REF"), "at_present"),
    Rule("relative.at-present", "the present (time|day)?", _reference("PRESENT_REF")),
    Rule("relative.current", "current", _reference("PRESENT_REF")),
    Rule("relative.time-being", "the time being", _reference("PRESENT_REF")),
    Rule("relative.these-days", "these days", _reference("PRESENT_REF")),
    Rule("relative.the-current-period", "the current|present period|time|moment|stage", _reference("PRESENT_REF")),
    Rule("relative.recently", "(more|most|very)? recently", _reference("PAST_REF")),
    Rule("relative.recent", "(recent | the recent past)", _reference("PAST_REF")),
    Rule("relative.former", "the? past", _reference("PAST_REF")),
    Rule("relative.some-day", "someday | some day", _reference("FUTURE_REF")),
    Rule("relative.those-days", "those days", _reference("PAST_REF"), "in_it"),
    Rule("relative.soon", "very soon", _reference("FUTURE_REF")),
    Rule("relative.soon-ahead", "soon", _soon),
    Rule("relative.future", "the? (near|nearest|foreseeable|immediate|distant)? future", _reference("FUTURE_REF")),
    Rule("relative.term", "the near|short|long|medium term", _reference("FUTURE_REF")),
]
