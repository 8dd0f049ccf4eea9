"""Capitalised runs that can be a person's name, cut where an institution, a country or a title begins."""

from dataclasses import dataclass

from summitparse.actors.names import Name, has_suffix, is_initial, is_patronymic
from summitparse.actors.vocabulary import honorifics, office_list, surnames_too
from summitparse.actors.words import Words

_LONGEST_NAME = 9


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


def find_run(words: Words, i: int, start: int, end: int, titled: bool = False) -> Run | None:
    """The longest name that begins at token `i` and ends before `end`."""
    tokens = words.tokens
    titled = titled or (i > start and words.kind(i - 1) == "H")
    parts: list[str] = []
    kinds: list[str] = []
    stops: list[int] = []
    suffix = ""
    k = i
    while k < end and len(parts) < _LONGEST_NAME:
        if kinds and k + 3 < end and _nickname(words, k):
            k += 1
            parts.append(tokens[k].text)
            kinds.append("W")
            stops.append(k + 2)
            k += 2
            continue
        kind = words.kind(k)
        lower = tokens[k].lower
        if not kinds and kind == "I" and not tokens[k].text.endswith("."):
            break  # "A Memoir", "5G Deployment"
        if kinds and lower in office_list("surnames") and k + 1 < end and tokens[k + 1].lower == "of":
            break  # "N. N., King of …" without its comma
        if (kind == "A" and not (titled or "G" in kinds or words.kind(k + 1) == "G")) or (
            kind == "A" and len(lower) < 3 and not titled
        ):
            break
        if kind in ("X", "C", "H") and not (
            lower in surnames_too() and (kinds[-1] in ("G", "I", "W") if kinds else titled)
        ):
            break
        if (kind == "P" and not (kinds or tokens[k].text[0].isupper())) or (
            kind == "P" and words.kind(k + 1) not in ("G", "W", "P", "A") and not words.hyphen_joins(k + 1, end)
        ):
            break
        if kind in ("", "S"):
            break
        word, after = _joined(words, k, end)
        parts.append(word)
        kinds.append("W" if kind == "P" and "-" in word else kind)
        stops.append(after)
        k = after
        if kind in ("X", "C"):
            break
    while parts and (kinds[-1] == "P" or (kinds[-1] == "I" and len(parts) < 3 and "G" not in kinds)):
        parts.pop(), kinds.pop(), stops.pop()
    if not parts or all(kind in ("I", "P") for kind in kinds):
        return None
    k = stops[-1]
    body = k
    if k < end and has_suffix(tokens[k].text):
        suffix, k = tokens[k].text, k + 1
    elif (
        k + 1 < end
        and tokens[k].text == ","
        and has_suffix(tokens[k + 1].text)
        and tokens[k + 1].lower not in ("ii", "iii", "iv")
    ):
        suffix, k = tokens[k + 1].text, k + 2
    begin, honorific = _honorific(words, i, start)
    institution = (
        body == k
        and k < end
        and words.kind(k) in ("X", "A")
        and tokens[k].text[0].isupper()
        and tokens[k].tag[0] == "N"
        and tokens[k].lower != "en"  # "En Route" in a headline
    )
    return Run(i, k, Name(tuple(parts), suffix, words.text(i, k)), "".join(kinds), begin, honorific, institution)


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
