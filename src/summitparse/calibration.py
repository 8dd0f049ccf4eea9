"""How sure a record is by the rule that made it: how often that rule was right on annotated releases and sentences."""

import json
from functools import cache
from typing import Any

from summitparse.shipped import shipped
from summitparse.terms import ActorKind, EventKind

# What releases also call things that nobody meets for: a conference that is mentioned, a ceremony that is to come.
LOOSE = frozenset((EventKind.CONFERENCE, EventKind.CEREMONY, EventKind.OTHER))


def confidence(kind: str, rule: str) -> float:
    """From 0 to 1, to two digits: how often `rule` was right, or where it was hardly seen, all rules of the kind.

    `kind` is the name of a list of records ("figures", "dates", "ranges", "documents"), or "quotes" for quotations
    without a cue, "events" and "actors", whose rules are ways of attribution, `event_way` and `actor_way`.
    `models/confidence/calibrate.py` made the table.
    """
    of_kind = _table()[kind]
    return float(of_kind["rules"].get(rule, of_kind["any"]))


def event_way(kind: EventKind, *, dated: bool, in_title: bool) -> str:
    """What an event's confidence goes by: whether its days are known, where it is named, and what it is called."""
    if not dated:
        return "event.undated"
    return f"event.{'loose' if kind in LOOSE else 'met'}-{'title' if in_title else 'text'}"


def actor_way(kind: ActorKind, *, named: bool, mentions: int) -> str:
    """What an actor's confidence goes by: its kind, whether it has a name, and whether it is spoken of once only."""
    return f"{kind}.{'name' if named else 'role'}{'-once' if mentions < 2 else ''}"


@cache
def _table() -> Any:
    return json.loads(shipped("models", "confidence").joinpath("calibration.json").read_text("utf-8"))
