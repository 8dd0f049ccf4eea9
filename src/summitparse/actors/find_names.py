"""Capitalised runs that can be a person's name, cut where an institution, a country or a title begins."""

from collections.abc import Sequence
from dataclasses import dataclass

from summitparse.actors.names import Name, has_suffix, is_initial, is_patronymic
from summitparse.actors.vocabulary import (
    honorifics,
    letters,
    office_list,
    office_words,
    offices,
    portfolios,
    surnames_too,
    word_list,
)
from summitparse.actors.words import Words

_LONGEST_NAME = 9
# A word of this length at most can be a syllable of an Asian name and something else.
_SYLLABLE = 4
# US parties before a dash and a state, and how many tokens "(D-New York-12)" has at most.
_PARTIES = frozenset(("R", "D", "I"))
_LONGEST_PARTY = 8


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
        return self.honorific if self.honorific in ("m", "f") else None


@dataclass(slots=True)
class _Part:
    """A word of a name, what kind it is, and the token behind it."""

    text: str
    kind: str
    stop: int


def find_run(words: Words, i: int, start: int, end: int, titled: bool = False) -> Run | None:
    """The longest name that begins at token `i` and ends before `end`; letters of honours and party behind it
    ("KC MP", "(R-Texas)") are no part of it, but stand in the run."""
    tokens = words.tokens
    titled = titled or (i > start and words.kind(i - 1) == "H")
    parts = _parts(words, i, end, titled)
    while parts and (parts[-1].kind == "P" or _is_odd_initial(parts)):
        parts.pop()
    if not parts or all(part.kind in ("I", "P") for part in parts):
        return None
    body = parts[-1].stop
    begin, honorific = _honorific(words, i, start)
    k, suffix = _suffix(words, body, end)
    if begin < i and tokens[i - 1].lower in office_list("peers"):
        k = _behind_seat(words, k, end)
    named = k
    k = _behind_letters(words, k, end)
    institution = (
        body == k
        and k < end
        and words.kind(k) in ("X", "A")
        and tokens[k].text[0].isupper()
        and tokens[k].tag[0] == "N"
        and tokens[k].lower != "en"  # "En Route" in a headline
    )
    name = Name(tuple(part.text for part in parts), suffix, words.text(i, named))
    if inverted := _inverted(words, parts, named, end):
        k, given = inverted
        name = Name((*given, *name.words), suffix, " ".join((*given, name.text)))
    return Run(i, k, name, "".join(part.kind for part in parts), begin, honorific, institution)


def _parts(words: Words, i: int, end: int, titled: bool) -> list[_Part]:
    """The words from token `i` on that can be a name."""
    parts: list[_Part] = []
    k = i
    while k < end and len(parts) < _LONGEST_NAME:
        if parts and k + 3 < end and _nickname(words, k):
            parts.append(_Part(words.tokens[k + 1].text, "W", k + 3))
            k += 3
            continue
        if _ends(words, parts, k, end, titled):
            break
        kind = words.kind(k)
        first = k
        word, k = _joined(words, k, end)
        begins = titled and not parts and (_is_family(words, k, end) or _is_given_too(words, first, k))
        inner = kind == "X" and (begins or _is_syllable(words, parts, first, end, titled))
        parts.append(_Part(word, "W" if inner or (kind == "P" and "-" in word) else kind, k))
        if kind in ("X", "C") and not inner:
            break
    return parts


