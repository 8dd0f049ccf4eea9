"""What all annotation tools share of a record: a kind, an id, places, and the values of its fields."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from pydantic import ValidationError

from summitparse.errors import UnreadableInput, UsageError
from summitparse.records import Release
from summitparse.review.decisions import Decision, Verdict
from summitparse.review.edit import (
    VALUES,
    EditError,
    add,
    change_fields,
    change_speaker,
    change_words,
    place,
    remove,
)
from summitparse.serialise import KINDS, SPEAKERS

# What a kind is called in a tool.
LABELS: Mapping[str, str] = {
    "quotes": "Quote",
    "figures": "Figure",
    "dates": "Date",
    "ranges": "Range",
    "positions": "Position",
    "documents": "Document",
}
KIND_OF: Mapping[str, str] = {label: kind for kind, label in LABELS.items()}
Places = tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Marked:
    """A record as a tool shows it; places are code points of the text. `id` is null for what was marked in the tool."""

    kind: str
    id: str | None
    places: Places
    fields: Mapping[str, Any] = field(default_factory=dict)
    confidence: float | None = None


def marked(release: Release) -> list[Marked]:
    """All records of a release in the order of the text, but for those that have no words of their own."""
    found = []
    for kind in KINDS:
        for record in getattr(release, kind):
            whole = record.model_dump(mode="json", by_alias=True)
            spans = whole.get("spans", [whole])
            places = tuple((span["start"], span["end"]) for span in spans if span["start"] < span["end"])
            if places:
                names = [*sorted(VALUES[kind]), *SPEAKERS.get(kind, ())]
                fields = {name: whole[name] for name in names}
                found.append(Marked(kind, record.id, places, fields, whole.get("confidence")))
    return sorted(found, key=lambda one: (one.places[0], one.kind, one.id or ""))


def text_of(release: Release) -> str:
    """Raises `UsageError` for a release without its text."""
    if release.text is None:
        raise UsageError(f"{release.source.name}: tools need the text. Write the records with --text.")
    return release.text


def as_marked(release: Release, found: Iterable[Marked]) -> Release:
    """The release with its records as they are marked: what is no more marked goes, what is marked anew comes, and
    places and values are those of the marks. Of one that was left as it was, everything stays.

    Raises `UnreadableInput` for marks that do not fit the release.
    """
    whole = release.model_dump(mode="json", by_alias=True)
    before = {one.id: one for one in marked(release)}
    after: dict[str | None, Marked] = {}
    fresh: list[Marked] = []
    for one in found:
        known = one.id in before and before[one.id].kind == one.kind and one.id not in after
        if known:
            after[one.id] = one
        else:
            fresh.append(one)
    try:
        for id_, one in after.items():
            _update(whole, before[id_], one)
        for one in fresh:
            _add(whole, one)
        for id_, one in before.items():
            if id_ not in after:
                remove(whole, one.kind, _record(whole, one.kind, id_))
        for kind in KINDS:
            whole[kind].sort(key=place)
        return Release.model_validate(whole)
    except EditError as error:
        raise UnreadableInput(f"{release.source.name}: {error}") from None
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(str(part) for part in first["loc"])
        raise UnreadableInput(f"{release.source.name}: the marks do not fit ({where}: {first['msg']}).") from None


def _record(whole: Mapping[str, Any], kind: str, id_: str | None) -> dict[str, Any]:
    return next(record for record in whole[kind] if record["id"] == id_)


def _update(whole: dict[str, Any], before: Marked, after: Marked) -> None:
    record = _record(whole, after.kind, after.id)
    if after.places != before.places:
        start, end = after.places[0][0], after.places[-1][1]
        change_words(whole, after.kind, record, _decision(after, start, end))
        if after.kind == "quotes":
            record["spans"] = [{"start": start, "end": end} for start, end in after.places]
            words = (whole["text"][start:end] for start, end in after.places)
            record["text"] = " ".join(" ".join(words).split())
    changed = {name: value for name, value in after.fields.items() if before.fields.get(name) != value}
    change_fields(after.kind, record, {name: value for name, value in changed.items() if name in VALUES[after.kind]})
    id_, called = SPEAKERS.get(after.kind, ("", ""))
    if id_ in changed or called in changed:
        change_speaker(whole, after.kind, record, _decision(after, 0, 1))


def _add(whole: dict[str, Any], one: Marked) -> None:
    add(whole, _decision(one, one.places[0][0], one.places[-1][1]))


def _decision(one: Marked, start: int, end: int) -> Decision:
    """The mark as the decision of a review that does the same."""
    id_, called = SPEAKERS.get(one.kind, ("", ""))
    values = {name: value for name, value in one.fields.items() if name in VALUES[one.kind]}
    return Decision(
        verdict=Verdict.MISSING,
        kind=one.kind,
        start=start,
        end=end,
        fields=values,
        speaker=one.fields.get(id_),
        speaker_name=None if one.fields.get(id_) else one.fields.get(called),
    )


def fields_json(fields: Mapping[str, Any]) -> str:
    """The fields on one line, ASCII: nothing in it ends a line or a field of any format."""
    return json.dumps(fields, sort_keys=True)


def read_fields(text: object) -> dict[str, Any]:
    """The fields that `fields_json` wrote; none for what a person wrote there."""
    try:
        found = json.loads(text) if isinstance(text, str) else None
    except (ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}
