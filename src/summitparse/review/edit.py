"""What one decision does to one record, as the record's JSON has it."""

from collections.abc import Mapping
from typing import Any

from summitparse.review.decisions import Decision
from summitparse.serialise import REFERENCES, SPEAKERS

RULE = "review.added"
# The fields that a person may give a value, by kind; others follow from the words.
VALUES: Mapping[str, frozenset[str]] = {
    "quotes": frozenset(("type", "polarity")),
    "figures": frozenset(("kind", "value", "upper", "unit", "bound", "change")),
    "dates": frozenset(("type", "value", "mod", "edtf", "first", "last")),
    "ranges": frozenset(("edtf", "first", "last")),
    "positions": frozenset(("act", "polarity")),
    "documents": frozenset(("title", "type", "status", "parties", "signatories", "date", "place", "first", "last")),
}
# What a record that was missed is where nothing else is said of it.
MISSED: Mapping[str, Mapping[str, Any]] = {
    "quotes": {"type": "direct", "source": None, "cue": None, "speaker": None, "speaker_name": None,
        "polarity": "asserted", "attribution": "none", "closed": True, "parent": None},
    "figures": {"kind": "count", "upper": None, "unit": None, "bound": "=", "change": None, "measure": None,
        "entity": None, "period": None, "quote": None, "speaker": None, "speaker_name": None},
    "dates": {"type": "DATE", "mod": None, "edtf": None, "first": None, "last": None, "quote": None},
    "ranges": {"from": None, "to": None, "edtf": None, "first": None, "last": None},
    "positions": {"act": "state", "source": None, "actor": None, "actor_name": None, "addressee": None,
        "polarity": "asserted", "quote": None},
    "documents": {"type": "other", "status": "signed", "parties": [], "signatories": [], "period": None, "first": None,
        "last": None, "date": None, "place": None, "quote": None},
}  # fmt: skip
LETTERS = {"quotes": "Q", "figures": "F", "dates": "D", "ranges": "R", "positions": "P", "documents": "I"}


class EditError(Exception):
    """The decision does not fit the record; the message says how."""


def place(record: Mapping[str, Any]) -> int:
    """Where a record begins."""
    return int(record["spans"][0]["start"] if "spans" in record else record["start"])


def add(whole: dict[str, Any], decision: Decision) -> dict[str, Any]:
    """A new record with the next free id."""
    kind = decision.kind
    used = {one["id"] for name in LETTERS for one in whole[name]}
    number = len(whole[kind]) + 1
    while f"{LETTERS[kind]}{number}" in used:
        number += 1
    record: dict[str, Any] = {"id": f"{LETTERS[kind]}{number}", **MISSED[kind], "rule": RULE, "confidence": 1.0}
    change_words(whole, kind, record, decision)
    if kind == "positions":
        record["cue"] = {name: record[name] for name in ("text", "start", "end")}
    change_fields(kind, record, decision.fields)
    if "value" not in record and kind in ("figures", "dates"):
        raise EditError(f"a {kind[:-1]} that was missed needs its value.")
    if (decision.speaker or decision.speaker_name) and kind in SPEAKERS:
        change_speaker(whole, kind, record, decision)
    whole[kind].append(record)
    return record


def change_words(whole: Mapping[str, Any], kind: str, record: dict[str, Any], decision: Decision) -> None:
    """The stretch that was selected, and its words."""
    start, end = decision.start or 0, decision.end or 0
    text: str = whole["text"]
    if end > len(text):
        raise EditError(f"[{start}, {end}) lies beyond the text.")
    words = text[start:end]
    if kind == "quotes":
        record["spans"] = [{"start": start, "end": end}]
        record["text"] = " ".join(words.split())
        inside = record.get("quoted", record["spans"] if record["type"] == "direct" else [])
        clipped = ({"start": max(one["start"], start), "end": min(one["end"], end)} for one in inside)
        record["quoted"] = [one for one in clipped if one["start"] < one["end"]]
        return
    record["start"], record["end"] = start, end
    record["title" if kind == "documents" else "text"] = " ".join(words.split()) if kind == "documents" else words


def change_fields(kind: str, record: dict[str, Any], fields: Mapping[str, Any]) -> None:
    unknown = sorted(set(fields) - VALUES[kind])
    if unknown:
        raise EditError(f"{unknown[0]!r} is no value of {kind}; those are {', '.join(sorted(VALUES[kind]))}.")
    record.update(fields)
    if kind == "quotes" and record["type"] == "direct" and not record["quoted"]:
        record["quoted"] = list(record["spans"])
    elif kind == "quotes" and record["type"] == "indirect":
        record["quoted"] = []


def change_speaker(whole: dict[str, Any], kind: str, record: dict[str, Any], decision: Decision) -> None:
    """Another actor, a new one by name, or nobody; the figures that a quote says go with it."""
    if kind not in SPEAKERS:
        raise EditError(f"{kind} have no speaker.")
    id_, name = _actor(whole, decision)
    field, called = SPEAKERS[kind]
    record[field], record[called] = id_, name
    if kind != "quotes":
        return
    if id_ is None or record["attribution"] == "none":
        record["attribution"] = "none" if id_ is None else "context"
    for figure in whole["figures"]:
        if figure["quote"] == record["id"]:
            figure["speaker"], figure["speaker_name"] = id_, name


def _actor(whole: dict[str, Any], decision: Decision) -> tuple[str | None, str | None]:
    if decision.speaker is not None:
        for actor in whole["actors"]:
            if actor["id"] == decision.speaker:
                return actor["id"], _called(actor)
        raise EditError(f"the records have no actor {decision.speaker!r}.")
    if not decision.speaker_name:
        return None, None
    number = len(whole["actors"]) + 1
    used = {actor["id"] for actor in whole["actors"]}
    known = next((one for one in whole["actors"] if one["name"] == decision.speaker_name), None)
    if known is not None:
        return known["id"], known["name"]
    while f"A{number}" in used:
        number += 1
    id_, name = f"A{number}", decision.speaker_name
    actor = {"id": id_, "kind": "person", "name": name, "country": None, "titles": [], "affiliation": None}
    whole["actors"].append(actor | {"members": [], "mentions": [], "confidence": 1.0})
    return id_, name


def _called(actor: Mapping[str, Any]) -> str | None:
    """The name, else the role, as the records say it."""
    if actor["name"] or actor["titles"]:
        return str(actor["name"] or actor["titles"][0])
    return str(actor["mentions"][0]["text"]) if actor["mentions"] else None


def remove(whole: dict[str, Any], kind: str, record: dict[str, Any]) -> None:
    """What names it names nothing from then on, and a figure that it said is said by nobody."""
    whole[kind].remove(record)
    for other, names in REFERENCES.items():
        for one in whole[other]:
            for name in (name.rstrip("_") for name in names):
                if one[name] == record["id"]:
                    one[name] = None
                    if other == "figures" and name == "quote":
                        one["speaker"] = one["speaker_name"] = None
