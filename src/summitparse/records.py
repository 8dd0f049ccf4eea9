"""The output contract as Pydantic models: one release in, one `Release` out. Start reading here.

Offsets are half-open `[start, end)` in Unicode code points of the release's text. Field names are those of the field:
source, cue and content (quotation research: PARC, PolNeAR), TIMEX3 (ISO 24617-1), EDTF (ISO 8601-2), ISO 4217 and
UCUM (units), instrument (treaty practice). The words that a field may take are in `terms.py`. A change of either is a
change of `SCHEMA_VERSION`. Events, actors and ranges may be read without a confidence, which is 1 then.
"""

import datetime as dt
from typing import Annotated, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

from summitparse.consistency import check
from summitparse.exact import Number
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
    ReviewStatus,
    TimexType,
    WarningCode,
)
from summitparse.versions import SCHEMA_VERSION

Offset = Annotated[int, Field(ge=0)]
Confidence = Annotated[float, Field(ge=0, le=1)]
CountryCode = Annotated[str, Field(pattern=r"^[A-Z]{2}$")]


class Record(BaseModel):
    """What all records share: nothing unknown is let in, nothing is changed afterwards."""

    model_config = ConfigDict(extra="forbid", frozen=True, use_attribute_docstrings=True)


class Review(Record):
    """What a person has decided: the record was right, is corrected, or was missed; by whom, and when (ISO 8601)."""

    status: ReviewStatus
    """accepted: found right; corrected: changed by the person; added: missed until then."""
    by: str | None
    """The name that the person gave."""
    at: str | None
    """When it was decided (ISO 8601)."""


class Identified(Record):
    """What other records may name. `review` is there only where a person has looked at the record."""

    id: str
    """The id of this record, unique in its release ("Q3"); other records name it by this."""
    review: Review | None = Field(default=None, exclude_if=lambda review: review is None)
    """What a person has decided about the record; left out where nobody has."""


class Worded(Record):
    """What stands there, word for word."""

    text: str
    """The words as they stand in the text."""


class Place(Record):
    """A stretch `[start, end)` of the text."""

    start: Offset
    """Where it begins: Unicode code points from the beginning of the text."""
    end: Offset
    """Where it ends: the position behind its last character."""

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
    """The day, with the time where it is given (ISO 8601): "2024-01-30", "2024-01-30T10:15:00+03:00"."""


class Source(Record):
    """Where the release came from; `sha256` is that of the input bytes."""

    name: str
    """The file or member of an archive, "-" for standard input, or what a line of JSONL calls it."""
    media_type: str
    """What the input is, as in "text/html"."""
    encoding: str | None
    """The character set that it was decoded from; null where the format has none of its own."""
    sha256: str
    """The SHA-256 of the input bytes, as hexadecimal digits."""
    url: str | None = None
    """Where a page was fetched by `summitparse watch`; only then."""
    canonical: str | None = None
    """The address that the page itself gives; only where it was fetched and says so."""
    retrieved: dt.datetime | None = None
    """When it was fetched (UTC); only then."""


class Issuer(Record):
    """Who publishes the release. `name` is null where only the country (ISO 3166-1 alpha-2) is known."""

    name: Mention | None
    """Where the text names the publisher; null where only the country is known."""
    country: CountryCode | None
    """The country of the publisher (ISO 3166-1 alpha-2)."""


class Event(Record):
    """What the release reports: where, which calendar days (inclusive), between whom (actor ids)."""

    name: Mention
    """The words that name the event."""
    kind: EventKind
    """What kind of event it is."""
    place: Mention | None
    """Where it took place, in the words of the text."""
    first: dt.date | None
    """Its first calendar day."""
    last: dt.date | None
    """Its last calendar day, inclusive."""
    participants: list[str]
    """The ids of the actors who took part."""
    confidence: Confidence = 1.0
    """How often kind and days of such an event are right, from 0 to 1."""


class Actor(Identified):
    """Who speaks or takes part."""

    kind: ActorKind
    """A person, an organisation, a group of actors, or a document that speaks."""
    name: str | None
    """The fullest form of the name in the text; null where only a role is given."""
    country: CountryCode | None
    """The country of the affiliation (ISO 3166-1 alpha-2)."""
    titles: list[str]
    """Offices and forms of address that the text gives, in its order."""
    affiliation: str | None
    """The country or body that the actor stands for."""
    members: list[str]
    """The ids of the actors that a group is made of."""
    mentions: list[Mention]
    """Every place where the text speaks of the actor."""
    confidence: Confidence = 1.0
    """How often such an actor is one of those who speak or take part, by the right name, from 0 to 1."""


