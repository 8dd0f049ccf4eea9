"""brat standoff: a .txt and an .ann a release. Places are code points; a record of several places is one annotation.

brat knows no annotation over a line's end, so that such a place is cut there, and is made whole when it comes back.
"""

import re
from collections.abc import Iterator

from summitparse.errors import UnreadableInput
from summitparse.exchange.marked import (
    KIND_OF,
    LABELS,
    Marked,
    Places,
    as_marked,
    fields_json,
    marked,
    read_fields,
    text_of,
)
from summitparse.records import Release

_MARK = re.compile(r"(T\d+)\t(\w+) ((?:\d+ \d+)(?:;\d+ \d+)*)\t")
_NOTE = re.compile(r"#\d+\tAnnotatorNotes (T\d+)\t(.*)")
# What brat wants in annotation.conf beside the files; records stand in each other.
OVERLAP = "<OVERLAP>\tArg1:<ENTITY>, Arg2:<ENTITY>, <OVL-TYPE>:<ANY>"
CONFIG = f"[entities]\n{{labels}}\n[relations]\n{OVERLAP}\n[events]\n[attributes]\n"


def config() -> str:
    """annotation.conf."""
    return CONFIG.format(labels="\n".join(LABELS.values()))


def to_brat(release: Release) -> str:
    """The .ann file; the .txt file is the text as it is."""
    text = text_of(release)
    lines = []
    for number, one in enumerate(marked(release), 1):
        places = _within_lines(text, one.places)
        written = ";".join(f"{start} {end}" for start, end in places)
        # brat holds the words against the text, every blank of them.
        words = " ".join(text[start:end] for start, end in places)
        lines.append(f"T{number}\t{LABELS[one.kind]} {written}\t{words}")
        note = fields_json({"id": one.id, "places": one.places, "fields": one.fields})
        lines.append(f"#{number}\tAnnotatorNotes T{number}\t{note}")
    return "\n".join(lines) + "\n"


def _within_lines(text: str, places: Places) -> Places:
    found = []
    for start, end in places:
        for line in re.finditer(r"[^\r\n]+", text[start:end]):
            found.append((start + line.start(), start + line.end()))
    return tuple(found) or places


def from_brat(ann: str, release: Release) -> Release:
    """The release as an .ann file has it. Raises `UnreadableInput` for what is none."""
    return as_marked(release, _marks(ann, text_of(release)))


def _marks(ann: str, text: str) -> Iterator[Marked]:
    notes = {found[1]: read_fields(found[2]) for line in ann.split("\n") if (found := _NOTE.match(line))}
    for line in filter(None, ann.split("\n")):
        if not line.startswith("T"):
            continue
        found = _MARK.match(line)
        if not found or found[2] not in KIND_OF:
            raise UnreadableInput(f"{line[:60]!r} is no line of brat standoff with one of {', '.join(KIND_OF)}.")
        places = tuple((int(a), int(b)) for a, b in (part.split() for part in found[3].split(";")))
        note = notes.get(found[1], {})
        before = tuple((start, end) for start, end in note.get("places", ()))
        whole = before if _within_lines(text, before) == places else _joined(text, places)
        yield Marked(KIND_OF[found[2]], note.get("id"), whole, note.get("fields", {}))


def _joined(text: str, places: Places) -> Places:
    """Parts with nothing but a line's end between them are one place."""
    found: list[tuple[int, int]] = []
    for start, end in places:
        if found and not text[found[-1][1] : start].strip():
            found[-1] = (found[-1][0], end)
        else:
            found.append((start, end))
    return tuple(found)
