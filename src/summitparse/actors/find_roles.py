"""Offices and descriptions: "the President of Belarus", "Russian Foreign Minister", "head of the delegation"."""

from dataclasses import dataclass

from summitparse.actors.complements import complement_end, countries_in, organisation
from summitparse.actors.vocabulary import PACKAGE, Office, office_list, offices, portfolios, surnames_too, word_list
from summitparse.actors.words import SAINTS, Words
from summitparse.countries import Country
from summitparse.lexicon import load

_LONGEST_MODIFIER = 8
_STYLE = ("extraordinary", "and", "&", "plenipotentiary")  # of an ambassador
_NUMBERS = ("two", "three", "four", "five", "six", "seven", "eight")


_DEFINITE = frozenset(("the", "both", "these", "those", "this", "that", "all"))
_INDEFINITE = frozenset(("a", "an", "another", "some", "any", "no", "every", "each", "several", "many", "other"))
_DETERMINERS = _DEFINITE | _INDEFINITE
_COUNTED = frozenset(("first", "second", "next", "new", "newly", "last", "only", "another"))


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
    org_adjective: bool  # a country's adjective is part of the organisation's name
    portfolio: frozenset[str]
    definite: bool
    indefinite: bool
    capital: bool
    possessor: int | None = None  # token of a possessive pronoun before it ("his spokesman")
    has_complement: bool = False
    counted: bool = False  # "the first president to …" is nobody's office

    @property
    def plural(self) -> bool:
        return self.office.plural

    @property
    def key(self) -> object:
        """The same for two phrases that name the same office in the same words."""
        return self.head, self.title.casefold(), self.countries, self.org

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
            while k < end and office.head == "ambassador" and words.tokens[k].lower in _STYLE:
                k += 1
            return office, k
    return None


def find_role(words: Words, i: int, start: int) -> Role | None:
    """The role whose head begins at token `i`; its modifiers may reach back to `start`."""
    tokens = words.tokens
    stop = words.sentence_end(i)
    matched = match_office(words, i, stop)
    if matched is None or not _is_office(words, i, start, stop, matched[1]):
        return None
    office, end = matched
    ranks: list[str] = []
    while (further := _next_office(words, end, stop)) is not None:
        ranks.extend(tokens[k].lower for k in range(i, end))
        office, end = further
    if _names_institution(words, office, end, stop):
        return None
    first, before, possessor = _modifiers(words, i, start)
    ranks = ["former" if word == "ex" else word for word in [*before, *ranks]]
    complement = complement_end(words, end, stop, office)
    countries, portfolio = countries_in(words, office, ((first, i), (end, complement)))
    org, adjective = organisation(words, office, first, i, end, complement)
    determiner = tokens[first].lower
    return Role(
        first,
        complement,
        " ".join([*_distinct(ranks), office.head]),
        office,
        _title(words, office, first, i, complement, possessor is not None),
        countries,
        org,
        adjective,
        portfolio,
        determiner in _DEFINITE or possessor is not None,
        determiner in _INDEFINITE,
        tokens[i].text[0].isupper(),
        possessor,
        complement > end,
        not _COUNTED.isdisjoint(ranks),
    )


def _is_office(words: Words, i: int, start: int, stop: int, end: int) -> bool:
    """Whether the words of an office, over `[i, end)`, are one here: no verb, no surname, no rank of another office."""
    tokens = words.tokens
    acting = end > i + 1 and tokens[i].tag == "VBG"  # "the Acting President"
    if tokens[i].dep == "aux" or (tokens[i].tag[0] not in "NJX" and not acting):
        return False
    if tokens[end - 1].tag[:2] not in ("NN", "JJ", "XX") and tokens[i].tag[:2] != "NN":
        return False
    named = i > start and words.kind(i - 1) == "G" and words.kind(end) not in ("G", "W")
    if named and tokens[i].lower in office_list("surnames"):
        return False
    return end > i + 1 or tokens[i].lower not in office_list("ranks") or not _leads_on(words, end, stop)


def _distinct(ranks: list[str]) -> list[str]:
    """The ranks that make another office of one, in the order in which they are named in the output."""
    return [word for word in load(PACKAGE, "offices")["offices"]["named_ranks"] if word in ranks]


def _title(words: Words, office: Office, first: int, i: int, complement: int, owned: bool) -> str:
    """The words of the office as a title: without an article, and of a plural in the singular."""
    tokens = words.tokens
    bare = first + 1 if tokens[first].lower in _DETERMINERS or owned else first
    while bare < i and (tokens[bare].tag == "CD" or tokens[bare].lower in office_list("not_in_titles")):
        bare += 1
    if not office.plural:
        return words.text(min(bare, i), complement)
    head = office.head.title() if tokens[i].text[0].isupper() else office.head
    return " ".join(filter(None, (words.text(bare, i) if bare < i else "", head)))


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


