"""The best candidate with its place, days and participants."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace

from summitparse.actors import Registry
from summitparse.events.participants import participants_of
from summitparse.findings import EventFinding, Span, TimeFindings
from summitparse.language.parse import Parse
from summitparse.layout import Layout
from summitparse.lines.wrapping import ends_sentence
from summitparse.occasions.candidates import Candidate, candidates, choose
from summitparse.occasions.days import dated, day_of, days_of, of_another_time
from summitparse.occasions.names import frames
from summitparse.places.find import place_of
from summitparse.rules import weigh
from summitparse.voices import Voices

# Below this nothing in title and lead says that something took place. Chosen on services left out.
LEAST_SURE = 0.5
# What would be so likely by itself may be another word for the same event.
_AS_WELL = 0.3
# The first sentence is in one of so many blocks.
_LINES_BEFORE = 5


def find_event(
    voices: Voices, parse: Parse, registry: Registry, times: TimeFindings, *, reference: dt.date | None
) -> EventFinding | None:
    """The event that the release reports, or None where it reports none (a statement, a fact sheet, greetings)."""
    layout, people = voices.layout, registry.names()
    found = choose(proposed(voices, parse, people, times, reference))
    none = 1 - sum(one.chance for one in found)
    best = found[0] if none <= 1 - LEAST_SURE and found else None
    _note(found, best)
    if best is None:
        return None
    opening = lead(layout, parse)
    told = list(dict.fromkeys([best.sentence, *opening]))
    others = [
        one
        for one in found[1:]
        if related(one, best) and (one.chance >= _AS_WELL * (one.chance + none) or _told_again(parse, one, best))
    ]
    sentences = list(dict.fromkeys([best.sentence, *(one.sentence for one in others), *opening]))
    first, last = days_of(parse, times, _told(parse, found, best, sentences, opening), best, layout, reference)
    return EventFinding(
        name=best.name,
        kind=best.kind,
        place=place_of(layout, parse, best, told, [one.sentence for one in others], people),
        first=first,
        last=last,
        participants=participants_of(layout, parse, registry, best, told),
    )


def proposed(
    voices: Voices, parse: Parse, people: Sequence[Span], times: TimeFindings, reference: dt.date | None
) -> list[Candidate]:
    """What could name the event in text order, without what the text dates to quite another time."""
    layout = voices.layout
    day, header = day_of(layout, reference), (layout.header.title, layout.header.subtitle)
    return [
        replace(candidate, signs=candidate.signs | set(dated(parse, times, candidate, day)))
        for candidate in candidates(voices, parse, people)
        if any(span is not None and span.overlaps(candidate.name) for span in header)
        or not of_another_time(parse, times, candidate.sentence, day)
    ]


def _note(found: Sequence[Candidate], best: Candidate | None) -> None:
    """Says which words could name an event, and why those that lost did, for whoever asks."""
    for one in found:
        lost = "" if one is best else "another is likelier" if best else f"all together less sure than {LEAST_SURE}"
        weigh("event.verb" if one.verb else "event.noun", one.name, lost, chance=one.chance)


def _told(
    parse: Parse, found: Sequence[Candidate], best: Candidate, sentences: list[int], opening: Sequence[int]
) -> list[int]:
    """The sentences that can say when the event was. Where title or lead name it, a further one has to say that it
    took place ("The talks were held on Friday"); else it tells of another event."""
    here = {best.sentence, *opening}
    if not any(candidate.sentence in opening for candidate in found):
        return sentences
    here |= {candidate.sentence for candidate in found if candidate.noun == best.noun and _took_place(parse, candidate)}
    return [sentence for sentence in sentences if sentence in here]


def _told_again(parse: Parse, one: Candidate, best: Candidate) -> bool:
    """ "The talks were held on Friday", but not "such talks are held in Velm"."""
    return one.noun == best.noun and _took_place(parse, one) and "behind" not in one.signs


def _took_place(parse: Parse, candidate: Candidate) -> bool:
    head = parse.tokens[parse.tokens[candidate.head].head]
    return head.lemma in frames("taking_place")


def related(other: Candidate, best: Candidate) -> bool:
    """Can both be words for one event? A visit has talks, talks are a meeting; a call is neither."""
    return (other.kind == "call") == (best.kind == "call")


def lead(layout: Layout, parse: Parse) -> list[int]:
    """The first sentence of the body, which says when and where even if it calls the event otherwise; behind a second
    title or the words to an audience ("Dear guests,") that of the first block that ends as a sentence too."""
    body = [block.span for block in layout.blocks if block.kind != "furniture"][:_LINES_BEFORE]
    ended = (span for span in body if ends_sentence(layout.clean[span.start : span.end].rstrip()))
    opening = [*body[:1], *([span] if (span := next(ended, None)) else [])]
    first = [tokens[0].sentence for span in opening if (tokens := parse.within(Span(span.start, len(layout.clean))))]
    return list(dict.fromkeys(first))
