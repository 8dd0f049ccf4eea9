"""The samples in every format that this machine can make, once a session."""

from pathlib import Path

import pytest

from tests.reading.converted import CHROMIUM, OFFICE, write_chromium, write_office, write_opened, write_plain

SAMPLES = Path(__file__).parents[2] / "samples"
# The styles that differ most: quotations and a list, speaker turns, numbered items.
NAMES = ["news-report", "transcript", "documents-signed", "fact-sheet"]


@pytest.fixture(scope="session")
def plain(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("plain")
    for name in NAMES:
        write_plain(name, SAMPLES.joinpath(f"{name}.txt").read_text("utf-8"), folder)
    return folder


@pytest.fixture(scope="session")
def office(plain: Path) -> Path:
    if OFFICE is None:
        pytest.skip("LibreOffice is not installed")
    write_office(NAMES, plain)
    write_opened(NAMES, plain)
    return plain


@pytest.fixture(scope="session")
def printed(plain: Path) -> Path:
    if CHROMIUM is None:
        pytest.skip("Chromium is not installed")
    for name in NAMES:
        write_chromium(name, plain)
    return plain
