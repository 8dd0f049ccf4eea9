"""Changes as a table for a person, or as JSON for a program."""

import json
from collections.abc import Sequence
from dataclasses import asdict
from decimal import Decimal

from summitparse.changes.compare import Change, Compared
from summitparse.serialise import inert
from summitparse.view.terminal import printable

MARKS = {"came": "+", "went": "-", "changed": "~"}
LONGEST = 100


def to_table(compared: Sequence[Compared]) -> str:
    """A release a paragraph, a record a line; below a changed one its fields, old and new."""
    lines: list[str] = []
    for release in compared:
        if release.old is None or release.new is None:
            said = "came" if release.old is None else "went"
            lines += [f"{MARKS[said]} {_short(release.new or release.old or '')}: the release {said}", ""]
        elif release.changes:
            both = release.new if release.old == release.new else f"{release.old} → {release.new}"
            lines += [_short(both), *(line for change in release.changes for line in _change(change)), ""]
    same = sum(1 for release in compared if release.old and release.new and not release.changes)
    if same:
        lines.append(f"{same:,} release{'s say' if same > 1 else ' says'} the same.")
    return "\n".join(lines).rstrip("\n") + "\n"


def _change(change: Change) -> list[str]:
    ids = change.new if change.old in (None, change.new) else change.old if change.new is None else None
    name = ids or f"{change.old} → {change.new}"
    head = f"  {MARKS[change.what]} {change.kind} {name}: {_short(change.words)}"
    return [head, *(f"      {name}: {_value(old)} → {_value(new)}" for name, (old, new) in change.fields.items())]


def _value(value: object) -> str:
    if value is None or value == "":
        return "nothing"
    return f"{value:,}" if isinstance(value, Decimal) else _short(str(value))


def _short(words: str) -> str:
    shown = printable(" ".join(words.split()))
    return shown if len(shown) <= LONGEST else shown[:LONGEST] + "…"


def to_json(compared: Sequence[Compared]) -> str:
    """`{"releases": [{"old", "new", "changes": [{"kind", "what", "old", "new", "words", "fields"}]}]}`."""
    return inert(
        json.dumps({"releases": [asdict(one) for one in compared]}, indent=2, ensure_ascii=False, default=_plain)
    )


def _plain(value: object) -> object:
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    return str(value)
