"""Which quote, or stretch in marks, does a place stand in? Asked for every figure, date and name, so it is answered by
bisection."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence

from summitparse.findings import Span

# A text of quotes nested deeper than this is hostile; what is deeper is ascribed to the level above.
DEEPEST = 32


class Enclosing:
    """The innermost quote around a span, by the parts of all quotes cut at each of their ends."""

    def __init__(self, quotes: Iterable[Sequence[Span]]) -> None:
        """Of each quote its spans."""
        parts = sorted((span.start, -span.end, i) for i, spans in enumerate(quotes) for span in spans)
        self._starts: list[int] = []
        self._open: list[tuple[tuple[int, int], ...]] = []
        active: list[tuple[int, int]] = []  # (end, quote), outermost first
        for start, negative_end, i in parts:
            self._close(active, start)
            if len(active) < DEEPEST:
                active.append((-negative_end, i))
            self._note(start, active)
        self._close(active, None)

    def _close(self, active: list[tuple[int, int]], until: int | None) -> None:
        """Ends every part that ends at or before `until` (all of them for None)."""
        while active:
            end = min(end for end, _ in active)
            if until is not None and end > until:
                return
            active[:] = [part for part in active if part[0] > end]
            self._note(end, active)

    def _note(self, offset: int, active: list[tuple[int, int]]) -> None:
        if self._starts and self._starts[-1] == offset:
            self._open[-1] = tuple(active)
        else:
            self._starts.append(offset)
            self._open.append(tuple(active))

    def quote(self, span: Span) -> int | None:
        """The position of the innermost quote with a part that holds all of `span`, or None."""
        k = bisect_right(self._starts, span.start) - 1
        if k < 0:
            return None
        return next((quote for end, quote in reversed(self._open[k]) if end >= span.end), None)
