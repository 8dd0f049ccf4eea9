"""The standard streams of a process that was started without some of them (`>&-`, `<&-`), or whose output fails."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from errno import EBADF

from summitparse.errors import UnwritableOutput


def open_closed() -> None:
    """Gives each standard stream that is closed its place again, so that no other file gets its number. Input is then
    empty, and output cannot be written; what would go to standard error is lost."""
    if sys.stdin is None:
        sys.stdin = os.fdopen(_null(0, os.O_RDONLY), encoding="utf-8")
    if sys.stdout is None:
        sys.stdout = os.fdopen(_null(1, os.O_RDONLY), "w", encoding="utf-8")
    if sys.stderr is None:
        sys.stderr = os.fdopen(_null(2, os.O_WRONLY), "w", encoding="utf-8")


def _null(number: int, flags: int) -> int:
    opened = os.open(os.devnull, flags)
    if opened != number:
        os.dup2(opened, number)
        os.close(opened)
    return number


class OutputEnds(Exception):
    """Nobody reads standard output any more."""


class Ended(Exception):
    """What the library for command lines would turn into an exit code of its own, and code 1 is taken."""

    def __init__(self, error: BaseException) -> None:
        super().__init__(str(error))
        self.error = error


@contextmanager
def standard_output() -> Iterator[None]:
    """While standard output is written. Raises `UnwritableOutput`, and `OutputEnds` where its reader has gone."""
    try:
        yield
    except OSError as error:
        give_up_output()
        if isinstance(error, BrokenPipeError):
            raise OutputEnds from None
        reason = "it is closed" if error.errno == EBADF else error.strerror
        raise UnwritableOutput(
            f"Standard output cannot be written ({reason}). Give it another place, or use --output."
        ) from None


def give_up_output() -> None:
    """Lets Python not flush standard output at its end, where that would fail once more."""
    sys.stdout = None
