"""A release as the output of a notebook's cell: what was found, in plain tables that follow the notebook's colours."""

from collections.abc import Iterable, Sequence

from summitparse.records import Release
from summitparse.view.markup import Html, element
from summitparse.view.page import title_of
from summitparse.view.wording import CHANGES, Names, amount, days, document_period

# A cell is no place for hundreds of rows.
MOST_ROWS = 50


def to_html(release: Release) -> str:
    """The header and a table a kind, without style sheets and scripts."""
    names = Names(release)
    published = release.published.value if release.published else ""
    parts = [
        element("strong", title_of(release)),
        element("p", published) if published else None,
        _table("Quotes", ("", "Speaker", "Said", "Type"), _quotes(release, names)),
        _table("Positions", ("", "Actor", "Act", "Text", "Addressed to"), _positions(release, names)),
        _table("Figures", ("", "Text", "Value", "Measures", "For", "Said by"), _figures(release, names)),
        _table("Dates", ("", "Text", "Value", "Calendar days"), _times(release)),
        _table("Documents", ("", "Title", "Type", "Status", "Parties", "For"), _documents(release, names)),
    ]
    return element("div", *parts, class_="summitparse")


def _table(title: str, heads: Sequence[str], rows: Iterable[Sequence[str]]) -> Html | None:
    rows = list(rows)
    if not rows:
        return None
    shown = [element("tr", *(element("td", value) for value in row)) for row in rows[:MOST_ROWS]]
    more = f" ({MOST_ROWS} of {len(rows)})" if len(rows) > MOST_ROWS else f" ({len(rows)})"
    head = element("thead", element("tr", *(element("th", name) for name in heads)))
    return element("table", element("caption", title + more), head, element("tbody", *shown))


def _quotes(release: Release, names: Names) -> Iterable[Sequence[str]]:
    for quote in release.quotes:
        words = f"“{quote.text}”" if quote.type == "direct" else quote.text
        yield quote.id, names.speaker(quote.speaker), words, quote.type.value


def _positions(release: Release, names: Names) -> Iterable[Sequence[str]]:
    for position in release.positions:
        act = (
            position.act.value
            if position.polarity == "asserted"
            else f"{position.act.value} ({position.polarity.value})"
        )
        addressee = position.addressee.text if position.addressee else ""
        yield position.id, names.speaker(position.actor), act, " ".join(position.text.split()), addressee


def _figures(release: Release, names: Names) -> Iterable[Sequence[str]]:
    for figure in release.figures:
        change = CHANGES[figure.change] if figure.change else ""
        measure = figure.measure.text if figure.measure else ""
        said_by = names.speaker(figure.speaker) if figure.speaker else ""
        value = f"{amount(figure)} {change}"
        yield figure.id, figure.text, value, measure, names.period(figure.period), said_by


def _times(release: Release) -> Iterable[Sequence[str]]:
    found = [(d.start, d.id, d.text, d.value, days(d.first, d.last)) for d in release.dates]
    found += [(r.start, r.id, r.text, r.edtf or "", days(r.first, r.last)) for r in release.ranges]
    return [row[1:] for row in sorted(found, key=lambda row: row[0])]


def _documents(release: Release, names: Names) -> Iterable[Sequence[str]]:
    for document in release.documents:
        parties = ", ".join(document.parties)
        period = document_period(document, names)
        yield document.id, document.title, document.type.value, document.status.value, parties, period