def _ends(words: Words, parts: Sequence[_Part], k: int, end: int, titled: bool) -> bool:
    """Whether the name ends before token `k`."""
    tokens, kind, lower = words.tokens, words.kind(k), words.tokens[k].lower
    if kind in ("", "S") or (not parts and kind == "I" and not tokens[k].text.endswith(".")):
        return True  # "A Memoir", "5G Deployment"
    if parts and lower in office_list("surnames") and k + 1 < end and tokens[k + 1].lower == "of":
        return True  # "N. N., King of …" without its comma
    if parts and tokens[k].text in letters():
        return True
    given = any(part.kind == "G" for part in parts)
    if kind == "A":
        known = titled or given or words.kind(k + 1) == "G"
        return not known or (len(lower) < 3 and not titled)
    if kind in ("X", "C", "H"):
        before = parts[-1].kind if parts else ""
        surname = lower in surnames_too() and (before in ("G", "I", "W") if parts else titled)
        place = titled and not parts and is_place(words, k, end)
        return not (
            surname or place or _is_syllable(words, parts, k, end, titled) or _is_seat_name(words, parts, k, end)
        )
    if kind == "P":
        following = words.kind(k + 1) in ("G", "W", "P", "A") or words.hyphen_joins(k + 1, end)
        return not (following and (parts or tokens[k].text[0].isupper()))
    return False


def is_place(words: Words, k: int, end: int) -> bool:
    """Whether a place or country right behind a title is a surname: "Minister Bern said", "President Jordan", but not
    "Prime Minister New Zealand's"."""
    token = words.tokens[k]
    if k in words.in_country:
        known = (
            k in words.country_from and words.country_from[k][0] == k + 1 and words.country_from[k][1].form == "name"
        )
        return known and not _goes_on(words, k, end)
    return token.text in word_list("cities") and token.tag == "NNP" and not _goes_on(words, k, end)


def _is_seat_name(words: Words, parts: Sequence[_Part], k: int, end: int) -> bool:
    """ "Olga Bern, Minister of Transport": a place behind a given name is a surname where an office follows."""
    if not parts or parts[-1].kind != "G" or words.tokens[k].text not in word_list("cities"):
        return False
    begun = parts[0].stop - 1
    before = words.tokens[begun - 1].lower if begun > words.sentence_start(k) else ""
    titled = before in office_words()
    apposed = k + 2 < end and words.tokens[k + 1].text == "," and _opens_office(words, k + 2, end)
    return (titled or apposed) and not _goes_on(words, k, end)


def _opens_office(words: Words, k: int, end: int) -> bool:
    k += words.tokens[k].lower in ("the", "a", "an")
    return k < end and words.tokens[k].lower in offices()


def _goes_on(words: Words, k: int, end: int) -> bool:
    """Whether a capitalised word stands behind token `k`."""
    return k + 1 < end and words.tokens[k + 1].text[0].isupper()


def _is_syllable(words: Words, parts: Sequence[_Part], k: int, end: int, titled: bool) -> bool:
    """Whether a short word of other meaning belongs to a name behind a title: "Dr Tan See Leng", "Premier Tham Jun
    Hoe"."""
    token = words.tokens[k]
    if not titled or not parts or parts[-1].kind not in ("W", "I") or words.kind(k) != "X":
        return False
    short = len(token.text) <= _SYLLABLE and token.tag in ("NNP", "NN", "VB") and token.text.isalpha()
    held = token.lower in office_words() or token.lower in portfolios() or token.text in word_list("institutions")
    return short and not held and (words.kind(k + 1) == "W" or (len(parts) > 1 and not _goes_on(words, k, end)))


def _is_family(words: Words, k: int, end: int) -> bool:
    """Whether a given name with a hyphen stands at token `k`: "Minister Park Jin-ho"."""
    return k < end and words.kind(k) in ("W", "G") and words.hyphen_joins(k + 1, end)


def _is_given_too(words: Words, first: int, k: int) -> bool:
    """Whether a city at token `first` is a given name, for a surname stands at token `k`: "Mayor London Miles"."""
    city = words.tokens[first].text in word_list("cities") and words.tokens[first].lower in surnames_too()
    return city and (words.kind(k) == "W" or words.tokens[k].lower in surnames_too())


def _is_odd_initial(parts: Sequence[_Part]) -> bool:
    return parts[-1].kind == "I" and len(parts) < 3 and all(part.kind != "G" for part in parts)


