"""Offices and descriptions: "the President of Belarus", "Russian Foreign Minister", "head of the delegation"."""

from dataclasses import dataclass

from summitparse.actors.complements import complement_end, countries_in, organisation
from summitparse.countries import Country
from summitparse.grammar.words import words_of
from summitparse.language.tags import COMMON, PLURAL, PROPER
from summitparse.lexicon import load
from summitparse.names.vocabulary import PACKAGE, Office, office_list, offices, portfolios, surnames_too, word_list
from summitparse.names.words import INSTITUTIONAL, Kind, Words

_LONGEST_MODIFIER = 8
_TAGS_OF_NO_RANK = frozenset({"MD", "IN"})  # "may", "under"
_TAGS_OF_NO_DETERMINER = frozenset({"IN", "WDT"})  # "that"
_OWNERS = INSTITUTIONAL | {Kind.WORD, Kind.COUNTRY}
_MODIFYING = INSTITUTIONAL | {Kind.WORD}


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
            k += word != "-" and k > i and words.hyphen_joins(k, end)
            if k >= end or words.tokens[k].lower != word:
                break
            k += 1
        else:
            while k < end and office.head == "ambassador" and words.tokens[k].lower in office_list("styles"):
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
    if _names_institution(words, end, stop):
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
        determiner in words_of("determiners", "definite") or possessor is not None,
        determiner in words_of("determiners", "indefinite"),
        tokens[i].text[0].isupper(),
        possessor,
        complement > end,
        not office_list("counting").isdisjoint(ranks),
    )


def _is_office(words: Words, i: int, start: int, stop: int, end: int) -> bool:
    """Whether the words of an office, over `[i, end)`, are one here: no verb, no surname, no rank of another office."""
    token = words.tokens[i]
    acting = end > i + 1 and token.tag == "VBG"  # "the Acting President"
    if token.tag[0] not in "NJX" and not acting:
        return False
    return end > i + 1 or token.lower not in office_list("ranks") or not _leads_on(words, end, stop)


def _names_institution(words: Words, end: int, stop: int) -> bool:
    """ "General Assembly", "Justice Department", "Minister Church Council", but not "Minister Church said"."""
    if end >= stop or words.tokens[end].text not in word_list("institutions"):
        return False
    return words.tokens[end].lower not in surnames_too() or (end + 1 < stop and words.tokens[end + 1].text[0].isupper())


def _distinct(ranks: list[str]) -> list[str]:
    """The ranks that make another office of one, in the order in which they are named in the output."""
    return [word for word in load(PACKAGE, "offices")["offices"]["named_ranks"] if word in ranks]


def _title(words: Words, office: Office, first: int, i: int, complement: int, owned: bool) -> str:
    """The words of the office as a title: without an article, and of a plural in the singular."""
    tokens = words.tokens
    bare = first + 1 if _is_determiner(tokens[first].lower) or owned else first
    while bare < i and (tokens[bare].tag == "CD" or tokens[bare].lower in office_list("not_in_titles")):
        bare += 1
    if not office.plural:
        return words.text(bare, complement)
    head = office.head.title() if tokens[i].text[0].isupper() else office.head
    return " ".join(filter(None, (words.text(bare, i) if bare < i else "", head)))


def _is_determiner(word: str) -> bool:
    return word in words_of("determiners", "definite") or word in words_of("determiners", "indefinite")


def _next_office(words: Words, end: int, stop: int) -> tuple[Office, int] | None:
    """ "Deputy" before "Prime Minister", "State Secretary" before "Deputy Minister"."""
    k = end + 1 if words.hyphen_joins(end, stop) else end
    if k >= stop or words.tokens[k].tag not in COMMON | PROPER:
        return None
    before = words.tokens[end - 1]
    several = before.tag in PLURAL and before.lower.endswith("s")
    alike = before.text[0].isupper() == words.tokens[k].text[0].isupper()
    return match_office(words, k, stop) if alike and not several else None


def _leads_on(words: Words, end: int, stop: int) -> bool:
    """ "Deputy" before "Economic Development and Trade Minister": a rank of the office behind its portfolio."""
    for token in words.tokens[end : min(stop, end + _LONGEST_MODIFIER)]:
        if token.lower in office_list("with_portfolios"):
            return True
    return False


def _modifiers(words: Words, i: int, start: int) -> tuple[int, list[str], int | None]:
    """Walks left from the head; gives the first token, ranks on the way, and the token of a possessive pronoun."""
    tokens = words.tokens
    ranks: list[str] = []
    k = i
    while k > start and i - k < _LONGEST_MODIFIER:
        p = k - 1
        if k in words.country_to and words.country_to[k] >= start:
            k = words.country_to[k]
        elif tokens[p].lower in office_list("ranks") and tokens[p].tag not in _TAGS_OF_NO_RANK:
            ranks.insert(0, tokens[p].lower)
            k = p
        elif _owns_or_joins(words, p, i, start) or _modifies(words, p, i, k, start):
            k = p
        else:
            break
    while k < i and (tokens[k].text in "&-" or tokens[k].tag == "POS"):
        k += 1
    first, possessor = _with_determiner(words, k, start)
    return first, ranks, possessor


def _owns_or_joins(words: Words, p: int, i: int, start: int) -> bool:
    """ "Peru's", and a hyphen."""
    owner = p > start and (p in words.country_to or words.kind(p - 1) in _OWNERS)
    return (owner and words.tokens[p].tag == "POS") or words.hyphen_joins(p, words.sentence_end(i))


def _modifies(words: Words, p: int, i: int, k: int, start: int) -> bool:
    """Whether the token before `k` is part of the office whose head is at `i`: a portfolio, an organisation's name,
    a plain noun, "and" between two portfolios."""
    token, kind = words.tokens[p], words.kind(p)
    if token.lower in portfolios() or token.lower in word_list("saints"):
        return True
    noun = token.tag == "NNP" or (token.tag[0] in "NJF" and token.text not in word_list("common"))
    if kind in _MODIFYING and noun and token.text not in word_list("districts"):
        # "On Monday in Budapest Prime Minister N. N. said": the town is no part of the office
        return not (
            words.follows(p - 1, "in") and (token.text in word_list("places") or token.text in word_list("cities"))
        )
    plain = token.tag in COMMON | {"JJ"} and token.text[0].islower() and not words.tokens[i].text[0].isupper()
    joined = token.lower in words_of("phrases", "joining") and p > start and words.tokens[p - 1].lower in portfolios()
    return plain or (joined and k < i)


def _with_determiner(words: Words, k: int, start: int) -> tuple[int, int | None]:
    """The first token with the article, number or possessive pronoun before it, and where the pronoun stands."""
    tokens = words.tokens
    if k > start and tokens[k - 1].tag == "PRP$":
        return k - 1, k - 1
    counted = k > start and tokens[k - 1].lower in words_of("determiners", "counting")
    p = k - 1 - counted
    determined = p >= start and _is_determiner(tokens[p].lower) and tokens[p].tag not in _TAGS_OF_NO_DETERMINER
    return p if determined else k - counted, None
