"""Whose currency it is where the words leave it open: "$" in an Australian release, "dinars" in one about Jordan."""

import re

from summitparse.countries import find_countries
from summitparse.currencies import currencies, families, signs
from summitparse.figures.model import Item
from summitparse.figures.money import MARK

_SENTENCE_ENDS = (". ", "\n")

# The rule of a sign without the endings of later steps: "-range" stays.
_SIGN_RULE = re.compile(r"money\.[a-z]+-[a-z]+")
_LAST_WORDS = re.compile(r"(?:([^\W\d_]{2,20})[ -])?([^\W\d_]{2,20})$")
# Longer texts speak of more countries than can be told apart.
_MOST_READ = 20_000


class Issuers:
    """Which of several currencies the amounts of a release are in. `country` (ISO 3166-1) is the release's issuer's."""

    def __init__(self, text: str, low: str, country: str | None) -> None:
        self.text = text
        self.low = low
        self.own = currencies().tender.get(country or "")
        self.tender: list[tuple[int, str]] | None = None
        # Where the amount before ends.
        self.past = -1
        # Nouns of currencies with the one that the text last gave by name: "French francs".
        self.named: dict[str, str] = {}

    def settle(self, item: Item) -> str | None:
        """The currency of an amount of money, where the release says more than its words; ask in text order."""
        code = self._settled(item)
        self.past = item.end if item.kind == "money" else self.past
        return code

    def _settled(self, item: Item) -> str | None:
        sign = self.low[item.start : item.number.start].strip(" .-−–").rpartition(" ")[2]
        if sign in signs() and item.kind == "money":
            return self._of_sign(item, signs()[sign])
        if item.rule == MARK:
            codes = currencies().marks[self.text[item.start : item.number.start].strip(" -−–").rpartition(" ")[2]]
            return self._spoken_of(item, "", frozenset(codes)) or item.unit
        if item.kind != "money" and not (item.unit in families() and item.number.sized):
            return item.unit
        words = _LAST_WORDS.search(self.low, max(item.number.end, item.end - 44), item.end)
        noun = words[2] if words else ""
        name = f"{words[1]} {noun}" if words else ""
        family = families().get(name) or families().get(noun, frozenset())
        if name in currencies().parts or (name in currencies().names and name not in families()):
            self.named[noun] = item.unit or ""
            return item.unit
        code = self._spoken_of(item, noun, family)
        if code and item.kind == "count":
            item.told("money", code, "money.name-of-country")  # "11 billion crowns" in Prague
        return code or item.unit

    def _of_sign(self, item: Item, family: frozenset[str]) -> str | None:
        """ "$", "Rs": of the issuer, if that has one; else dollars are American, and rupees as `_spoken_of` says."""
        if self.own in family:
            if self.own != item.unit:
                item.rule = _SIGN_RULE.sub("money.sign-of-issuer", item.rule)
            return self.own
        return item.unit if "USD" in family else self._spoken_of(item, "", family) or item.unit

    def _spoken_of(self, item: Item, noun: str, family: frozenset[str]) -> str | None:
        """The one of the family that the text named last, else the issuer's, else that of the first country that the
        text speaks of."""
        if noun in self.named and family:
            return self.named[noun]
        if item.kind == "money" and item.unit not in family:
            return None
        if self.own in family:
            return self.own
        if "USD" in family:
            return None  # who names the United States need not pay in its dollars, but nobody else's are meant
        here = [(start, code) for start, code in self._tender() if code in family] if family else []
        since = max(self.past, *(self.low.rfind(end, 0, item.start) for end in _SENTENCE_ENDS))
        before = [code for start, code in here if since < start < item.start]
        if before:
            return before[0]  # "Tunisia paid 3 million dinars, Algeria 4 million dinars"
        return None if not here or item.unit in [code for _, code in here] else here[0][1]

    def _tender(self) -> list[tuple[int, str]]:
        """The currency of each country that is named, with the place."""
        if self.tender is None:
            tender = currencies().tender
            named = find_countries(self.text[:_MOST_READ])
            self.tender = [(m.span.start, tender[m.country.alpha2]) for m in named if m.country.alpha2 in tender]
        return self.tender
