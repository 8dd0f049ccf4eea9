"""Waiting in tests: for a state and not for a time, so that no machine is too slow. The limit only ends a test that
would hang."""

import os
import time
from collections.abc import Callable

# Seconds after which something will never come.
NEVER = 900


def until(reached: Callable[[], object], what: str) -> None:
    """Waits until something holds, and fails with `what` if it never does."""
    started = time.monotonic()
    while not reached():
        assert time.monotonic() - started < NEVER, what
        time.sleep(0.05)


def ended(group: int) -> bool:
    """Whether no process of a group is left."""
    try:
        os.killpg(group, 0)
    except ProcessLookupError:
        return True
    return False
