"""The country of whoever publishes a release, from what its text says of itself.

Nothing in a release states it. Each kind of evidence adds to the log-odds of a country; together they make a
probability for each country that the text names or has towns or institutions of, and for none of them. The weights
were fitted (conditional logit) to releases of ten services, each service counting the same, and rounded.
"""

import re
from collections import Counter, defaultdict
from functools import cache
from itertools import pairwise
from math import exp, log1p

from summitparse.countries import find_countries, find_places
from summitparse.currencies import currencies, families
from summitparse.findings import Span
from summitparse.layout import Layout
from summitparse.lexicon import load
from summitparse.text.words import any_of

# Longer texts speak of more countries than can be told apart.
MOST_READ = 20_000
# What the evidence weighs: an address of a government or of a country, the place of the dateline, the issuer's name,
# an institution (two at most), money that is counted in at home alone, an amount in bare dollars or rupees;
OWN_ADDRESS, ADDRESS, DATELINE, NAME, INSTITUTION, MONEY, DOLLAR, RUPEE = 2.2, 0.75, 1.0, 1.5, 1.9, 0.6, 1.4, 1.0
# each doubling of mentions, each of up to four towns, and the place in "Peru and Chile" (two at most). A headline
# names who is met or visited rather than oneself.
NAMED, TOWN, FIRST, SECOND, TITLE = 1.85, 0.55, 0.5, -0.6, -1.35
NONE = -0.75
# A country is taken where it is the more probable one by far, and more than one thing speaks for it.
LEAST, LEAST_ODDS = 0.5, 1.3
MOST_TOWNS, MOST_OTHERS = 4, 2

Odds = defaultdict[str, float]

_ADDRESS = re.compile(
    r"(?<=[\w@/.-])[\w-]{1,40}\.(?:(?P<own>gov|go|gob|gouv|govt|parliament|mil)\.)?(?P<top>[a-z]{2,4})(?![\w.-]{0,40}\w)"
)
_TOP = re.compile(r"\.[a-z]{2,4}(?!\w)")
_WORD = re.compile(r"\w+")
_PAIR = re.compile(r"\s?[-–/]\s?|,? and (?:the )?(?:Government of |Republic of )?")
_CODE = re.compile(r"[A-Z]{3}")
_SIGN = re.compile(r"(?<!\w)([A-Z]{1,2})\$")
_BARE = re.compile(r"(?<![A-Za-z])\$|(?<![A-Za-z])Rs(?![A-Za-z])")
# Top domains that are no country's, and the one that is written otherwise.
_TOPS = {"uk": "GB", "gov": "US", "mil": "US"}
_OF_GOVERNMENT = frozenset({"gov", "mil"})
# Money that other countries count in too.
_RESERVES = {"", "USD", "EUR", "GBP", "JPY", "CNY", "XDR", "XBT"}


def issuing_country(layout: Layout, name: Span | None) -> str | None:
    """ISO 3166-1 alpha-2 code of the country of the issuer, whose name is `name`, or None where nothing tells."""
    text = layout.clean[:MOST_READ]
    odds: Odds = defaultdict(float)
    _add_mentions(text, layout.header.title, odds)
    _add_towns(text, odds)
    _add_addresses(text, odds)
    _add_header(layout, name, odds)
    words = set(_WORD.findall(text))
    _add_institutions(text, words, odds)
    _add_money(text, words, odds)
    if not odds:
        return None
    best = max(sorted(odds), key=lambda code: odds[code])
    likely = exp(odds[best]) >= LEAST * (exp(NONE) + sum(exp(value) for value in odds.values()))
    return best if likely and odds[best] >= LEAST_ODDS else None


def _add_mentions(text: str, title: Span | None, odds: Odds) -> None:
    mentions = find_countries(text)
    times = Counter(mention.country.alpha2 for mention in mentions)
    for code, number in times.items():
        odds[code] += NAMED * log1p(number)
    first: Counter[str] = Counter()
    second: Counter[str] = Counter()
    for one, other in pairwise(mentions):
        if one.country != other.country and _PAIR.fullmatch(text, one.span.end, other.span.start):
            first[one.country.alpha2] += 1
            second[other.country.alpha2] += 1
    headed = Counter(m.country.alpha2 for m in mentions if title and title.start <= m.span.start < title.end)
    for counted, weight in ((first, FIRST), (second, SECOND), (headed, TITLE)):
        for code, number in counted.items():
            odds[code] += weight * min(number, MOST_OTHERS)


