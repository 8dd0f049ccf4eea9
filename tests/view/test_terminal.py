"""Tables for a terminal hold every record, and nothing that a terminal would obey."""

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.console import Console

from summitparse import parse
from summitparse.records import Release
from summitparse.view.terminal import printable, render, to_text


def test_every_record_is_there(report: Release) -> None:
    shown = to_text(report)
    for record in (*report.quotes, *report.figures, *report.dates, *report.documents):
        assert record.id in shown
    assert "Who said what" in shown and "Ingrid Solheim" in shown
    assert "2025-01-01" not in shown.splitlines()[0]


def test_no_colour_where_the_output_is_no_terminal(report: Release) -> None:
    assert "\x1b" not in to_text(report) + to_text(report, colour=False)


def test_nothing_of_the_input_reaches_the_terminal(hostile: Release) -> None:
    file = io.StringIO()
    Console(file=file, force_terminal=False, width=200, markup=True).print(render(hostile))
    shown = file.getvalue() + to_text(hostile)
    assert not [c for c in shown if c != "\n" and not c.isprintable()]
    assert "[/]" not in shown


@given(st.text())
def test_what_is_printable_is_one_line(text: str) -> None:
    assert all(c.isprintable() for c in printable(text)) and len(printable(text)) == len(text)


@pytest.mark.parametrize("text", ["[bold]x[/bold]", ":smile:", "[link=http://example.org]x"])
def test_markup_of_the_terminal_library_is_text(report: Release, text: str) -> None:
    quote = report.quotes[0].model_copy(update={"text": text})
    assert text in to_text(report.model_copy(update={"quotes": [quote]}))


def test_what_is_read_keeps_its_room_beside_long_columns() -> None:
    text = (
        "Wellington, 18 March 2025. The following documents were signed:\n\n1. Memorandum of Understanding on Research "
        "in Forestry between the Ministry for Primary Industries and the National Institute of Agricultural Research.\n"
    )
    assert "Memorandum of" in to_text(parse(text))


@pytest.mark.parametrize(("columns", "width"), [("80", 80), ("200", 200), ("x", 110), ("", 110)])
def test_a_table_is_as_wide_as_asked(
    report: Release, monkeypatch: pytest.MonkeyPatch, columns: str, width: int
) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    longest = max(map(len, to_text(report, colour=False).splitlines()))
    assert longest <= width and longest > width * 0.6


@pytest.mark.parametrize("columns", [40, 60, 70, 90, 110])
def test_no_word_is_broken(report: Release, monkeypatch: pytest.MonkeyPatch, columns: int) -> None:
    monkeypatch.setenv("COLUMNS", str(columns))
    shown = to_text(report, colour=False)
    assert max(map(len, shown.splitlines())) <= columns
    words = {word for quote in report.quotes for word in (*quote.text.split(), quote.type.value)}
    words |= {word for figure in report.figures for word in figure.text.split()}
    words |= {word for document in report.documents for word in (*document.title.split(), document.type.value)}
    assert not [word for word in words if word not in shown]


def test_in_little_room_a_row_is_a_paragraph(report: Release, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "40")
    shown = to_text(report, colour=False)
    assert max(map(len, shown.splitlines())) <= 40
    assert "  Speaker: Ingrid Solheim" in shown and "━" not in shown and "─" not in shown
    for record in (*report.quotes, *report.figures, *report.dates, *report.documents):
        assert record.id in shown
