"""What stands behind an office ("of Trade and Industry", "of the Republic of Peru"), and whom the office belongs to."""

import re
from dataclasses import dataclass
from functools import cache

from summitparse.countries import Country
from summitparse.grammar.words import words_of
from summitparse.language.tags import COMMON
from summitparse.lexicon import listed
from summitparse.names.vocabulary import Office, office_list, office_words, portfolios, word_list
from summitparse.names.words import CAPITAL, INSTITUTIONAL, PERSONAL, Kind, Words

_LONGEST = 24
_ADJECTIVES = ("al", "ic", "ern", "eign", "ous", "ive", "ed", "ing", "an")
# Offices that words in small letters can say more of: "head of directorate support".
_WITH_PLAIN_WORDS = frozenset({"other", "description"})
_CABINET = frozenset({"minister", "prime minister"})
_BOARD = re.compile(
    r"(?:\w{1,40} )?(?:Board(?: of (?:Directors|Trustees|Governors))?|Council of Directors)"
    r" (?:of|at) (?:the )?(?=[A-Z])"
)


@dataclass(slots=True)
class _Reading:
    """How far a complement has been read: `last` is the end of what is certain, `after_country` and `after_noun` what
    stands before the next word."""

    last: int
    after_country: bool = False
    after_noun: bool = False

    def take(self, end: int, *, country: bool | None = None) -> int:
        """Accepts the words up to `end`; `country` says whether they name a country, None that nothing changes."""
        self.last, self.after_noun = end, True
        if country is not None:
            self.after_country = country
        return end


def complement_end(words: Words, end: int, stop: int, office: Office) -> int:
    """The end of "of Trade and Industry", "of the Republic of Peru", "of the Board of Directors of Orbital"."""
    reading = _Reading(end)
    if end >= stop or not _links(words, end, stop, office, reading):
        return end
    limit = min(stop, end + _LONGEST)
    k: int | None = end
    while k is not None and k < limit:
        if k in words.country_from and words.country_from[k][0] <= limit:
            country_end, mention = words.country_from[k]
            k = reading.take(country_end, country=mention.by_name)
        elif reading.after_noun and _in_brackets(words, k, stop):
            k = reading.take(k + 3)  # the abbreviation of what was just named, and so its end
            k = None if words.may_begin_name(k) else k
        elif words.tokens[k].lower in words_of("phrases", "joining"):
            k = k + 1 if _goes_on(words, k, limit) else None
        elif words.tokens[k].lower in office_list("leading_on") or words.hyphen_joins(k, stop):
            k += 1
        elif words.tokens[k].lower in office_list("links"):
            k = k + 1 if _links(words, k, stop, office, reading) else None
        else:
            k = _over_word(words, k, end, office, reading)
    return reading.last


def _in_brackets(words: Words, k: int, stop: int) -> bool:
    tokens = words.tokens
    return tokens[k].text == "(" and words.kind(k + 1) == Kind.CAPITALS and tokens[min(k + 2, stop - 1)].text == ")"


def _links(words: Words, k: int, stop: int, office: Office, reading: _Reading) -> bool:
    """Whether a preposition leads on: "in", "at", "on" and "to" only from what one is somewhere to the name of the
    place, and "at" and "on" from an institution."""
    link = words.tokens[k].lower
    if link not in office_list("links_to_places"):
        return link in office_list("links")
    if reading.after_noun:
        within = link in office_list("links_within") and not reading.after_country
    else:
        within = office.describes
    return (within or office.head in office_list("placed")) and _capital(words, k + 1, stop)


