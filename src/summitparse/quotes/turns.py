"""Turns as quotes: each is one direct quote, with a span for each of its paragraphs."""

from summitparse.cues.find import inherited_subject
from summitparse.cues.passages import Passage
from summitparse.findings import QuoteFinding, Span
from summitparse.language.parse import Parse
from summitparse.quotes.sources import source_phrase
from summitparse.voices import Turn, Voices


def quotes_of_turns(voices: Voices, parse: Parse) -> list[QuoteFinding]:
    """In text order. Whoever has a label is the source; of announced speech it is the subject of the announcement."""
    found = []
    for turn in voices.turns:
        quote = _labelled(turn) if turn.announcement is None else _announced(turn.spans, turn.announcement, parse)
        if quote is not None:
            found.append(quote)
    return found


def _labelled(turn: Turn) -> QuoteFinding:
    return QuoteFinding(
        "direct", turn.spans, turn.spans, turn.label, attribution="turn", confidence=0.99, rule="quotes.turn"
    )


def _announced(spans: tuple[Span, ...], announcement: Span, parse: Parse) -> QuoteFinding | None:
    """The quote of a turn whose `announcement` ends where its cue begins."""
    cue = parse.at(announcement.end)
    if cue is None or cue.start != announcement.end:
        return None
    subject = inherited_subject(parse, cue)
    source = None
    if subject >= 0 and announcement.contains(parse.tokens[subject].span):
        first = parse.within(announcement)[0].i
        words = Passage(announcement, first, cue.i + 1, False, [], [-1] * (cue.i + 1 - first))
        source = source_phrase(parse, words, None, subject)
    return QuoteFinding("direct", spans, spans, source, cue.span, confidence=0.85, rule="quotes.announced")
