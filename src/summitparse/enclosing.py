"""Which quote, or stretch in marks, does a place stand in? Asked for every figure, date and name, so it is answered by
bisection."""

from bisect import bisect_left, bisect_right
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
        self._innermost = [parts[-1][1] if parts else None for parts in self._open]

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

    def at(self, offset: int) -> int | None:
        """The position of the innermost quote around one character, or None."""
        k = bisect_right(self._starts, offset) - 1
        return self._innermost[k] if k >= 0 else None

    def parts(self, span: Span) -> list[tuple[int, int | None]]:
        """The innermost quote at the beginning of `span` and at each place in it where that may change: offset and
        position of the quote, or None."""
        first, last = bisect_right(self._starts, span.start), bisect_left(self._starts, span.end)
        changes = zip(self._starts[first:last], self._innermost[first:last], strict=True)
        return [(span.start, self._innermost[first - 1] if first else None), *changes]

    def quote(self, span: Span) -> int | None:
        """The position of the innermost quote with a part that holds all of `span`, or None."""
        k = bisect_right(self._starts, span.start) - 1
        if k < 0:
            return None
        return next((quote for end, quote in reversed(self._open[k]) if end >= span.end), None)
