"""Gives each quote its speaker, through the registry of actors."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Protocol

from summitparse.findings import QuoteFinding, Span
from summitparse.language.parse import Parse
from summitparse.layout import Layout

PRONOUNS = frozenset({"PRP", "PRP$", "WP", "DT", "WDT"})


class Registry(Protocol):
    """What is asked of `summitparse.actors.Registry`."""

    def resolve(self, span: Span) -> int | None: ...

    def ensure(self, span: Span) -> int: ...


def assign_speakers(
    quotes: Sequence[QuoteFinding], *, layout: Layout, parse: Parse, registry: Registry
) -> tuple[QuoteFinding, ...]:
    """The quotes with `speaker` and `attribution`; a quotation without a source goes on from the speaker before it."""
    out: list[QuoteFinding] = []
    last: int | None = None
    for quote in quotes:
        if quote.source is not None:
            speaker = _speaker(quote, parse, registry)
            attribution = quote.attribution if quote.attribution == "turn" else _attribution(quote.source, parse)
            out.append(replace(quote, speaker=speaker, attribution=attribution))
            if quote.parent is None:
                last = speaker
        elif quote.type == "direct" and last is not None and quote.parent is None:
            out.append(replace(quote, speaker=last, attribution="context"))
        else:
            out.append(quote)
    return tuple(out)


def _speaker(quote: QuoteFinding, parse: Parse, registry: Registry) -> int | None:
    assert quote.source is not None
    tokens = parse.within(quote.source)
    if len(tokens) == 1 and tokens[0].tag in PRONOUNS:
        return registry.resolve(quote.source)
    return registry.ensure(quote.source)


def _attribution(source: Span, parse: Parse) -> str:
    """A name or another phrase that says who it is, or words that only point back."""
    tokens = parse.within(source)
    return "explicit" if any(token.pos == "PROPN" for token in tokens) else "anaphor"
