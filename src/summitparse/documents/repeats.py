"""Each instrument once, though a release may tell of it in its headline, its report and its speeches."""

import re
from collections.abc import Iterable
from dataclasses import replace

from summitparse.documents.candidate import Candidate
from summitparse.findings import Span
from summitparse.instruments.vocabulary import vocabulary

# A title of so many words that mean something is told again where a longer one has them all.
_ENOUGH = 4
_BARE = 3
_COMPARED = 60
_EMPTY = frozenset(("a", "an", "the", "of", "on", "in", "and", "for", "to", "with"))

_WRITTEN = {"mou": ("memorandum", "understanding"), "mous": ("memorandum", "understanding"), "moa": ("memorandum",)}


def without_repeats(candidates: Iterable[Candidate], headline: Span | None) -> list[Candidate]:
    """In text order, none inside another.

    A headline gives way to the report of an instrument of its type, unless that says no more than "a protocol". Of
    mentions with the same words the first stays, and what is told again later in fewer words goes.
    """
    kept: list[Candidate] = []
    for one in sorted(candidates, key=lambda c: (c.span.start, -c.span.end)):
        if one.span.end > one.span.start and (not kept or one.span.start >= kept[-1].span.end):
            kept.append(one)
    told = [one for one in kept if headline is None or not headline.contains(one.span)]
    body = {one.type for one in told if len(content_words(one.title)) > 1}
    seen: dict[str, dict[frozenset[str], int]] = {}
    once: list[Candidate] = []
    for one in kept:
        words = content_words(one.title)
        before = seen.setdefault(one.type, {})
        if headline is not None and headline.contains(one.span) and one.type in body:
            continue
        if words in before and _only_mentioned(once[before[words]]) and not _only_mentioned(one):
            once[before[words]] = one
            continue
        if words in before or _told(one.title, words, before):
            _learn(once, before.get(words), one)
            continue
        before[words] = len(once)
        once.append(one)
    return sorted(once, key=lambda c: c.span)


def _only_mentioned(one: Candidate) -> bool:
    return ".mention" in one.rule


def _learn(once: list[Candidate], known: int | None, again: Candidate) -> None:
    """ "The MoU on ports was signed by …": who signed may be told where an instrument is named again."""
    if known is None or once[known].signers or once[known].behind or again.status != once[known].status:
        return
    once[known] = replace(once[known], signers=again.signers, behind=again.behind)


def _told(title: str, words: frozenset[str], before: Iterable[frozenset[str]]) -> bool:
    """Fewer words of one before: enough to know it again, or nothing but the kind ("the executive order")."""
    if len(words) < _ENOUGH and (len(words) > _BARE or not vocabulary("topical").isdisjoint(title.split(" ")[1:-1])):
        return False
    return any(words < other for other in list(before)[:_COMPARED])


def content_words(title: str) -> frozenset[str]:
    """The words of a title that tell it from others; abbreviations of kinds are written out."""
    words = re.findall(r"\w+", title.lower())
    return frozenset(part for word in words for part in _WRITTEN.get(word, (word,))) - _EMPTY
