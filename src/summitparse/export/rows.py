"""The records of one release as rows of one kind each: what CSV, Markdown and workbooks show."""

from collections.abc import Iterator, Mapping
from typing import Any

from summitparse.records import Release
from summitparse.view.wording import Names

# By kind its columns; an empty one is left out where a kind has a table of its own.
COLUMNS: Mapping[str, tuple[str, ...]] = {
    "quotes": ("id", "start", "end", "text", "speaker", "type", "polarity", "cue", "confidence"),
    "positions": ("id", "start", "end", "text", "speaker", "act", "polarity", "addressee", "confidence"),
    "figures": (
        "id", "start", "end", "text", "value", "upper", "unit", "bound", "change", "kind", "measure", "entity",
        "period", "speaker", "confidence",
    ),
    "dates": ("id", "start", "end", "text", "type", "value", "first", "last", "confidence"),
    "ranges": ("id", "start", "end", "text", "value", "first", "last", "confidence"),
    "documents": (
        "id", "start", "end", "text", "type", "status", "parties", "signatories", "period", "date", "place",
        "confidence",
    ),
    "actors": ("id", "start", "end", "text", "kind", "title", "affiliation", "country", "confidence"),
}  # fmt: skip
# Every column once, in the order in which one table of all kinds has them.
ALL = tuple(dict.fromkeys(("record", *(column for columns in COLUMNS.values() for column in columns))))


def rows(release: Release) -> Iterator[tuple[str, dict[str, Any]]]:
    """The kind of each record, and its cells by column: text, a number, or None. Numbers are exact."""
    names = Names(release)
    for kind in COLUMNS:
        for record in getattr(release, kind):
            whole = record.model_dump(mode="json", by_alias=True)
            cells = {column: _cell(whole.get(column)) for column in COLUMNS[kind]}
            spans = whole.get("spans") or whole.get("mentions") or [whole]
            cells["start"], cells["end"] = spans[0].get("start"), spans[-1].get("end")
            if kind == "actors":
                cells["end"] = spans[0].get("end")
                cells |= {"text": record.name or (record.titles or [""])[0], "title": "; ".join(record.titles) or None}
            elif kind == "documents":
                cells["text"] = record.title
            elif kind == "ranges":
                cells["value"] = record.edtf
            if "speaker" in cells:
                cells["speaker"] = record.actor_name if kind == "positions" else record.speaker_name
            if "period" in cells:
                cells["period"] = names.period(record.period) or None
            yield kind, {name: _line(value) for name, value in cells.items()}


def _line(value: Any) -> Any:
    return " ".join(value.split()) if isinstance(value, str) else value


def _cell(value: Any) -> Any:
    """Mentions are their words, lists are joined."""
    if isinstance(value, dict):
        return value.get("text")
    return "; ".join(map(str, value)) or None if isinstance(value, list) else value
