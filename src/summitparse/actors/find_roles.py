"""Offices and descriptions: "the President of Belarus", "Russian Foreign Minister", "head of the delegation"."""

from dataclasses import dataclass

from summitparse.actors.vocabulary import Office, office_list, offices, portfolios, word_list
from summitparse.actors.words import Words
from summitparse.countries import Country

_LINKS = ("of", "for", "on", "at", "to", "in")
_NOUN = ("NN", "NNS", "NNP", "NNPS", "JJ", "VBG", "CD")
_LONGEST_COMPLEMENT = 24
_LONGEST_MODIFIER = 8


@dataclass(slots=True)
class Role:
    """An office phrase over the tokens `[first, end)`; its `head` tells "deputy minister" from "minister"."""

    first: int
    end: int
    head: str
    office: Office
    title: str
    countries: tuple[Country, ...]
    org: str | None
    portfolio: frozenset[str]
    definite: bool
    indefinite: bool
    capital: bool
    possessor: int | None = None  # token of a possessive pronoun before it ("his spokesman")
    has_complement: bool = False

    @property
    def plural(self) -> bool:
        return self.office.plural

    @property
    def country(self) -> Country | None:
        return self.countries[0] if len(self.countries) == 1 else None


def match_office(words: Words, i: int, end: int) -> tuple[Office, int] | None:
    """The longest office phrase that begins at token `i`; a hyphen may stand between its words."""
    for phrase, office in offices().get(words.tokens[i].lower, ()):
        k = i
        for word in phrase:
            if word != "-" and k > i and words.hyphen_joins(k, end):
                k += 1
            if k >= end or words.tokens[k].lower != word:
                break
            k += 1
        else:
            return office, k
    return None


def find_role(words: Words, i: int, start: int) -> Role | None:
    """The role whose head begins at token `i`; its modifiers may reach back to `start`."""
    tokens = words.tokens
    stop = words.sentence_end(i)
    matched = match_office(words, i, stop)
    if not matched or tokens[i].tag[0] not in "NJX" or tokens[i].dep == "aux":
        return None
    office, end = matched
    if tokens[end - 1].tag[:2] not in ("NN", "JJ", "XX") and tokens[i].tag[:2] != "NN":
        return None
    if (
        tokens[i].lower in office_list("surnames")
        and words.kind(i - 1) == "G"
        and i > start
        and words.kind(end) not in ("G", "W")
    ):
        return None
    ranks: list[str] = []
    while (further := _next_office(words, end, stop)) is not None:
        ranks.extend(tokens[k].lower for k in range(i, end))
        office, end = further
    if _names_institution(words, end, stop):
        return None
    first, before, possessor = _modifiers(words, i, start)
    ranks[:0] = before
    complement = _complement(words, end, stop, office)
    distinct = [word for word in ("former", "ex", "vice", "deputy", "assistant", "associate", "under") if word in ranks]
    countries, org, portfolio = _affiliation(words, first, i, end, complement)
    head = " ".join([*distinct, office.head])
    determiner = tokens[first].lower
    bare = first + 1 if determiner in _DETERMINERS or possessor is not None else first
    return Role(
        first,
        complement,
        head,
        office,
        words.text(min(bare, i), complement),
        countries,
        org,
        portfolio,
        determiner in ("the", "both", "these", "those", "this", "that", "all") or possessor is not None,
        determiner in ("a", "an", "another", "some", "any", "no", "every", "each", "several", "many", "other"),
        tokens[i].text[0].isupper(),
        possessor,
        complement > end,
    )


_DETERMINERS = (
    "the",
    "a",
    "an",
    "this",
    "that",
    "these",
    "those",
    "both",
    "another",
    "some",
    "any",
    "no",
    "every",
    "each",
    "several",
    "many",
    "all",
    "other",
)


