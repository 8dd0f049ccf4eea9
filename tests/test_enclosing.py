"""The innermost quote around a place, held against the obvious quadratic answer."""

from hypothesis import given
from hypothesis import strategies as st

from summitparse.enclosing import Enclosing
from summitparse.findings import Span


def quote(*spans: tuple[int, int]) -> tuple[Span, ...]:
    return tuple(Span(*span) for span in spans)


def test_the_innermost_of_nested_quotes_holds() -> None:
    enclosing = Enclosing([quote((0, 100)), quote((10, 50)), quote((20, 30))])
    assert enclosing.quote(Span(25, 26)) == 2
    assert enclosing.quote(Span(25, 35)) == 1
    assert enclosing.quote(Span(60, 61)) == 0


def test_between_the_parts_of_a_quote_is_outside() -> None:
    enclosing = Enclosing([quote((0, 10), (20, 30))])
    assert enclosing.quote(Span(12, 15)) is None
    assert enclosing.quote(Span(5, 25)) is None
    assert enclosing.quote(Span(20, 30)) == 0


def test_without_quotes_nothing_is_enclosed() -> None:
    assert Enclosing([]).quote(Span(0, 1)) is None


@st.composite
def nested(draw: st.DrawFn) -> list[tuple[Span, ...]]:
    """Quotes that nest or lie apart, as marks do."""
    found: list[tuple[Span, ...]] = []

    def fill(start: int, end: int, depth: int) -> None:
        while start < end - 1 and draw(st.booleans()):
            a = draw(st.integers(start, end - 1))
            b = draw(st.integers(a + 1, end))
            found.append(quote((a, b)))
            if depth < 4:
                fill(a, b, depth + 1)
            start = b

    fill(0, 60, 0)
    return found


@given(nested(), st.integers(0, 60), st.integers(0, 10))
def test_it_agrees_with_trying_all(quotes: list[tuple[Span, ...]], start: int, length: int) -> None:
    place = Span(start, start + length)
    if place.start == place.end:
        return
    sizes = [span.end - span.start for quote in quotes for span in quote if span.contains(place)]
    found = Enclosing(quotes).quote(place)
    if not sizes:
        assert found is None
    else:
        assert found is not None
        span = quotes[found][0]
        assert span.contains(place) and span.end - span.start == min(sizes)


@given(nested(), st.integers(0, 60), st.integers(1, 10))
def test_a_stretch_is_cut_where_the_innermost_quote_changes(
    quotes: list[tuple[Span, ...]], start: int, length: int
) -> None:
    enclosing = Enclosing(quotes)
    parts = dict(enclosing.parts(Span(start, start + length)))
    for offset in range(start, start + length):
        here = parts[max(begin for begin in parts if begin <= offset)]
        assert enclosing.at(offset) == here == enclosing.quote(Span(offset, offset + 1))