class Quote(Identified):
    """One attribution. `spans` is the content without quotation marks (a reported clause with its "that"), `quoted`
    what of it stands in marks; `speaker_name` is the speaker's name, else the role; `confidence` is calibrated: of
    quotes at 0.9, nine in ten are right; `rule` is what `summitparse explain` and `docs/rules` know it by."""

    type: QuoteType
    """direct: in quotation marks, or a turn; indirect: a reported clause; mixed: one with words in marks."""
    text: str
    """The content without its quotation marks; several stretches are joined with a blank."""
    spans: Annotated[list[Place], Field(min_length=1)]
    """Where the content stands, a stretch each, without quotation marks."""
    quoted: list[Place]
    """What of the content stands in quotation marks, the marks included."""
    source: Mention | None
    """The words that say who speaks ("the minister")."""
    cue: Mention | None
    """The word of speech ("said"); null where there is none."""
    speaker: str | None
    """The id of the actor who speaks; null where the text leaves it open."""
    speaker_name: str | None
    """The name of that actor, else the role."""
    polarity: Polarity
    """asserted: it was said; negated: it was not; unreal: it might be; planned: it will be."""
    attribution: Attribution
    """How the speaker was found: named beside it, by a pronoun or role, by the context, by a turn, or not at all."""
    confidence: Confidence
    """How often words and speaker of such a quote are right, from 0 to 1."""
    rule: str
    """The rule that made this record; `summitparse explain` and docs/rules know it by this name."""
    closed: bool
    """False where the closing quotation mark is missing."""
    parent: str | None
    """The id of the quote that this one stands in."""


class Figure(Mention, Identified):
    """A value with its unit (ISO 4217, "%", UCUM, or the thing counted), bound and direction of change, and what
    makes it a fact: what it measures and whose (MeasEval's measured property and entity), for which period (a date or
    range id), in which quote and by whom it was said. `confidence`: value, unit and bound are right."""

    kind: FigureKind
    """What kind of number it is."""
    value: Number
    """The exact value, with its scale applied ("$3 billion" is 3000000000); of a range, the lower end."""
    upper: Number | None
    """The upper end of a range; null for a single value."""
    unit: str | None
    """A currency (ISO 4217), "%", a unit (UCUM), or the thing that is counted, in the singular."""
    bound: Bound
    """Whether the value is exact, about, or the least or the most that is said."""
    change: Change | None
    """Whether the figure is an increase or a decrease, where it is one."""
    measure: Mention | None
    """What is measured ("exports")."""
    entity: Mention | None
    """Whose it is, or what has it ("Norway")."""
    period: str | None
    """The id of the date or range that it is for."""
    quote: str | None
    """The id of the quote that it stands in."""
    speaker: str | None
    """The id of the actor who says it."""
    speaker_name: str | None
    """The name of that actor, else the role."""
    confidence: Confidence
    """How often value, unit and bound of such a figure are right, from 0 to 1."""
    rule: str
    """The rule that made this record; `summitparse explain` and docs/rules know it by this name."""


class Date(Mention, Identified):
    """A time expression: TIMEX3 type, value and mod; EDTF; first and last calendar day of the value, mod aside."""

    type: TimexType
    """The type of TIMEX3: a day or longer, a time of day, a duration, or a set of times."""
    value: str
    """The value of TIMEX3 (ISO 24617-1): "2024-01-30", "P3D", "2024-Q1"."""
    mod: str | None
    """The modifier of TIMEX3 (START, MID, END, APPROX …)."""
    edtf: str | None
    """The same in EDTF (ISO 8601-2), where it has a form there."""
    first: dt.date | None
    """The first calendar day of the value; null where nothing says which."""
    last: dt.date | None
    """The last calendar day of the value, inclusive."""
    quote: str | None
    """The id of the quote that it stands in."""
    confidence: Confidence
    """How often the value of such a date is right, from 0 to 1."""
    rule: str
    """The rule that made this record; `summitparse explain` and docs/rules know it by this name."""


class Range(Mention, Identified):
    """Two dates that belong together (`from` and `to` are date ids), or one with an open end."""

    from_: Annotated[str | None, Field(alias="from")]
    """The id of the date that it begins with; null where it is open."""
    to: str | None
    """The id of the date that it ends with; null where it is open."""
    edtf: str | None
    """The interval in EDTF (ISO 8601-2)."""
    first: dt.date | None
    """The first calendar day."""
    last: dt.date | None
    """The last calendar day, inclusive."""
    confidence: Confidence = 1.0
    """How often first and last day of such a range are right, from 0 to 1."""
    rule: str
    """The rule that made this record; `summitparse explain` and docs/rules know it by this name."""

    model_config = ConfigDict(validate_by_name=True, serialize_by_alias=True)


