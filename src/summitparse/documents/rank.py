"""Which candidates are records: scores by the weights of `models/documents`."""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from summitparse.documents.candidate import Candidate
from summitparse.documents.repeats import content_words
from summitparse.documents.times import Times
from summitparse.lines.model import Layout
from summitparse.ranking.linear import Linear
from summitparse.rules import weigh

# A candidate less likely than this is no record. Chosen on the training releases, by service.
LEAST_SURE = 0.5
# So many characters of the body are its first sentences, and its first paragraphs.
_FIRST, _EARLY = 400, 1200


def choose(
    candidates: Iterable[Candidate], layout: Layout, times: Times, reference: dt.date | None, model: Linear
) -> Iterator[Candidate]:
    """The candidates that are likely records, with how likely; what was signed long ago is no news."""
    for one in candidates:
        if reference is not None and times.long_ago(layout.clean, one, reference):
            weigh(one.rule, one.span, "it was signed long ago")
            continue
        chance = model.chance(model.score(features_of(one, layout, times, reference)))
        if chance >= LEAST_SURE:
            yield replace(one, chance=chance)
        else:
            weigh(one.rule, one.span, f"less sure than {LEAST_SURE}", chance=chance)


def features_of(one: Candidate, layout: Layout, times: Times, reference: dt.date | None) -> Mapping[str, float]:
    """The signs of a candidate, of its place in the release and of when it is told to have been signed."""
    signs = {*one.signs, f"rule={one.rule}", f"verb={one.lemma}", f"status={one.status}"}
    signs.add(f"verb-kind={one.lemma}-{one.type}")
    header = layout.header
    for name, span in (("title", header.title), ("subtitle", header.subtitle)):
        if span is not None and span.contains(one.span):
            signs.add(f"in-{name}")
    signs |= {f"{one.rule.split('-')[0]}-{sign}" for sign in _about(one, layout)}
    signs |= {f"told={when}" for when in times.told_when(layout.clean, one.sentence, one.around, reference)}
    return dict.fromkeys(sorted(signs), 1.0)


def _about(one: Candidate, layout: Layout) -> Iterator[str]:
    """Whether the headline speaks of it, and how early the release does."""
    header = layout.header
    body = max((span.end for span in (header.title, header.subtitle) if span is not None), default=0)
    named = header.title
    if named is not None and not named.contains(one.span):
        headline = content_words(layout.clean[named.start : named.end])
        own = content_words(one.title)
        yield f"headline={min(3, len(own & headline))}"
        if own <= headline:
            yield "all-in-headline"
    yield "first" if one.span.start - body < _FIRST else "early" if one.span.start - body < _EARLY else "late"
