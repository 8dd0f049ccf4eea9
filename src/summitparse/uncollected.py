"""Keeps Python's collector of cycles out of work that makes many objects and no cycles.

The collector goes through all living objects again and again, so of a long text a finder's time would grow faster than
the text: 2.1 to 2.4 times a doubling at four million characters, and 2.0 without it.
"""

import gc
from collections.abc import Callable
from functools import wraps
from typing import ParamSpec, TypeVar

P = ParamSpec("P")
R = TypeVar("R")


def uncollected(work: Callable[P, R]) -> Callable[P, R]:
    """The same function, during which no cycles are collected; afterwards they are, if they were before."""

    @wraps(work)
    def inner(*args: P.args, **kwargs: P.kwargs) -> R:
        if not gc.isenabled():
            return work(*args, **kwargs)
        gc.disable()
        try:
            return work(*args, **kwargs)
        finally:
            gc.enable()

    return inner