def _next_office(words: Words, end: int, stop: int) -> tuple[Office, int] | None:
    """ "Deputy" before "Prime Minister", "State Secretary" before "Deputy Minister"."""
    k = end + 1 if words.hyphen_joins(end, stop) else end
    if (
        k >= stop
        or words.tokens[k].tag[:2] != "NN"
        or words.tokens[end - 1].text[0].isupper() != words.tokens[k].text[0].isupper()
    ):
        return None
    if words.tokens[end - 1].lower.endswith("s") and words.tokens[end - 1].tag in ("NNS", "NNPS"):
        return None
    return match_office(words, k, stop)


def _names_institution(words: Words, end: int, stop: int) -> bool:
    """ "General Assembly", "Justice Department", "President Hotel": the office word is part of another name."""
    if end >= stop or not words.tokens[end].text[0].isupper() or words.kind(end) != "X":
        return False
    word = words.tokens[end].text
    return word in word_list("institutions") or (
        word in word_list("places") and word.lower() not in word_list("surnames_too")
    )


def _modifiers(words: Words, i: int, start: int) -> tuple[int, list[str], int | None]:
    """Walks left from the head; gives the first token, ranks on the way, and the token of a possessive pronoun."""
    tokens = words.tokens
    ranks: list[str] = []
    known_ranks = office_list("ranks")
    k = i
    while k > start and i - k < _LONGEST_MODIFIER:
        p = k - 1
        token = tokens[p]
        if k in words.country_to and words.country_to[k] >= start:
            k = words.country_to[k]
        elif (
            token.tag == "POS" and p > start and (p in words.country_to or words.kind(p - 1) in ("X", "A", "W", "C"))
        ) or words.hyphen_joins(p, words.sentence_end(i)):
            k = p
        elif token.lower in known_ranks and token.tag != "MD":
            ranks.insert(0, token.lower)
            k = p
        elif (
            (token.lower in portfolios() and token.tag[0] in "NJV")
            or (words.kind(p) in ("W", "A", "X") and token.tag[0] in "NJF" and token.text not in word_list("common"))
            or (token.tag in ("NN", "JJ", "NNS") and token.text[0].islower() and not tokens[i].text[0].isupper())
            or (token.text == "&" and p > start)
        ):
            k = p
        else:
            break
    if tokens[k].text in ("&", "-") and k < i:
        k += 1
    if tokens[k].tag == "POS":
        k += 1
    possessor = None
    if k > start:
        before = tokens[k - 1]
        if before.lower in _DETERMINERS:
            k -= 1
        elif before.tag == "PRP$":
            k -= 1
            possessor = k
        elif before.tag == "CD" or before.lower in ("two", "three"):
            k -= 1
            if k > start and tokens[k - 1].lower in _DETERMINERS:
                k -= 1
    return k, ranks, possessor


def _complement(words: Words, end: int, stop: int, office: Office) -> int:
    """The end of "of Trade and Industry", "of the Republic of Peru", "of the Board of Directors of Orbital"."""
    tokens = words.tokens
    k = end
    if k >= stop or tokens[k].lower not in _LINKS:
        return end
    if tokens[k].lower in ("at", "to", "in", "on") and not (
        office.group in ("other", "description") and _nounish(words, k + 1, stop)
    ):
        return end
    last = end  # end of what has been accepted for certain
    limit = min(stop, end + _LONGEST_COMPLEMENT)
    after_country = after_noun = False
    while k < limit:
        token = tokens[k]
        if k in words.country_from and words.country_from[k][0] <= limit:
            country_end, mention = words.country_from[k]
            if after_country and tokens[k - 1].lower not in ("and", ",", "of", "the", "for", "in", "at", "to"):
                break
            k = last = country_end
            after_country, after_noun = mention.form == "name", True
            continue
        kind = words.kind(k)
        lower = token.lower
        if (
            lower in _LINKS
            or lower in ("the", "and", ",", "&", "its", "their", "’s", "'s")
            or token.tag == "POS"
            or words.hyphen_joins(k, stop)
        ):
            if lower in ("and", ",", "&") and not _goes_on(words, k, limit, after_noun):
                break
            if lower in ("in", "on", "at", "to") and k > end and (lower == "to" or not _capital(words, k + 1, limit)):
                break
            k += 1
            continue
        if kind == "G" and words.kind(k + 1) in ("G", "W", "I", "P", "A", "X", "C") and token.tag[0] == "N":
            break
        if kind in ("X", "A"):
            k = last = k + 1
            after_country, after_noun = False, True
        elif (kind in ("W", "G") and not after_country and not (after_noun and _portfolio(words, k - 1))) or (
            (lower in portfolios() and token.tag in _NOUN)
            or (
                kind == ""
                and token.tag in ("NN", "NNS", "JJ")
                and not after_country
                and office.group in ("other", "description")
            )
        ):
            k = last = k + 1
            after_noun = True
        else:
            break
    return last


