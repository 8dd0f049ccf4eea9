"""Records as what a reader would call changed: where they stand, and what they say by the names of their fields."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from summitparse.records import Mention, Place, Release
from summitparse.view.wording import days

Fields = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Stated:
    """A record: its id, its places, its words for a person, and its fields. `field` is set for what is compared with
    nothing else: a title is no place."""

    id: str
    places: Sequence[Place]
    words: str
    fields: Fields
    field: str = ""


def _text(mention: Mention | None) -> str | None:
    return " ".join(mention.text.split()) if mention else None


def _header(release: Release) -> Iterator[Stated]:
    mentions = {"title": release.title, "subtitle": release.subtitle, "place": release.place}
    for name, mention in mentions.items():
        if mention:
            yield Stated(name, [mention], _text(mention) or "", {"text": _text(mention)}, name)
    published = release.published
    if published:
        yield Stated("published", [published], published.text, {"value": published.value}, "published")


def _quotes(release: Release) -> Iterator[Stated]:
    for quote in release.quotes:
        text = " ".join(quote.text.split())
        fields = {
            "text": text,
            "type": quote.type.value,
            "speaker": quote.speaker_name,
            "polarity": quote.polarity.value,
        }
        yield Stated(quote.id, quote.spans, text, fields)


def _figures(release: Release) -> Iterator[Stated]:
    times = {date.id: days(date.first, date.last) for date in release.dates}
    times |= {range_.id: days(range_.first, range_.last) for range_ in release.ranges}
    for figure in release.figures:
        fields = {
            "value": figure.value,
            "upper": figure.upper,
            "unit": figure.unit,
            "bound": figure.bound.value,
            "change": figure.change and figure.change.value,
            "measure": _text(figure.measure),
            "entity": _text(figure.entity),
            "period": times.get(figure.period) if figure.period else None,
            "speaker": figure.speaker_name,
        }
        yield Stated(figure.id, [figure], _text(figure) or "", fields)


def _dates(release: Release) -> Iterator[Stated]:
    for date in release.dates:
        yield Stated(
            date.id, [date], _text(date) or "", {"type": date.type.value, "value": date.value, "mod": date.mod}
        )
    for range_ in release.ranges:
        yield Stated(range_.id, [range_], _text(range_) or "", {"days": days(range_.first, range_.last)})


def _positions(release: Release) -> Iterator[Stated]:
    for position in release.positions:
        fields = {
            "act": position.act.value,
            "text": _text(position),
            "actor": position.actor_name,
            "addressee": _text(position.addressee),
            "polarity": position.polarity.value,
        }
        yield Stated(position.id, [position], _text(position) or "", fields)


def _documents(release: Release) -> Iterator[Stated]:
    for document in release.documents:
        fields = {
            "title": " ".join(document.title.split()),
            "type": document.type.value,
            "status": document.status.value,
            "parties": ", ".join(document.parties),
            "signatories": ", ".join(document.signatories),
            "period": days(document.first, document.last),
            "date": document.date,
            "place": document.place,
        }
        yield Stated(document.id, [document], " ".join(document.title.split()), fields)


KINDS: Mapping[str, Callable[[Release], Iterator[Stated]]] = {
    "header": _header,
    "quotes": _quotes,
    "figures": _figures,
    "dates": _dates,
    "positions": _positions,
    "documents": _documents,
}
