"""Numbers in tables have the unit of their heads, and none runs into the next cell."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summitparse.dates import find_dates
from summitparse.figures import find_figures, link_figures
from summitparse.findings import FigureFinding, Span, TimeFindings
from summitparse.language.model import analyse
from summitparse.layout import clean_copy, find_layout
from summitparse.text.tables import Cells

ROWS = "Flow\t2023\tExports (NOK million)\nFish\t140\t151\nTimber\t1,240\t1,310"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (ROWS, ["151 151000000 NOK Exports", "1,240 1240 None None", "1,310 1310000000 NOK Exports"]),
        ("Exports ($m)\t4\nImports (%)\t2.5", ["4 4000000 USD Exports", "2.5 2.5 % Imports"]),
        ("Year\tUS$ million\nFish\t7", ["7 7000000 USD Fish"]),
        ("Cars sold, tonnes\t4,100", ["4,100 4100 t Cars sold"]),
        ("Name\tValue\nFish\t151", []),
        ("They met\tin 5 towns.", ["5 towns 5 town None"]),
    ],
)
def test_unit_and_scale_of_the_head(text: str, found: list[str]) -> None:
    made = [(f, f.measure and text[f.measure.start : f.measure.end]) for f in find_figures(text)]
    shown = [f"{text[f.span.start : f.span.end]} {f.value.normalize():f} {f.unit} {measure}" for f, measure in made]
    assert shown == found


def linked(text: str) -> tuple[FigureFinding, TimeFindings]:
    """The only figure of a text, and the times that its period is one of."""
    layout = find_layout(text)
    times = find_dates(layout)
    parse = analyse([(layout.clean, layout.stretches())])[0]
    (figure,) = link_figures(find_figures(layout, times=times), layout=layout, parse=parse, times=times).figures
    return figure, times


def test_what_a_row_is_about_and_for_when() -> None:
    text = "Trade\n\nFlow\tRate\t2023 (NOK million)\nFish sold abroad\t5\t151"
    figure, times = linked(text)
    assert figure.entity is not None and text[figure.entity.start : figure.entity.end] == "Fish sold abroad"
    assert figure.period is not None and times.dates[figure.period.index].value == "2023"


def test_a_row_of_a_year_is_nobodys() -> None:
    text = "Trade\n\nYear\tExports (NOK million)\n2022\t151"
    figure, _ = linked(text)
    assert figure.measure is not None and figure.entity is None


@given(st.text(alphabet="ab 1,.(%)\t\n", max_size=60))
def test_cells_part_the_clean_copy_at_tabs_alone(text: str) -> None:
    clean = clean_copy(text)
    cells = Cells(text, clean)
    parted = cells.parted()
    assert len(parted) == len(clean)
    assert all(a == b or text[i] == "\t" for i, (a, b) in enumerate(zip(parted, clean, strict=True)))
    for figure in find_figures(text):
        assert figure.span.end <= len(text)
        for head in cells.heads(Span(figure.number.start, figure.number.end)):
            assert head.words.contains(head.named) and 0 <= head.unit.start <= head.unit.end <= len(text)
