"""One release as a page of the report: its text with the records marked, and a panel that lists them."""

from collections.abc import Iterable, Sequence

from summitparse.records import Actor, Document, Figure, Position, Quote, Release
from summitparse.review.decisions import text_hash
from summitparse.view.cards import at, card
from summitparse.view.marks import text_body
from summitparse.view.markup import Html, element, facts, join, void
from summitparse.view.review import review_button, review_data
from summitparse.view.timeline import timeline
from summitparse.view.wording import (
    ATTRIBUTIONS,
    CHANGES,
    DOUBTFUL,
    NOBODY,
    SURE,
    Names,
    act_words,
    actor_name,
    amount,
    citation,
    days,
    document_period,
    event_name,
    office,
    quote_words,
    sure,
)

COLUMNS = ("Text", "Value", "Kind", "Measures", "For", "Said by", SURE)
FILTERS = (
    ("quote", "Quotes"),
    ("position", "Positions"),
    ("figure", "Figures"),
    ("date", "Dates"),
    ("document", "Documents"),
    ("name", "Names"),
)


def release_page(release: Release, number: int, *, alone: bool) -> Html:
    """The page of release `number` (from 1); `alone` leaves out the way back to the index."""
    prefix = f"r{number}-"
    names = Names(release)
    back = None if alone else element("p", element("a", "← All releases", href="#index"), class_="back")
    heading = element("h1", title_of(release), id=f"{prefix}title", tabindex="-1")
    head = element("header", back, heading, _facts(release, names), class_="head")
    shown = element(
        "section",
        element("h2", "Text", id=f"{prefix}text-h", class_="aside-h"),
        element(
            "p",
            "Click a marked passage, or reach one with Tab and go on with the arrow keys. A dashed frame: sure to less "
            f"than {DOUBTFUL:g}.",
            class_="hint",
        ),
        element("div", text_body(release, prefix), class_="text", lang=release.language, dir="auto"),
        aria_labelledby=f"{prefix}text-h",
        class_="reading",
    )
    panel = element("div", *_panel(release, names, prefix), class_="panel")
    body = element("div", shown, panel, class_="columns")
    data = review_data(release)
    about = {"class_": "release", "data_prefix": prefix, "data_cite": citation(release)}
    about["data_text"] = text_hash(release.text or "")
    return element("article", head, _filters(release, prefix), body, data, **about)


def title_of(release: Release) -> str:
    """The headline on one line, or the file's name where there is none."""
    return " ".join(release.title.text.split()) if release.title else release.source.name


def _facts(release: Release, names: Names) -> Html:
    event = release.event
    place = event.place.text if event and event.place else ""
    held = ", ".join(filter(None, [days(event.first, event.last), place])) if event else ""
    known = [
        ("Published", release.published.value.replace("T", " ") if release.published else ""),
        ("Place", release.place.text if release.place else ""),
        ("Event", event_name(event) if event else ""),
        ("Held", held),
        ("Took part", names.actors(event.participants) if event else ""),
        ("Taken from", ", ".join(credit.text for credit in release.credits)),
        ("Source", f"{release.source.name} ({release.source.media_type})"),
    ]
    return facts(known, "facts")


def _filters(release: Release, prefix: str) -> Html:
    boxes = []
    for kind, label in FILTERS:
        box = void("input", type="checkbox", checked=kind != "name", data_kind=kind)
        boxes.append(element("label", box, element("span", label, class_=f"key {kind}")))
    acts = [(act, act) for act in dict.fromkeys(position.act.value for position in release.positions)]
    choices = [
        _choice("Quotes by ", "speaker", "everyone", _named(release, [q.speaker for q in release.quotes]), prefix),
        _choice("Positions: ", "act", "all acts", acts, prefix),
        _choice("of ", "actor", "everyone", _named(release, [p.actor for p in release.positions]), prefix),
    ]
    shown = element("fieldset", element("legend", "Show"), *boxes, *choices, *_sureness(), review_button())
    return element("form", shown, class_="filters", aria_label="What is shown")


