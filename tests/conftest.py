"""Property tests look for new counterexamples at a developer's desk, and try the same ones each time in CI. No machine
is too slow for them."""

import os
import signal
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, settings

from summitparse.language.matrix import set_up_numpy
from summitparse.safe_path import VARIABLE

set_up_numpy()  # as the commands do, before any test loads numpy

settings.register_profile("any-machine", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("ci", settings.get_profile("any-machine"), derandomize=True)
settings.load_profile("ci" if os.environ.get("CI") else "any-machine")

if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:  # a shell starts so what is to run in the background
    signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.fixture(autouse=True)
def environment_of_a_new_process() -> Iterator[None]:
    """A batch or a service in this process says in its environment what the processes of later tests should not hear,
    and one that several tests share says so before the first of them."""
    os.environ.pop(VARIABLE, None)
    yield
    os.environ.pop(VARIABLE, None)
