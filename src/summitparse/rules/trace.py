"""What was weighed while a release was read, and why it lost: noted where somebody asks; nothing depends on it."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import NamedTuple

from summitparse.findings import Span


class Weighed(NamedTuple):
    """A proposal: its rule, its words, why it lost ("" where it was taken), and how likely it is right (0 to 1).

    Where the rule makes a field of a record, `of` are the record's own words.
    """

    rule: str
    span: Span
    lost: str = ""
    chance: float | None = None
    of: Span | None = None


_noted: ContextVar[list[Weighed] | None] = ContextVar("weighed", default=None)


def weigh(
    rule: str,
    span: Span,
    lost: str = "",
    *,
    chance: float | None = None,
    of: Span | None = None,
) -> None:
    """Notes a proposal, if somebody asks; the arguments are those of `Weighed`."""
    noted = _noted.get()
    if noted is not None:
        noted.append(Weighed(rule, span, lost, chance, of))


@contextmanager
def traced() -> Iterator[list[Weighed]]:
    """All that is weighed inside the `with`, in the order in which it was."""
    noted: list[Weighed] = []
    token = _noted.set(noted)
    try:
        yield noted
    finally:
        _noted.reset(token)