def _over_word(words: Words, k: int, end: int, office: Office, reading: _Reading) -> int | None:
    """The end of one more word of the complement; None where a name or another phrase begins."""
    tokens, token, kind = words.tokens, words.tokens[k], words.kind(k)
    if kind == Kind.GIVEN and words.kind(k + 1) in CAPITAL:
        return None
    if kind == Kind.PARTICLE:
        kind = Kind.WORD  # "Abu Dhabi", "El Salvador"
    served = words.serves(end)
    if served and kind in PERSONAL and tokens[k - 1].lower in office_words():
        return None  # "Counsel to the President N. N."
    titled = served or tokens[k - 1].lower in office_list("before_titles")
    if token.lower in office_words() and not titled and words.kind(k + 1) in PERSONAL:
        return None  # "an aide to Senator N. N."
    if kind in INSTITUTIONAL:
        return reading.take(k + 1, country=False)
    named = kind in PERSONAL and not (reading.after_noun and _ends_portfolio(words, k))
    plain = not kind and token.tag in COMMON | {"JJ"} and office.group in _WITH_PLAIN_WORDS
    further = (named or plain) and not reading.after_country
    return reading.take(k + 1) if further or token.lower in portfolios() else None


def _capital(words: Words, k: int, stop: int) -> bool:
    k = words.behind_article(k)
    return k < stop and words.tokens[k].text[0].isupper()


def _ends_portfolio(words: Words, k: int) -> bool:
    """Is the word before `k` a portfolio's last, so that a name can begin at `k`? "National" is none, nor is the word
    before another institution's ("Medical Chamber")."""
    before = words.tokens[k - 1].lower
    return before in portfolios() and not before.endswith(_ADJECTIVES) and words.kind(k + 1) != Kind.COMMON


def _goes_on(words: Words, k: int, limit: int) -> bool:
    """Does a list of portfolios or countries go on after this "and" or comma?"""
    n = words.behind_article(k + 1)
    if n >= limit:
        return False
    if n in words.country_from:
        return k in words.country_to and _list_closes(words, k, limit)
    plurals = all(words.tokens[i].text[0].isupper() and words.tokens[i].lower.endswith("s") for i in (k - 1, n))
    # "the Union of Weavers and Entrepreneurs", "of Trade and Multicultural Affairs", "of Trade and Industry"
    return (
        plurals
        or _is_wide_field(words, n, limit)
        or all(words.kind(i) == Kind.COMMON and _is_field(words, i, k) for i in (k - 1, n))
    )


def _is_wide_field(words: Words, n: int, limit: int) -> bool:
    """Capitalised words from token `n` on of which only the last is a portfolio: "Multicultural Affairs"."""
    tokens, end = words.tokens, n
    while end < limit and tokens[end].text[0].isupper():
        end += 1
    return end > n + 1 and tokens[end - 1].lower in portfolios() - office_words() and words.kind(n) == Kind.WORD


def _is_field(words: Words, i: int, k: int) -> bool:
    """A portfolio, or what no office is called where "and" stands at token `k`."""
    lower = words.tokens[i].lower
    return lower in portfolios() or (words.follows(k, "and") and lower not in office_words())


def _list_closes(words: Words, k: int, limit: int) -> bool:
    """A list of countries ends with "and": "of Peru, Chile and Bolivia"; else the comma ends the phrase."""
    while k < limit and words.tokens[k].text == ",":
        k = words.country_from.get(k + 1, (limit, None))[0]
    return k < limit and words.behind_article(k + 1) in words.country_from


def countries_in(
    words: Words, office: Office, spans: tuple[tuple[int, int], ...]
) -> tuple[tuple[Country, ...], frozenset[str]]:
    """Countries and portfolio words of an office phrase, without repetition, in their order."""
    countries: dict[Country, None] = {}
    portfolio: set[str] = set()
    for a, b in spans:
        k = a
        while k < b and not _is_sent(words, office, k, b):
            country = words.country_from.get(k)
            if country and country[0] <= b:
                countries[country[1].country] = None
                k = country[0]
                continue
            if words.tokens[k].lower in portfolios():
                portfolio.add(words.tokens[k].lower)
            k += 1
    return tuple(countries), frozenset(portfolio)


def _is_sent(words: Words, office: Office, k: int, end: int) -> bool:
    """Whether what stands behind token `k` is where somebody is sent, not whose they are: "Ambassador to Peru",
    "Country Director for Vietnam"."""
    last = office.group == "other" and words.country_from.get(k + 1, (0,))[0] == end
    return words.follows(k, "to") or (last and words.follows(k, "for"))