def _leads_on(words: Words, end: int, stop: int) -> bool:
    """ "Deputy" before "Economic Development and Trade Minister": a rank of the office behind its portfolio."""
    k = end
    while k < min(stop, end + _LONGEST_MODIFIER):
        token = words.tokens[k]
        if k > end and token.text[0].isupper() and token.lower in ("minister", "secretary", "commissioner", "chief"):
            return True
        if token.lower not in portfolios() and (token.lower != "and" or k == end):
            return False
        k += 1
    return False


def _names_institution(words: Words, office: Office, end: int, stop: int) -> bool:
    """ "General Assembly", "Justice Department", "President Hotel": the office word is part of another name."""
    if end >= stop or not words.tokens[end].text[0].isupper() or words.kind(end) != "X":
        return False
    word = words.tokens[end].text
    city = word in word_list("cities") and office.head not in office_list("titular")  # "Minister Bern" is somebody
    place = city or word in word_list("places")
    if word.lower() in surnames_too():  # "Minister Church said"; not "Minister Church Council"
        following = words.tokens[end + 1] if end + 1 < stop else None
        return word in word_list("institutions") and bool(following and following.text[0].isupper())
    return word in word_list("institutions") or place


def _portfolio(words: Words, k: int) -> bool:
    return words.tokens[k].text[0].isupper() and words.tokens[k].lower in portfolios()


def _modifiers(words: Words, i: int, start: int) -> tuple[int, list[str], int | None]:
    """Walks left from the head; gives the first token, ranks on the way, and the token of a possessive pronoun."""
    tokens = words.tokens
    ranks: list[str] = []
    k = i
    while k > start and i - k < _LONGEST_MODIFIER:
        p = k - 1
        if tokens[p].lower == "the" or _is_town_before(words, p, i, k, start):
            break  # "THE PRESIDENT": the tagger takes capitals for names
        if k in words.country_to and words.country_to[k] >= start:
            k = words.country_to[k]
        elif _owns_or_joins(words, p, i, start):
            k = p
        elif tokens[p].lower in office_list("ranks") and tokens[p].tag not in ("MD", "IN"):
            ranks.insert(0, tokens[p].lower)
            k = p
        elif _modifies(words, p, i, k, start):
            k = p
        else:
            break
    k += tokens[k].text in ("&", "-") and k < i
    k += tokens[k].tag == "POS"
    first, possessor = _with_determiner(words, k, start)
    return first, ranks, possessor


def _is_town_before(words: Words, p: int, i: int, k: int, start: int) -> bool:
    """ "On Monday in Budapest Prime Minister N. N. said": the town is no part of the office."""
    tokens = words.tokens
    if k != i or p <= start or words.kind(p) != "X" or tokens[p - 1].lower != "in" or not tokens[k].text[0].isupper():
        return False
    return tokens[p].text in word_list("places") | word_list("cities")


def _owns_or_joins(words: Words, p: int, i: int, start: int) -> bool:
    """ "Peru's", and a hyphen."""
    owner = p > start and (p in words.country_to or words.kind(p - 1) in ("X", "A", "W", "C"))
    return (words.tokens[p].tag == "POS" and owner) or words.hyphen_joins(p, words.sentence_end(i))


def _modifies(words: Words, p: int, i: int, k: int, start: int) -> bool:
    """Whether the token before `k` is part of the office whose head is at `i`: a portfolio, an organisation's name,
    a plain noun, "and" between two portfolios."""
    tokens, token, kind = words.tokens, words.tokens[p], words.kind(p)
    if token.lower in portfolios() and token.tag[0] in "NJV":
        return True
    if kind in ("W", "A", "X") and token.lower != "d.c." and token.tag[0] in "NJF":
        if token.tag == "NNP" or token.text not in word_list("common"):
            return True
    if kind == "G" and p > start and (tokens[p - 1].tag == "DT" or words.hyphen_joins(k, i)):
        return True
    if token.tag in ("NN", "JJ", "NNS") and token.text[0].islower() and not tokens[i].text[0].isupper():
        return True
    if token.text == "&" and p > start:
        return True
    if token.lower == "and" and p > start and _portfolio(words, p - 1) and k < i and _portfolio(words, k):
        return True
    return token.lower in SAINTS and token.text[0].isupper() and k < i


def _with_determiner(words: Words, k: int, start: int) -> tuple[int, int | None]:
    """The first token with the article, number or possessive pronoun before it, and where the pronoun stands."""
    tokens = words.tokens
    if k <= start:
        return k, None
    before = tokens[k - 1]
    if before.lower == "the" or (before.lower in _DETERMINERS and before.tag in ("DT", "PDT", "CC", "JJ")):
        return k - 1, None
    if before.tag == "PRP$":
        return k - 1, k - 1
    if before.lower in _NUMBERS:
        return k - 1 - (k - 1 > start and tokens[k - 2].lower in _DETERMINERS), None
    return k, None
