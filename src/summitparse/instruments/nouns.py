"""Names of instruments: which noun phrase is one, of what type, and where the phrase begins."""

from dataclasses import dataclass
from functools import cache, partial

from summitparse.instruments.vocabulary import vocabulary
from summitparse.instruments.words import Word, phrase_at
from summitparse.lexicon import listed, load

# So many words a title in capitals has before its noun.
_LONGEST_TITLE = 12
# Sets of words that end a noun phrase.
_ENDING = ("follow", "prepositions", "verbs")
# How the numbers of bills of the US Congress begin.
_BILLS = frozenset(("H.R", "S", "H.J", "S.J", "H.Con", "S.Con"))


@dataclass(frozen=True, slots=True)
class Head:
    """An instrument's noun phrase: positions of its first word (`start`), of the noun (`noun`) and after it (`end`)."""

    start: int
    noun: int
    end: int
    name: str
    type: str
    plural: bool
    vague: bool  # a count or a package, not an instrument: "a number of agreements", "over 20 documents"

    @property
    def generic(self) -> bool:
        return self.name in word_set("generic")


@cache
def _lexicon() -> dict[str, dict[str, list[str]]]:
    return load("summitparse.documents", "instruments")


word_set = partial(listed, "summitparse.documents", "instruments", "words")


def _plural(name: str) -> list[str]:
    _first, *rest = name.split(" ")
    at = 0 if len(rest) > 1 and rest[0] in ("of", "for") else len(rest)
    noun = name.split(" ")[at]
    if noun.endswith("s"):
        return []
    forms = [noun[:-1] + "ies"] if noun.endswith("y") and noun[-2] not in "aeiou" else [noun + "s"]
    if noun == "memorandum":
        forms.append("memoranda")
    parts = name.split(" ")
    return [" ".join([*parts[:at], form, *parts[at + 1 :]]) for form in forms]


@cache
def _heads() -> dict[str, list[tuple[tuple[str, ...], str, str, bool]]]:
    """Head phrases by first word, longest first: (words, name, type, plural)."""
    table: dict[str, list[tuple[tuple[str, ...], str, str, bool]]] = {}
    for kind, names in _lexicon()["heads"].items():
        for name in names:
            for form, plural in [(name, False), *((p, True) for p in _plural(name))]:
                parts = tuple(form.split(" "))
                table.setdefault(parts[0], []).append((parts, name, kind, plural))
    for entries in table.values():
        entries.sort(key=lambda entry: (-len(entry[0]), entry[3]))
    return table


@cache
def first_words() -> frozenset[str]:
    """The first word of any instrument's noun, for the first scan of a text."""
    return frozenset(_heads())


def find_heads(line: list[Word], lo: int, hi: int) -> list[Head]:
    """Heads of instruments whose noun stands in `line[lo:hi]`, in order; the phrase never begins before `lo`."""
    table = _heads()
    found: list[Head] = []
    i = lo
    floor = lo
    while i < hi:
        if line[i].text in _BILLS and (number := _bill(line, i, hi)):
            found.append(Head(i, i, number, "bill", "other", False, False))
            floor = i = number
            continue
        entries = table.get(line[i].lower)
        match = next((entry for entry in entries if _matches(line, i, hi, entry[0])), None) if entries else None
        if match is None:
            i += 1
            continue
        parts, name, kind, plural = match
        end = i + len(parts)
        small = name in word_set("capital") and not plural and not line[i].is_capital
        small = small and not (i > lo and line[i - 1].lower == "draft")
        bracketed = lo < i and end < hi and (line[i - 1].text, line[end].text) == ("(", ")")  # "(Amendment) Act"
        much = _is_amount(line, i)
        if small or bracketed or much or not _ends_phrase(line, end, hi) or (plural and name in word_set("named")):
            i += 1
            continue
        first = _title_start(line, _phrase_start(line, i, floor, plural), i, floor)
        start, vague = _collective(line, first, i, floor, plural)
        found.append(Head(_renewal(line, start, floor), i, end, name, kind, plural, vague))
        floor = i = end
    return found


def _bill(line: list[Word], i: int, hi: int) -> int:
    """The end of a bill's number of the US Congress whose first letters stand at `i` ("H.R. 1234", "S.J. Res. 5"), or
    0."""
    if i + 2 >= hi or line[i + 1].text != ".":
        return 0
    k = i + 2
    if line[k].text == "Res" and k + 2 < hi and line[k + 1].text == ".":
        k += 2
    return k + 1 if line[k].text.isdigit() else 0


def _matches(line: list[Word], i: int, hi: int, parts: tuple[str, ...]) -> bool:
    return i + len(parts) <= hi and all(line[i + k].lower == part for k, part in enumerate(parts))


def _is_amount(line: list[Word], noun: int) -> bool:
    """Whether the noun is that of "a great deal", which is one with somebody or on something alone."""
    after = line[noun + 1].lower if noun + 1 < len(line) else ""
    return phrase_at(line, noun - 2, "much") > 0 and after not in vocabulary("dealt")