def _nounish(words: Words, k: int, stop: int) -> bool:
    return (
        k < stop
        and (words.kind(k) in ("X", "A", "W", "C") or words.tokens[k].lower in ("the", "a"))
        and _capital(words, k, stop)
    )


def _capital(words: Words, k: int, stop: int) -> bool:
    if k < stop and words.tokens[k].lower == "the":
        k += 1
    return k < stop and words.tokens[k].text[0].isupper()


def _portfolio(words: Words, k: int) -> bool:
    return words.tokens[k].lower in portfolios()


def _goes_on(words: Words, k: int, limit: int, after_noun: bool) -> bool:
    """Does a list of portfolios or countries go on after this "and" or comma?"""
    tokens = words.tokens
    n = k + 1
    if n < limit and tokens[n].lower == "and":
        n += 1
    if n < limit and tokens[n].lower == "the":
        n += 1
    if n >= limit:
        return False
    if n in words.country_from:
        return k in words.country_to and _list_closes(words, k, limit)
    if match_office(words, n, limit) and tokens[n].lower not in portfolios():
        return False
    return after_noun and tokens[n].lower in portfolios() and tokens[n].text[0].isupper() and _portfolio(words, k - 1)


def _list_closes(words: Words, k: int, limit: int) -> bool:
    """A list of countries ends with "and": "of Peru, Chile and Bolivia"; else the comma ends the phrase."""
    while k < limit:
        if words.tokens[k].lower == "and":
            return k + 1 in words.country_from or (
                words.tokens[min(k + 1, limit - 1)].lower == "the" and k + 2 in words.country_from
            )
        if words.tokens[k].text != ",":
            return False
        k += 1
        if k < limit and words.tokens[k].lower == "and":
            continue
        if k not in words.country_from:
            return False
        k = words.country_from[k][0]
    return False


def _affiliation(
    words: Words, first: int, head: int, end: int, complement: int
) -> tuple[tuple[Country, ...], str | None, frozenset[str]]:
    """Countries, organisation and portfolio words around the head."""
    countries: list[Country] = []
    org: list[str] = []
    portfolio: set[str] = set()
    spans = [(first, head), (end, complement)]
    for a, b in spans:
        begin: int | None = None
        k = a
        while k <= b:
            country = words.country_from.get(k) if k < b else None
            kind = words.kind(k) if k < b else ""
            if country and country[0] <= b:
                if country[1].country not in countries:
                    countries.append(country[1].country)
                k = country[0]
                if begin is not None and (k >= b or not words.tokens[k].text[0].isupper()):
                    org.append(words.text(begin, k))
                    begin = None
                continue
            if k < b and words.tokens[k].lower in portfolios():
                portfolio.add(words.tokens[k].lower)
            if kind in ("W", "A", "X", "G") and begin is None and words.tokens[k].lower not in portfolios():
                begin = k
            elif begin is not None and (k == b or not (kind or words.hyphen_joins(k, b))):
                org.append(words.text(begin, k))
                begin = None
            k += 1
    return tuple(countries), (org[-1] if org else None), frozenset(portfolio)
