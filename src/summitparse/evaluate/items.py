"""A release as the things that can be right or wrong: each with its place, its values and words for a person."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from summitparse.records import Mention, Place, Release

# Two records are about the same words where they share this part of the characters that either has.
SHARED = 0.5
# The words of a quote are the record, so more of them must be the same.
SHARED_OF_QUOTE = 0.8

Spans = tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Item:
    """One thing to find. `spans` say where, `values` (by the names of their fields) what is right about it."""

    spans: Spans
    values: tuple[tuple[str, object], ...]
    words: str


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of items, and how much of their words two must share to be about the same."""

    name: str
    read: Callable[[Release], Iterator[Item]]
    shared: float = SHARED


def _spans(places: Sequence[Place]) -> Spans:
    return tuple((place.start, place.end) for place in places)


def folded(text: str | None) -> str | None:
    """A name for comparison: no case, runs of spaces as one."""
    return None if text is None else " ".join(text.casefold().split())


def _header(release: Release) -> Iterator[Item]:
    mentions: tuple[tuple[str, Mention | None], ...] = (
        ("title", release.title),
        ("subtitle", release.subtitle),
        ("place", release.place),
    )
    for name, mention in mentions:
        if mention:
            yield Item(_spans([mention]), (("field", name),), f"{name}: {mention.text}")
    if release.published:
        words = f"published: {release.published.text}"
        values = (("field", "published"), ("value", release.published.value))
        yield Item(_spans([release.published]), values, words)


def _quotes(release: Release) -> Iterator[Item]:
    for quote in release.quotes:
        yield Item(_spans(quote.spans), (("type", quote.type.value),), quote.text)


def _speakers(release: Release) -> Iterator[Item]:
    for quote in release.quotes:
        if quote.speaker is not None:
            yield Item(_spans(quote.spans), (("speaker", folded(quote.speaker_name)),), quote.text)


def _figures(release: Release) -> Iterator[Item]:
    for figure in release.figures:
        values = (
            ("kind", figure.kind.value),
            ("value", figure.value),
            ("upper", figure.upper),
            ("unit", figure.unit),
            ("bound", figure.bound.value),
        )
        yield Item(_spans([figure]), values, figure.text)


def _dates(release: Release) -> Iterator[Item]:
    for date in release.dates:
        yield Item(_spans([date]), (("type", date.type.value), ("value", date.value)), date.text)


def _ranges(release: Release) -> Iterator[Item]:
    for range_ in release.ranges:
        yield Item(_spans([range_]), (("first", range_.first), ("last", range_.last)), range_.text)


def _documents(release: Release) -> Iterator[Item]:
    for document in release.documents:
        values = (("type", document.type.value), ("status", document.status.value))
        yield Item(_spans([document]), values, document.title)


def _positions(release: Release) -> Iterator[Item]:
    for position in release.positions:
        values = (("act", position.act.value), ("actor", folded(position.actor_name)))
        yield Item(_spans([position]), values, position.text)


def _actors(release: Release) -> Iterator[Item]:
    """Actors have no one place: they are compared by name."""
    for actor in release.actors:
        if actor.name:
            yield Item((), (("name", folded(actor.name)), ("kind", actor.kind.value)), actor.name)


KINDS = (
    Kind("header", _header),
    Kind("quotes", _quotes, SHARED_OF_QUOTE),
    Kind("speakers", _speakers, SHARED_OF_QUOTE),
    Kind("figures", _figures),
    Kind("dates", _dates),
    Kind("ranges", _ranges),
    Kind("positions", _positions),
    Kind("documents", _documents),
    Kind("actors", _actors),
)
