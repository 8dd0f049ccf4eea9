"""The output contract as Pydantic models: one release in, one `Release` out. Start reading here.

Offsets are half-open `[start, end)` in Unicode code points of the release's text. Field names are those of the field:
source, cue and content (quotation research: PARC, PolNeAR), TIMEX3 (ISO 24617-1), EDTF (ISO 8601-2), ISO 4217 and
UCUM (units), instrument (treaty practice). The words that a field may take are in `terms.py`. A change of either is a
change of `SCHEMA_VERSION`.
"""

import datetime as dt
from decimal import Decimal
from math import isfinite
from typing import Annotated, Self

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, PlainSerializer, model_validator

from summitparse.terms import (
    Act,
    ActorKind,
    Attribution,
    Bound,
    Change,
    EventKind,
    FigureKind,
    InstrumentStatus,
    InstrumentType,
    Polarity,
    QuoteType,
    TimexType,
    WarningCode,
)

SCHEMA_VERSION = "2"


def _plain(value: Decimal) -> Decimal:
    """The value that its JSON has: whole values exactly and without an exponent, so that 4.0E+10 reads 40000000000;
    others as the shortest decimal of the nearest number that JSON readers keep, so that a third has 16 digits."""
    if value != value.to_integral_value():
        nearest = float(value)
        value = Decimal(repr(nearest)) if isfinite(nearest) else value
    whole = value.to_integral_value()
    return Decimal(int(whole)) if value == whole or not isfinite(float(value)) else value


def _number(value: Decimal) -> int | float:
    """A JSON number."""
    return int(value) if value == value.to_integral_value() else float(value)


Number = Annotated[
    Decimal,
    Field(allow_inf_nan=False),
    AfterValidator(_plain),
    PlainSerializer(_number, return_type=int | float, when_used="json"),
]
Offset = Annotated[int, Field(ge=0)]
Confidence = Annotated[float, Field(ge=0, le=1)]
CountryCode = Annotated[str, Field(pattern=r"^[A-Z]{2}$")]


