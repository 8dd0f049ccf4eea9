"""Offices and descriptions: "the President of Belarus", "Russian Foreign Minister", "head of the delegation"."""

from dataclasses import dataclass

from summitparse.actors.complements import complement_end, countries_in, organisation
from summitparse.actors.vocabulary import Office, office_list, offices, portfolios, surnames_too, word_list
from summitparse.actors.words import SAINTS, Words
from summitparse.countries import Country

_LONGEST_MODIFIER = 8
_STYLE = ("extraordinary", "and", "&", "plenipotentiary")  # of an ambassador
_NUMBERS = ("two", "three", "four", "five", "six", "seven", "eight")


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
    if not matched or tokens[i].dep == "aux":
        return None
    office, end = matched
    if tokens[i].tag[0] not in "NJX" and not (end > i + 1 and tokens[i].tag == "VBG"):  # "the Acting President"
        return None
    if tokens[end - 1].tag[:2] not in ("NN", "JJ", "XX") and tokens[i].tag[:2] != "NN":
        return None
    if (
        tokens[i].lower in office_list("surnames")
        and words.kind(i - 1) == "G"
        and i > start
        and words.kind(end) not in ("G", "W")
    ):
        return None
    if end == i + 1 and tokens[i].lower in office_list("ranks") and _leads_on(words, end, stop):
        return None
    ranks: list[str] = []
    while (further := _next_office(words, end, stop)) is not None:
        ranks.extend(tokens[k].lower for k in range(i, end))
        office, end = further
    if _names_institution(words, office, end, stop):
        return None
    first, before, possessor = _modifiers(words, i, start)
    ranks[:0] = before
    complement = complement_end(words, end, stop, office)
    ranks = ["former" if word == "ex" else word for word in ranks]
    distinct = [word for word in ("former", "vice", "deputy", "assistant", "associate", "under") if word in ranks]
    countries, portfolio = countries_in(words, office, ((first, i), (end, complement)))
    org, adjective = organisation(words, office, first, i, end, complement)
    head = " ".join([*distinct, office.head])
    determiner = tokens[first].lower
    bare = first + 1 if determiner in _DETERMINERS or possessor is not None else first
    while bare < i and (tokens[bare].tag == "CD" or tokens[bare].lower in ("then", "newly", "two", "three", "-")):
        bare += 1
    if office.plural:
        title = " ".join(filter(None, (words.text(min(bare, i), i) if bare < i else "", office.head)))
        title = (
            title if not tokens[i].text[0].isupper() else title[: len(title) - len(office.head)] + office.head.title()
        )
    else:
        title = words.text(min(bare, i), complement)
    return Role(
        first,
        complement,
        head,
        office,
        title,
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


_DEFINITE = frozenset(("the", "both", "these", "those", "this", "that", "all"))
_INDEFINITE = frozenset(("a", "an", "another", "some", "any", "no", "every", "each", "several", "many", "other"))
_DETERMINERS = _DEFINITE | _INDEFINITE
_COUNTED = frozenset(("first", "second", "next", "new", "newly", "last", "only", "another"))


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
    return word in word_list("institutions") or (place and word.lower() not in surnames_too())


def _portfolio(words: Words, k: int) -> bool:
    return words.tokens[k].text[0].isupper() and words.tokens[k].lower in portfolios()


def _modifiers(words: Words, i: int, start: int) -> tuple[int, list[str], int | None]:
    """Walks left from the head; gives the first token, ranks on the way, and the token of a possessive pronoun."""
    tokens = words.tokens
    ranks: list[str] = []
    known_ranks = office_list("ranks")
    k = i
    while k > start and i - k < _LONGEST_MODIFIER:
        p = k - 1
        token = tokens[p]
        if token.lower == "the":
            break  # "THE PRESIDENT": the tagger takes capitals for names
        if (
            k == i
            and p > start
            and words.kind(p) == "X"
            and tokens[p - 1].lower == "in"
            and tokens[k].text[0].isupper()
        ):
            if token.text in word_list("places") | word_list("cities"):
                break  # "on Monday in Budapest Prime Minister N. N. said"
        if k in words.country_to and words.country_to[k] >= start:
            k = words.country_to[k]
        elif (
            token.tag == "POS" and p > start and (p in words.country_to or words.kind(p - 1) in ("X", "A", "W", "C"))
        ) or words.hyphen_joins(p, words.sentence_end(i)):
            k = p
        elif token.lower in known_ranks and token.tag not in ("MD", "IN"):
            ranks.insert(0, token.lower)
            k = p
        elif (
            (token.lower in portfolios() and token.tag[0] in "NJV")
            or (
                words.kind(p) in ("W", "A", "X")
                and token.lower != "d.c."
                and token.tag[0] in "NJF"
                and (token.tag == "NNP" or token.text not in word_list("common"))
            )
            or (words.kind(p) == "G" and p > start and (tokens[p - 1].tag == "DT" or words.hyphen_joins(k, i)))
            or (token.tag in ("NN", "JJ", "NNS") and token.text[0].islower() and not tokens[i].text[0].isupper())
            or (token.text == "&" and p > start)
            or (token.lower == "and" and p > start and _portfolio(words, p - 1) and k < i and _portfolio(words, k))
            or (token.lower in SAINTS and token.text[0].isupper() and k < i)
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
        if before.lower == "the" or (before.lower in _DETERMINERS and before.tag in ("DT", "PDT", "CC", "JJ")):
            k -= 1
        elif before.tag == "PRP$":
            k -= 1
            possessor = k
        elif before.lower in _NUMBERS:
            k -= 1
            if k > start and tokens[k - 1].lower in _DETERMINERS:
                k -= 1
    return k, ranks, possessor
