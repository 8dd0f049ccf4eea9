"""The cost of a text grows with its length and no faster. Time is the process's own."""

import pytest

from summitparse.figures import find_figures
from summitparse.layout import Layout
from tests.cost import cost

PIECES = [
    "1 ",
    "1,",
    "$",
    "one ",
    "million ",
    "½",
    "1-",
    "a hundred ",
    "tens of ",
    "between ",
    "5 feet 2 inches ",
    "5% or ",
    "XIV Forum ",
    "- 5",
    "1.",
    "a5",
    "(1) ",
    "more than ",
]


def of(piece: str, length: int) -> float:
    text = piece * (length // len(piece))
    layout = Layout(text=text, clean=text)
    return cost(lambda: find_figures(layout), tries=1)


@pytest.mark.cost
@pytest.mark.parametrize("piece", PIECES)
def test_cost_per_doubling(piece: str) -> None:
    of(piece, 200)
    # Four times the text: at most 2.2 ** 2 times the cost; the best of three, for the machine is shared.
    factors = [of(piece, 24_000) / max(of(piece, 6_000), 0.004) for _ in range(3)]
    assert min(factors) <= 2.2**2, factors
