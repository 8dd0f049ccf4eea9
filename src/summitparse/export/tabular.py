"""One release as CSV, as Markdown, and as a workbook for a spreadsheet."""

import csv
import io
from collections.abc import Mapping, Sequence
from typing import Any

from summitparse.batch.sinks.csv import cell
from summitparse.export.rows import ALL, COLUMNS, rows
from summitparse.extras import missing
from summitparse.records import Release
from summitparse.view.page import title_of
from summitparse.view.terminal import printable

# What Markdown would read as more than text.
_SPECIAL = str.maketrans({sign: f"\\{sign}" for sign in "\\`*_{}[]<>#|~$&"})
# Characters that no cell of a workbook holds.
MOST_OF_A_CELL = 32_000


def to_csv(release: Release) -> str:
    """One table: a record a row, its kind in the column `record`. Text that a spreadsheet would take for a formula gets
    an apostrophe before it."""
    file = io.StringIO()
    writer = csv.writer(file, lineterminator="\n", quoting=csv.QUOTE_NONNUMERIC)
    writer.writerow(ALL)
    for kind, cells in rows(release):
        whole = {**cells, "record": kind.removesuffix("s")}
        writer.writerow(cell(whole.get(column)) for column in ALL)
    return file.getvalue()


def to_markdown(release: Release) -> str:
    """The title, what is known of the release, and a table a kind."""
    lines = [f"# {_plain(title_of(release))}", ""]
    published = release.published.value if release.published else None
    facts = (("Published", published), ("Place", release.place and release.place.text), ("Source", release.source.name))
    lines += [f"- {name}: {_plain(str(value))}" for name, value in facts if value]
    for kind, (columns, found) in _tables(release).items():
        lines += ["", f"## {kind.capitalize()} ({len(found)})", "", f"| {' | '.join(columns)} |"]
        lines.append("|" + " --- |" * len(columns))
        lines += [f"| {' | '.join(_plain(_shown(row[column])) for column in columns)} |" for row in found]
    return "\n".join(lines) + "\n"


def to_xlsx(release: Release) -> bytes:
    """A workbook with a sheet a kind. Raises `MissingExtra`."""
    try:
        import xlsxwriter
    except ImportError:
        raise missing("A workbook", "xlsx") from None
    file = io.BytesIO()
    # Text stays text, whatever it begins with.
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with xlsxwriter.Workbook(file, options) as book:
        wrapped = book.add_format({"text_wrap": True, "valign": "top"})
        bold = book.add_format({"bold": True})
        for kind, (columns, found) in _tables(release).items() or {"nothing": (("id",), [])}.items():
            sheet = book.add_worksheet(kind)
            sheet.write_row(0, 0, columns, bold)
            sheet.freeze_panes(1, 0)
            for number, row in enumerate(found, 1):
                for at, column in enumerate(columns):
                    value = row[column]
                    if isinstance(value, str):
                        sheet.write_string(number, at, printable(value)[:MOST_OF_A_CELL], wrapped)
                    elif value is not None:
                        sheet.write_number(number, at, value, wrapped)
            sheet.autofilter(0, 0, max(1, len(found)), len(columns) - 1)
            for at, column in enumerate(columns):
                sheet.set_column(at, at, 60 if column == "text" else 16)
    return file.getvalue()


def _tables(release: Release) -> Mapping[str, tuple[Sequence[str], Sequence[Mapping[str, Any]]]]:
    """By kind the columns that say something, and the rows."""
    found: dict[str, list[Mapping[str, Any]]] = {}
    for kind, cells in rows(release):
        found.setdefault(kind, []).append(cells)
    return {
        kind: ([column for column in COLUMNS[kind] if any(row[column] is not None for row in mine)], mine)
        for kind, mine in found.items()
    }


def _shown(value: Any) -> str:
    return "" if value is None else str(value)


def _plain(text: str) -> str:
    return printable(text).translate(_SPECIAL)
