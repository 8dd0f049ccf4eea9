"""Out to each tool and in again: every place, kind and value of every sample, and what was changed there."""

import json
import xml.etree.ElementTree
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from summitparse import parse, parse_file
from summitparse.errors import UnreadableInput, UsageError
from summitparse.exchange import brat, inception, label_studio
from summitparse.exchange.docbin import from_docbin, to_docbin
from summitparse.exchange.files import read_folder, write_folder
from summitparse.exchange.marked import LABELS, as_marked, marked
from summitparse.exchange.utf16 import Units
from summitparse.records import Release

SAMPLES = Path(__file__).parents[2] / "samples"
HOSTILE = (
    "Talks 😀 \x00\x1b[31m </sofa>\n\n“We 😀 sold 12\nships & boats,” President Ann Example said on 3 May 2024. "
    "“It,” she said, “is\n\na record: 5 million euros.”\n"
)


@pytest.fixture(scope="module")
def releases() -> list[Release]:
    return [*map(parse_file, sorted(SAMPLES.glob("*.txt"))), parse(HOSTILE)]


def by_label_studio(release: Release) -> Release:
    return label_studio.from_label_studio(label_studio.to_label_studio([release], "1"), [release])[0]


def by_docbin(release: Release) -> Release:
    return from_docbin(to_docbin([release]), [release])[0]


def by_brat(release: Release) -> Release:
    return brat.from_brat(brat.to_brat(release), release)


def by_inception(release: Release) -> Release:
    return inception.from_inception(inception.to_inception(release), release)


WAYS = (by_label_studio, by_docbin, by_brat, by_inception)


@pytest.mark.parametrize("way", WAYS)
def test_nothing_is_lost_of_any_sample(way: Callable[[Release], Release], releases: list[Release]) -> None:
    assert sum(len(marked(release)) for release in releases) > 100
    for release in releases:
        assert way(release) == release


TEXTS = st.text("a “”,.😀\n\r5", min_size=8, max_size=40)


@pytest.mark.parametrize("way", WAYS)
@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=TEXTS, data=st.data())
def test_any_places_of_any_text_come_back(way: Callable[[Release], Release], text: str, data: st.DataObject) -> None:
    cut = st.lists(st.integers(0, len(text)), min_size=4, max_size=4, unique=True).map(sorted)
    first, second = data.draw(cut), data.draw(cut)
    quote = {"id": "Q1", "spans": [span(*first[:2]), span(*first[2:])], "text": "said"}
    release = made(text, quote, second)
    assert marked(way(release)) == marked(release)


def span(start: int, end: int) -> dict[str, int]:
    return {"start": start, "end": end}


def made(text: str, quote: dict[str, Any], ends: list[int]) -> Release:
    """A release with a quote of two parts and a document."""
    source = {"name": "text", "media_type": "text/plain", "encoding": None, "sha256": "0" * 64}
    empty: dict[str, Any] = {"id": None, "source": source, "text": text, "language": "en"}
    empty |= dict.fromkeys(("title", "subtitle", "published", "place", "issuer", "reference_date", "event"))
    empty |= {name: [] for name in ("credits", "actors", "figures", "dates", "ranges", "positions", "warnings")}
    said = {"type": "direct", "quoted": [], "source": None, "cue": None, "speaker": None, "speaker_name": None}
    said |= {"polarity": "asserted", "attribution": "none", "confidence": 0.5, "rule": "x", "closed": True}
    document = {"id": "I1", **span(ends[0], ends[3]), "title": "t", "type": "plan", "status": "signed", "parties": []}
    document |= {"signatories": [], "confidence": 0.5, "rule": "x"}
    document |= dict.fromkeys(("period", "first", "last", "date", "place", "quote"))
    records = {"quotes": [quote | said | {"parent": None}], "documents": [document]}
    return Release.model_validate(empty | records)