class Record(BaseModel):
    """What all records share: nothing unknown is let in, nothing is changed afterwards."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Identified(Record):
    """What other records may name."""

    id: str


class Worded(Record):
    """What stands there, word for word."""

    text: str


class Place(Record):
    """A stretch `[start, end)` of the text."""

    start: Offset
    end: Offset

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.end < self.start:
            raise ValueError(f"span ends before it starts: [{self.start}, {self.end})")
        return self


class Mention(Place, Worded):
    """A stretch of the text with its words: `text[start:end]` equals `text`."""


class Published(Mention):
    """The publication line; `value` is ISO 8601 with as much as the text gives."""

    value: str


class Source(Record):
    """Where the release came from; `sha256` is that of the input bytes."""

    name: str
    media_type: str
    encoding: str | None
    sha256: str


class Issuer(Record):
    """Who publishes the release. `name` is null where only the country (ISO 3166-1 alpha-2) is known."""

    name: Mention | None
    country: CountryCode | None


class Event(Record):
    """What the release reports: where, which calendar days (inclusive), between whom (actor ids)."""

    name: Mention
    kind: EventKind
    place: Mention | None
    first: dt.date | None
    last: dt.date | None
    participants: list[str]


class Actor(Identified):
    """Who speaks or takes part. `name` is the fullest form in the text, null where only a role is given; `country` is
    that of the affiliation (ISO 3166-1 alpha-2)."""

    kind: ActorKind
    name: str | None
    country: CountryCode | None
    titles: list[str]
    affiliation: str | None
    members: list[str]
    mentions: list[Mention]


class Quote(Identified):
    """One attribution. `spans` is the content without quotation marks (a reported clause with its "that"), `quoted`
    what of it stands in marks; `speaker_name` is the speaker's name, else the role; `confidence` is calibrated: of
    quotes at 0.9, nine in ten are right; `rule` is what `summitparse explain` and `docs/rules` know it by."""

    type: QuoteType
    text: str
    spans: Annotated[list[Place], Field(min_length=1)]
    quoted: list[Place]
    source: Mention | None
    cue: Mention | None
    speaker: str | None
    speaker_name: str | None
    polarity: Polarity
    attribution: Attribution
    confidence: Confidence
    rule: str
    closed: bool
    parent: str | None


class Figure(Mention, Identified):
    """A value with its unit (ISO 4217, "%", UCUM, or the thing counted), bound and direction of change, and what
    makes it a fact: what it measures and whose (MeasEval's measured property and entity), for which period (a date or
    range id), in which quote and by whom it was said. `confidence`: value, unit and bound are right."""

    kind: FigureKind
    value: Number
    upper: Number | None
    unit: str | None
    bound: Bound
    change: Change | None
    measure: Mention | None
    entity: Mention | None
    period: str | None
    quote: str | None
    speaker: str | None
    speaker_name: str | None
    confidence: Confidence
    rule: str


class Date(Mention, Identified):
    """A time expression: TIMEX3 type, value and mod; EDTF; first and last calendar day of the value, mod aside."""

    type: TimexType
    value: str
    mod: str | None
    edtf: str | None
    first: dt.date | None
    last: dt.date | None
    quote: str | None
    confidence: Confidence
    rule: str


class Range(Mention, Identified):
    """Two dates that belong together (`from` and `to` are date ids), or one with an open end."""

    from_: Annotated[str | None, Field(alias="from")]
    to: str | None
    edtf: str | None
    first: dt.date | None
    last: dt.date | None
    rule: str

    model_config = ConfigDict(extra="forbid", frozen=True, validate_by_name=True, serialize_by_alias=True)


class Position(Mention, Identified):
    """What an actor discussed, agreed on, promised, asked for, welcomed or condemned, where no clause of speech is
    reported. The span is the object; `cue` is the verb with what belongs to it ("expressed concern over"); `quote` is
    the speech in which the speaker performs it ("we condemn …")."""

    act: Act
    cue: Mention
    source: Mention | None
    actor: str | None
    actor_name: str | None
    addressee: Mention | None
    polarity: Polarity
    quote: str | None
    confidence: Confidence
    rule: str


class Document(Place, Identified):
    """An instrument signed, adopted, approved, announced or planned; the span holds the words that are its alone."""

    title: str
    type: InstrumentType
    status: InstrumentStatus
    parties: list[str]
    signatories: list[str]
    period: str | None
    first: dt.date | None
    last: dt.date | None
    date: dt.date | None
    place: str | None
    quote: str | None
    confidence: Confidence
    rule: str


class ReleaseWarning(Place):
    """Something that a reader should look at before citing the records near it."""

    code: WarningCode
    message: str


class Release(Record):
    """One release and all its records. `text` is there only where it was asked for."""

    schema_version: str = SCHEMA_VERSION
    id: str | None
    source: Source
    text: str | None = None
    language: str
    title: Mention | None
    subtitle: Mention | None
    published: Published | None
    place: Mention | None
    credits: list[Mention]
    issuer: Issuer | None
    reference_date: dt.date | None
    event: Event | None
    actors: list[Actor]
    quotes: list[Quote]
    figures: list[Figure]
    dates: list[Date]
    ranges: list[Range]
    positions: list[Position]
    documents: list[Document]
    warnings: list[ReleaseWarning]

    def _repr_html_(self) -> str:
        """What a notebook shows: the title and the records as tables."""
        from summitparse.view.notebook import to_html

        return to_html(self)

    @model_validator(mode="after")
    def _consistent(self) -> Self:
        self._check_ids()
        self._check_order()
        if self.text is not None:
            self.check_text(self.text)
        return self

    def _check_ids(self) -> None:
        """Each id once; each id that is named exists and is of the right kind."""
        ids: dict[str, set[str]] = {
            kind: {record.id for record in getattr(self, kind)}
            for kind in ("actors", "quotes", "figures", "dates", "ranges", "positions", "documents")
        }
        count = sum(len(getattr(self, kind)) for kind in ids)
        if len(set().union(*ids.values())) != count:
            raise ValueError("an id is given twice")
        periods = ids["dates"] | ids["ranges"]
        named: list[tuple[str, set[str], str | None]] = [
            ("actors", ids["actors"], id_) for actor in self.actors for id_ in actor.members
        ]
        named += [("actors", ids["actors"], id_) for id_ in (self.event.participants if self.event else [])]
        for quote in self.quotes:
            named += [("actors", ids["actors"], quote.speaker), ("quotes", ids["quotes"], quote.parent)]
        for figure in self.figures:
            named += [("actors", ids["actors"], figure.speaker), ("quotes", ids["quotes"], figure.quote)]
            named.append(("dates or ranges", periods, figure.period))
        for range_ in self.ranges:
            named += [("dates", ids["dates"], range_.from_), ("dates", ids["dates"], range_.to)]
        for position in self.positions:
            named += [("actors", ids["actors"], position.actor), ("quotes", ids["quotes"], position.quote)]
        for document in self.documents:
            named += [
                ("quotes", ids["quotes"], document.quote),
                ("dates or ranges", periods, document.period),
            ]
        named += [("quotes", ids["quotes"], date.quote) for date in self.dates]
        for kind, known, id_ in named:
            if id_ is not None and id_ not in known:
                raise ValueError(f"{id_!r} is named but is none of the {kind}")

    def _check_order(self) -> None:
        for kind in ("figures", "dates", "ranges", "positions", "documents", "warnings"):
            starts = [record.start for record in getattr(self, kind)]
            if starts != sorted(starts):
                raise ValueError(f"{kind} are not in text order")
        starts = [quote.spans[0].start for quote in self.quotes]
        if starts != sorted(starts):
            raise ValueError("quotes are not in text order")

    def check_text(self, text: str) -> None:
        """Raises ValueError unless every mention is `text[start:end]` and every span lies within the text."""
        for place in self.places():
            if place.end > len(text):
                raise ValueError(f"[{place.start}, {place.end}) lies beyond the text's {len(text)} characters")
            if isinstance(place, Mention) and text[place.start : place.end] != place.text:
                raise ValueError(f"the text at [{place.start}, {place.end}) is not {place.text!r}")

    def places(self) -> list[Place]:
        """Every span and mention of the release."""
        found: list[Place | None] = [self.title, self.subtitle, self.published, self.place, *self.credits]
        if self.issuer:
            found.append(self.issuer.name)
        if self.event:
            found += [self.event.name, self.event.place]
        for actor in self.actors:
            found += actor.mentions
        for quote in self.quotes:
            found += [*quote.spans, *quote.quoted, quote.source, quote.cue]
        for figure in self.figures:
            found += [figure, figure.measure, figure.entity]
        for position in self.positions:
            found += [position, position.cue, position.source, position.addressee]
        found += [*self.dates, *self.ranges, *self.documents, *self.warnings]
        return [place for place in found if place is not None]
