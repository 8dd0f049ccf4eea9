"""One person, and what is known of them from all their appearances."""

import datetime as dt
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from summitparse.names.person import Name
from summitparse.people.appearance import Appearance
from summitparse.people.offices import alike, same_office

# Somebody can be in the news so long before and after the releases that name them, in days.
ACTIVE = 8 * 365


@dataclass(slots=True)
class Person:
    """`name` is the fullest form; `id` is given last, and kept over runs."""

    name: Name
    id: str = ""
    found: list[Appearance] = field(default_factory=list)
    names: Counter[str] = field(default_factory=Counter)
    countries: Counter[str] = field(default_factory=Counter)
    titles: Counter[str] = field(default_factory=Counter)
    heads: Counter[str] = field(default_factory=Counter)
    series: set[str] = field(default_factory=set)
    genders: set[str] = field(default_factory=set)
    first: dt.date | None = None
    last: dt.date | None = None

    def take(self, appearance: Appearance) -> None:
        """One more appearance that is this person's."""
        self.found.append(appearance)
        self.names[appearance.shown] += 1
        self.titles.update(appearance.titles)
        self.heads.update(appearance.heads)
        self.series.add(appearance.series)
        if appearance.gender:
            self.genders.add(appearance.gender)
        if appearance.country:
            self.countries[appearance.country] += 1
        if appearance.day is not None:
            self.first = min(self.first or appearance.day, appearance.day)
            self.last = max(self.last or appearance.day, appearance.day)

    def take_all(self, appearances: Iterable[Appearance]) -> None:
        for appearance in appearances:
            self.take(appearance)

    @property
    def shown_name(self) -> str:
        """What most releases call them, surnames alone and capitals aside."""
        return min(self.names, key=lambda name: (" " not in name, name.isupper(), -self.names[name], name))

    @property
    def country(self) -> str | None:
        """ISO 3166-1 alpha-2 of the affiliation that most releases give."""
        return min(self.countries, key=lambda code: (-self.countries[code], code)) if self.countries else None

    @property
    def offices(self) -> list[str]:
        """All titles, what most releases say first, each once whatever its capitals."""
        times: Counter[str] = Counter()
        for title, count in self.titles.items():
            times[title.casefold()] += count
        shown = {title.casefold(): title for title, _ in reversed(self.titles.most_common())}
        return [shown[title] for title in sorted(times, key=lambda title: (-times[title], title))]

    def conflicts(self, other: "Person") -> bool:
        """True if it is of other countries and of no office of theirs."""
        apart = self.countries and other.countries and not self.countries.keys() & other.countries.keys()
        return bool(apart) and not self.shares_office(other)

    def shares_office(self, other: "Person") -> int:
        """How many of their appearances have an office of the other."""
        return sum(count for head, count in self.heads.items() if any(same_office(head, h) for h in other.heads))

    def active_with(self, other: "Person") -> bool:
        """True unless their releases are years apart."""
        if self.first is None or self.last is None or other.first is None or other.last is None:
            return True
        return (self.first - other.last).days <= ACTIVE and (other.first - self.last).days <= ACTIVE

    def evidence(self, other: "Person") -> int:
        """How much beside the name says that both are one: 0 for nothing, less than 0 against it."""
        shared = self.shares_office(other)
        other_gender = self.genders and other.genders and not self.genders & other.genders
        other_office = self.heads and other.heads and not shared
        if self.conflicts(other) or not self.active_with(other) or other_office or other_gender:
            return -1
        score = 2 * bool(shared)
        if shared and alike(tuple(other.titles), tuple(self.titles)):
            score += 1
        return score + bool(self.countries.keys() & other.countries.keys())


def alone(appearance: Appearance) -> Person:
    """Whoever appears there, with nothing known but that."""
    person = Person(appearance.name)
    person.take(appearance)
    return person
