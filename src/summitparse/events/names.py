"""Where a word that can name an event stands, and where its name begins and ends."""

from collections.abc import Container
from functools import cache

from summitparse.language.parse import Token
from summitparse.lexicon import load

_LONGEST_NAME = 28
_LASTING = ("day", "hour", "week", "month")


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


@cache
def frames(section: str) -> frozenset[str]:
    return frozenset(load("summitparse.events", "events")["frames"][section])


def noun_at(tokens: list[Token], i: int, end: int) -> tuple[str, int] | None:
    """The kind of event that the words from `i` name, and the token behind them."""
    if tokens[i].tag[:2] != "NN" and not any(taken(tokens, i, end) for taken in (_gerund_noun, _opens, _adjective)):
        return None
    for lower in (tokens[i].lower, tokens[i].lemma.lower(), tokens[i].lower.removesuffix("s")):
        for words, kind in _nouns().get(lower, ()):
            stop = i + len(words)
            if stop <= end and all(tokens[i + k].lower in (word, word + "s") for k, word in enumerate(words)):
                return kind, stop
    return None


def calls_for(tokens: list[Token], stop: int, end: int) -> bool:
    """ "the call to action", "calls for restraint": nobody was on the telephone."""
    if tokens[stop - 1].lower not in ("call", "calls") or stop + 1 >= end:
        return False
    following = tokens[stop + 1]
    return tokens[stop].lower == "for" or (
        tokens[stop].lower == "to" and (following.tag == "VB" or following.lower in ("action", "actions", "arms"))
    )


def _opens(tokens: list[Token], i: int, end: int) -> bool:
    """ "Visit to the Republic …" at the head of a title, which the tagger takes for a command."""
    first = i == 0 or tokens[i - 1].sentence != tokens[i].sentence
    return first and tokens[i].tag in ("VB", "VBP") and i + 1 < end and tokens[i + 1].tag in ("IN", "TO")


def _adjective(tokens: list[Token], i: int, end: int) -> bool:
    """ "Senators Hold Roundtable with …": a noun with a capital that the tagger takes for an adjective."""
    return tokens[i].tag == "JJ" and tokens[i].text[0].isupper() and i + 1 < end and tokens[i + 1].tag == "IN"


def _gerund_noun(tokens: list[Token], i: int, end: int) -> bool:
    """ "Meeting with …", "PM meeting with …", "Opening of …", which the tagger takes for a verb."""
    if tokens[i].tag != "VBG" or i + 1 >= end or tokens[i + 1].lower not in ("with", "of", "between", "on"):
        return False
    if i == 0 or tokens[i - 1].sentence != tokens[i].sentence:
        return tokens[i].text[0].isupper()
    return tokens[i - 1].tag in ("NNP", "NN", "JJ", "POS")


def first_of(tokens: list[Token], i: int, first: int, named: Container[int]) -> int:
    """Adjectives, countries and names right before the noun; no determiner, and of possessives only the plural."""
    k = i
    while k > first and i - k < 10:
        before = tokens[k - 1]
        if (
            k - 1 in named
            or before.lower == "following"
            or (before.text[0].isupper() and before.lower.removesuffix("s") in frames("verbs"))
        ):
            break
        if (
            before.tag in ("JJ", "NN", "NNP", "NNPS", "NNS", "HYPH", "VBN", "VBG", "CD")
            or before.text in ("-", "–")
            or (before.text[0].isupper() and tokens[k].text in ("-", "–"))  # "All-Arvenian Congress"
            or (before.tag == "POS" and k - 1 > first and tokens[k - 2].tag in ("NNS", "NNPS"))  # "Leaders' Summit"
            or (before.lower == "and" and k - 1 > first and tokens[k - 2].tag == "JJ" and tokens[k].tag == "JJ")
        ):
            k -= 1
        else:
            break
    while k < i and (tokens[k].tag in ("CD", "HYPH") or tokens[k].text in ("-", "–")):
        k += 3 if k + 2 < i and tokens[k + 1].text == "-" and tokens[k + 2].lower in _LASTING else 1
    return k


def last_of(tokens: list[Token], k: int, end: int, verb: bool = False) -> int:
    """The end of "of the Council of Ministers", "with President X of Y", "between A and B"."""
    last = k
    limit = min(end, k + _LONGEST_NAME)
    if k >= limit or (not verb and tokens[k].lower not in frames("going_on")):
        return last
    while k < limit:
        token = tokens[k]
        glued = tokens[k - 1].text in ("-", "–") and tokens[k - 1].end == token.start
        if token.text == "(" and k + 2 < limit and tokens[k + 2].text == ")":  # "Federal Service (FS) Jane Roe"
            k += 3
        elif token.tag in ("RB", "VBN", "VBD") and (tokens[k - 1].tag in ("IN", "RB") or glued):
            k += 1  # "newly elected governors", "hate-fuelled violence"
        elif (
            (token.tag[0] in "NJC" and token.tag != "CC")
            or token.tag in ("VBG", "POS", "PRP$", "HYPH", "FW")
            or token.text in ("-", "–", "’s", "'s", "&")
        ):
            k = last = k + 1
        elif (token.tag in ("IN", "DT", "CC", "TO") and token.lower not in frames("ending")) or (
            token.text == ","
            and k + 1 < limit
            and tokens[k + 1].tag in ("NNP", "NNPS")
            and "and" in (t.lower for t in tokens[k:limit])
        ):
            k += 1
        else:
            break
    return last