def _sureness() -> list[Html]:
    """How sure a record has to be, and whether the list begins with those that are least so."""
    least = void("input", type="range", name="sure", min=0, max=1, step=0.05, value=0)
    number = element("output", "0.00", class_="least")
    doubtful = void("input", type="checkbox", name="doubtful", autocomplete="off")
    return [element("label", "Sure to at least ", least, number), element("label", doubtful, "Doubtful first")]


def _choice(label: str, name: str, all_: str, values: Sequence[tuple[str, str]], prefix: str) -> Html | None:
    """A list to choose one of the values (with their words) from, or all; None where there is nothing to choose."""
    if not values:
        return None
    options = [element("option", words, value=value) for value, words in [("", all_), *values]]
    select = element("select", *options, class_=name, id=f"{prefix}{name}")
    return element("span", element("label", label, for_=f"{prefix}{name}"), select, class_="choice")


def _named(release: Release, ids: Sequence[str | None]) -> list[tuple[str, str]]:
    """Those of the actors whose ids are among `ids`, and nobody if nobody is."""
    found = [(actor.id, actor_name(actor)) for actor in release.actors if actor.id in ids]
    return [*found, ("nobody", NOBODY)] if None in ids else found


def _panel(release: Release, names: Names, prefix: str) -> list[Html | None]:
    return [
        _section("Who said what", "quotes", len(release.quotes), prefix, _quotes(release, prefix)),
        _section("Positions", "positions", len(release.positions), prefix, _positions(release.positions, prefix)),
        _section("Figures", "figures", len(release.figures), prefix, _figures(release.figures, names, prefix)),
        _section("Dates", "dates", len(release.dates) + len(release.ranges), prefix, timeline(release, prefix)),
        _section("Documents", "documents", len(release.documents), prefix, _documents(release, names, prefix)),
        _section("Warnings", "warnings", len(release.warnings), prefix, _warnings(release)),
    ]


def _section(title: str, name: str, count: int, prefix: str, *content: Html) -> Html | None:
    """A part of the panel that can be folded; None where there is nothing to list."""
    if not count:
        return None
    heading = element("h2", f"{title} ", element("span", f"({count})", class_="count"))
    folded = element("details", element("summary", heading), *content, open=True)
    return element("section", folded, class_=f"part {name}", id=f"{prefix}{name}")


def _quotes(release: Release, prefix: str) -> Html:
    groups = []
    actors: dict[str | None, Actor | None] = {actor.id: actor for actor in release.actors}
    actors[None] = None
    for id_, actor in actors.items():
        said = [quote for quote in release.quotes if quote.speaker == id_]
        if said:
            groups.append(_speaker(actor, said, prefix))
    return join(groups)


def _speaker(actor: Actor | None, said: Sequence[Quote], prefix: str) -> Html:
    name = actor_name(actor) if actor else NOBODY
    about = office(actor) if actor else ""
    what = "quote" if len(said) == 1 else "quotes"
    summary = element(
        "summary",
        element("span", name, class_="who"),
        element("span", f" {about}", class_="role") if about else None,
        element("span", f" {len(said)} {what}", class_="count", data_what=what),
    )
    items = element("ul", *(_quote(quote, prefix) for quote in said))
    return element(
        "details", summary, items, class_="speaker-group", data_speaker=actor.id if actor else "nobody", open=True
    )


def _quote(quote: Quote, prefix: str) -> Html:
    known = [
        ("Type", quote.type.value + ("" if quote.closed else ", never closed")),
        ("Source", quote.source.text if quote.source else ""),
        ("Cue", quote.cue.text if quote.cue else ""),
        ("Speaker known by", ATTRIBUTIONS[quote.attribution]),
        ("Confidence", sure(quote)),
        ("Inside", quote.parent or ""),
    ]
    place = card(prefix, quote, "quote")
    return element("li", at(prefix, quote.id, quote_words(quote)), facts(known), **place)