def test_what_was_changed_in_a_tool_is_in_the_records(releases: list[Release]) -> None:
    release = next(one for one in releases if one.source.name.endswith("news-report.txt"))
    (task,) = json.loads(label_studio.to_label_studio([release], "1"))
    result = task["predictions"][0]["result"]
    kept = [item for item in result if item.get("id") != "F1"]
    shorter = next(item for item in kept if item.get("id") == "F2" and item["type"] == "labels")
    shorter["value"]["start"] += 1
    units = Units(release.text or "")
    at = units.from_points((release.text or "").index("The talks"))
    value = {"start": at, "end": at + 9, "text": "The talks", "labels": ["Document"]}
    kept.append({"id": "new", "type": "labels", "from_name": "kind", "to_name": "text", "value": value})
    task["annotations"] = [{"result": kept}]
    (after,) = label_studio.from_label_studio(json.dumps([task]), [release])
    assert "F1" not in {figure.id for figure in after.figures} and len(after.figures) == len(release.figures) - 1
    before = next(figure for figure in release.figures if figure.id == "F2")
    moved = next(figure for figure in after.figures if figure.id == "F2")
    assert (moved.start, moved.end, moved.value) == (before.start + 1, before.end, before.value)
    (added,) = [one for one in after.documents if one.rule == "review.added"]
    assert added.title == "The talks"


def test_values_and_speakers_of_a_mark_are_the_records(releases: list[Release]) -> None:
    release = next(one for one in releases if len(one.actors) > 2 and one.quotes and one.figures)
    speaker = release.actors[-1].id
    changes = {"Q1": {"speaker": speaker, "type": "indirect"}, "F1": {"value": 7, "unit": "ship"}}
    marks = [replace(one, fields={**one.fields, **changes.get(one.id or "", {})}) for one in marked(release)]
    after = as_marked(release, marks)
    quote, figure = next(q for q in after.quotes if q.id == "Q1"), next(f for f in after.figures if f.id == "F1")
    assert (quote.speaker, quote.type, quote.quoted) == (speaker, "indirect", [])
    assert (figure.value, figure.unit) == (7, "ship")


def test_folders_hold_what_the_tools_want(releases: list[Release], tmp_path: Path) -> None:
    for tool, config in (("brat", "annotation.conf"), ("inception", "TypeSystem.xml")):
        folder = tmp_path / tool
        write_folder(tool, releases, folder)
        assert (folder / config).is_file()
        assert read_folder(tool, releases, folder) == releases
    assert len(list((tmp_path / "brat").glob("*.txt"))) == len(releases)
    root = xml.etree.ElementTree.fromstring(label_studio.config())
    assert {label.get("value") for label in root.iter("Label")} == set(LABELS.values())


def test_brat_finds_the_words_of_each_mark_in_the_text() -> None:
    text = "Talks\n\n“We sold\u00a012  ships\nin\tMay 2024,” President Ann Example said.\n"
    release = parse(text)
    for line in brat.to_brat(release).splitlines():
        if line.startswith("T"):
            _, mark, words = line.split("\t", 2)
            places = [map(int, part.split()) for part in mark.partition(" ")[2].split(";")]
            assert words == " ".join(text[start:end] for start, end in places)
    assert by_brat(release) == release


def test_spacy_shows_the_spans(releases: list[Release]) -> None:
    import spacy
    from spacy.tokens import DocBin

    docs = list(DocBin().from_bytes(to_docbin(releases)).get_docs(spacy.blank("en").vocab))
    for doc, release in zip(docs, releases, strict=True):
        assert doc.text == release.text
        assert len(doc.spans["sc"]) == sum(len(one.places) for one in marked(release))
        assert [span.text for span in doc.spans["figures"]] == [figure.text for figure in release.figures]


@pytest.mark.parametrize(
    "reading",
    [
        lambda release: label_studio.from_label_studio('[{"data": 5}]', [release]),
        lambda release: label_studio.from_label_studio("no", [release]),
        lambda release: from_docbin(b"no", [release]),
        lambda release: brat.from_brat("T1\tCat 0 3\tcat\n", release),
        lambda release: brat.from_brat("T1\tQuote 0 99999\tcat\n", release),
        lambda release: inception.from_inception("<no/>", release),
        lambda release: inception.from_inception(inception.to_inception(parse("Other words.")), release),
    ],
)
def test_what_no_tool_has_made_is_refused(reading: Callable[[Release], Any], releases: list[Release]) -> None:
    with pytest.raises(UnreadableInput):
        reading(releases[0])


def test_tools_need_the_text(releases: list[Release]) -> None:
    with pytest.raises(UsageError, match="--text"):
        brat.to_brat(releases[0].model_copy(update={"text": None}))


@given(st.text("aé😀\U0010ffff", max_size=12))
def test_units_are_those_of_utf16(text: str) -> None:
    units = Units(text)
    for at in range(len(text) + 1):
        there = units.from_points(at)
        assert there == len(text[:at].encode("utf-16-le")) // 2 and units.to_points(there) == at