def _ends_phrase(line: list[Word], end: int, hi: int) -> bool:
    """Whether a noun that ends before `end` is the head of its phrase and not a modifier ("treaty organisation")."""
    if end >= hi:
        return True
    word = line[end]
    if word.text == "-" and word.start > line[end - 1].end:
        return True  # a dash, and no hyphen
    if not word.is_word:
        return word.text not in "-/'’&" or (word.text == "-" and end + 1 < hi and line[end + 1].text.isdigit())
    known = any(word.lower in vocabulary(name) for name in _ENDING)
    if word.tag:
        named = word.is_capital and word.lower in _heads() and line[end - 1].is_capital  # "a Joint Action Plan"
        known = (known and not named) or not word.tag.startswith(("NN", "POS"))
    return known or word.text[0].isdigit() or (word.lower.endswith("ing") and not word.is_capital)


def _phrase_start(line: list[Word], noun: int, floor: int, plural: bool) -> int:
    """Walks left over modifiers to the determiner. "and" and a comma are crossed only if a determiner follows for it
    ("a trade and economic cooperation agreement"), else the phrase begins after them."""
    nearest: int | None = None
    i = noun
    while i > floor:
        word = line[i - 1]
        if i - 2 >= floor and phrase_at(line, i - 2, "the_following"):
            i -= 1
            continue
        if word.lower in vocabulary("determiners") and not (
            word.lower in ("two", "three") and i < noun and line[i].text == "-"
        ):
            first = i - 1
            while first > floor and line[first - 1].lower in vocabulary("determiners") - {"that"}:
                first -= 1  # "said that six agreements": that joins the clause
            return first
        if word.joins or word.text == ",":
            if plural and word.text == ",":
                break
            if nearest is None:
                nearest = i
            if noun - i > 12:
                break
        elif word.text in '”")' and line[i - 2].sealed and (opening := _opening(line, i - 1, floor)) is not None:
            i = opening  # a modifier in quotation marks or brackets
            continue
        elif (
            not (word.is_word or word.text in "-–/'’&$%.")
            or word.lower in vocabulary("prepositions")
            or word.lower in vocabulary("verbs")
            or word.lower == "also"
        ) or (word.text == "." and not (i - 2 >= floor and len(line[i - 2].text) <= 3)):
            break
        i -= 1
    return i if nearest is None else nearest


def _title_start(line: list[Word], start: int, noun: int, floor: int) -> int:
    """Where a title in capitals begins that has prepositions of its own: "the Clear Labels in Fish Markets Act", but
    not "the Ministry of Law"."""
    first = line[start]
    inside = start - 2 >= floor and line[start - 1].lower in vocabulary("title_words") and line[start - 2].is_capital
    if start in (floor, noun) or not first.is_capital or (first.lower in vocabulary("determiners") and not inside):
        return start  # "All" of "the Fair Chances for All Sailors Act" is no article
    k = start
    while k > floor and start - k < _LONGEST_TITLE and not line[k - 1].finite:
        word = line[k - 1]
        if word.lower in vocabulary("articles") and line[k].is_capital and k < start - 1:
            return k - 1
        small = word.lower in vocabulary("title_words") and k - 2 >= floor and line[k - 2].is_capital
        if not (small or word.is_capital):
            return start
        k -= 1
    return start


def _renewal(line: list[Word], start: int, floor: int) -> int:
    """Where "the second extension of [the Ports Agreement]" begins: what is signed then is the extension."""
    first = start - 2
    if first < floor or not phrase_at(line, first, "renewing"):
        return start
    while first > floor and line[first - 1].tag.startswith("JJ"):
        first -= 1
    return first - (first > floor and line[first - 1].lower in vocabulary("determiners"))


def _opening(line: list[Word], closing: int, floor: int) -> int | None:
    """Where the quotation mark or bracket stands that opens a short stretch which ends at `closing`."""
    k = closing - 1
    while k > floor and line[k].sealed and closing - k < 6:
        k -= 1
    return k if k > floor and not line[k].sealed and line[k].text in '“"(' else None


def _collective(line: list[Word], start: int, noun: int, floor: int, plural: bool) -> tuple[int, bool]:
    """The phrase with "a number of", "a package of", "more than 20" before it, and whether it only counts."""
    if start - 2 >= floor and line[start - 1].lower == "of" and line[start - 2].lower in vocabulary("collective"):
        start -= 2
        while start > floor and (
            line[start - 1].lower in vocabulary("determiners") or line[start - 1].lower in vocabulary("large")
        ):
            start -= 1
        return start, True
    first = [word.lower for word in line[start:noun]]
    if plural and ((first and first[0].isdigit()) or set(first[:2]) & vocabulary("quantifiers")):
        if start - 2 >= floor and phrase_at(line, start - 2, "comparing"):
            start -= 2
        elif start - 1 >= floor and line[start - 1].lower in vocabulary("roughly"):
            start -= 1
        return start, True
    return start, False
