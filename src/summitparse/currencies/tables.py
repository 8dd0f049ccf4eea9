"""The tables of currencies: CLDR's names and codes, and what practice calls them."""

from dataclasses import dataclass
from functools import cache

from summitparse.lexicon import load

PACKAGE = "summitparse.currencies"
_BITCOIN = frozenset({"XBT", "BTC"})


@dataclass(frozen=True, slots=True)
class Currencies:
    """`names` are in lower case; a country's currency by ISO 3166-1 alpha-2 code; parts give code and divisor;
    `letters` are, by code, what stands for it before digits in the releases of its country alone; `marks` give the
    codes that each of those stands for, `signed` those of signs with a letter ("E£")."""

    codes: frozenset[str]
    names: dict[str, str]
    nouns: dict[str, str]
    only_with_country: frozenset[str]
    with_scale: frozenset[str]
    signs: dict[str, str]
    dollars: dict[str, str]
    before: dict[str, str]
    after: dict[str, str]
    words_too: frozenset[str]
    parts: dict[str, tuple[str, int]]
    tender: dict[str, str]
    first_words: frozenset[str]
    letters: dict[str, dict[str, str]]
    marks: dict[str, tuple[str, ...]]
    signed: dict[str, str]
    parts_before: frozenset[str]


@cache
def currencies() -> Currencies:
    """The tables of lexicon/names.toml and lexicon/practice.toml."""
    cldr, practice = load(PACKAGE, "names"), load(PACKAGE, "practice")
    names: dict[str, str] = {}
    codes = set(_BITCOIN)
    signs = pairs(practice["signs"])
    tender: list[tuple[str, list[str]]] = []  # codes and names of what is legal tender now
    for line in filter(None, cldr["currencies"].split("\n")):
        code, _, bars, age = line.split(";")
        forms = bars.split("|")
        if not age:
            codes.add(code)
            tender.append((code, forms))
        for form in forms:
            names.setdefault(form, code)
    names |= {form.replace("ruble", "rouble"): code for form, code in names.items() if "ruble" in form}
    for line in practice["names"]:
        code, _, bars = line.partition(" ")
        names |= dict.fromkeys(bars.split("|"), code)
    only = frozenset(practice["only_with_country"])
    nouns = _nouns(practice["nouns"], tender)
    names = {form: code for form, code in names.items() if form not in only}
    names |= {form: code for form, code in nouns.items() if form not in only}
    return Currencies(
        codes=frozenset(codes | set(practice["old_codes"])),
        names=names,
        nouns=nouns | dict.fromkeys(only - nouns.keys(), ""),
        only_with_country=only,
        with_scale=frozenset(practice["with_scale"]),
        signs=signs,
        dollars=pairs(practice["dollars"]),
        before=pairs(practice["before"]),
        after=pairs(practice["after"]),
        words_too=frozenset(practice["words_too"]),
        parts={
            name: (code, int(divisor)) for name, code, divisor in (line.rsplit(" ", 2) for line in practice["parts"])
        },
        tender=dict(pair.split("=") for pair in cldr["tender"].split()),
        first_words=frozenset(name.split(" ")[0] for name in names),
        letters=_letters(practice["letters"]),
        marks=_marks(practice["letters"]),
        signed=pairs(practice["signed"]),
        parts_before=frozenset(practice["parts_before"]),
    )


def _nouns(practice: list[str], tender: list[tuple[str, list[str]]]) -> dict[str, str]:
    """The noun of each currency with its code, as practice has it, with "s" too ("kyats"), and the last word of a name
    in CLDR that no other tender has ("denari")."""
    nouns = {form: line.split(" ")[0] for line in practice for form in line.split(" ")[1:]}
    nouns = {f"{form}s": code for form, code in nouns.items()} | nouns
    last: dict[str, set[str]] = {}
    for code, forms in tender:
        for form in forms:
            last.setdefault(form.rpartition(" ")[2], set()).add(code)
    return {noun: next(iter(codes)) for noun, codes in last.items() if len(codes) == 1} | nouns


def letters_of(country: str | None) -> dict[str, str]:
    """What stands for money before digits in the releases of a country (ISO 3166-1), with its code: "N" in Nigeria."""
    table = currencies()
    return table.letters.get(table.tender.get(country or "", ""), {})


def _letters(lines: list[str]) -> dict[str, dict[str, str]]:
    """ "CODE letters" lines as a dictionary of dictionaries: what stands for a currency where it is tender."""
    found: dict[str, dict[str, str]] = {}
    for line in lines:
        code, _, letters = line.partition(" ")
        found.setdefault(code, {})[letters] = code
    return found


def _marks(lines: list[str]) -> dict[str, tuple[str, ...]]:
    """The same lines as the codes of each mark, in their order."""
    found: dict[str, list[str]] = {}
    for line in lines:
        code, _, mark = line.partition(" ")
        found.setdefault(mark, []).append(code)
    return {mark: tuple(codes) for mark, codes in found.items()}


def pairs(lines: list[str]) -> dict[str, str]:
    """ "sign CODE" lines as a dictionary."""
    return dict(line.rsplit(" ", 1) for line in lines)
