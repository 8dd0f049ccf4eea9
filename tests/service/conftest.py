from collections.abc import Iterator

import pytest

from summitparse.allowance import Allowance
from summitparse.service.pool import Pool


@pytest.fixture(scope="package")
def real() -> Iterator[Pool]:
    """One process with the model."""
    pool = Pool(1, Allowance())
    yield pool
    pool.close()


@pytest.fixture(scope="package")
def standing_in() -> Iterator[Pool]:
    """Two processes whose work is a stand-in."""
    pool = Pool(2, Allowance(200, 1), work="tests.service.fakes:answer")
    yield pool
    pool.close()
