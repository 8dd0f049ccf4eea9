"""The file of decisions that the report saves: which release by the hash of its text, and what was decided of it."""

import hashlib
import json
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any, Self

from pydantic import Field, ValidationError, model_validator

from summitparse.errors import UnreadableInput
from summitparse.records import Offset, Record
from summitparse.serialise import KINDS

# More than any reviewer decides, and small enough to be read at once.
MOST_BYTES = 64_000_000


class Verdict(StrEnum):
    """The record is right, is none, has another speaker, stands in other words, has another value, or was missed."""

    ACCEPT = "accept"
    WRONG = "wrong"
    SPEAKER = "speaker"
    WORDS = "words"
    VALUE = "value"
    MISSING = "missing"


class Decision(Record):
    """One decision. `record` is the id, null for what was missed; `start` and `end` are code points of the release's
    text; `speaker` is an actor's id and `speaker_name` somebody whom the release's actors lack, both null for nobody;
    `fields` are the record's by their names; `text`, `before` and `after` are the words of the record and around it;
    `by` and `at` (ISO 8601) say whose it is."""

    verdict: Verdict
    kind: str
    record: str | None = None
    start: Offset | None = None
    end: Offset | None = None
    speaker: str | None = None
    speaker_name: str | None = None
    fields: dict[str, Any] = Field(default_factory=dict)
    text: str | None = None
    before: str | None = None
    after: str | None = None
    by: str | None = None
    at: str | None = None

    @model_validator(mode="after")
    def _whole(self) -> Self:
        if self.kind not in KINDS:
            raise ValueError(f"{self.kind!r} is no kind of records")
        if (self.record is None) != (self.verdict is Verdict.MISSING):
            raise ValueError("what is missing has no id, and everything else has one")
        if self.verdict in (Verdict.MISSING, Verdict.WORDS):
            if self.start is None or self.end is None or self.start >= self.end:
                raise ValueError(f"{self.verdict.value} needs start and end")
        return self


class Reviewed(Record):
    """The decisions on one release; `text_sha256` is that of its text in UTF-8."""

    text_sha256: Annotated[str, Field(pattern="^[0-9a-f]{64}$")]
    name: str
    decisions: list[Decision]


class Decisions(Record):
    """All of a file."""

    made_by: str
    version: int
    releases: list[Reviewed]

    @model_validator(mode="after")
    def _known(self) -> Self:
        if self.made_by != "summitparse review" or self.version != 1:
            raise ValueError("it was not saved by the report of this version")
        return self


def text_hash(text: str) -> str:
    """What tells one text from any other: SHA-256 of its UTF-8, halves of surrogate pairs included."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def read_decisions(path: Path) -> Decisions:
    """Raises `UnreadableInput`."""
    try:
        with path.open("rb") as file:
            data = file.read(MOST_BYTES + 1)
        if len(data) > MOST_BYTES:
            raise UnreadableInput(f"{path} is larger than {MOST_BYTES:,} bytes. Is it a file of decisions?")
        return Decisions.model_validate(json.loads(data))
    except OSError as error:
        raise UnreadableInput(f"{path} cannot be read ({error.strerror}). Check the path.") from None
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(str(part) for part in first["loc"]) or "the file"
        raise UnreadableInput(f"{path} has no decisions that the report saved ({where}: {first['msg']}).") from None
    except (ValueError, RecursionError):
        raise UnreadableInput(f"{path} is no JSON. Give the file that the report saved.") from None
