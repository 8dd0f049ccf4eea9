"""Where a word that can name an event stands, and where its name begins and ends."""

from collections.abc import Container
from functools import cache, partial

from summitparse.language.parse import Token
from summitparse.language.tags import BARE, PAST, PLURAL, PROPER, SINGULAR
from summitparse.lexicon import listed, load
from summitparse.text.signs import DASH_TOKENS

_LONGEST_NAME = 28
_LONGEST_LEAD = 10
# Tags of what stands before the noun in the name of an event, and of what its name does not begin with.
_LEADING = SINGULAR | PLURAL | PROPER | frozenset({"JJ", "HYPH", "VBN", "VBG", "CD"})
_NUMBERS = frozenset({"CD", "HYPH"})
# What goes on with a name behind its noun, what may stand before a noun in it, and what leads to one.
_TRAILING = frozenset({"VBG", "POS", "PRP$", "HYPH"})
_JOINING = DASH_TOKENS | {"&"}
_BEFORE_NOUN = PAST | {"RB"}
_BEHIND = frozenset({"IN", "RB"})
_LINKS = frozenset({"IN", "DT", "CC", "TO"})
_PREPOSITIONS = frozenset({"IN", "TO"})


@cache
def _nouns() -> dict[str, tuple[tuple[tuple[str, ...], str], ...]]:
    """First word to (words, kind), longest first."""
    index: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for kind, phrases in load("summitparse.events", "events")["nouns"].items():
        for phrase in phrases:
            words = tuple(phrase.split())
            index.setdefault(words[0], []).append((words, kind))
    return {word: tuple(sorted(entries, key=lambda entry: -len(entry[0]))) for word, entries in index.items()}


@cache
def event_words() -> frozenset[str]:
    """The nouns of events that are one word, singular and plural."""
    words = {phrase[0] for entries in _nouns().values() for phrase, _ in entries if len(phrase) == 1}
    return frozenset(words | {word + "s" for word in words})


# The words of a list of lexicon/events.toml.
frames = partial(listed, "summitparse.events", "events", "frames")


def noun_at(tokens: list[Token], i: int, end: int) -> tuple[str, int] | None:
    """The kind of event that the words from `i` name, and the token behind them."""
    if tokens[i].tag[:2] != "NN" and not _is_misread(tokens, i, end):
        return None
    for lower in (tokens[i].lower, tokens[i].lemma.lower(), tokens[i].lower.removesuffix("s")):
        for words, kind in _nouns().get(lower, ()):
            stop = i + len(words)
            if stop <= end and all(tokens[i + k].lower in (word, word + "s") for k, word in enumerate(words)):
                return kind, stop
    return None


def calls_for(tokens: list[Token], i: int, stop: int, end: int) -> bool:
    """ "the call to action", "calls for restraint": nobody was on the telephone."""
    if stop + 1 >= end or stop > i + 1 or tokens[i].lower not in frames("appeals"):
        return False
    thing = tokens[stop + 1]
    return tokens[stop].lower == "for" or thing.tag == "VB" or thing.lower in frames("appealed_for")


def _is_misread(tokens: list[Token], i: int, end: int) -> bool:
    """A noun that the tagger takes for a command ("Visit to the Republic …" at the head of a title), an adjective
    ("Senators Hold Roundtable with …") or a verb ("PM meeting with …", "Opening of …")."""
    token, opens = tokens[i], i == 0 or tokens[i - 1].sentence != tokens[i].sentence
    if i + 1 >= end:
        return False
    if token.tag == "VBG":
        led_in = token.text[0].isupper() if opens else tokens[i - 1].tag in SINGULAR
        return led_in and tokens[i + 1].lower in frames("behind_gerund")
    if token.tag in BARE and not opens:
        return tokens[i - 1].tag in SINGULAR and tokens[i + 1].lower in frames("with_whom")
    misread = opens if token.tag in BARE else token.tag == "JJ" and token.text[0].isupper()
    return misread and tokens[i + 1].tag in _PREPOSITIONS


def first_of(tokens: list[Token], i: int, first: int, named: Container[int]) -> int:
    """Adjectives, countries and names right before the noun; no determiner, and of possessives only the plural."""
    k = i
    while k > max(first, i - _LONGEST_LEAD) and k - 1 not in named and _leads_on(tokens, k, first):
        k -= 1
    while k < i and (tokens[k].tag in _NUMBERS or tokens[k].lower in frames("lasting")):  # "two-day"
        k += 1
    return k


def _leads_on(tokens: list[Token], k: int, first: int) -> bool:
    """Whether the token before `k` belongs to the name of an event that has `k` in it."""
    prior, further = tokens[k - 1], tokens[k - 2] if k - 1 > first else None
    if prior.text[0].isupper() and prior.lower.removesuffix("s") in frames("verbs"):
        return False  # "Leaders Hold Summit"
    if prior.tag in _LEADING:
        return prior.lower not in frames("later")
    glued = prior.text[0].isupper() and tokens[k].text in DASH_TOKENS  # "All-Arvenian Congress"
    if further is None or glued:
        return glued
    if prior.pos == "PART":
        return further.tag in PLURAL  # "Leaders' Summit"
    return prior.pos == "CCONJ" and further.pos == tokens[k].pos == "ADJ"


def last_of(tokens: list[Token], k: int, end: int, verb: bool = False) -> int:
    """The end of "of the Council of Ministers", "with President X of Y", "between A and B"."""
    last = k
    limit = min(end, k + _LONGEST_NAME)
    if k >= limit or (not verb and tokens[k].lower not in frames("going_on")):
        return last
    while k < limit:
        token = tokens[k]
        glued = tokens[k - 1].text in DASH_TOKENS and tokens[k - 1].end == token.start
        if token.text == "(" and k + 2 < limit and tokens[k + 2].text == ")":  # "Federal Service (FS) Jane Roe"
            k += 3
        elif token.tag in _BEFORE_NOUN and (tokens[k - 1].tag in _BEHIND or glued):
            k += 1  # "newly elected governors", "hate-fuelled violence"
        elif (token.tag[0] in "NJC" and token.tag != "CC") or token.tag in _TRAILING or token.text in _JOINING:
            k = last = k + 1
        elif (token.tag in _LINKS and token.lower not in frames("ending")) or (
            token.text == "," and _goes_on_listing(tokens, k, limit)
        ):
            k += 1
        else:
            break
    return last


def _goes_on_listing(tokens: list[Token], comma: int, limit: int) -> bool:
    """ "of Peru, Chile and Bolivia"."""
    behind = tokens[comma + 1 : limit]
    return bool(behind) and behind[0].tag in PROPER and any(token.tag == "CC" for token in behind)
