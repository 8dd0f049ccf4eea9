"""Lines above a headline that say who publishes: offices, ministers and their letters, telephones, markings."""

from functools import cache

from summitparse.layout.forms import form
from summitparse.layout.headline import is_office
from summitparse.lexicon import load

LONGEST = 110
# With a name that is honoured: it may hold several offices.
LONGEST_HONOURED = 200
MOST_NAME_WORDS = 6
_SMALL = {"of", "the", "and", "for", "to", "in", "on", "&", "with", "de"}


def is_letterhead(text: str) -> bool:
    """`MINISTER FOR HARBOURS`, `The Hon. Jane Roe MP`, `Foreign Minister Jane Roe`, `Minister's Office: 02 6277 0000`,
    `UNCLASSIFIED`: nothing that happened."""
    if is_office(text):
        return True
    if len(text) > (LONGEST_HONOURED if form("honoured").search(text) else LONGEST) or (
        text[-1] in ".!?" and not form("letters").search(text[:-1])
    ):
        return False
    low = text.casefold()
    if low.startswith(_table("markings")) or form("letterhead.telephone").search(text):
        return True
    words = text.split()
    if any(word.islower() and word not in _SMALL for word in words):
        return False
    if form("letters").search(text) or form("honoured").search(text):
        return True
    if _tells(low):
        return False
    named = low.startswith(_table("offices")) and len(words) <= MOST_NAME_WORDS
    return named or form("portfolio").match(text) is not None


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
