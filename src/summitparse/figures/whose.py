"""Whose currency it is where the words leave it open: "$" in Ottawa, "dinars" in a release about Jordan."""

import re
from collections.abc import Iterable
from functools import cache, cached_property

from summitparse.countries import find_countries
from summitparse.figures.currencies import currencies
from summitparse.figures.model import Item
from summitparse.figures.tables import PACKAGE
from summitparse.layout import Layout
from summitparse.lexicon import load

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
        # Nouns of currencies with the one that the text last gave by name: "French francs".
        self.named: dict[str, str] = {}

    def settle(self, item: Item) -> str | None:
        """The currency of an amount of money, where the release says more than its words."""
        if item.unit == "USD" and self.text[item.start] == "$":
            return self._dollar or item.unit
        if item.kind != "money" and not (item.unit in families() and (item.number.scaled or item.number.grouped)):
            return item.unit
        words = _LAST_WORDS.search(self.low, max(item.number.end, item.end - 44), item.end)
        noun = words[2] if words else ""
        name = f"{words[1]} {noun}" if words else ""
        family = families().get(name) or families().get(noun, frozenset())
        if name in currencies().names and name not in families():
            self.named[noun] = item.unit or ""
            return item.unit
        code = self._spoken_of(item, noun, family)
        if code and item.kind == "count":
            item.kind, item.rule = "money", "money.name-of-country"  # "11 billion crowns" in Prague
        return code or item.unit

    def _spoken_of(self, item: Item, noun: str, family: frozenset[str]) -> str | None:
        """The one of the family that the text named last, else that of the first country that it speaks of."""
        if noun in self.named and family:
            return self.named[noun]
        if item.kind == "money" and item.unit not in family:
            return None
        here = self._tender() if family else {}
        spoken_of = sorted(family & here.keys(), key=lambda code: here[code])
        if not spoken_of or (item.unit in spoken_of and here[spoken_of[0]] > 0):
            return None
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
    """Nouns that are the currencies of several countries, each with their codes: "dinars", "francs", "CFA francs"."""
    found: dict[str, set[str]] = {}
    used = set(currencies().tender.values())
    for name, code in currencies().names.items():
        if " " in name and code in used:
            found.setdefault(name.rpartition(" ")[2], set()).add(code)
    shared = {line.split(";")[0]: line.split(";")[1].split() for line in load(PACKAGE, "money")["shared"]}
    several = {noun: codes for noun, codes in found.items() if len(codes) > 1 and not noun.startswith("dollar")}
    return {noun: frozenset(codes) for noun, codes in (*several.items(), *shared.items())}
