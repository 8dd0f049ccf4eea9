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


def shown(text: str, number: str) -> list[str]:
    """The head and the label of a number that a text has once."""
    at = text.index(number)
    return [text[slice(*head.words)] for head in Cells(text, text).heads(Span(at, at + len(number)))]


LONG = "Exports " * 13


@pytest.mark.parametrize(
    ("text", "number", "heads"),
    [
        ("Exports (%)\t\n\nFish\t5", "5", ["Fish"]),
        ("Kind\tExports\n\nFish\t5", "5", ["Exports", "Fish"]),  # a blank line ends no table
        ("Kind\tExports\nThey rose.\nFish\t5", "5", ["Fish"]),
        ("Kind\t2023\nFish\t5", "5", ["2023", "Fish"]),
        ("Kind\t140\nFish\t5", "5", ["Fish"]),
        ("Kind\tExports\tNote\nSea\tImports\nFish\t5", "5", ["Imports", "Fish"]),
        ("Sea\tImports\nKind\tExports\tNote\nFish\t5", "5", ["Imports", "Fish"]),  # rows of another width are passed by
        (f"Kind\t{LONG}\nFish\t5", "5", ["Fish"]),
        ("They met\tin 5 towns.\tFish\t7", "5", []),
        ("In 5 towns", "5", []),
        ("5\nFish\t7", "5", []),
    ],
)
def test_heads(text: str, number: str, heads: list[str]) -> None:
    assert shown(text, number) == heads


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("Name\tPlace\nFish\tSea", 0),
        ("Name\tPlace\nFish\tSea\nThey met.\nName\t5", 1),
        ("Name\t5\nThey met.\nFish\tSea", 1),
        ("5\nThey met.", 0),
    ],
)
def test_rows_of_tables_with_a_number(text: str, rows: int) -> None:
    assert len(Cells(text, text).rows) == rows


def test_a_time_elsewhere_is_no_period_of_a_head() -> None:
    text = "In 2020 they met.\nFlow\tRate 2023\nFish\t5"
    times = find_dates(text)
    heads = Cells(text, text).heads(Span(len(text) - 1, len(text)))
    period = Cells(text, text).period(heads, times)
    assert period is not None and times.dates[period.index].value == "2023"
    assert Cells(text, text).period(heads[1:], times) is None
