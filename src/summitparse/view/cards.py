"""What lists a record beside the text: its attributes, and the link to its place."""

from summitparse.records import Date, Document, Figure, Position, Quote, Range
from summitparse.view.markup import Html, element

Listed = Quote | Position | Figure | Date | Range | Document


def card(prefix: str, record: Listed, kind: str) -> dict[str, object]:
    """The attributes of what lists a record: how sure it is, and its characters in the text."""
    first, last = (record.spans[0], record.spans[-1]) if isinstance(record, Quote) else (record, record)
    place = f"{first.start}–{last.end}"
    return {"id": f"{prefix}c-{record.id}", "class_": f"card {kind}", "data_c": record.confidence, "data_at": place}


def at(prefix: str, id_: str, *words: object) -> Html:
    """A link from a record to where it stands in the text."""
    return element("a", element("span", f"{id_} ", class_="id"), *words, href=f"#{prefix}at-{id_}", class_="at")
