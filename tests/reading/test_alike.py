"""The same release in every format has the same records."""

import re
from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from summitparse import pipeline
from summitparse.reading import read_path
from summitparse.records import Release
from tests.reading.conftest import NAMES, SAMPLES
from tests.reading.converted import BY_CHROMIUM, BY_OFFICE, OPENED, PLAIN

ALIKE = 0.98
# Two columns of justified text: what a page loses there is a break between two short lines of the header.
ALIKE_IN_COLUMNS = 0.96


def words(text: str) -> str:
    return re.sub(r"\W+", " ", text).strip().casefold()


def records(release: Release) -> Counter[tuple[object, ...]]:
    """What must be the same, places in the text aside."""
    found: Counter[tuple[object, ...]] = Counter()
    for quote in release.quotes:
        found["quote", quote.type, words(quote.text), words(quote.speaker_name or "")] += 1
    for figure in release.figures:
        found["figure", words(figure.text), figure.kind, figure.value, figure.upper, figure.unit, figure.bound] += 1
    for date in release.dates:
        found["date", words(date.text), date.value] += 1
    for document in release.documents:
        parties = tuple(document.parties)
        found["document", words(document.title), document.type, document.status, parties, document.last] += 1
    return found


@cache
def expected() -> tuple[Counter[tuple[object, ...]], ...]:
    jobs = [pipeline.Job(read_path(SAMPLES / f"{name}.txt")) for name in NAMES]
    return tuple(map(records, pipeline.run(jobs)))


def check(folder: Path, kind: str, least: float) -> None:
    jobs = [pipeline.Job(read_path(folder / f"{name}.{kind}")) for name in NAMES]
    alike = total = 0
    differences: Counter[tuple[object, ...]] = Counter()
    for wanted, release in zip(expected(), pipeline.run(jobs), strict=True):
        assert release.source.media_type != "text/plain"
        assert "converted" in [warning.code for warning in release.warnings]
        found = records(release)
        alike += (wanted & found).total()
        total += max(wanted.total(), found.total())
        differences += (wanted - found) + (found - wanted)
    assert alike >= least * total, differences


@pytest.mark.parametrize("kind", PLAIN)
def test_pages_and_mail(plain: Path, kind: str) -> None:
    check(plain, kind, ALIKE)


@pytest.mark.parametrize("kind", BY_OFFICE + OPENED)
def test_documents_by_libreoffice(office: Path, kind: str) -> None:
    check(office, kind, ALIKE)


@pytest.mark.parametrize("kind", BY_CHROMIUM)
def test_documents_by_chromium(printed: Path, kind: str) -> None:
    check(printed, kind, ALIKE_IN_COLUMNS if kind.startswith("columns") else ALIKE)