def _positions(positions: Sequence[Position], prefix: str) -> Html:
    return element("ul", *(_position(position, prefix) for position in positions), class_="list")


def _position(position: Position, prefix: str) -> Html:
    known = [
        ("Act", act_words(position)),
        ("By", position.actor_name or NOBODY),
        ("To", position.addressee.text if position.addressee else ""),
        ("Cue", position.cue.text),
        ("Confidence", sure(position)),
    ]
    place = card(prefix, position, "position")
    return element("li", at(prefix, position.id, position.text), facts(known), **place)


def table(caption: str, columns: Sequence[str], rows: Iterable[Html], **attributes: object) -> Html:
    """A table whose rows can be sorted by any column."""
    heads = (
        element("th", element("button", column, type="button"), scope="col", class_=_narrow(column))
        for column in columns
    )
    head = element("thead", element("tr", *heads))
    inside = element(
        "table", element("caption", caption), head, element("tbody", *rows), class_="sortable", **attributes
    )
    return element("div", inside, class_="wide", tabindex="0", role="region", aria_label=caption)


def cell(label: str, content: object, value: object = None) -> Html:
    """A cell that says its column's name where the table is folded; `value` is what it is sorted by."""
    return element("td", content, data_label=label, data_v=value, class_=_narrow(label))


def _narrow(column: str) -> str | None:
    """What a table has no room for: it is in the note on hover and focus, on phones and in print."""
    return "spare" if column in ("Kind", SURE) else None


def _figures(figures: Sequence[Figure], names: Names, prefix: str) -> Html:
    rows = [(figure, _figure(figure, names, prefix)) for figure in figures]
    # A column that is empty in every row says nothing.
    columns = [column for column in COLUMNS if any(cells[column][0] for _, cells in rows)]
    shown = []
    for figure, cells in rows:
        row = (cell(column, *cells[column]) for column in columns)
        place = card(prefix, figure, "figure")
        shown.append(element("tr", *row, **place))
    return table("Figures in the order of the text", columns, shown)


def _figure(figure: Figure, names: Names, prefix: str) -> dict[str, tuple[object, object]]:
    """By column: what is shown, and what it is sorted by."""
    change = f" {CHANGES[figure.change]}" if figure.change else ""
    measure = figure.measure.text if figure.measure else ""
    said_by = names.speaker(figure.speaker) if figure.speaker else ""
    link = at(prefix, figure.id, figure.text)
    period = names.period(figure.period)
    content = (link, amount(figure) + change, figure.kind.value, measure, _unbroken(period), said_by, sure(figure))
    sorted_by = (figure.start, figure.value, None, None, period, None, None)
    return dict(zip(COLUMNS, zip(content, sorted_by, strict=True), strict=True))


def _unbroken(period: str) -> Html | str:
    """First and last day, neither broken at a hyphen."""
    first, to, last = period.partition(" to ")
    return join([element("span", f"{first} to ", class_="day"), element("span", last, class_="day")]) if to else period


def _documents(release: Release, names: Names, prefix: str) -> Html:
    return element("ul", *(_document(document, names, prefix) for document in release.documents), class_="list")


def _document(document: Document, names: Names, prefix: str) -> Html:
    known = [
        ("Type", document.type.value),
        ("Status", document.status.value),
        ("Parties", ", ".join(document.parties)),
        ("Signed by", ", ".join(document.signatories)),
        ("For", document_period(document, names)),
        ("Date", str(document.date or "")),
        ("Place", document.place or ""),
        ("Confidence", sure(document)),
    ]
    place = card(prefix, document, "document")
    return element("li", at(prefix, document.id, document.title), facts(known), **place)


def _warnings(release: Release) -> Html:
    return element(
        "ul",
        *(element("li", element("code", warning.code.value), f" {warning.message}") for warning in release.warnings),
        class_="list",
    )
