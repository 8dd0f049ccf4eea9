"""Values of records in the words that a reader expects, the same in every view."""

import datetime as dt
import re
from collections.abc import Sequence
from decimal import Decimal
from typing import Protocol

from summitparse.countries import find_countries
from summitparse.records import Actor, Date, Document, Event, Figure, Position, Quote, Range, Release
from summitparse.terms import Attribution, Bound, Change

BOUNDS = {
    Bound.EQUAL: "",
    Bound.MORE: "more than ",
    Bound.LESS: "less than ",
    Bound.AT_LEAST: "at least ",
    Bound.AT_MOST: "at most ",
    Bound.ABOUT: "about ",
}
CHANGES = {Change.UP: "▲ up", Change.DOWN: "▼ down"}
# How the speaker is known, as the end of "speaker known by …".
ATTRIBUTIONS = {
    Attribution.EXPLICIT: "the name in the sentence",
    Attribution.ANAPHOR: "a role or pronoun there",
    Attribution.CONTEXT: "the text around",
    Attribution.TURN: "a speaker label",
    Attribution.NONE: "",
}
NOBODY = "nobody named"
# Records less sure than this are drawn with a dashed frame.
DOUBTFUL = 0.7
PARTICLES = frozenset(("of", "the", "for", "and", "to", "s"))


SURE = "Sure"


class Sure(Protocol):
    """A record that says how sure it is."""

    @property
    def confidence(self) -> float: ...


def sure(record: Sure) -> str:
    """How sure a record is, to two digits."""
    return f"{record.confidence:.2f}"


def number(value: Decimal) -> str:
    """Digits in groups of three, no exponent, no idle zeros."""
    if value == value.to_integral_value() and abs(value) < 10**30:
        return f"{int(value):,}"
    plain = f"{value.normalize():,f}" if -12 < value.adjusted() < 30 else f"{value.normalize()}"
    return plain


SCALES = ((Decimal(10**12), "trillion"), (Decimal(10**9), "billion"), (Decimal(10**6), "million"))


def short_number(value: Decimal) -> str:
    """From a million on in scale words, where that takes at most four decimals: "3.2 billion"."""
    for scale, word in SCALES:
        if scale <= abs(value) < 10**16 and value / scale == round(value / scale, 4):
            return f"{number(value / scale)} {word}"
    return number(value)


def amount(figure: Figure) -> str:
    """Bound, value or range, and unit: "more than 40 billion USD"."""
    value = short_number(figure.value)
    if figure.upper is not None:
        value = f"{value} to {short_number(figure.upper)}"
    space = "" if figure.unit == "%" else " "
    return f"{BOUNDS[figure.bound]}{value}{space + figure.unit if figure.unit else ''}"


def days(first: dt.date | None, last: dt.date | None) -> str:
    """Inclusive calendar days: a day, a whole month or year, or first and last; an open end is an ellipsis."""
    if first is None and last is None:
        return ""
    if first is None or last is None:
        return f"{first or '…'} to {last or '…'}"
    if first == last:
        return str(first)
    next_day = last + dt.timedelta(days=1) if last < dt.date.max else last
    if first.day == 1 and next_day.day == 1:
        if first.month == 1 and next_day.month == 1:
            return str(first.year) if first.year == last.year else f"{first.year} to {last.year}"
        if (first.year, first.month) == (last.year, last.month):
            return f"{first:%Y-%m}"
    return f"{first} to {last}"


def act_words(position: Position) -> str:
    """The act, and whether it is negated or planned: "commit (planned)"."""
    polarity = "" if position.polarity == "asserted" else f" ({position.polarity.value})"
    return position.act.value + polarity


def quote_words(quote: Quote) -> str:
    """The words of a quote, in marks where they are the speaker's own."""
    return f"“{quote.text}”" if quote.type == "direct" else quote.text


def actor_name(actor: Actor) -> str:
    """The name, else the first title, else the first mention, else the id."""
    if actor.name:
        return actor.name
    if actor.titles:
        return actor.titles[0]
    return actor.mentions[0].text if actor.mentions else actor.id


def office(actor: Actor) -> str:
    """Titles and affiliation, each office and each country once: of "President of Belarus", "Belarusian President" and
    "Belarus" the first says it all."""
    said = [*actor.titles, actor.affiliation or ""]
    shown: list[tuple[str, frozenset[str]]] = []
    known = [] if actor.name else [_meaning(actor_name(actor))]
    for words, meaning in sorted(((one, _meaning(one)) for one in said), key=lambda one: -len(one[1])):
        if not any(meaning <= other for other in (*known, *(other for _, other in shown))):
            shown.append((words, meaning))
    return ", ".join(sorted((words for words, _ in shown), key=said.index))


def _meaning(words: str) -> frozenset[str]:
    """What a title says: its words without capitals and particles, a country by its code."""
    for mention in reversed(find_countries(words)):
        words = f"{words[: mention.span.start]} {mention.country.alpha2} {words[mention.span.end :]}"
    return frozenset(re.findall(r"\w+", words.casefold())) - PARTICLES


def citation(release: Release) -> str:
    """What a record is cited by: headline, day, and where the release is from."""
    title = " ".join(release.title.text.split()) if release.title else ""
    day = release.published.value[:10] if release.published else str(release.reference_date or "")
    return ", ".join(filter(None, (title, day, release.source.url or release.source.name)))


class Names:
    """The words for the ids of one release."""

    def __init__(self, release: Release) -> None:
        self._actors = {actor.id: actor_name(actor) for actor in release.actors}
        self._times: dict[str, Date | Range] = {date.id: date for date in release.dates}
        self._times |= {range_.id: range_ for range_ in release.ranges}

    def speaker(self, id_: str | None) -> str:
        return NOBODY if id_ is None else self._actors[id_]

    def actors(self, ids: Sequence[str]) -> str:
        return ", ".join(self._actors[id_] for id_ in ids)

    def period(self, id_: str | None) -> str:
        """The calendar days of a date or range, or its words where it has none."""
        if id_ is None:
            return ""
        time = self._times[id_]
        return days(time.first, time.last) or time.text


def event_name(event: Event) -> str:
    """The words of the release, and the kind where they do not say it: "summit of the Council (meeting)"."""
    name = " ".join(event.name.text.split())
    return name if event.kind in name.casefold() or event.kind == "other" else f"{name} ({event.kind.value})"


def document_period(document: Document, names: Names) -> str:
    return days(document.first, document.last) or names.period(document.period)
