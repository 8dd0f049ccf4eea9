"""Capitalised runs that can be a person's name, cut where an institution, a country or a title begins."""

from collections.abc import Sequence
from dataclasses import dataclass

from summitparse.lexicon import listed
from summitparse.names.person import Name, has_suffix, is_initial, is_patronymic
from summitparse.names.vocabulary import (
    KNOWN_GENDERS,
    honorifics,
    letters,
    names,
    office_list,
    office_words,
    offices,
    portfolios,
    surnames_too,
    word_list,
)
from summitparse.names.words import INSTITUTIONAL, PERSONAL, Kind, Words
from summitparse.text.signs import APOSTROPHES, MARK_TOKENS

_LONGEST_NAME = 9
# A word of this length at most can be a syllable of an Asian name and something else.
_SYLLABLE = 4
_TAGS_OF_SYLLABLES = frozenset({"NNP", "NN", "VB"})
# US parties before a dash and a state, and how many tokens "(D-New York-12)" has at most.
_PARTIES = frozenset(("R", "D", "I"))
_LONGEST_PARTY = 9
# An honorific has so many words at most: "His Royal Highness".
_LONGEST_HONORIFIC = 3
# Capitals that are so short can be anything behind a given name ("II").
_SHORT = 2
_GIVEN = frozenset({Kind.GIVEN, Kind.INITIAL})
_NO_PART = frozenset({Kind.NONE, Kind.SUFFIX})
# What a name can hold but not consist of, and what stands before a surname that is a common word too.
_SMALL = frozenset({Kind.INITIAL, Kind.PARTICLE})
_BEFORE_SURNAMES = PERSONAL | {Kind.INITIAL}
_BEHIND_PARTICLES = PERSONAL | {Kind.PARTICLE, Kind.CAPITALS}
# Words that are a surname only behind a given name or a title.
_DOUBTFUL = frozenset({Kind.COMMON, Kind.COUNTRY, Kind.HONORIFIC})
_OPENING = frozenset({",", "("})


@dataclass(slots=True)
class Run:
    """A possible name over the tokens `[first, end)`; with its honorific it begins at `begin`."""

    first: int
    end: int
    name: Name
    kinds: str
    begin: int
    honorific: str | None = None  # m, f or e
    before_institution: bool = False

    @property
    def gender(self) -> str | None:
        return self.honorific if self.honorific in KNOWN_GENDERS else None


@dataclass(slots=True)
class _Part:
    """A word of a name, what kind it is, and the token behind it."""

    text: str
    kind: Kind
    stop: int


def find_run(words: Words, i: int, start: int, end: int, titled: bool = False) -> Run | None:
    """The longest name that begins at token `i` and ends before `end`; letters of honours and party behind it
    ("KC MP", "(R-Texas)") are no part of it, but stand in the run."""
    tokens = words.tokens
    titled = titled or words.kind(i - 1) == Kind.HONORIFIC
    parts = _parts(words, i, end, titled)
    while parts and parts[-1].kind == Kind.PARTICLE:
        parts.pop()
    if all(part.kind in _SMALL for part in parts):
        return None
    begin, honorific = _honorific(words, i, start)
    k, suffix = _suffix(words, parts[-1].stop, end)
    if begin < i and tokens[i - 1].lower in office_list("peers"):
        k = _behind_seat(words, k, end)
    named = k
    k = _behind_letters(words, k, end)
    institution = k == parts[-1].stop < end and words.kind(k) in INSTITUTIONAL and tokens[k].tag[0] == "N"
    institution = institution and tokens[k].text not in word_list("routes")  # in a headline
    name = Name(tuple(part.text for part in parts), suffix, words.text(i, named))
    if inverted := _inverted(words, parts, named, end):
        k, given = inverted
        name = Name((*given, *name.words), suffix, " ".join((*given, name.text)))
    run = Run(i, k, name, "".join(part.kind for part in parts), begin, honorific, institution)
    return None if titled and _is_building(run) else run


def _parts(words: Words, i: int, end: int, titled: bool) -> list[_Part]:
    """The words from token `i` on that can be a name."""
    parts: list[_Part] = []
    k = i
    while k < end and len(parts) < _LONGEST_NAME:
        if parts and k + 3 < end and _nickname(words, k):
            parts.append(_Part(words.tokens[k + 1].text, Kind.WORD, k + 3))
            k += 3
            continue
        inner = _is_inner(words, parts, k, end, titled)
        if not inner and _ends(words, parts, k, end, titled):
            break
        kind = words.kind(k)
        word, k = _joined(words, k, end)
        parts.append(_Part(word, Kind.WORD if inner or (kind == Kind.PARTICLE and "-" in word) else kind, k))
    return parts


