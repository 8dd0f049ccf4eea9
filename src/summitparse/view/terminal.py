"""A release's records as tables in a terminal. Nothing of the input can move the cursor or change the terminal."""

import io
import os
import shutil
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rich import box
from rich.cells import cell_len
from rich.console import Console, ConsoleOptions, Group, RenderableType, RenderResult
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from summitparse.records import Release
from summitparse.view.wording import (
    CHANGES,
    NOBODY,
    SURE,
    Names,
    act_words,
    amount,
    days,
    document_period,
    event_name,
    quote_words,
    sure,
)

# Where the output is no terminal its width must not depend on one; COLUMNS asks for another.
WIDTH = 110
# In less room a table's columns are no columns any more: each row is a paragraph.
LEAST_WIDTH = 60
# A longer word (an address) may be broken.
LONGEST_WORD = 24
# Characters of a column that only says more about what is read in the wide one.
MOST_OF_OTHERS = 26
STYLES = {
    "quotes": "yellow",
    "positions": "blue",
    "figures": "green",
    "dates": "cyan",
    "ranges": "cyan",
    "documents": "magenta",
}


def to_text(release: Release, *, colour: bool = True) -> str:
    """All tables as one string; `colour` lets escape codes in where standard output is a terminal that wants them."""
    terminal = colour and sys.stdout.isatty()
    console = Console(
        file=io.StringIO(),
        force_terminal=terminal,
        no_color=not terminal or bool(os.environ.get("NO_COLOR")),
        color_system="standard" if terminal else None,
        width=shutil.get_terminal_size((WIDTH, 24)).columns if terminal else _asked_width(),
        legacy_windows=False,
        highlight=False,
        markup=False,
        emoji=False,
    )
    console.print(render(release))
    file = console.file
    assert isinstance(file, io.StringIO)
    lines = (line.rstrip() for line in file.getvalue().splitlines())
    return "\n".join(lines).strip("\n") + "\n"


def _asked_width() -> int:
    asked = os.environ.get("COLUMNS", "")
    return max(20, min(int(asked), 1_000)) if asked.isdecimal() and asked.isascii() and len(asked) < 9 else WIDTH


def render(release: Release) -> RenderableType:
    """Header and one table a kind, for any `rich.console.Console`."""
    names = Names(release)
    parts = [_header(release, names), _quotes(release, names), _positions(release), _figures(release, names)]
    parts += [_times(release), _documents(release, names), _warnings(release)]
    return Group(*(part for part in parts if part is not None))


def printable(text: str) -> str:
    """The text on one line, without what a terminal would obey: control, escape and direction characters."""
    return "".join(c if c.isprintable() else " " if c.isspace() else "\ufffd" for c in text)


def _cell(text: str | None, style: str = "") -> Text:
    return Text(" ".join(printable(text or "").split()), style=style)


def _header(release: Release, names: Names) -> RenderableType:
    lines = [_cell(release.title.text if release.title else "(no title)", "bold")]
    if release.subtitle:
        lines.append(_cell(release.subtitle.text))
    event = release.event
    facts = {
        "Published": release.published.value if release.published else None,
        "Place": release.place.text if release.place else None,
        "Event": event_name(event) if event else None,
        "Held": ", ".join(filter(None, [days(event.first, event.last), event.place.text if event.place else ""]))
        if event
        else None,
        "Took part": names.actors(event.participants) if event else None,
        "Taken from": ", ".join(credit.text for credit in release.credits),
    }
    lines += [_cell(f"{label}: {value}", "dim") for label, value in facts.items() if value]
    return Group(*lines)


def _table(title: str, kind: str, columns: Sequence[str], rows: Iterable[Sequence[str]], wide: str) -> "Rows | None":
    """A table under its title, or None without rows; `wide` is the column that may take all the room."""
    rows = list(rows)
    return Rows(title, STYLES.get(kind, "red"), columns, rows, wide) if rows else None


