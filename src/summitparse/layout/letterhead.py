"""Lines above a headline that say who publishes: offices, ministers and their letters, telephones, markings."""

import re
from functools import cache

from summitparse.layout.headline import is_office
from summitparse.lexicon import load

LONGEST = 110
# With a name that is honoured: it may hold several offices.
LONGEST_HONOURED = 200
MOST_NAME_WORDS = 6
_PHONE = re.compile(
    r"(?:office|tel|telephone|phone|inquiries|enquiries|fax|mobile|department|contact)\b"
    r"[^\d\n]{0,12}\+?\(?\d[\d ()]{4,20}",
    re.IGNORECASE,
)
_BEHIND_NAMES = r"\b(?:MP|MPs|MLA|MHA|MLC|MEP|MSP|TD|AM|AO|AC|QC|KC|SC)"
_LETTERS = re.compile(_BEHIND_NAMES + "$")
_HONOURED = re.compile(r"\b(?:Hon|HON)\b")
_SMALL = {"of", "the", "and", "for", "to", "in", "on", "&", "with", "de"}


def is_letterhead(text: str) -> bool:
    """`MINISTER FOR HARBOURS`, `The Hon. Jane Roe MP`, `Foreign Minister Jane Roe`, `Minister's Office: 02 6277 0000`,
    `UNCLASSIFIED`: nothing that happened."""
    if is_office(text):
        return True
    if len(text) > (LONGEST_HONOURED if _HONOURED.search(text) else LONGEST) or (
        text[-1] in ".!?" and not _LETTERS.search(text[:-1])
    ):
        return False
    low = text.casefold()
    if low.startswith(_table("markings")) or _PHONE.search(text):
        return True
    words = text.split()
    if any(word.islower() and word not in _SMALL for word in words):
        return False
    if _LETTERS.search(text) or _HONOURED.search(text):
        return True
    if _tells(low):
        return False
    named = low.startswith(_table("offices")) and len(words) <= MOST_NAME_WORDS
    return named or _portfolio().match(text) is not None


def holds_office(text: str) -> bool:
    """A letterhead and not the house of one: `Minister Hotel, Velden`."""
    buildings = load("summitparse.layout", "places")["buildings"]
    return is_letterhead(text) and not any(word.strip(",").casefold() in buildings for word in text.split())


def _tells(low: str) -> bool:
    """A headline in capitals has a verb or an event: `Minister visits the harbour`."""
    table = load("summitparse.layout", "offices")
    return any(word.strip(",:") in {*table["happenings"], *table["tellings"]} for word in low.split())


@cache
def _table(name: str) -> tuple[str, ...]:
    return tuple(load("summitparse.layout", "offices")[name])


@cache
def _portfolio() -> re.Pattern[str]:
    """An office with what it is for, and perhaps who holds it: `MINISTER FOR HARBOURS AND FISHERIES JANE ROE`,
    `Jane Roe MP Minister for Harbours`."""
    return re.compile(
        rf"(?:[A-Z][\w’'-]{{1,20}} ){{0,3}}(?:{_BEHIND_NAMES} )?(?:Minister|MINISTER|Secretary|SECRETARY)"
        r"(?:$| (?:for|of|to|FOR|OF|TO) )"
    )