def _add_towns(text: str, odds: Odds) -> None:
    towns: dict[str, set[str]] = {}
    for mention in find_places(text):
        towns.setdefault(mention.alpha2, set()).add(text[mention.span.start : mention.span.end])
    for code, names in towns.items():
        odds[code] += TOWN * min(len(names), MOST_TOWNS)


def _add_addresses(text: str, odds: Odds) -> None:
    if not _TOP.search(text):
        return
    seen: dict[str, float] = {}
    for found in _ADDRESS.finditer(text):
        top = found["top"]
        code = _TOPS.get(top) or (top.upper() if top.upper() in load("summitparse.countries", "names") else None)
        if code:
            own = found["own"] or top in _OF_GOVERNMENT
            seen[code] = max(seen.get(code, 0.0), OWN_ADDRESS if own else ADDRESS)
    for code, weight in seen.items():
        odds[code] += weight


def _add_header(layout: Layout, name: Span | None, odds: Odds) -> None:
    place = layout.header.place
    if place:  # with what follows it in the dateline: "Velden, Austria"
        for code in _countries_in(layout.clean[place.start : place.end + 40].split("\n")[0])[:1]:
            odds[code] += DATELINE
    named = _countries_in(layout.clean[name.start : name.end]) if name else []
    if len(named) == 1:
        odds[named[0]] += NAME


def _countries_in(text: str) -> list[str]:
    """Countries that a short stretch names or has towns of, in text order."""
    found = [(mention.span.start, mention.country.alpha2) for mention in find_countries(text)]
    found += [(mention.span.start, mention.alpha2) for mention in find_places(text)]
    return list(dict.fromkeys(code for _, code in sorted(found)))


def _add_institutions(text: str, words: set[str], odds: Odds) -> None:
    if _first_words().isdisjoint(words):
        return
    seen: dict[str, set[str]] = {}
    for found in _institution().finditer(text):
        code = institutions()[found[0]]
        if not _is_foreign(text[max(0, found.start() - 30) : found.start()], code):
            seen.setdefault(code, set()).add(found[0])
    for code, names in seen.items():
        odds[code] += INSTITUTION * min(len(names), MOST_OTHERS)


def _is_foreign(before: str, code: str) -> bool:
    """ "Germany's Federal Council" is said by others than the Swiss."""
    named = find_countries(before)
    return bool(named) and named[-1].country.alpha2 != code and len(before) - named[-1].span.end <= len("’s ")


@cache
def institutions() -> dict[str, str]:
    """The name of an institution to the code of its country."""
    return {name: code for code, names in load("summitparse.issuer", "institutions")["only"].items() for name in names}


@cache
def _first_words() -> frozenset[str]:
    return frozenset(_WORD.findall(name)[0] for name in institutions())


@cache
def _institution() -> re.Pattern[str]:
    named = any_of(institutions(), apart_from=r"\w")
    return re.compile(rf"(?:{named})(?!\w)")


def _add_money(text: str, words: set[str], odds: Odds) -> None:
    """Codes and signs of money that is counted in at home alone ("LKR", "S$"), and signs of several countries, which
    speak for those of them that the text names."""
    table = currencies()
    codes = {word for word in words if len(word) == len("USD") and _CODE.fullmatch(word)} - table.words_too
    dollars, rupees = "$" in text, "Rs" in text
    codes |= {table.dollars.get(letters.lower(), "") for letters in _SIGN.findall(text)} if dollars else set()
    for code in codes - _RESERVES:
        if table.tender.get(code[:2]) == code:
            odds[code[:2]] += MONEY
    bare = set(_BARE.findall(text)) if dollars or rupees else set()
    for country in list(odds):
        tender = table.tender.get(country)
        odds[country] += DOLLAR * ("$" in bare and country != "US" and tender in families()["dollars"])
        odds[country] += RUPEE * ("Rs" in bare and tender in families()["rupees"])
