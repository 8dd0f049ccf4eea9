"""Releases to look at, and a browser for the session."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from summitparse import parse, parse_file
from summitparse.records import Release
from tests.view.browser import CHROMIUM, Browser, chromium

SAMPLES = Path(__file__).parents[2] / "samples"
# Everything that a page, a script, a style or a terminal could take for its own.
HOSTILE = (
    "Talks </style></script><script>alert(1)</script> \x1b[31mend\x1b[0m\n\n"
    '“We <img src=x onerror=alert(2)> sold 12 <b>ships</b> &amp; boats,” President Ann "><svg onload=alert(3)> said '
    "on 3 May 2024. \u202e“It' onmouseover='alert(4)' is ‘javascript:alert(5)’ a record,” she said.\x00\x9b31m\n\n"
    "The following documents were signed:\n— the agreement on <!-- trade --> ]]> {{x}} ${{y}};\n— the plan for 2025.\n"
)


@pytest.fixture(scope="session")
def report() -> Release:
    return parse_file(SAMPLES / "news-report.txt")


@pytest.fixture(scope="session")
def hostile() -> Release:
    return parse(HOSTILE, reference_date="2024-05-05")


@pytest.fixture(scope="session")
def samples() -> list[Release]:
    return [parse_file(path) for path in sorted(SAMPLES.glob("*.txt"))]


@pytest.fixture(scope="session")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    if CHROMIUM is None:
        pytest.skip("Chromium is not installed")
    with chromium(tmp_path_factory.mktemp("profile")) as browser:
        yield browser