def organisation(
    words: Words, office: Office, first: int, head: int, end: int, complement: int
) -> tuple[str | None, bool]:
    """ "Security Council" of "Secretary of the Security Council", "Orbital" of "Orbital CEO"; and whether a country's
    adjective is part of it ("Russian Railways")."""
    if office.head in _CABINET:
        return None, False  # what stands there is the portfolio
    behind = _capital_stretch(words, office, end, complement, False)
    before = _capital_stretch(words, office, words.behind_article(first), head, True) if behind is None else None
    stretch = _narrowed(words, *(behind or before or (0, 0)))
    if stretch is None or words.serves(end):
        return None, False
    text = _BOARD.sub("", words.text(*stretch)).partition(" (")[0]
    if _is_no_name(text) or (behind is None and _is_plain_word(words, office, *stretch)):
        return None, False
    return text, any(k in words.country_from and not words.country_from[k][1].by_name for k in range(*stretch))


def _narrowed(words: Words, a: int, b: int) -> tuple[int, int] | None:
    """Without an office before the organisation ("Member of the Board of Rail Works") and without what is done there
    ("Strategy for the Valley Response Team")."""
    tokens = words.tokens
    for k in range(a + 1, b - 1):
        if tokens[k].lower not in office_list("links_of_parts"):
            continue
        first = words.behind_article(k + 1)
        # "Chairman of the Board of …" is left to `_BOARD`
        heads = tokens[k - 1].lower in _heads()
        task = not words.follows(k, "of") and not _institutional(words, a, k)
        if _institutional(words, first, b) and (heads or task):
            a = first
    return (a, b) if a < b else None


def _institutional(words: Words, a: int, b: int) -> bool:
    return any(words.tokens[k].text in word_list("institutions") or words.kind(k) == Kind.CAPITALS for k in range(a, b))


def _is_no_name(text: str) -> bool:
    """One word that many organisations have in their names ("Board", "Group") names none of them."""
    many = listed("summitparse.actors", "sources", "institutions") | office_list("boards")
    return text.lower() in many or text in word_list("common") or text.partition("-")[0] == "Co"


def _is_plain_word(words: Words, office: Office, a: int, b: int) -> bool:
    """One adjective before who is described ("Extreme Republicans"), or one word before an office that the release has
    in small letters too ("Nomination Advisor")."""
    token = words.tokens[a]
    adjective = token.tag[0] in "JR" and office.describes
    return b - a == 1 and words.kind(a) in PERSONAL | {Kind.COMMON} and (adjective or words.is_common(token))


@cache
def _common() -> frozenset[str]:
    """Common words that name no place."""
    return word_list("common") - word_list("places") - word_list("cities")


@cache
def _heads() -> frozenset[str]:
    """Parts of a body, and offices, which a body may follow."""
    return office_list("parts") | office_words() - office_list("ranks")


@cache
def _ranks() -> frozenset[str]:
    """Ranks of somebody, and of no institution."""
    return office_list("ranks") - office_list("institutional_ranks")


@cache
def _portfolios_and_offices() -> frozenset[str]:
    return portfolios() | office_words()


def _capital_stretch(words: Words, office: Office, a: int, b: int, before: bool) -> tuple[int, int] | None:
    """From the first to the last capitalised word, if one of them is more than a country, a portfolio or a rank."""
    tokens = words.tokens
    common = _common()
    capital = [
        k
        for k in range(a, b)
        if words.kind(k) in CAPITAL
        and tokens[k].text[0].isupper()
        and (not (words.begins_sentence(k) and tokens[k].text in common) or words.is_seat(k))
    ]
    ranks = _ranks()
    while before and capital and tokens[capital[0]].lower in ranks:
        capital.pop(0)
    while before and capital and tokens[capital[-1]].lower in office_list("last_ranks"):
        capital.pop()
    corporate = office.head in office_list("corporate")
    weak = office_words() if corporate else _portfolios_and_offices()
    own = any(words.kind(k) != Kind.COUNTRY and tokens[k].lower not in weak for k in capital)
    # every word of "Federal Security Service" can be a portfolio
    agency = len(capital) > 1 and tokens[capital[-1]].text in office_list("agencies")
    return (capital[0], capital[-1] + 1) if own or agency else None
