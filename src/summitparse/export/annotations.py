"""Records as W3C Web Annotations (https://www.w3.org/TR/annotation-model/): one page of annotations a release.

The release is named by the hash of its bytes (RFC 6920: `ni:///sha-256;…`) and a record by its id in it, so that the
same file gives the same names everywhere.
"""

import base64
import json
from collections.abc import Iterator
from typing import Any

from summitparse.records import Identified, Place, Release
from summitparse.serialise import inert

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
# Characters before and after a passage, by which a reader finds it in a text that has changed.
AROUND = 32
TAGS = {
    "actors": "actor",
    "quotes": "quote",
    "figures": "figure",
    "dates": "date",
    "ranges": "range",
    "positions": "position",
    "documents": "document",
}


def to_annotations(release: Release, *, indent: int | None = None) -> str:
    """An `AnnotationPage` (JSON-LD) with an annotation a record; raises ValueError for a release without its text."""
    text, name = release.text, named(release.source.sha256)
    if text is None:
        raise ValueError("annotations quote the text: the release must carry it")
    items = [_annotation(name, tag, record, places, text) for tag, record, places in _records(release)]
    collection: dict[str, Any] = {"id": f"{name}#annotations", "type": "AnnotationCollection", "total": len(items)}
    if release.title:
        collection["label"] = " ".join(release.title.text.split())
    page = {
        "@context": CONTEXT,
        "id": f"{name}#annotations-1",
        "type": "AnnotationPage",
        "partOf": collection,
        "startIndex": 0,
        "items": items,
    }
    return inert(json.dumps(page, ensure_ascii=False, indent=indent))


def named(sha256: str) -> str:
    """The name of some bytes by their hash (hexadecimal), as RFC 6920 writes it."""
    digest = base64.urlsafe_b64encode(bytes.fromhex(sha256)).decode("ascii").rstrip("=")
    return f"ni:///sha-256;{digest}"


def _records(release: Release) -> Iterator[tuple[str, Identified, list[Place]]]:
    """Each record with its tag and where it stands."""
    for kind, tag in TAGS.items():
        for record in getattr(release, kind):
            if kind == "actors":
                places = list(record.mentions)
            else:
                places = list(record.spans) if kind == "quotes" else [record]
            if places:
                yield tag, record, places


def _annotation(name: str, tag: str, record: Identified, places: list[Place], text: str) -> dict[str, Any]:
    targets = [_target(name, place, text) for place in places]
    return {
        "id": f"{name}#{record.id}",
        "type": "Annotation",
        "motivation": "describing",
        "body": [
            {"type": "TextualBody", "purpose": "tagging", "value": tag},
            {
                "type": "TextualBody",
                "purpose": "describing",
                "format": "application/json",
                "value": record.model_dump_json(),
            },
        ],
        "target": targets[0] if len(targets) == 1 else targets,
    }


def _target(name: str, place: Place, text: str) -> dict[str, Any]:
    """Where it stands twice: by offsets in code points, and by its words with what is around them."""
    start, end = place.start, place.end
    quote = {
        "type": "TextQuoteSelector",
        "exact": text[start:end],
        "prefix": text[max(0, start - AROUND) : start],
        "suffix": text[end : end + AROUND],
    }
    position = {"type": "TextPositionSelector", "start": start, "end": end}
    return {"type": "SpecificResource", "source": name, "selector": [position, quote]}
