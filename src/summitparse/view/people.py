"""A page a person: all that they said and did in many releases, in the order of time."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from summitparse.people import Person, gather
from summitparse.people.appearance import appearances
from summitparse.records import Position, Quote, Release
from summitparse.view.markup import Html, element, facts, void
from summitparse.view.page import cell, table
from summitparse.view.wording import SURE, quote_words, sure

COLUMNS = ("Date", "What", "Words", SURE, "Release")
HEADS = ("Person", "Offices", "Country", "Quotes", "Positions", "First", "Last")


@dataclass(frozen=True, slots=True)
class Entry:
    """A quote or a position; `release` is the number of its release, from 1, and `day` that of it."""

    release: int
    day: str
    what: str
    record: Quote | Position


@dataclass(slots=True)
class Spoken:
    """A person with their entries, by day."""

    person: Person
    entries: list[Entry] = field(default_factory=list)

    def count(self, kind: type[Quote] | type[Position]) -> int:
        return sum(isinstance(entry.record, kind) for entry in self.entries)


def find_people(releases: Sequence[Release]) -> tuple[list[Spoken], Mapping[tuple[int, str], str]]:
    """Those who say or do something, those who do most first; and what each actor's person is called, by the number of
    the release and the actor's id."""
    found = [
        appearance
        for number, release in enumerate(releases, 1)
        for appearance in appearances(release.model_dump(mode="json", by_alias=True), number)
    ]
    people = gather(found)
    whose = {(one.release, one.actor): i for i, person in enumerate(people) for one in person.found}
    spoken = [Spoken(person) for person in people]
    for number, release in enumerate(releases, 1):
        for actor, entry in _entries(number, release):
            if (number, actor) in whose:
                spoken[whose[number, actor]].entries.append(entry)
    for one in spoken:
        one.entries.sort(key=lambda entry: (entry.day or "9999", entry.release))
    names = {key: people[i].shown_name for key, i in whose.items()}
    heard = [one for one in spoken if one.entries]
    return sorted(heard, key=lambda one: (-len(one.entries), one.person.shown_name)), names


def _entries(number: int, release: Release) -> Iterator[tuple[str, Entry]]:
    day = release.published.value[:10] if release.published else str(release.reference_date or "")
    for quote in release.quotes:
        if quote.speaker and not quote.parent:
            yield quote.speaker, Entry(number, day, f"said ({quote.type.value})", quote)
    for position in release.positions:
        if position.actor:
            yield position.actor, Entry(number, day, position.act.value, position)


def people_index(people: Sequence[Spoken]) -> Html | None:
    """A table of all of them, each with a link to the page."""
    if not people:
        return None
    rows = []
    for number, one in enumerate(people, 1):
        person = one.person
        values: tuple[object, ...] = (
            element("a", person.shown_name, href=f"#p{number}"),
            "; ".join(person.offices[:2]),
            person.country or "",
            one.count(Quote),
            one.count(Position),
            person.first or "",
            person.last or "",
        )
        rows.append(element("tr", *(cell(label, value) for label, value in zip(HEADS, values, strict=True))))
    listed = table(f"{len(people):,} people who say or do something", HEADS, rows)
    return element("section", element("h2", "People"), listed, class_="plots", id="people")


def person_page(one: Spoken, titles: Sequence[str]) -> Html:
    """All entries, with filters; what is shown can be had as CSV."""
    person = one.person
    years = sorted({entry.day[:4] for entry in one.entries if entry.day})
    options = [element("option", "all", value=""), *(element("option", year, value=year) for year in years)]
    controls = element(
        "form",
        element("label", "Year ", element("select", *options, name="year")),
        element("label", "Words ", void("input", type="search", name="words", autocomplete="off")),
        element(
            "label", "At least so sure ", void("input", type="range", name="sure", min=0, max=1, step=0.05, value=0)
        ),
        element("button", "CSV of what is shown", type="button", class_="csv"),
        element("output", f"{len(one.entries)} shown", class_="shown"),
        class_="person-filters",
        aria_label="What is shown",
    )
    known = [("Offices", "; ".join(person.offices)), ("Country", person.country or "")]
    known.append(("Also called", "; ".join(_also(person.names, person.shown_name))))
    return element(
        "article",
        element("p", element("a", "← All releases", href="#index"), class_="back"),
        element("h1", person.shown_name, tabindex="-1"),
        facts(known, "facts"),
        controls,
        table("By date", COLUMNS, [_row(entry, titles) for entry in one.entries]),
        class_="person",
    )


def _row(entry: Entry, titles: Sequence[str]) -> Html:
    record = entry.record
    words = quote_words(record) if isinstance(record, Quote) else record.text
    place = f"#r{entry.release}-at-{record.id}"
    values = (
        entry.day,
        entry.what,
        element("a", words, href=place),
        sure(record),
        titles[entry.release - 1],
    )
    cells = (cell(label, value) for label, value in zip(COLUMNS, values, strict=True))
    return element("tr", *cells, data_year=entry.day[:4], data_c=record.confidence)


def _also(names: Counter[str], shown: str) -> list[str]:
    return [name for name, _ in names.most_common() if name != shown][:10]
