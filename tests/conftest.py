"""Property tests look for new counterexamples at a developer's desk, and try the same ones each time in CI."""

import os
from collections.abc import Iterator

import pytest
from hypothesis import settings

from summitparse.safe_path import VARIABLE

settings.register_profile("ci", derandomize=True)
if os.environ.get("CI"):
    settings.load_profile("ci")


@pytest.fixture(autouse=True)
def environment_as_it_was() -> Iterator[None]:
    """A batch in this process says in its environment what the processes of later tests should not hear."""
    before = os.environ.get(VARIABLE)
    yield
    os.environ.pop(VARIABLE, None)
    if before is not None:
        os.environ[VARIABLE] = before