@dataclass(frozen=True, slots=True)
class Rows:
    """A table where there is room for one without breaking words, else a paragraph a row: the wide column first, then
    the others by name."""

    title: str
    style: str
    columns: Sequence[str]
    rows: Sequence[Sequence[str]]
    wide: str

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        least = [max(map(_longest_word, column)) for column in zip(self.columns, *self.rows, strict=True)]
        # Three blanks stand between two columns, none at the ends.
        fits = sum(least) + 3 * len(least) <= options.max_width
        yield self._table(least) if fits and options.max_width >= LEAST_WIDTH else self._paragraphs()

    def _head(self) -> Text:
        return Text(f"\n{self.title} ({len(self.rows)})", style=f"bold {self.style}")

    def _table(self, least: Sequence[int]) -> Table:
        table = Table(
            title=self._head(),
            title_justify="left",
            box=box.SIMPLE_HEAD,
            header_style=f"bold {self.style}",
            pad_edge=False,
        )
        for column, width in zip(self.columns, least, strict=True):
            most = None if column == self.wide else MOST_OF_OTHERS
            table.add_column(column, overflow="fold", no_wrap=not column, min_width=width, max_width=most)
        for row in self.rows:
            table.add_row(*(_cell(value) for value in row))
        return table

    def _paragraphs(self) -> Group:
        at = self.columns.index(self.wide)
        parts: list[RenderableType] = [self._head()]
        for row in self.rows:
            first = [row[0], row[at]] if at and not self.columns[0] else [row[at]]
            parts += [Text(), _cell(" ".join(first))]
            others = zip(self.columns, row, strict=True)
            parts += [
                Padding(_cell(f"{column}: {value}"), (0, 0, 0, 2))
                for column, value in others
                if column not in ("", self.wide) and value.strip()
            ]
        return Group(*parts)


def _longest_word(text: str) -> int:
    return min(LONGEST_WORD, max((cell_len(word) for word in printable(text).split()), default=0))


def _quotes(release: Release, names: Names) -> Rows | None:
    rows = []
    for quote in release.quotes:
        inside = f"in {quote.parent}: " if quote.parent else ""
        rows.append([quote.id, names.speaker(quote.speaker), inside + quote_words(quote), quote.type, sure(quote)])
    return _table("Who said what", "quotes", ["", "Speaker", "Said", "Type", SURE], rows, "Said")


def _positions(release: Release) -> Rows | None:
    rows = []
    for position in release.positions:
        to = position.addressee.text if position.addressee else ""
        who, act = position.actor_name or NOBODY, act_words(position)
        rows.append([position.id, who, act, position.text, to, sure(position)])
    return _table("Positions", "positions", ["", "Actor", "Act", "Of what", "To whom", SURE], rows, "Of what")


def _figures(release: Release, names: Names) -> Rows | None:
    rows = []
    for figure in release.figures:
        change = CHANGES[figure.change] if figure.change else ""
        measure = figure.measure.text if figure.measure else ""
        said_by = names.speaker(figure.speaker) if figure.speaker else ""
        row = [figure.id, figure.text, f"{amount(figure)} {change}", measure, names.period(figure.period), said_by]
        rows.append(row)
    return _table("Figures", "figures", ["", "Text", "Value", "Measures", "For", "Said by"], rows, "Measures")


def _times(release: Release) -> Rows | None:
    found = [(d.start, d.id, d.text, d.type.value, d.value, days(d.first, d.last)) for d in release.dates]
    found += [(r.start, r.id, r.text, "RANGE", r.edtf or "", days(r.first, r.last)) for r in release.ranges]
    rows = [row[1:] for row in sorted(found, key=lambda row: row[0])]
    return _table("Dates", "dates", ["", "Text", "Type", "Value", "Calendar days"], rows, "Text")


def _documents(release: Release, names: Names) -> Rows | None:
    rows = []
    for document in release.documents:
        what = f"{document.type.value}, {document.status.value}"
        where = ", ".join(filter(None, [str(document.date or ""), document.place]))
        parties = ", ".join([*document.parties, *document.signatories])
        rows.append([document.id, document.title, what, parties, document_period(document, names), where])
    columns = ["", "Title", "What", "Parties", "For", "When and where"]
    return _table("Documents", "documents", columns, rows, "Title")


def _warnings(release: Release) -> Rows | None:
    rows = [[w.code.value, w.message, str(w.start)] for w in release.warnings]
    return _table("Warnings", "warnings", ["Code", "What to look at", "At"], rows, "What to look at")
