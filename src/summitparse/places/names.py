"""Names of places in a sentence: capitalised words behind a preposition, with the town or country that a comma adds."""

from collections.abc import Set

from summitparse.countries import find_countries, find_places
from summitparse.findings import Span
from summitparse.grammar.phrases import is_time
from summitparse.language.parse import Token
from summitparse.language.tags import NOUNS, PROPER
from summitparse.lexicon import listed
from summitparse.occasions.names import event_words, frames
from summitparse.text.calendar import CALENDAR

# What says that a capitalised word is only the beginning of a phrase, and what may stand behind a name.
_GOING_ON = frozenset({"NN", "NNS", "POS", "CD"})
_BEHIND_PLACES = frozenset({"IN", "CC", "VBD"})
# So many words are joined by "and" in the name of a building, or name a town or country behind a comma.
_JOINED, _WIDER = 4, 5


def place_phrase(tokens: list[Token], k: int) -> Span | None:
    """The name that begins at `k`, without "the", and a comma and the place that has it. "at" an office is a place."""
    if k < len(tokens) and tokens[k].pos == "DET" and not tokens[k].text.istitle():  # but "in The Hague"
        k += 1
    if k + 2 < len(tokens) and tokens[k].text in frames("settlements") and tokens[k + 1].lower == "of":
        k += 2  # "in the city of Velm"
    begin = k
    while k < len(tokens) and _is_of_place(tokens, k, begin):
        k += 1
    k = _end_of_building(tokens, begin, k)
    if k == begin or tokens[k - 1].pos not in NOUNS:
        return None
    if k < len(tokens) and tokens[k].tag in _GOING_ON and not is_time(tokens[k]):  # not "in Velm yesterday"
        return None
    offices = frames("offices") if begin and tokens[begin - 1].lower != "in" else frozenset()
    if not _may_be(tokens[begin:k], offices):
        return None
    return Span(tokens[begin].start, tokens[_end_of_wider(tokens, k) - 1].end)


def kind_of(name: str) -> str:
    """A country by its name, a building, a town that is known, or another place."""
    if any(country.span == Span(0, len(name)) for country in find_countries(name)):
        return "country"
    if buildings() & words_of(name):
        return "building"
    return "town" if any(place.span.start == 0 for place in find_places(name)) else "other"


def words_of(name: str) -> frozenset[str]:
    """The words of a name, in one case and without commas."""
    return frozenset(word.strip(",.").casefold() for word in name.split())


def countries_in(text: str) -> set[str]:
    """The countries that a text names or whose towns it names, by ISO 3166-1 alpha-2 codes."""
    places = {place.alpha2 for place in find_places(text)}
    return places | {mention.country.alpha2 for mention in find_countries(text)}


def buildings() -> frozenset[str]:
    """Words that name a building: "palace"."""
    return listed("summitparse.layout", "places", "buildings")


def _may_be(words: list[Token], offices: Set[str]) -> bool:
    """Whether no word of a name says that it is something else; but the last one may say that it is a building."""
    other = (frames("not_in_places") | event_words()) - offices
    return words[-1].lower in buildings() | offices or other.isdisjoint(word.lower for word in words)


def _is_of_place(tokens: list[Token], k: int, begin: int) -> bool:
    """A capitalised word, or a small one between two of them."""
    token, small = tokens[k], frames("inside_places")
    if token.text[0].isupper() and (k > begin or token.pos == "DET" or token.lower not in small):
        return token.lower not in CALENDAR and not any(sign.isdigit() for sign in token.text)
    inside = k > begin and token.lower in small and (token.pos != "DET" or tokens[k - 1].lower in small)
    return inside and k + 1 < len(tokens) and tokens[k + 1].text[0].isupper()


def _end_of_building(tokens: list[Token], begin: int, k: int) -> int:
    """ "at the Velm residence", "at the Velm Convention and Exhibition Centre"."""
    if not begin < k < len(tokens) or tokens[k - 1].lower in buildings():
        return k
    if tokens[k].lower in buildings():
        return k + 1
    joined = [token.lower for token in tokens[k + 1 : k + _JOINED] if token.text[0].isupper()]
    last = next((n for n, word in enumerate(joined) if word in buildings()), None)
    return k + 2 + last if last is not None and tokens[k].tag == "CC" else k


def _end_of_wider(tokens: list[Token], comma: int) -> int:
    """The end of the town, region or country that a comma adds: "in Velm, Norland, on Friday"; else the comma."""
    following = tokens[comma + 1 : comma + 3]
    if tokens[comma : comma + 1] == [] or tokens[comma].text != "," or not following or following[0].tag not in PROPER:
        return comma
    for end in range(min(comma + 1 + _WIDER, len(tokens)), comma + 2, -1):  # "Old House, Great Velm"
        name = " ".join(token.text for token in tokens[comma + 1 : end])
        known = [*(town.span for town in find_places(name)), *(country.span for country in find_countries(name))]
        if Span(0, len(name)) in known:
            return end
    ends = len(following) == 1 or following[1].pos == "PUNCT" or following[1].tag in _BEHIND_PLACES
    alone = ends and following[0].text[0].isupper() and following[0].lower not in CALENDAR
    return comma + 2 if alone else comma
