"""A release as the output of a notebook's cell: its text with the records marked, and a table a kind; without style
sheets and scripts, in colours that a light and a dark notebook both show through."""

from collections.abc import Iterable, Sequence

from summitparse.records import Release
from summitparse.view.marks import Mark, find_marks, mark_lines, shown_text
from summitparse.view.markup import Html, element
from summitparse.view.page import title_of
from summitparse.view.wording import CHANGES, SURE, Names, act_words, amount, days, document_period, quote_words, sure

# A cell is no place for hundreds of rows, or for a text of many pages.
MOST_ROWS = 50
MOST_TEXT = 20_000
# Notebooks set cells flush right and style sheets of outputs do not reach everywhere a notebook is shown.
LEFT = "text-align:left;vertical-align:top"
COLOURS = {
    "quote": "background:rgba(230,180,0,.25)",
    "position": "background:rgba(230,90,30,.22)",
    "figure": "background:rgba(30,160,70,.25)",
    "range": "background:rgba(20,120,200,.22)",
    "date": "background:rgba(20,120,200,.22)",
    "document": "background:rgba(130,60,200,.22)",
}


def to_html(release: Release) -> str:
    """The header, the text where it is there, and a table a kind."""
    names = Names(release)
    published = release.published.value if release.published else ""
    parts = [
        element("strong", title_of(release)),
        element("p", published) if published else None,
        _text(release),
        _table("Quotes", ("", "Speaker", "Said", "Type", SURE), _quotes(release, names)),
        _table("Positions", ("", "Actor", "Act", "Text", "Addressed to", SURE), _positions(release, names)),
        _table("Figures", ("", "Text", "Value", "Measures", "For", "Said by", SURE), _figures(release, names)),
        _table("Dates", ("", "Text", "Value", "Calendar days", SURE), _times(release)),
        _table("Documents", ("", "Title", "Type", "Status", "Parties", "For", SURE), _documents(release, names)),
    ]
    return element("div", *parts, class_="summitparse")


def _text(release: Release) -> Html | None:
    """The text with its records marked, folded; the beginning of a very long one."""
    if release.text is None:
        return None
    start = shown_text(release.text)[:MOST_TEXT]
    marks = [mark for mark in find_marks(release) if mark.end <= len(start) and mark.kind in COLOURS]
    lines = [element("p", content) for *_, content in mark_lines(start, marks, _open)]
    more = f" (the first {MOST_TEXT:,} of {len(release.text):,} characters)" if len(start) < len(release.text) else ""
    return element("details", element("summary", f"Text{more}"), *lines)


def _open(mark: Mark) -> Html:
    """The beginning of a mark, with the id of its record on hovering; a dashed frame where it is doubtful."""
    style = COLOURS[mark.kind] + (";outline:1px dashed" if mark.doubtful else "")
    return Html(element("span", style=style, title=mark.id).removesuffix("</span>"))


def _table(title: str, heads: Sequence[str], rows: Iterable[Sequence[str]]) -> Html | None:
    rows = list(rows)
    if not rows:
        return None
    shown = [element("tr", *(element("td", value, style=LEFT) for value in row)) for row in rows[:MOST_ROWS]]
    more = f" ({MOST_ROWS} of {len(rows)})" if len(rows) > MOST_ROWS else f" ({len(rows)})"
    head = element("thead", element("tr", *(element("th", name, style=LEFT) for name in heads)))
    caption = element("caption", title + more, style=LEFT)
    return element("table", caption, head, element("tbody", *shown))


def _quotes(release: Release, names: Names) -> Iterable[Sequence[str]]:
    for quote in release.quotes:
        yield quote.id, names.speaker(quote.speaker), quote_words(quote), quote.type.value, sure(quote)


def _positions(release: Release, names: Names) -> Iterable[Sequence[str]]:
    for position in release.positions:
        addressee = position.addressee.text if position.addressee else ""
        text = " ".join(position.text.split())
        yield position.id, names.speaker(position.actor), act_words(position), text, addressee, sure(position)


def _figures(release: Release, names: Names) -> Iterable[Sequence[str]]:
    for figure in release.figures:
        change = CHANGES[figure.change] if figure.change else ""
        measure = figure.measure.text if figure.measure else ""
        said_by = names.speaker(figure.speaker) if figure.speaker else ""
        value = f"{amount(figure)} {change}"
        yield figure.id, figure.text, value, measure, names.period(figure.period), said_by, sure(figure)


def _times(release: Release) -> Iterable[Sequence[str]]:
    found = [(d.start, d.id, d.text, d.value, days(d.first, d.last), sure(d)) for d in release.dates]
    found += [(r.start, r.id, r.text, r.edtf or "", days(r.first, r.last), sure(r)) for r in release.ranges]
    return [row[1:] for row in sorted(found, key=lambda row: row[0])]


def _documents(release: Release, names: Names) -> Iterable[Sequence[str]]:
    for document in release.documents:
        parties = ", ".join(document.parties)
        period = document_period(document, names)
        yield document.id, document.title, document.type.value, document.status.value, parties, period, sure(document)
