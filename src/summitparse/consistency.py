"""What holds between the records of a release: ids that exist, the order of the text, words at their places."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from summitparse.records import Place, Release


def check(release: "Release") -> None:
    """Raises ValueError where a release contradicts itself."""
    check_ids(release)
    check_order(release)
    if release.text is not None:
        check_text(release, release.text)


def check_ids(release: "Release") -> None:
    """Each id once; each id that is named exists and is of the right kind."""
    ids: dict[str, set[str]] = {
        kind: {record.id for record in getattr(release, kind)}
        for kind in ("actors", "quotes", "figures", "dates", "ranges", "positions", "documents")
    }
    count = sum(len(getattr(release, kind)) for kind in ids)
    if len(set().union(*ids.values())) != count:
        raise ValueError("an id is given twice")
    periods = ids["dates"] | ids["ranges"]
    named: list[tuple[str, set[str], str | None]] = [
        ("actors", ids["actors"], id_) for actor in release.actors for id_ in actor.members
    ]
    named += [("actors", ids["actors"], id_) for id_ in (release.event.participants if release.event else [])]
    for quote in release.quotes:
        named += [("actors", ids["actors"], quote.speaker), ("quotes", ids["quotes"], quote.parent)]
    for figure in release.figures:
        named += [("actors", ids["actors"], figure.speaker), ("quotes", ids["quotes"], figure.quote)]
        named.append(("dates or ranges", periods, figure.period))
    for range_ in release.ranges:
        named += [("dates", ids["dates"], range_.from_), ("dates", ids["dates"], range_.to)]
    for position in release.positions:
        named += [("actors", ids["actors"], position.actor), ("quotes", ids["quotes"], position.quote)]
    for document in release.documents:
        named += [
            ("quotes", ids["quotes"], document.quote),
            ("dates or ranges", periods, document.period),
        ]
    named += [("quotes", ids["quotes"], date.quote) for date in release.dates]
    for kind, known, id_ in named:
        if id_ is not None and id_ not in known:
            raise ValueError(f"{id_!r} is named but is none of the {kind}")


def check_order(release: "Release") -> None:
    """Records stand in the order of the text."""
    for kind in ("figures", "dates", "ranges", "positions", "documents", "warnings"):
        starts = [record.start for record in getattr(release, kind)]
        if starts != sorted(starts):
            raise ValueError(f"{kind} are not in text order")
    starts = [quote.spans[0].start for quote in release.quotes]
    if starts != sorted(starts):
        raise ValueError("quotes are not in text order")


def check_text(release: "Release", text: str) -> None:
    """Raises ValueError unless every mention is `text[start:end]` and every span lies within the text."""
    for place in places(release):
        if place.end > len(text):
            raise ValueError(f"[{place.start}, {place.end}) lies beyond the text's {len(text)} characters")
        if (words := getattr(place, "text", None)) is not None and text[place.start : place.end] != words:
            raise ValueError(f"the text at [{place.start}, {place.end}) is not {words!r}")


def places(release: "Release") -> list["Place"]:
    """Every span and mention of the release."""
    found: list[Place | None] = [release.title, release.subtitle, release.published, release.place, *release.credits]
    if release.issuer:
        found.append(release.issuer.name)
    if release.event:
        found += [release.event.name, release.event.place]
    for actor in release.actors:
        found += actor.mentions
    for quote in release.quotes:
        found += [*quote.spans, *quote.quoted, quote.source, quote.cue]
    for figure in release.figures:
        found += [figure, figure.measure, figure.entity]
    for position in release.positions:
        found += [position, position.cue, position.source, position.addressee]
    found += [*release.dates, *release.ranges, *release.documents, *release.warnings]
    return [place for place in found if place is not None]
