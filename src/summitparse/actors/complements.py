"""What stands behind an office ("of Trade and Industry", "of the Republic of Peru"), and whom the office belongs to."""

import re
from dataclasses import dataclass

from summitparse.actors.vocabulary import (
    Office,
    office_list,
    office_words,
    offices,
    portfolios,
    surnames_too,
    word_list,
)
from summitparse.actors.words import Words
from summitparse.countries import Country
from summitparse.language.parse import Token
from summitparse.lexicon import load

LINKS = ("of", "for", "on", "at", "to", "in")
_NOUN = ("NN", "NNS", "NNP", "NNPS", "JJ", "VBG", "CD")
_LONGEST = 24
_LAST_RANKS = ("vice", "deputy", "executive", "senior", "first", "assistant", "associate")
_CAPITAL = ("W", "A", "X", "G", "C", "I", "P")
_ADJECTIVES = ("al", "ic", "ern", "eign", "ous", "ive", "ed", "ing", "an")
_BOARDS = ("directors", "trustees", "governors", "regents")
_AGENCIES = frozenset(("Service", "Services", "Administration"))
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
    tokens = words.tokens
    if end >= stop or tokens[end].lower not in LINKS:
        return end
    if tokens[end].lower in ("at", "to", "in", "on"):
        placed = office.group in ("occupation", "description") or office.head in office_list("placed")
        if not placed or not _nounish(words, end + 1, stop):
            return end
    reading = _Reading(end)
    limit = min(stop, end + _LONGEST)
    k: int | None = end
    while k is not None and k < limit:
        if k in words.country_from and words.country_from[k][0] <= limit:
            k = _over_country(words, k, reading)
        elif reading.after_noun and _in_brackets(words, k, stop):
            k = reading.take(k + 3)  # the abbreviation of what was just named, and so its end
            k = None if words.may_begin_name(k) else k
        elif _links(words, k, stop):
            k = k + 1 if _leads_further(words, k, end, limit, office, reading.after_noun) else None
        else:
            k = _over_word(words, k, end, office, reading)
    return reading.last


def _over_country(words: Words, k: int, reading: _Reading) -> int | None:
    """The end of a country's name, but not of one right behind another."""
    end, mention = words.country_from[k]
    if reading.after_country and words.tokens[k - 1].lower not in office_list("before_countries"):
        return None
    return reading.take(end, country=mention.form == "name")


def _in_brackets(words: Words, k: int, stop: int) -> bool:
    tokens = words.tokens
    return tokens[k].text == "(" and words.kind(k + 1) == "A" and tokens[min(k + 2, stop - 1)].text == ")"


def _links(words: Words, k: int, stop: int) -> bool:
    token = words.tokens[k]
    joins = token.lower in LINKS or token.lower in office_list("leading_on") or token.tag == "POS"
    return joins or words.hyphen_joins(k, stop)


def _leads_further(words: Words, k: int, end: int, limit: int, office: Office, after_noun: bool) -> bool:
    """Whether the complement goes on behind a linking word."""
    lower = words.tokens[k].lower
    if lower in ("and", ",", "&"):
        return _goes_on(words, k, limit, after_noun)
    if k > end and lower == "to":
        return office.head in office_list("placed") and _country_at(words, k + 1)
    return k == end or lower not in ("in", "on", "at") or _capital(words, k + 1, limit)


