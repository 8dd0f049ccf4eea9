"""Nouns and signs that are the currencies of several countries: "dinars", "$"."""

from functools import cache

from summitparse.currencies.tables import PACKAGE, currencies
from summitparse.lexicon import load


@cache
def families() -> dict[str, frozenset[str]]:
    """Nouns that are the currencies of several countries, each with their codes: "dinars", "francs", "CFA francs"."""
    found: dict[str, set[str]] = {}
    used = set(currencies().tender.values())
    for name, code in currencies().names.items():
        if " " in name and code in used:
            found.setdefault(name.rpartition(" ")[2], set()).add(code)
    shared = {line.split(";")[0]: line.split(";")[1].split() for line in load(PACKAGE, "practice")["shared"]}
    several = {noun: codes for noun, codes in found.items() if len(codes) > 1}
    return {noun: frozenset(codes) for noun, codes in (*several.items(), *shared.items())}


@cache
def signs() -> dict[str, frozenset[str]]:
    """What stands before digits and is the sign of several currencies, in lower case, with their codes."""
    nouns = (line.split(" ") for line in load(PACKAGE, "practice")["shared_signs"])
    return {sign: families()[noun.replace("_", " ")] for sign, noun in nouns}