class Position(Mention, Identified):
    """What an actor discussed, agreed on, promised, asked for, welcomed or condemned, where no clause of speech is
    reported. The span is the object; `cue` is the verb with what belongs to it ("expressed concern over"); `quote` is
    the speech in which the speaker performs it ("we condemn …")."""

    act: Act
    """What was done: discussed, stated, agreed, promised, asked for, welcomed, condemned and so on."""
    cue: Mention
    """The verb with what belongs to it ("expressed concern over")."""
    source: Mention | None
    """The words that say whose position it is."""
    actor: str | None
    """The id of the actor whose position it is."""
    actor_name: str | None
    """The name of that actor, else the role."""
    addressee: Mention | None
    """Whom it is directed at."""
    polarity: Polarity
    """asserted: it was done; negated: it was not; unreal: it might be; planned: it will be."""
    quote: str | None
    """The id of the quote in which the speaker takes it."""
    confidence: Confidence
    """How often act, object and actor of such a position are right, from 0 to 1."""
    rule: str
    """The rule that made this record; `summitparse explain` and docs/rules know it by this name."""


class Document(Place, Identified):
    """An instrument signed, adopted, approved, announced or planned; the span holds the words that are its alone."""

    title: str
    """The title of the document as the text gives it, or its kind and subject."""
    type: InstrumentType
    """The type of the instrument."""
    status: InstrumentStatus
    """Whether it was signed, adopted, approved, announced or planned."""
    parties: list[str]
    """The countries and bodies that it binds."""
    signatories: list[str]
    """The people who signed it."""
    period: str | None
    """The id of the date or range that it is for."""
    first: dt.date | None
    """The first calendar day that it is for."""
    last: dt.date | None
    """The last calendar day that it is for, inclusive."""
    date: dt.date | None
    """The day on which it was signed or adopted."""
    place: str | None
    """Where it was signed."""
    quote: str | None
    """The id of the quote that it stands in."""
    confidence: Confidence
    """How often words and type of such a document are right, from 0 to 1."""
    rule: str
    """The rule that made this record; `summitparse explain` and docs/rules know it by this name."""


class ReleaseWarning(Place):
    """Something that a reader should look at before citing the records near it."""

    code: WarningCode
    """What is the matter; docs/warnings.md explains each code."""
    message: str
    """A sentence for a person."""


class Release(Record):
    """One release and all its records."""

    schema_version: str = SCHEMA_VERSION
    """The version of this contract."""
    id: str | None
    """The id that came with the release, as of a line of JSONL."""
    source: Source
    """Where the release came from."""
    text: str | None = None
    """The text that all offsets point into; only where it was asked for."""
    language: str
    """"en", or "und" where the text is not English (ISO 639)."""
    title: Mention | None
    """The headline."""
    subtitle: Mention | None
    """The line below the headline that belongs to it."""
    published: Published | None
    """The line that says when the release was published."""
    place: Mention | None
    """The place that the release is dated from."""
    credits: list[Mention]
    """Agencies and press services that are named as its source."""
    issuer: Issuer | None
    """Who publishes it."""
    reference_date: dt.date | None
    """What relative dates are resolved against: given, or the day of publication."""
    event: Event | None
    """What the release reports."""
    actors: list[Actor]
    """Who speaks or takes part."""
    quotes: list[Quote]
    """Who said what, in the order of the text."""
    figures: list[Figure]
    """Amounts, percentages, quantities and counts, in the order of the text."""
    dates: list[Date]
    """Time expressions, in the order of the text."""
    ranges: list[Range]
    """Periods with two ends, or one that is open, in the order of the text."""
    positions: list[Position]
    """What actors discussed, agreed on, promised or asked for, in the order of the text."""
    documents: list[Document]
    """Agreements and other instruments, in the order of the text."""
    warnings: list[ReleaseWarning]
    """What to look at before citing the records near it, in the order of the text."""

    def _repr_html_(self) -> str:
        """What a notebook shows: the title and the records as tables."""
        from summitparse.view.notebook import to_html

        return to_html(self)

    @model_validator(mode="after")
    def _consistent(self) -> Self:
        check(self)
        return self
