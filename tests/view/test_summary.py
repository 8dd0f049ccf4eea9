"""The summary of many releases counts what is in them, and `view` is a command."""

from pathlib import Path
from typing import Any

import pytest
import typer
from typer.testing import CliRunner

from summitparse import parse
from summitparse.cli.view import view
from summitparse.errors import UnreadableInput
from summitparse.records import Release
from summitparse.terms import ActorKind
from summitparse.view.people import find_people
from summitparse.view.report import build_report
from summitparse.view.summary import summary
from summitparse.view.wording import days, short_number
from tests.view.conftest import SAMPLES
from tests.view.test_report import Page


def test_who_said_how_much_and_documents_by_type(report: Release) -> None:
    shown = " ".join(Page(summary([report, report], find_people([report, report])[1])).words)
    for document in report.documents:
        assert document.type.value in shown
    said = sum(len(q.text.split()) for q in report.quotes if q.speaker_name == "Ingrid Solheim" and not q.parent)
    assert f"Ingrid Solheim {2 * said}" in shown
    assert not summary([], {})


def test_a_document_that_speaks_is_no_speaker(report: Release) -> None:
    quote = next(quote for quote in report.quotes if quote.speaker_name == "Ingrid Solheim")
    message = report.actors[0].model_copy(update={"id": "A99", "kind": ActorKind.DOCUMENT, "name": "message"})
    said = report.model_copy(
        update={"actors": [*report.actors, message], "quotes": [quote.model_copy(update={"speaker": "A99"})]}
    )
    assert "message" not in summary([said, report], find_people([said, report])[1])


def test_a_measure_with_values_on_several_days_is_drawn_as_dots() -> None:
    texts = [f"Norway's exports grew to {value} billion dollars in {year}." for year, value in ((2021, 4), (2022, 5))]
    releases = [parse(text, reference_date="2023-01-01") for text in texts]
    assert all(release.figures and release.figures[0].entity for release in releases)
    page = Page(build_report(releases))
    tags = [tag for tag, _ in page.tags]
    assert tags.count("circle") == 2 and "polyline" not in tags
    assert "2022-12-31: 5,000,000,000" in page.words


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        ("2024-01-01", "2024-12-31", "2024"),
        ("2024-01-01", "2026-12-31", "2024 to 2026"),
        ("2024-02-01", "2024-02-29", "2024-02"),
        ("2024-02-01", "2024-02-28", "2024-02-01 to 2024-02-28"),
        ("2024-02-01", "2024-02-01", "2024-02-01"),
        (None, "2035-12-31", "… to 2035-12-31"),
        (None, None, ""),
        ("9999-01-01", "9999-12-31", "9999-01-01 to 9999-12-31"),
    ],
)
def test_days_in_words(first: str | None, last: str | None, words: str) -> None:
    import datetime as dt

    assert days(*(dt.date.fromisoformat(day) if day else None for day in (first, last))) == words


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("40000000000", "40 billion"),
        ("3200000", "3.2 million"),
        ("1234567", "1,234,567"),
        ("0.50", "0.5"),
        ("1E+60", "1E+60"),
    ],
)
def test_numbers_in_words(value: str, words: str) -> None:
    from decimal import Decimal

    assert short_number(Decimal(value)) == words


def run(*words: str) -> Any:
    app = typer.Typer()
    app.command()(view)
    return CliRunner().invoke(app, words)


def test_the_command_writes_one_file(tmp_path: Path, report: Release) -> None:
    records, target = tmp_path / "records.jsonl", tmp_path / "report.html"
    records.write_text(report.model_dump_json() + "\n", "utf-8")
    assert run(str(SAMPLES / "short.txt"), str(records), "--output", str(target)).exit_code == 0
    assert target.read_text("utf-8").startswith("<!DOCTYPE html>")
    assert run(str(records)).stdout.startswith("<!DOCTYPE html>")


def test_records_without_text_are_refused(tmp_path: Path, report: Release) -> None:
    path = tmp_path / "records.json"
    path.write_text(report.model_dump_json(exclude={"text"}), "utf-8")
    done = run(str(path))
    assert isinstance(done.exception, UnreadableInput) and "--text" in str(done.exception)