def _over_word(words: Words, k: int, end: int, office: Office, reading: _Reading) -> int | None:
    """The end of one more word of the complement; None where a name or another phrase begins."""
    tokens, token, kind = words.tokens, words.tokens[k], words.kind(k)
    if kind == "G" and words.kind(k + 1) in _CAPITAL and token.tag[0] == "N":
        return None
    if kind == "P" and token.text[0].isupper() and words.kind(k + 1) == "W":
        kind = "W"  # "Abu Dhabi", "El Salvador"
    served = tokens[end].lower == "to" and tokens[end + 1].lower == "the"
    if served and kind in ("W", "G") and tokens[k - 1].lower in office_words():
        return None  # "Counsel to the President N. N."
    titled = served or tokens[k - 1].lower in ("the", "and")
    if kind == "X" and token.lower in office_words() and not titled and words.kind(k + 1) in ("G", "W"):
        return None  # "an aide to Senator N. N."
    if kind in ("X", "A"):
        return reading.take(k + 1, country=False)
    named = kind in ("W", "G") and not reading.after_country
    named = named and not (reading.after_noun and _ends_portfolio(words, k))
    plain = kind == "" and token.tag in ("NN", "NNS", "JJ") and not reading.after_country
    plain = plain and office.group in ("other", "description")
    field = token.lower in portfolios() and token.tag in _NOUN
    return reading.take(k + 1) if named or plain or field else None


def _country_at(words: Words, k: int) -> bool:
    return k in words.country_from or (
        k < len(words.tokens) and words.tokens[k].lower == "the" and k + 1 in words.country_from
    )


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


def _ends_portfolio(words: Words, k: int) -> bool:
    """Is the word before `k` a portfolio's last, so that a name can begin at `k`? "National" is none, nor is the word
    before another institution's ("Medical Chamber")."""
    before = words.tokens[k - 1].lower
    if before not in portfolios() or before.endswith(_ADJECTIVES):
        return False
    return words.kind(k + 1) != "X" or words.tokens[k + 1].lower in surnames_too()


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
    if _plural(tokens[k - 1]) and _plural(tokens[n]) and tokens[k - 1].lower not in office_words():
        return True  # "the Union of Weavers and Entrepreneurs"
    if tokens[n].lower in offices() and tokens[n].lower not in portfolios():
        return False
    before = tokens[k - 1].lower in portfolios()
    if words.kind(k - 1) == "X" and words.kind(n) == "X" and tokens[k].lower == "and" and not before:
        return True
    return after_noun and before and tokens[n].lower in portfolios() and tokens[n].text[0].isupper()


def _plural(token: Token) -> bool:
    return token.tag in ("NNS", "NNPS", "NNP") and token.text[0].isupper() and token.lower.endswith("s")


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


def _sent_for(words: Words, k: int, end: int) -> bool:
    """ "Country Director for Vietnam", but not "spokesman for Norway's ministry"."""
    place = words.country_from.get(k + 1) if words.tokens[k].lower == "for" else None
    return place is not None and place[1].form == "name" and place[0] == end


def countries_in(
    words: Words, office: Office, spans: tuple[tuple[int, int], ...]
) -> tuple[tuple[Country, ...], frozenset[str]]:
    """Countries and portfolio words of an office phrase, without repetition, in their order."""
    countries: dict[Country, None] = {}
    portfolio: set[str] = set()
    for a, b in spans:
        k = a
        while k < b:
            if words.tokens[k].lower == "to" or (office.group == "other" and _sent_for(words, k, b)):
                break  # where an ambassador is sent, not whose they are
            country = words.country_from.get(k)
            if country and country[0] <= b:
                countries[country[1].country] = None
                k = country[0]
                continue
            if words.tokens[k].lower in portfolios():
                portfolio.add(words.tokens[k].lower)
            k += 1
    return tuple(countries), frozenset(portfolio)


def organisation(
    words: Words, office: Office, first: int, head: int, end: int, complement: int
) -> tuple[str | None, bool]:
    """ "Security Council" of "Secretary of the Security Council", "Orbital" of "Orbital CEO"; and whether a country's
    adjective is part of it ("Russian Railways")."""
    if office.head in ("minister", "prime minister"):
        return None, False  # what stands there is the portfolio
    first += first < head and words.tokens[first].lower == "the"
    behind = _capital_stretch(words, office, end, complement, False)
    before = _capital_stretch(words, office, first, head, True) if behind is None else None
    stretch = _narrowed(words, *(behind or before or (0, 0)))
    if stretch is None or _serves_somebody(words, end, complement):
        return None, False
    text = _BOARD.sub("", words.text(*stretch)).partition(" (")[0]
    if _is_no_name(text) or (behind is None and _is_plain_word(words, office, *stretch)):
        return None, False
    return text, any(k in words.country_from and words.country_from[k][1].form != "name" for k in range(*stretch))


