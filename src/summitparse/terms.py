"""The closed sets of words that the records' fields take: the terms of the output contract."""

from enum import StrEnum


class QuoteType(StrEnum):
    DIRECT = "direct"
    MIXED = "mixed"
    INDIRECT = "indirect"


class Attribution(StrEnum):
    """How the speaker is known: named in the quote's own sentence, by a role or pronoun there, carried from the text
    around it, by a speaker label, or not at all."""

    EXPLICIT = "explicit"
    ANAPHOR = "anaphor"
    CONTEXT = "context"
    TURN = "turn"
    NONE = "none"


class Polarity(StrEnum):
    """Whether what is reported was said or done: it was, it was not ("denied saying"), it is only thought of ("if he
    says"), or it is still to come ("will say")."""

    ASSERTED = "asserted"
    NEGATED = "negated"
    UNREAL = "unreal"
    PLANNED = "planned"


class Act(StrEnum):
    """What an actor does by a position; `docs/positions.md` maps each to PLOVER's event types and Searle's classes."""

    DISCUSS = "discuss"
    STATE = "state"
    AGREE = "agree"
    COMMIT = "commit"
    REQUEST = "request"
    APPRECIATE = "appreciate"
    CRITICISE = "criticise"
    REJECT = "reject"
    ANNOUNCE = "announce"


class ActorKind(StrEnum):
    PERSON = "person"
    ORGANISATION = "organisation"
    GROUP = "group"
    DOCUMENT = "document"


class FigureKind(StrEnum):
    MONEY = "money"
    PERCENT = "percent"
    QUANTITY = "quantity"
    COUNT = "count"
    ORDINAL = "ordinal"
    AGE = "age"
    RANK = "rank"
    RATIO = "ratio"


class Bound(StrEnum):
    EQUAL = "="
    MORE = ">"
    LESS = "<"
    AT_LEAST = ">="
    AT_MOST = "<="
    ABOUT = "~"


class Change(StrEnum):
    UP = "up"
    DOWN = "down"


class TimexType(StrEnum):
    DATE = "DATE"
    TIME = "TIME"
    DURATION = "DURATION"
    SET = "SET"


class EventKind(StrEnum):
    MEETING = "meeting"
    TALKS = "talks"
    VISIT = "visit"
    SUMMIT = "summit"
    CEREMONY = "ceremony"
    CALL = "call"
    CONFERENCE = "conference"
    OTHER = "other"


class InstrumentType(StrEnum):
    TREATY = "treaty"
    AGREEMENT = "agreement"
    MEMORANDUM = "memorandum"
    PROTOCOL = "protocol"
    DECLARATION = "declaration"
    STATEMENT = "statement"
    PROGRAMME = "programme"
    PLAN = "plan"
    STRATEGY = "strategy"
    ROADMAP = "roadmap"
    DECISION = "decision"
    RESOLUTION = "resolution"
    DECREE = "decree"
    CONTRACT = "contract"
    LETTER = "letter"
    OTHER = "other"


class InstrumentStatus(StrEnum):
    SIGNED = "signed"
    ADOPTED = "adopted"
    APPROVED = "approved"
    ANNOUNCED = "announced"
    PLANNED = "planned"


class ReviewStatus(StrEnum):
    """A record that a person found right, has corrected, or has added."""

    ACCEPTED = "accepted"
    CORRECTED = "corrected"
    ADDED = "added"


class WarningCode(StrEnum):
    """Stable codes; `docs/warnings.md` has a line on each."""

    UNCLOSED_QUOTE = "unclosed-quote"
    UNOPENED_QUOTE = "unopened-quote"
    ELIDED_UNIT = "elided-unit"
    ASSUMED_CURRENCY = "assumed-currency"
    SEVERAL_RELEASES = "several-releases"
    NOT_ENGLISH = "not-english"
    NO_BODY = "no-body"
    NO_REFERENCE_DATE = "no-reference-date"
    DECODED_WITH_LOSS = "decoded-with-loss"
    GUESSED_ENCODING = "guessed-encoding"
    CONTROL_CHARACTERS = "control-characters"
    CONVERTED = "converted"
