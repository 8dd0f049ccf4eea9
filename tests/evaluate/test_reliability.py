"""Expected calibration error, and bins that keep what is equally sure together."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summitparse.evaluate.reliability import by_size, by_width, error, plot, row

ANSWERS = st.lists(st.tuples(st.sampled_from([0.0, 0.25, 0.5, 0.99, 1.0]) | st.floats(0, 1), st.booleans()), min_size=1)


@given(ANSWERS)
def test_every_answer_is_in_one_bin(answers: list[tuple[float, bool]]) -> None:
    for bins in (by_width(answers), by_size(answers)):
        assert sorted(answer for b in bins for answer in b) == sorted(answers)
        assert 0 <= error(bins) <= 1
    sure = [{answer[0] for answer in b} for b in by_size(answers)]
    assert all(not a & b for i, a in enumerate(sure) for b in sure[:i])


def test_the_error_is_the_distance_between_confidence_and_share() -> None:
    answers = [(0.9, i < 6) for i in range(10)]
    assert error(by_width(answers)) == pytest.approx(0.3) and error(by_size(answers)) == pytest.approx(0.3)
    assert row("dates", answers) == "| dates | 10 | 0.600 | 0.900 | 0.300 | 0.300 |"
    assert plot(answers, "dates").count("<circle") == 1