def _serves_somebody(words: Words, end: int, complement: int) -> bool:
    """ "Special Assistant to the President for Trade": what follows is who is served, and no organisation."""
    k = end + 1 + (end + 1 < complement and words.tokens[end + 1].lower == "the")
    return k < complement and words.tokens[end].lower == "to" and words.tokens[k].lower in office_words()


def _narrowed(words: Words, a: int, b: int) -> tuple[int, int] | None:
    """Without an office before the organisation ("Member of the Board of Rail Works") and without what is done there
    ("Strategy for the Valley Response Team")."""
    tokens = words.tokens
    cuts = [k for k in range(a + 1, b - 1) if tokens[k].lower in ("of", "for", "at")]
    for k in cuts:
        first = k + 1 + (tokens[k + 1].lower == "the")
        last = tokens[k - 1].lower  # "Chairman of the Board of …" is left to `_BOARD`
        heads = last in ("member", "members") or last in office_words() - office_list("ranks")
        task = tokens[k].lower != "of" and not _institutional(words, a, k)
        if _institutional(words, first, b) and (heads or task):
            a = first
        elif heads and tokens[k].lower == "for":
            return None
    return (a, b) if a < b else None


def _institutional(words: Words, a: int, b: int) -> bool:
    return any(words.tokens[k].text in word_list("institutions") or words.kind(k) == "A" for k in range(a, b))


def _is_no_name(text: str) -> bool:
    """One word that many organisations have in their names ("Board", "Group") names none of them."""
    institutions = {*load("summitparse.actors", "sources")["institutions"], *_BOARDS}
    return text.lower() in institutions or text in word_list("common") or text.partition("-")[0] == "Co"


def _is_plain_word(words: Words, office: Office, a: int, b: int) -> bool:
    """One adjective before who is described ("Extreme Republicans"), or one word before an office that the release has
    in small letters too ("Nomination Advisor")."""
    token = words.tokens[a]
    adjective = token.tag in ("JJ", "RB") and office.group in ("description", "occupation")
    return b - a == 1 and words.kind(a) not in ("A", "C") and (adjective or words.is_common(token))


def _capital_stretch(words: Words, office: Office, a: int, b: int, before: bool) -> tuple[int, int] | None:
    """From the first to the last capitalised word, if one of them is more than a country, a portfolio or a rank."""
    capital = [k for k in range(a, b) if words.kind(k) in _CAPITAL and words.tokens[k].text[0].isupper()]
    common = word_list("common") - word_list("places") - word_list("cities")
    capital = [
        k for k in capital if not (words.begins_sentence(k) and words.tokens[k].text in common) or words.is_seat(k)
    ]
    ranks = office_list("ranks")
    while (
        before
        and capital
        and words.tokens[capital[0]].lower in ranks - {"state", "union", "national", "federal", "new"}
    ):
        capital.pop(0)
    while before and capital and words.tokens[capital[-1]].lower in _LAST_RANKS:
        capital.pop()
    corporate = office.head in office_list("corporate")
    weak = office_words() if corporate else portfolios() | office_words()
    own = [k for k in capital if words.kind(k) != "C" and words.tokens[k].lower not in weak]
    if not own and len(capital) > 1 and words.tokens[capital[-1]].text in _AGENCIES:
        own = capital  # every word of "Federal Security Service" can be a portfolio
    if not own:
        return None
    last = capital[-1] + 1
    if own[-1] + 1 < last and words.tokens[own[-1] + 1].lower in ("of", "in") and capital[-1] in words.in_country:
        k = own[-1] + 2
        if words.tokens[k].lower == "the":
            k += 1
        if k in words.country_from and words.country_from[k][0] >= last and len(own) == 1:
            last = own[-1] + 1
    return capital[0], last