def _suffix(words: Words, k: int, end: int) -> tuple[int, str]:
    """ "Jr." or "III" behind a name: the token behind it, and the suffix."""
    tokens = words.tokens
    if k < end and has_suffix(tokens[k].text):
        return k + 1, tokens[k].text
    if k + 1 < end and tokens[k].text == "," and has_suffix(tokens[k + 1].text):
        if tokens[k + 1].lower not in ("ii", "iii", "iv"):
            return k + 2, tokens[k + 1].text
    return k, ""


def _inverted(words: Words, parts: Sequence[_Part], k: int, end: int) -> tuple[int, tuple[str, ...]] | None:
    """ "Smith Jr., John, mayor of …": the token behind the given name that stands behind the surname, and that name."""
    first = parts[0].stop - 1
    if len(parts) > 1 or parts[0].kind != "W" or not words.begins_sentence(first) or not words.follows(k, ","):
        return None
    n = k + 1
    while n < end and words.kind(n) in ("G", "I"):
        n += 1
    known = n > k + 1 and words.kind(k + 1) == "G" and n + 1 < end and words.follows(n, ",")
    if not known or words.tokens[n + 1].lower not in offices():
        return None
    return n, tuple(token.text for token in words.tokens[k + 1 : n])


def _behind_seat(words: Words, k: int, end: int) -> int:
    """ "Baroness Hale of Richmond": the token behind the seat of a peer."""
    seat = k + 1 < end and words.tokens[k].lower == "of" and words.tokens[k + 1].text[0].isupper()
    return k + 2 if seat and k + 1 not in words.in_country else k


def _behind_letters(words: Words, k: int, end: int) -> int:
    """The token behind letters of honours, seats and party: "KC MP", ", P.C., M.P.", "(R-Texas)", ", D-N.Y."."""
    tokens = words.tokens
    while k < end:
        n = k + (tokens[k].text == ",")
        if n < end and tokens[n].text in letters():
            k = n + 1
            continue
        n = k + (tokens[k].text in (",", "("))
        if n > k and n + 2 < end and tokens[n].text in _PARTIES and tokens[n + 1].text == "-":
            n += 3
            while tokens[k].text == "(" and n < end and tokens[n].text != ")" and n < k + _LONGEST_PARTY:
                n += 1
            k = n + (tokens[k].text == "(" and n < end)
            continue
        break
    return k


def _nickname(words: Words, k: int) -> bool:
    """ "Joko “Jokowi” Widodo": one capitalised word in quotation marks, and the name goes on behind it."""
    tokens = words.tokens
    if tokens[k].text not in ("“", '"', "‘", "``", "«") or tokens[k + 2].text not in ("”", '"', "’", "''", "»"):
        return False
    return tokens[k + 1].text[0].isupper() and words.kind(k + 3) in ("W", "G")


def _joined(words: Words, k: int, end: int) -> tuple[str, int]:
    """A word with what a hyphen joins to it: "Jean-Claude", "al-Assad", "Jong-un"."""
    after = k + 1
    while words.hyphen_joins(after, end) and words.tokens[after + 1].text[0].isalpha():
        if words.tokens[after].text == "–" or (
            words.kind(after + 1) == "X"
            and words.kind(k) != "G"
            and words.tokens[after + 1].lower not in surnames_too()
        ):
            break
        after += 2
    return words.text(k, after).replace(" ", ""), after


def _honorific(words: Words, i: int, start: int) -> tuple[int, str | None]:
    """ "Mr", "H.E. Dr.", "His Royal Highness" directly before the name; where they begin, and the gender they tell."""
    known = honorifics()
    tokens = words.tokens
    begin, found = i, None
    while begin > start:
        if tokens[begin - 1].text in ("'", "’") and begin - 1 > start:  # "Dato' "
            begin -= 1
        for length in (3, 2, 1):
            a = begin - length
            if a < start:
                continue
            phrase = " ".join(token.lower for token in tokens[a:begin])
            if phrase in known and tokens[a].text[0].isupper():
                found = known[phrase] if found in (None, "e") else found
                begin = a
                break
        else:
            break
    return (begin, found) if found else (i, None)


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
