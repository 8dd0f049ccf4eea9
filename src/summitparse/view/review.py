"""What the report needs for review: a bar of verdicts, and of each record what a person may say of it."""

import json
from collections.abc import Mapping
from enum import StrEnum
from typing import Any

from summitparse import terms
from summitparse.records import Release
from summitparse.review.decisions import text_hash
from summitparse.review.edit import VALUES, place
from summitparse.serialise import KINDS, SPEAKERS
from summitparse.view.markup import Html, element, join, void
from summitparse.view.wording import actor_name

# Verdict, its key and what the button says.
BUTTONS = (
    ("accept", "a", "Accept"),
    ("wrong", "x", "Wrong"),
    ("speaker", "s", "Other speaker"),
    ("words", "w", "Other words"),
    ("value", "v", "Other value"),
    ("missing", "m", "Missing"),
    ("undo", "u", "Undo"),
    ("next", "n", "Next doubtful"),
)
# The closed sets of words that a field takes.
_TERMS: Mapping[tuple[str, str], type[StrEnum]] = {
    ("quotes", "type"): terms.QuoteType,
    ("quotes", "polarity"): terms.Polarity,
    ("figures", "kind"): terms.FigureKind,
    ("figures", "bound"): terms.Bound,
    ("figures", "change"): terms.Change,
    ("dates", "type"): terms.TimexType,
    ("positions", "act"): terms.Act,
    ("positions", "polarity"): terms.Polarity,
    ("documents", "type"): terms.InstrumentType,
    ("documents", "status"): terms.InstrumentStatus,
}
# Lists and what follows from other fields are left to those who edit the JSON.
_ASKED = {kind: sorted(names - {"parties", "signatories", "edtf"}) for kind, names in VALUES.items()}


def review_bar() -> Html:
    """The bar, which is hidden until review begins, and the dialog that asks for a value."""
    buttons = [
        element("button", f"{label} ", element("kbd", key), type="button", data_do=verdict, aria_keyshortcuts=key)
        for verdict, key, label in BUTTONS
    ]
    by = element("label", "Your name ", void("input", type="text", id="review-by", autocomplete="name"))
    save = element("button", "Save the decisions", type="button", data_do="save")
    bar = element(
        "section",
        element("p", id="review-state", role="status"),
        element("div", *buttons, class_="verdicts"),
        element("div", by, save, class_="verdicts"),
        id="review",
        aria_label="Review",
        hidden=True,
    )
    return join([bar, element("dialog", id="ask", aria_labelledby="ask-title"), _data("review-choices", _choices())])


def review_button() -> Html:
    """Begins and ends the review."""
    return element("button", "Review", type="button", class_="review-toggle", aria_pressed="false")


def review_data(release: Release) -> Html:
    """The records of a release as the script of the review reads them; raises ValueError without the text."""
    if release.text is None:
        raise ValueError("a review needs the text of the release")
    records = {}
    for kind in KINDS:
        for record in sorted(getattr(release, kind), key=lambda one: place(one.model_dump())):
            whole = record.model_dump(mode="json", by_alias=True)
            shown = {"kind": kind, "confidence": whole.get("confidence"), "start": place(whole)}
            shown["fields"] = {name: whole[name] for name in _ASKED[kind]}
            if kind in SPEAKERS:
                shown["speaker"] = whole[SPEAKERS[kind][0]]
            records[record.id] = shown
    actors = {actor.id: actor_name(actor) for actor in release.actors}
    name = release.id or release.source.name
    return _data(None, {"text": text_hash(release.text), "name": name, "actors": actors, "records": records})


def _choices() -> dict[str, Any]:
    """Of each kind its fields, and of each field the words that it takes; null where it takes any."""
    return {
        "speakers": sorted(SPEAKERS),
        "fields": {
            kind: {
                name: [str(term) for term in _TERMS[kind, name]] if (kind, name) in _TERMS else None for name in names
            }
            for kind, names in _ASKED.items()
        },
    }


def _data(id_: str | None, value: Any) -> Html:
    """A block of data: ASCII, and nothing in it ends the element."""
    written = json.dumps(value, separators=(",", ":")).replace("<", "\\u003c")
    return element("script", Html(written), type="application/json", id=id_, class_=None if id_ else "review-data")
