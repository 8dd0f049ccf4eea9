"""Each instrument once, though a release may tell of it in its headline, its report and its speeches."""

import re
from collections.abc import Iterable

from summitparse.documents.candidate import Candidate
from summitparse.findings import Span

# A title of so many words that mean something is told again where a longer one has them all.
_ENOUGH = 4
_BARE = 3
_SUBJECT = re.compile(r" (?:on|for|of|to|in|between|with|about|concerning|regarding) ")
_COMPARED = 60
_EMPTY = frozenset(("a", "an", "the", "of", "on", "in", "and", "for", "to", "with"))


def without_repeats(candidates: Iterable[Candidate], headline: Span | None) -> list[Candidate]:
    """In text order, none inside another.

    Of mentions with the same words the first stays; what the headline announces goes where the body reports an
    instrument of its type; and what is told again later in fewer words goes.
    """
    kept: list[Candidate] = []
    for one in sorted(candidates, key=lambda c: (c.span.start, -c.span.end)):
        if one.span.end > one.span.start and (not kept or one.span.start >= kept[-1].span.end):
            kept.append(one)
    inside = [headline is not None and headline.contains(one.span) for one in kept]
    body = {one.type for one, above in zip(kept, inside, strict=True) if not above and "noun" not in one.rule}
    seen: dict[str, dict[frozenset[str], None]] = {}
    once = []
    for one, above in zip(kept, inside, strict=True):
        words = _words(one.title)
        before = seen.setdefault(one.type, {})
        if (above and one.type in body) or words in before or _told(one.title, words, before):
            continue
        before[words] = None
        once.append(one)
    return once


def _told(title: str, words: frozenset[str], before: dict[frozenset[str], None]) -> bool:
    """Fewer words of one before: enough to know it again, or nothing but the kind ("the executive order")."""
    if len(words) < _ENOUGH and (len(words) > _BARE or _SUBJECT.search(title)):
        return False
    return any(words < other for other in list(before)[:_COMPARED])


def _words(title: str) -> frozenset[str]:
    """The words of a title that tell it from others."""
    return frozenset(re.findall(r"\w+", title.lower())) - _EMPTY
