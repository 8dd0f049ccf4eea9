"""Records as Web Annotations: the shape that the standard asks for, and back to the same records."""

import base64
import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summitparse import parse, parse_file
from summitparse.export.annotations import CONTEXT, TAGS, to_annotations
from summitparse.records import Release

SAMPLES = sorted((Path(__file__).parents[2] / "samples").glob("*.txt"))
# The terms of the standard (its sections 3 and 4) that are written here, by the type of the thing that has them.
TERMS = {
    "AnnotationPage": {"@context", "id", "type", "partOf", "startIndex", "items"},
    "AnnotationCollection": {"id", "type", "total", "label"},
    "Annotation": {"id", "type", "motivation", "body", "target"},
    "TextualBody": {"type", "purpose", "format", "value"},
    "SpecificResource": {"type", "source", "selector"},
    "TextPositionSelector": {"type", "start", "end"},
    "TextQuoteSelector": {"type", "exact", "prefix", "suffix"},
}


def check_terms(value: Any) -> None:
    """Only terms of the standard, on the things that may have them."""
    if isinstance(value, list):
        for item in value:
            check_terms(item)
    elif isinstance(value, dict):
        assert set(value) <= TERMS[value["type"]]
        for inner in value.values():
            check_terms(inner)


def check(release: Release) -> None:
    page = json.loads(to_annotations(release))
    check_terms(page)
    assert page["@context"] == CONTEXT and page["type"] == "AnnotationPage"
    assert page["partOf"]["total"] == len(page["items"])
    ids = [item["id"] for item in page["items"]]
    assert len(ids) == len(set(ids))
    for item in page["items"]:
        targets = item["target"] if isinstance(item["target"], list) else [item["target"]]
        assert targets
        for target in targets:
            position, quote = target["selector"]
            assert release.text is not None
            assert release.text[position["start"] : position["end"]] == quote["exact"]
            assert quote["prefix"] + quote["exact"] + quote["suffix"] in release.text
            assert item["id"].partition("#")[0] == target["source"]


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_a_sample_has_an_annotation_a_record(path: Path) -> None:
    release = parse_file(path)
    check(release)
    page = json.loads(to_annotations(release))
    for kind, tag in TAGS.items():
        bodies = [item["body"][1]["value"] for item in page["items"] if item["body"][0]["value"] == tag]
        assert bodies == [record.model_dump_json() for record in getattr(release, kind)]


def test_a_release_is_named_by_the_hash_of_its_bytes() -> None:
    release = parse_file(SAMPLES[0])
    name = json.loads(to_annotations(release))["items"][0]["target"]
    source = (name[0] if isinstance(name, list) else name)["source"]
    scheme, _, digest = source.partition(";")
    assert scheme == "ni:///sha-256"
    assert base64.urlsafe_b64decode(digest + "=").hex() == release.source.sha256


def test_a_release_without_text_is_refused() -> None:
    with pytest.raises(ValueError, match="text"):
        to_annotations(parse_file(SAMPLES[0]).model_copy(update={"text": None}))


@settings(max_examples=25, deadline=None)
@given(
    st.lists(
        st.sampled_from(["“We agree,” Ann Example said. ", "𝒳 ", "\n\n", "12 ships ", "in 2024 ", "é"]), min_size=1
    )
)
def test_any_text(pieces: list[str]) -> None:
    text = "".join(pieces)
    if text.strip():
        check(parse(text))