def _ends(words: Words, parts: Sequence[_Part], k: int, end: int, titled: bool) -> bool:
    """Whether the name ends before token `k`."""
    token, kind = words.tokens[k], words.kind(k)
    if kind in _NO_PART or (not parts and kind == Kind.INITIAL and not token.text.endswith(".")):
        return True  # "A Memoir", "5G Deployment"
    if parts and (token.text in letters() or parts[-1].kind in _DOUBTFUL):
        return True
    if token.lower in office_list("surnames") and words.follows(k + 1, "of"):
        return True  # "N. N. King of Peru"
    if kind == Kind.CAPITALS:
        known = any(part.kind == Kind.GIVEN for part in parts) or words.kind(k + 1) == Kind.GIVEN
        return not (titled or (known and len(token.text) > _SHORT))
    if kind in _DOUBTFUL:
        behind = parts[-1].kind in _BEFORE_SURNAMES if parts else titled
        surname = behind and token.lower in surnames_too()
        place = titled and not parts and is_place(words, k, end)
        return not (surname or place or _is_seat_name(words, parts, k, end))
    if kind == Kind.PARTICLE:
        following = words.kind(k + 1) in _BEHIND_PARTICLES or words.hyphen_joins(k + 1, end)
        return not (following and (parts or token.text[0].isupper()))
    return False


def _is_seat_name(words: Words, parts: Sequence[_Part], k: int, end: int) -> bool:
    """ "Olga Bern, Minister of Transport": a city behind a given name is a surname where an office stands beside it."""
    known = words.tokens[k].text in word_list("cities") and bool(parts) and parts[-1].kind == Kind.GIVEN
    if not known or (k + 1 < end and words.tokens[k + 1].text[0].isupper()):
        return False
    first = parts[0].stop - 1
    titled = first > words.sentence_start(k) and words.tokens[first - 1].lower in office_words()
    after = words.behind_article(k + 2)
    return titled or (words.follows(k + 1, ",") and after < end and words.tokens[after].lower in offices())


def is_place(words: Words, k: int, end: int) -> bool:
    """Whether a place or country right behind a title is a surname: "Minister Bern said", "President Jordan", but not
    "Prime Minister New Zealand's"."""
    if k + 1 < end and words.tokens[k + 1].text[0].isupper():
        return False
    after, country = words.country_from.get(k, (k, None))
    if country is not None:
        return after == k + 1 and country.by_name
    return k not in words.in_country and words.tokens[k].text in word_list("cities")


def _is_inner(words: Words, parts: Sequence[_Part], k: int, end: int, titled: bool) -> bool:
    """Whether a word of other meaning belongs to a name behind a title: a short one ("Dr Tan See Leng", "Premier Tham
    Jun Hoe"), a surname before a given name with a hyphen ("Minister Park Jin-ho"), a city ("Mayor London Miles")."""
    token = words.tokens[k]
    if not titled or words.kind(k) != Kind.COMMON:
        return False
    if not parts:
        family = words.kind(k + 1) in PERSONAL and words.hyphen_joins(k + 2, end)
        surname = k + 1 < end and (words.kind(k + 1) == Kind.WORD or words.tokens[k + 1].lower in surnames_too())
        given = surname and token.text in word_list("cities")
        return (family or given) and token.lower in surnames_too()
    short = len(token.text) <= _SYLLABLE and token.tag in _TAGS_OF_SYLLABLES
    held = token.lower in office_words() or token.lower in portfolios() or token.text in word_list("institutions")
    last = k + 1 >= end or not words.tokens[k + 1].text[0].isupper()
    inside = words.kind(k + 1) == Kind.WORD or (len(parts) > 1 and last)
    return parts[-1].kind in _BEFORE_SURNAMES and short and not held and inside


def _suffix(words: Words, k: int, end: int) -> tuple[int, str]:
    """ "Jr." or "III" behind a name: the token behind it, and the suffix."""
    n = words.behind(k, ",")
    if n < end and has_suffix(words.tokens[n].text) and (n == k or not words.tokens[n].text.isupper()):
        return n + 1, words.tokens[n].text
    return k, ""


