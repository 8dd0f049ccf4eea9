import re
import tomllib
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summitparse.figures import find_figures
from summitparse.findings import DateFinding, FigureFinding, Span, TimeFindings
from summitparse.layout import clean_copy, find_layout
from tests.hostile import PIECES

CORPUS = tomllib.loads((Path(__file__).parent / "corpus.toml").read_text("utf-8"))


def shown(figure: FigureFinding) -> str:
    """As in the table: kind, value, unit, and bound and change where there are any."""
    value = number(figure.value) + (f"..{number(figure.upper)}" if figure.upper is not None else "")
    words = [figure.kind, value, (figure.unit or "-").replace(" ", "_"), figure.bound, figure.change or ""]
    if words[-1] == "":
        words.pop()
        if words[-1] == "=":
            words.pop()
    return " ".join(words)


def number(value: Decimal | None) -> str:
    return f"{float(value):.12g}" if value is not None else "-"


def wanted(row: str) -> str:
    """A row's figure with its values written out: 12e9, 1/3."""
    kind, value, *rest = row.split(" ")
    ends = [number(Decimal(a) / Decimal(b or "1")) for a, _, b in (end.partition("/") for end in value.split(".."))]
    return " ".join([kind, "..".join(ends), *rest])


@pytest.mark.parametrize("row", CORPUS["found"]["rows"], ids=lambda row: row[0])
def test_found(row: list) -> None:
    _, marked, expected = row
    text = re.sub(r"[\[\]]", "", marked)
    figures = find_figures(text)
    assert [shown(figure) for figure in figures] == [wanted(figure) for figure in expected]
    for figure, words in zip(figures, re.findall(r"\[([^\]]*)\]", marked), strict=True):
        assert overlap(text[figure.span.start : figure.span.end], words), (figure, words)


def overlap(found: str, words: str) -> bool:
    """The words of a row need not be marked with what bounds them."""
    return found in words or words in found or words.startswith("by ")


@pytest.mark.parametrize("row", CORPUS["none"]["rows"], ids=lambda row: row[0])
def test_none(row: list) -> None:
    assert [(row[1][f.span.start : f.span.end], f.rule) for f in find_figures(row[1])] == []


def test_rows_have_different_names() -> None:
    names = [row[0] for section in CORPUS.values() for row in section["rows"]]
    assert len(names) == len(set(names))


def test_span_has_bound_and_unit_number_has_neither() -> None:
    text = "It was over 40 billion US dollars."
    (figure,) = find_figures(text)
    assert text[figure.span.start : figure.span.end] == "over 40 billion US dollars"
    assert text[figure.number.start : figure.number.end] == "40 billion"
    assert figure.rule == "money.name"


def test_a_time_expression_counts_nothing() -> None:
    text = "The plan for 40 sols is here."
    times = TimeFindings(dates=(DateFinding(Span(13, 20), "DURATION", "P40D"),))
    assert find_figures("It has 12 sols.") and not find_figures(text.replace("40", "12"), times=times)


def test_publication_line_holds_no_figure() -> None:
    layout = find_layout(
        "Posted: 30.01.2024 15:29:47\n\nTalks were held\n\nThe sides signed 12 documents in the capital.\n"
    )
    assert [figure.value for figure in find_figures(layout)] == [12]


def test_rules_have_names_of_two_parts() -> None:
    rows = CORPUS["found"]["rows"]
    rules = {figure.rule for row in rows for figure in find_figures(re.sub(r"[\[\]]", "", row[1]))}
    assert len(rules) > 25
    assert all(re.fullmatch(r"[a-z]+\.[a-z-]+", rule) for rule in rules), rules


BITS = [
    *PIECES,
    "one",
    " and ",
    "two-thirds",
    "XIV Forum",
    "between ",
    "5",
    "0",
    ",",
    ".",
    "dozens of ",
    "½",
    "m",
    "İ",
    "hundred ",
    "-",
]


@given(st.lists(st.sampled_from(BITS), max_size=30).map("".join))
def test_any_text(text: str) -> None:
    clean = clean_copy(text)
    end = 0
    for figure in find_figures(text):
        assert 0 <= figure.span.start <= figure.number.start < figure.number.end <= figure.span.end <= len(clean)
        assert figure.number.start >= end
        end = figure.number.end
        assert figure.value.is_finite()
        assert figure.kind in {"money", "percent", "quantity", "count", "ordinal", "age", "rank", "ratio"}
        assert figure.bound in {"=", "<", ">", "<=", ">=", "~"}
        assert figure.change in {None, "up", "down"}


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The army sent 2024 troops.", 2024),
        ("The number of cases rose to 1998.", 1998),
        ("The toll has reached 2000.", 2000),
        ("It goes back to 1998.", None),
    ],
)
def test_a_number_that_the_dates_leave_is_no_year(text: str, value: int | None) -> None:
    figures = find_figures(text, times=TimeFindings((), ()))
    assert [int(figure.value) for figure in figures] == ([] if value is None else [value])
