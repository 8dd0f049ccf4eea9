"""What many releases say together: who said how much, documents by type and party, figures by measure over time."""

from collections import Counter
from collections.abc import Mapping, Sequence

from summitparse.records import Release
from summitparse.view.markup import Html, element, join
from summitparse.view.series import Series, find_series
from summitparse.view.wording import number, short_number

MOST_BARS = 15
MOST_PLOTS = 8
WIDTH, HEIGHT, MARGIN = 320, 120, 10


def summary(releases: Sequence[Release], people: Mapping[tuple[int, str], str]) -> Html:
    """Bars and plots over all releases; nothing where there is nothing to count. `people` says who an actor is over all
    of them, by the number of the release and the actor's id."""
    words, types, parties = _counts(releases, people)
    parts = [
        _bars("Who said how much", "Speaker", "Words", words),
        _bars("Documents by type", "Type", "Documents", types),
        _bars("Documents by party", "Party", "Documents", parties),
        *_plots(releases),
    ]
    shown = [part for part in parts if part is not None]
    return element("div", *shown, class_="summary", id="summary") if shown else Html("")


def _counts(
    releases: Sequence[Release], people: Mapping[tuple[int, str], str]
) -> tuple[Counter[str], Counter[str], Counter[str]]:
    """Words by speaker, documents by type and by party. Who has no name ("the leaders") is not one speaker, nor is a
    document that speaks ("the message")."""
    words: Counter[str] = Counter()
    types: Counter[str] = Counter()
    parties: Counter[str] = Counter()
    for i, release in enumerate(releases, 1):
        names = {actor.id: actor.name for actor in release.actors if actor.kind in ("organisation", "group")}
        for quote in release.quotes:
            name = people.get((i, quote.speaker or "")) or names.get(quote.speaker or "")
            if name and not quote.parent:
                words[" ".join(name.split())] += len(quote.text.split())
        for document in release.documents:
            types[document.type.value] += 1
            parties.update(dict.fromkeys(document.parties, 1))
    return words, types, parties


def _ranked(counts: Counter[str]) -> list[tuple[str, int]]:
    return sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:MOST_BARS]


def _bars(title: str, what: str, unit: str, counts: Counter[str]) -> Html | None:
    """A table with a bar in each row: it reads as numbers where bars cannot be seen."""
    ranked = _ranked(counts)
    if not ranked:
        return None
    most = ranked[0][1]
    rows = []
    for name, count in ranked:
        bar = element("rect", width=round(100 * count / most, 1), height=10, rx=2)
        drawn = element(
            "svg", bar, viewBox="0 0 100 10", preserveAspectRatio="none", aria_hidden="true", focusable="false"
        )
        rows.append(
            element(
                "tr", element("th", name, scope="row"), element("td", f"{count:,}"), element("td", drawn, class_="bar")
            )
        )
    left_out = len(counts) - len(ranked)
    note = f"The first {len(ranked)} of {len(counts):,}" if left_out else f"All {len(counts)}"
    heads = element("thead", element("tr", *(element("th", h, scope="col") for h in (what, unit)), element("td")))
    tables = element("table", element("caption", note), heads, element("tbody", *rows), class_="bars")
    return element("section", element("h2", title), tables)


def _plots(releases: Sequence[Release]) -> list[Html]:
    """One small plot a series, those with most values first."""
    plots = [_plot(series) for series in find_series(releases)[:MOST_PLOTS]]
    if not plots:
        return []
    heading = element("h2", "Figures over time")
    return [element("section", heading, element("div", *plots, class_="grid"), class_="plots")]


def _plot(series: Series) -> Html:
    """Dots, for nothing is known between them; behind each value is its release."""
    points = series.points
    first, last = points[0].day, points[-1].day
    low, high = min(0.0, *(p.value for p in points)), max(0.0, *(p.value for p in points))
    days, values = max((last - first).days, 1), (high - low) or 1.0
    dots = []
    for point in points:
        x = round(MARGIN + (WIDTH - 2 * MARGIN) * (point.day - first).days / days, 1)
        y = round(HEIGHT - MARGIN - (HEIGHT - 2 * MARGIN) * (point.value - low) / values, 1)
        dots.append(element("circle", cx=x, cy=y, r=4))
    labels = [
        element("text", first, x=MARGIN, y=HEIGHT + 14),
        element("text", last, x=WIDTH - MARGIN, y=HEIGHT + 14, text_anchor="end"),
        element("text", short_number(max(points, key=lambda p: p.value).figure.value), x=MARGIN, y=MARGIN - 4),
    ]
    drawn = element("svg", *dots, *labels, viewBox=f"0 -8 {WIDTH} {HEIGHT + 26}", aria_hidden="true", focusable="false")
    items = [
        element("li", element("a", f"{p.day}: {number(p.figure.value)}", href=f"#r{p.release}-at-{p.figure.id}"))
        for p in points
    ]
    unit = f" ({series.unit}{', change' if series.change else ''})" if series.unit else ""
    caption = element("figcaption", f"{series.measure}, {series.entity}{unit}")
    values_list = element("details", element("summary", f"{len(points)} values"), element("ol", *items))
    return element("figure", caption, drawn, values_list)


def index(releases: Sequence[Release], titles: Sequence[str]) -> Html:
    """The table of all releases, each row a link to its page."""
    rows = []
    for i, (release, title) in enumerate(zip(releases, titles, strict=True), 1):
        day = release.published.value[:10] if release.published else str(release.reference_date or "")
        counts = [len(release.quotes), len(release.figures), len(release.documents)]
        rows.append(
            element(
                "tr",
                element("td", element("a", title, href=f"#r{i}"), data_label="Release"),
                element("td", day, data_label="Published"),
                *(element("td", n, data_label=label, data_v=n) for n, label in zip(counts, COUNTED, strict=True)),
                data_release=i,
            )
        )
    return join(rows)


COUNTED = ("Quotes", "Figures", "Documents")
