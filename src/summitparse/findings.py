"""What the finders hand to each other: light frozen records around one `Span`.

The contract with users is `records.py`; these are its raw material. A number that names another finding
(`parent`, `speaker`, `period` …) is that finding's position in its own sequence; `assemble` turns it into an id.
"""

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple


class Span(NamedTuple):
    """A half-open stretch `[start, end)` of the text, in Unicode code points."""

    start: int
    end: int

    def overlaps(self, other: "Span") -> bool:
        return self.start < other.end and other.start < self.end

    def contains(self, other: "Span") -> bool:
        return self.start <= other.start and other.end <= self.end


@dataclass(frozen=True, slots=True)
class Notice:
    """Something that a reader should look at; `code` is one of `terms.WarningCode`."""

    code: str
    message: str
    span: Span


@dataclass(frozen=True, slots=True)
class DateFinding:
    """A time expression in terms of TIMEX3 (TimeML 1.2.1), EDTF (ISO 8601-2) and calendar days."""

    span: Span
    type: str
    value: str
    mod: str | None = None
    edtf: str | None = None
    first: dt.date | None = None
    last: dt.date | None = None
    rule: str = ""


@dataclass(frozen=True, slots=True)
class RangeFinding:
    """Two dates that belong together, or one with an open end; `begin` and `end` are positions among the dates."""

    span: Span
    begin: int | None
    end: int | None
    edtf: str | None = None
    first: dt.date | None = None
    last: dt.date | None = None
    rule: str = ""


@dataclass(frozen=True, slots=True)
class TimeFindings:
    """All that `find_dates` returns, both in text order."""

    dates: tuple[DateFinding, ...] = ()
    ranges: tuple[RangeFinding, ...] = ()


@dataclass(frozen=True, slots=True)
class PeriodRef:
    """Which time finding something is for: `kind` is "date" or "range"."""

    kind: str
    index: int


@dataclass(frozen=True, slots=True)
class FigureFinding:
    """A value with its unit; `number` is the part of `span` that is the number itself (digits and scale word)."""

    span: Span
    number: Span
    kind: str
    value: Decimal
    upper: Decimal | None = None
    unit: str | None = None
    bound: str = "="
    change: str | None = None
    measure: Span | None = None
    entity: Span | None = None
    period: PeriodRef | None = None
    rule: str = ""


@dataclass(frozen=True, slots=True)
class ActorFinding:
    """Who speaks or takes part, with every place in the text that is resolved to them."""

    kind: str
    name: str | None
    titles: tuple[str, ...] = ()
    affiliation: str | None = None
    country: str | None = None
    members: tuple[int, ...] = ()
    mentions: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class QuoteFinding:
    """One attribution: content, cue, source (PARC and PolNeAR terms), and the speaker once it is resolved."""

    type: str
    spans: tuple[Span, ...]
    quoted: tuple[Span, ...] = ()
    source: Span | None = None
    cue: Span | None = None
    speaker: int | None = None
    polarity: str = "asserted"
    attribution: str = "none"
    confidence: float = 0.5
    closed: bool = True
    parent: int | None = None
    rule: str = ""


@dataclass(frozen=True, slots=True)
class PositionFinding:
    """What an actor does by speaking, without a reported clause; `span` is the object, `actor` a position among the
    actors, `act` one of `terms.Act`; `in_speech` says that the speaker of the quote around it performs it."""

    span: Span
    act: str
    cue: Span
    source: Span | None = None
    actor: int | None = None
    addressee: Span | None = None
    polarity: str = "asserted"
    in_speech: bool = False
    confidence: float = 0.5
    rule: str = ""


@dataclass(frozen=True, slots=True)
class IssuerFinding:
    """Who publishes the release, by name, by country (ISO 3166-1 alpha-2), or by both."""

    name: Span | None = None
    country: str | None = None


@dataclass(frozen=True, slots=True)
class DocumentFinding:
    """An instrument; `span` holds the words that are its alone, `title` what a person would write down."""

    span: Span
    title: str
    type: str
    status: str
    parties: tuple[str, ...] = ()
    signatories: tuple[str, ...] = ()
    period: PeriodRef | None = None
    date: dt.date | None = None
    place: str | None = None
    rule: str = ""


@dataclass(frozen=True, slots=True)
class EventFinding:
    """The meeting, visit, summit or ceremony that the release reports; participants are positions among the actors."""

    name: Span
    kind: str
    place: Span | None = None
    first: dt.date | None = None
    last: dt.date | None = None
    participants: tuple[int, ...] = ()