def _inverted(words: Words, parts: Sequence[_Part], k: int, end: int) -> tuple[int, tuple[str, ...]] | None:
    """ "Smith Jr., John, mayor of …": the token behind the given name that stands behind the surname, and that name."""
    n = k + 1
    while n < end and words.kind(n) in _GIVEN:
        n += 1
    opens = len(parts) == 1 and words.begins_sentence(parts[0].stop - 1) and words.follows(k, ",")
    if not opens or n == k + 1 or not words.follows(n, ",") or words.tokens[n + 1].lower not in offices():
        return None
    return n, tuple(token.text for token in words.tokens[k + 1 : n])


def _behind_seat(words: Words, k: int, end: int) -> int:
    """ "Baroness Hale of Richmond": the token behind the seat of a peer."""
    seat = k + 1 < end and words.follows(k, "of") and words.tokens[k + 1].text[0].isupper()
    return k + 2 if seat and k + 1 not in words.in_country else k


def _behind_letters(words: Words, k: int, end: int) -> int:
    """The token behind letters of honours, seats and party: "KC MP", ", P.C., M.P.", "(R-Texas)", ", D-N.Y."."""
    tokens = words.tokens
    while k < end:
        n = words.behind(k, ",")
        if n < end and tokens[n].text in letters():
            k = n + 1
            continue
        n = words.behind(k, _OPENING)
        if n == k or n + 2 >= end or tokens[n].text not in _PARTIES or tokens[n + 1].text != "-":
            return k
        n += 3
        while tokens[k].text == "(" and n < end and tokens[n - 1].text != ")" and n < k + _LONGEST_PARTY:
            n += 1
        k = n
    return k


def _nickname(words: Words, k: int) -> bool:
    """ "Joko “Jokowi” Widodo": one word in quotation marks, and the name goes on behind it."""
    tokens = words.tokens
    marked = tokens[k].text in MARK_TOKENS and tokens[k + 2].text in MARK_TOKENS
    return marked and tokens[k + 1].text[0].isupper() and words.kind(k + 3) in PERSONAL


def _joined(words: Words, k: int, end: int) -> tuple[str, int]:
    """A word with what a hyphen joins to it: "Jean-Claude", "al-Assad", "Jong-un"."""
    after = k + 1
    while words.hyphen_joins(after, end) and words.tokens[after + 1].text[0].isalpha():
        common = words.kind(after + 1) == Kind.COMMON and words.tokens[after + 1].lower not in surnames_too()
        if words.tokens[after].text == "–" or (common and words.kind(k) != Kind.GIVEN):
            break
        after += 2
    return words.text(k, after).replace(" ", ""), after


def _honorific(words: Words, i: int, start: int) -> tuple[int, str | None]:
    """ "Mr", "H.E. Dr.", "His Royal Highness" directly before the name; where they begin, and the gender they tell."""
    known = honorifics()
    begin, found = i, None
    while begin > start:
        last = begin - (words.tokens[begin - 1].text in APOSTROPHES)  # "Dato' "
        for first in range(max(start, last - _LONGEST_HONORIFIC), last):
            gender = known.get(" ".join(token.lower for token in words.tokens[first:last]))
            if gender and words.tokens[first].text[0].isupper():
                found = gender if found not in KNOWN_GENDERS else found
                begin = first
                break
        else:
            break
    return begin, found


def _is_building(run: Run) -> bool:
    """ "Minister for Ports" on one line and "Velden Concert Hall" on the next."""
    last = run.name.words[-1].lower()
    building = len(run.name.words) > 1 and last in listed("summitparse.layout", "places", "buildings")
    return building and run.honorific is None and not looks_personal(run, names().gender)


def looks_personal(run: Run, gender: dict[str, str]) -> bool:
    """Does the name itself say that it is a person's: a known given name, a patronymic, an initial in the middle?"""
    words = run.name.words
    if len(words) < 2:
        return False
    return (
        words[0].lower() in gender
        or _hyphenated_given(words[0], gender)
        or any(map(is_patronymic, words[1:]))
        or (any(is_initial(word) for word in words[:-1]) and len(words[-1]) > 2)
    )


def _hyphenated_given(word: str, gender: dict[str, str]) -> bool:
    return "-" in word and word.split("-")[0].lower() in gender
