"""The times of a release: what they leave of a measure that opens or closes with one."""

import pytest

from summitparse.dates import find_dates
from summitparse.figures import find_figures
from summitparse.figures.period_times import Times
from summitparse.findings import Span
from summitparse.language.model import analyse
from summitparse.layout import find_layout


@pytest.mark.parametrize(
    ("text", "measure", "left"),
    [
        ("The port says last year's exports reached $5 million.", "last year's exports", "exports"),
        ("The port says rents in May 2019 reached $5 million.", "rents in May 2019", "rents"),
        ("The port says wheat for May 2019 reached $5 million.", "wheat for May 2019", "wheat for May 2019"),
        ("The port says 2019 exports reached $5 million.", "2019 exports", "2019 exports"),
    ],
)
def test_a_measure_without_its_time(text: str, measure: str, left: str) -> None:
    layout = find_layout(text)
    parse = analyse([(layout.clean, layout.stretches())])[0]
    found = find_dates(layout)
    times = Times(parse, found, find_figures(layout, times=found))
    start = text.index(measure)
    span = times.trim(Span(start, start + len(measure)), layout.clean)
    assert span is not None and layout.clean[span.start : span.end] == left
