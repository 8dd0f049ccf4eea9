"""The best candidate with its place, days and participants."""

import datetime as dt

from summitparse.actors import Registry
from summitparse.events.candidates import Candidate, candidates
from summitparse.events.circumstances import days_of, participants_of, place_of
from summitparse.findings import EventFinding, Span, TimeFindings
from summitparse.language.parse import Parse
from summitparse.layout import Layout

# Below this nothing in title and lead says that something took place.
_LEAST = 1.5


def find_event(
    layout: Layout, parse: Parse, registry: Registry, times: TimeFindings, *, reference: dt.date | None
) -> EventFinding | None:
    """The event that the release reports, or None where it reports none (a statement, a fact sheet, greetings)."""
    found = candidates(layout, parse, registry.names())
    if not found or found[0].score < _LEAST:
        return None
    best = found[0]
    others = [candidate for candidate in found[1:] if candidate.score >= _LEAST and related(candidate, best)]
    sentences = list(
        dict.fromkeys([best.sentence, *(candidate.sentence for candidate in others), *lead(layout, parse)])
    )
    first, last = days_of(parse, times, sentences, best, layout, reference)
    return EventFinding(
        name=best.name,
        kind=best.kind,
        place=place_of(layout, parse, best, sentences),
        first=first,
        last=last,
        participants=participants_of(layout, parse, registry, best, [best.sentence, *lead(layout, parse)]),
    )


def related(other: Candidate, best: Candidate) -> bool:
    """Can both be words for one event? A visit has talks, talks are a meeting; a call is neither."""
    return (other.kind == "call") == (best.kind == "call")


def lead(layout: Layout, parse: Parse) -> list[int]:
    """The first sentence of the body, which says when and where even if it calls the event otherwise."""
    start = next((block.span.start for block in layout.blocks if block.kind != "furniture"), None)
    if start is None:
        return []
    tokens = parse.within(Span(start, len(layout.clean)))
    return [tokens[0].sentence] if tokens else []
