"""Two versions of a release, or of many: each record of one with its record in the other."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import PurePath
from typing import Literal

from summitparse.changes.align import Alignment
from summitparse.changes.fields import KINDS, Fields, Stated
from summitparse.evaluate.compare import common, one_to_one
from summitparse.evaluate.items import Spans
from summitparse.records import Release

# Records of one kind whose places share this part of their characters are the same record.
SHARED = 0.3


@dataclass(frozen=True, slots=True)
class Change:
    """`what` happened to a record of `kind`; `fields` has the old and the new value of those that differ."""

    kind: str
    what: Literal["came", "went", "changed"]
    old: str | None
    new: str | None
    words: str
    fields: dict[str, tuple[object, object]] = field(default_factory=dict)


@dataclass(slots=True)
class Compared:
    """A release by the names of its two versions; None for one that only the other side has."""

    old: str | None
    new: str | None
    changes: list[Change] = field(default_factory=list)


def compare(old: Iterable[Release], new: Iterable[Release]) -> list[Compared]:
    """Every release of both sides, in the order of the new ones, then those that went. One on each side are two
    versions of one release, of many the same `id`, else the same file name without its ending, tells.

    Raises ValueError for a release without its text.
    """
    before, after = list(old), list(new)
    if len(before) == len(after) == 1:
        return [Compared(_name(before[0]), _name(after[0]), changes(before[0], after[0]))]
    known: dict[str, Release] = {}
    for release in before:
        known.setdefault(_key(release), release)
    found, seen = [], set()
    for release in after:
        earlier = known.get(_key(release))
        seen.add(_key(release))
        named = _name(earlier) if earlier else None
        found.append(Compared(named, _name(release), changes(earlier, release) if earlier else []))
    return found + [Compared(_name(release), None) for key, release in known.items() if key not in seen]


def _name(release: Release) -> str:
    return release.id or release.source.name


def _key(release: Release) -> str:
    return release.id or PurePath(release.source.name).stem


def changes(old: Release, new: Release) -> list[Change]:
    """What is not the same in two versions of a release, kind by kind in the order of the texts."""
    if old.text is None or new.text is None:
        raise ValueError("versions are compared by their texts: both releases must carry theirs")
    alignment = Alignment(old.text, new.text)
    found = []
    for kind, read in KINDS.items():
        found += _of_kind(kind, list(read(old)), list(read(new)), alignment)
    return found


def _of_kind(kind: str, old: Sequence[Stated], new: Sequence[Stated], alignment: Alignment) -> list[Change]:
    moved = [tuple(alignment.span(place.start, place.end) for place in one.places) for one in old]
    placed: list[Spans] = [tuple((place.start, place.end) for place in one.places) for one in new]
    pairs = _pairs(old, moved, new, placed)
    found: list[tuple[int, Change]] = []
    for i, one in enumerate(old):
        if i not in pairs:
            found.append((moved[i][0][0], Change(kind, "went", one.id, None, one.words)))
            continue
        other = new[pairs[i]]
        differ = _differ(one.fields, other.fields)
        if differ:
            found.append((moved[i][0][0], Change(kind, "changed", one.id, other.id, other.words, differ)))
    matched = set(pairs.values())
    found += [
        (placed[j][0][0], Change(kind, "came", None, one.id, one.words))
        for j, one in enumerate(new)
        if j not in matched
    ]
    return [change for _, change in sorted(found, key=lambda pair: pair[0])]


def _pairs(
    old: Sequence[Stated], moved: Sequence[Spans], new: Sequence[Stated], placed: Sequence[Spans]
) -> dict[int, int]:
    """Positions in `old` to positions in `new`, one to one: those that share most of their places, then most fields."""
    candidates = []
    for i, mine in enumerate(moved):
        for j, theirs in enumerate(placed):
            shared = common(mine, theirs)
            if shared >= SHARED and old[i].field == new[j].field:
                candidates.append((bool(_differ(old[i].fields, new[j].fields)), -shared, i, j))
    return one_to_one(candidates)


def _differ(old: Fields, new: Fields) -> dict[str, tuple[object, object]]:
    """By field; records of two kinds of one list (a date and a range) differ in what each has."""
    names = [*old, *(name for name in new if name not in old)]
    return {name: (old.get(name), new.get(name)) for name in names if old.get(name) != new.get(name)}
