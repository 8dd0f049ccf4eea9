import csv
import io
import json
import zipfile

import pytest

from summitparse import parse
from summitparse.export.quotations import to_quotations
from summitparse.export.rows import ALL, rows
from summitparse.export.tabular import to_csv, to_markdown, to_xlsx
from summitparse.records import Release

TEXT = (
    "Talks | in <Bergen>\n\nJanuary 30, 2024\n\n“=We sold 12 ships in 2023,” Prime Minister Ingrid Solheim said. "
    "The ministers signed a memorandum on ports. Trade rose by 5 per cent."
)


@pytest.fixture(scope="module")
def release() -> Release:
    return parse(TEXT)


def test_one_csv_has_every_record(release: Release) -> None:
    found = list(csv.DictReader(io.StringIO(to_csv(release))))
    assert [row["id"] for row in found] == [cells["id"] for _, cells in rows(release)]
    assert tuple(found[0]) == ALL
    quote, figure = found[0], next(row for row in found if row["id"] == "F1")
    assert quote["record"] == "quote" and quote["speaker"] == "Ingrid Solheim" and quote["text"].startswith("'=We")
    assert (figure["value"], figure["unit"], figure["period"], figure["speaker"]) == (
        "12",
        "ship",
        "2023",
        "Ingrid Solheim",
    )
    assert TEXT[int(figure["start"]) : int(figure["end"])] == figure["text"]


def test_markdown_is_text_and_tables(release: Release) -> None:
    written = to_markdown(release)
    assert written.startswith("# Talks \\| in \\<Bergen\\>\n")
    assert "## Figures (2)" in written and "| F1 |" in written
    for line in written.splitlines():
        if line.startswith("|"):
            assert line.replace("\\|", "").count("|") == line.replace("\\|", "").strip("|").count("|") + 2
    assert not [c for c in to_markdown(parse("A \x1b[31m b\n\nThe bridge cost 5 million euros.")) if c == "\x1b"]


def test_a_workbook_has_a_sheet_a_kind_and_no_formula(release: Release) -> None:
    with zipfile.ZipFile(io.BytesIO(to_xlsx(release))) as book:
        sheets = [name for name in book.namelist() if name.startswith("xl/worksheets/sheet")]
        assert len(sheets) == len({kind for kind, _ in rows(release)})
        assert not any(b"<f>" in book.read(name) for name in sheets)
        words = book.read("xl/sharedStrings.xml").decode()
    assert "=We sold 12 ships in 2023" in words and "Ingrid Solheim" in words
    assert zipfile.ZipFile(io.BytesIO(to_xlsx(parse("Nothing here.")))).testzip() is None


def test_quotes_are_quotations_of_an_article(release: Release) -> None:
    article, quotation = json.loads(to_quotations(release))["@graph"]
    assert article["@type"] == "NewsArticle" and article["datePublished"] == "2024-01-30"
    assert quotation["@type"] == "Quotation" and quotation["isPartOf"] == {"@id": article["@id"]}
    assert quotation["creator"]["@type"] == "Person" and quotation["creator"]["name"] == "Ingrid Solheim"
    assert quotation["creator"]["jobTitle"] == "Prime Minister" and quotation["text"].startswith("=We sold")
