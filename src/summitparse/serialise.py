"""Records to JSON: the one place that decides what is written and how."""

import json
import re
from collections.abc import Mapping, Sequence
from typing import Any

from summitparse.records import Actor, Figure, Release

# The kinds that `--only` may name. Actors are always there, for speakers are named by their ids.
KINDS = ("quotes", "figures", "dates", "ranges", "positions", "documents")
REFERENCES = {
    "quotes": ("parent",),
    "figures": ("quote", "period"),
    "dates": ("quote",),
    "ranges": ("from_", "to"),
    "positions": ("quote",),
    "documents": ("quote", "period"),
}
# Which field says whose it is, and which calls them by name.
SPEAKERS = {
    "quotes": ("speaker", "speaker_name"),
    "figures": ("speaker", "speaker_name"),
    "positions": ("actor", "actor_name"),
}
FETCHED = ("url", "canonical", "retrieved")
SCHEMA_DIALECT = "https://json-schema.org/draft/2020-12/schema"


def to_json(
    release: Release,
    *,
    text: bool = False,
    only: frozenset[str] | None = None,
    min_confidence: float = 0.0,
    indent: int | None = None,
) -> str:
    """One JSON document. `text` puts the text in; `only` and `min_confidence` leave records out (see `select`)."""
    chosen = select(release, only, min_confidence=min_confidence)
    # Of a release that was not fetched there is no more to say of its source.
    unsaid = {name for name in FETCHED if getattr(chosen.source, name) is None}
    return inert(chosen.model_dump_json(indent=indent, exclude={"source": unsaid} | ({} if text else {"text": True})))


def inert(document: str) -> str:
    """A JSON document without characters that a terminal obeys: JSON escapes the controls below U+0020 itself, and here
    DEL and the C1 controls, of which U+009B begins a command as ESC [ does. The values stay what they are."""
    return document if document.isascii() and "\x7f" not in document else _COMMANDS.sub(_escaped, document)


_COMMANDS = re.compile("[\x7f-\x9f]")


def _escaped(found: re.Match[str]) -> str:
    return f"\\u{ord(found[0]):04x}"


def select(release: Release, only: frozenset[str] | None = None, *, min_confidence: float = 0.0) -> Release:
    """A release with only these kinds of records, and of these those at least so sure (0 to 1); event and actors too,
    but for actors whom a record that stays names.

    What a record names that is left out becomes null, and so does who says a figure of a quote that is not sure enough.
    Raises ValueError for an unknown kind.
    """
    if only is None and not min_confidence:
        return release
    wanted = frozenset(KINDS) if only is None else only
    unknown = sorted(wanted - set(KINDS))
    if unknown:
        raise ValueError(f"unknown kind {unknown[0]!r}; known are {', '.join(KINDS)}")
    records = (record for kind in KINDS for record in getattr(release, kind))
    unsure = {record.id for record in records if record.confidence < min_confidence}
    kept: dict[str, Any] = {
        kind: [record for record in getattr(release, kind) if record.id not in unsure] if kind in wanted else []
        for kind in KINDS
    }
    ids = {record.id for kind in KINDS for record in kept[kind]}
    for kind, fields in REFERENCES.items():
        kept[kind] = [
            record.model_copy(
                update={name: None for name in fields if getattr(record, name) not in ids}
                | (
                    {"speaker": None, "speaker_name": None}
                    if isinstance(record, Figure) and record.quote in unsure
                    else {}
                )
            )
            for record in kept[kind]
        ]
    event = release.event
    kept["event"] = event if event and event.confidence >= min_confidence else None
    kept["actors"] = _needed(release.actors, kept, min_confidence)
    return release.model_copy(update=kept)


def _needed(actors: Sequence[Actor], kept: Mapping[str, Any], least: float) -> list[Actor]:
    """The actors that are sure enough, those whom a kept record or event names, and the members of all these."""
    needed = {actor.id for actor in actors if actor.confidence >= least}
    needed |= {getattr(record, field) for kind, (field, _) in SPEAKERS.items() for record in kept[kind]}
    needed |= set(kept["event"].participants if kept["event"] else ())
    members = {actor.id: actor.members for actor in actors}
    waiting = [id_ for id_ in needed if id_ is not None]
    while waiting:
        more = set(members[waiting.pop()]) - needed
        needed |= more
        waiting += more
    return [actor for actor in actors if actor.id in needed]


def json_schema() -> str:
    """The JSON Schema (2020-12) of what `to_json` writes, as it is published."""
    schema = Release.model_json_schema(mode="serialization", by_alias=True)
    return json.dumps({"$schema": SCHEMA_DIALECT, **schema}, indent=2, ensure_ascii=False) + "\n"
