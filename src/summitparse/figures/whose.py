"""Whose currency it is where the words leave it open: "$" in Ottawa, "dinars" in a release about Jordan."""

import re
from collections.abc import Iterable
from functools import cache, cached_property

from summitparse.countries import find_countries
from summitparse.figures.currencies import currencies
from summitparse.figures.model import Item
from summitparse.layout import Layout

_LAST_WORDS = re.compile(r"(?:([^\W\d_]{2,20})[ -])?([^\W\d_]{2,20})$")
# Longer texts speak of more countries than can be told apart.
_MOST_READ = 20_000


class Issuers:
    """The countries that a release speaks of, looked up when the first currency of several countries is met."""

    def __init__(self, text: str, low: str, layout: Layout | None) -> None:
        self.text = text
        self.low = low
        self.place = layout.header.place if layout else None
        self.tender: dict[str, int] | None = None

    def settle(self, item: Item) -> str | None:
        """The currency of an amount of money, where the release says more than its words."""
        if item.unit == "USD" and self.text[item.start] == "$":
            return self._dollar or item.unit
        if item.kind != "money":
            return item.unit
        words = _LAST_WORDS.search(self.low, max(item.number.end, item.end - 44), item.end)
        family = families().get(words[2], frozenset()) if words else frozenset()
        if words is None or item.unit not in family or f"{words[1]} {words[2]}" in currencies().names:
            return item.unit
        here = self._tender()
        spoken_of = sorted(family & here.keys(), key=lambda code: here[code])
        if not spoken_of or (item.unit in spoken_of and here[spoken_of[0]] > 0):
            return item.unit
        return spoken_of[0]

    @cached_property
    def _dollar(self) -> str | None:
        """Whose dollar "$" alone is, where it is not the American: the place the release comes from says it."""
        if self.place is None:
            return None
        words = self.low[self.place.start : self.place.end]
        return next((code for city, code in currencies().places.items() if city in words), None)

    def _tender(self) -> dict[str, int]:
        """Currencies of the countries named, each with the rank of the first mention; 0 for that of the place."""
        if self.tender is None:
            tender = currencies().tender
            place = self.text[self.place.start : self.place.end] if self.place else ""
            self.tender = {}
            for rank, countries in enumerate((_codes(place), _codes(self.text[:_MOST_READ]))):
                for order, country in enumerate(countries):
                    if country in tender:
                        self.tender.setdefault(tender[country], rank * (1 + order))
        return self.tender


def _codes(text: str) -> Iterable[str]:
    return dict.fromkeys(mention.country.alpha2 for mention in find_countries(text))


@cache
def families() -> dict[str, frozenset[str]]:
    """Nouns that are the currencies of several countries, each with their codes: "dinars", "francs", "rupees"."""
    found: dict[str, set[str]] = {}
    used = set(currencies().tender.values())
    for name, code in currencies().names.items():
        if " " in name and code in used:
            found.setdefault(name.rpartition(" ")[2], set()).add(code)
    return {noun: frozenset(codes) for noun, codes in found.items() if len(codes) > 1 and not noun.startswith("dollar")}
