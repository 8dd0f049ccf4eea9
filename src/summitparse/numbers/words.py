"""Number words as lookup tables, built once, when the first number of a process is read."""

from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from summitparse.lexicon import load

PACKAGE = "summitparse.numbers"


@dataclass(frozen=True, slots=True)
class NumberWords:
    """Number words to values; `scales`, `short_scales` and `ordinal_powers` give powers of ten."""

    units: dict[str, int]
    tens: dict[str, int]
    scales: dict[str, int]
    short_scales: dict[str, int]
    touching: frozenset[str]
    with_currency: frozenset[str]
    never_apart: frozenset[str]
    ordinal_units: dict[str, int]
    ordinal_powers: dict[str, int]
    fractions: dict[str, int]
    vague: dict[str, Decimal]
    vulgar: dict[str, Decimal]
    folds: dict[str, int]
    cardinal: frozenset[str]


@cache
def words() -> NumberWords:
    """The tables of lexicon/words.toml."""
    data = load(PACKAGE, "words")
    units = {word: value for value, word in enumerate(data["small"])}
    tens = {word: 10 * place for place, word in enumerate(data["tens"], 2)}
    ordinals = {word: value for value, word in enumerate(data["ordinals"])}
    ordinals |= {word: 10 * place for place, word in enumerate(data["ordinal_tens"], 2)}
    ordinals |= {word: value for word, value in data["ordinals_misspelt"].items() if word.endswith("h")}
    tens |= {word: value for word, value in data["ordinals_misspelt"].items() if not word.endswith("h")}
    return NumberWords(
        units=units,
        tens=tens,
        scales=data["scales"],
        short_scales=data["short_scales"],
        touching=frozenset(data["touching"]),
        with_currency=frozenset(data["with_currency"]),
        never_apart=frozenset(data["never_apart"]),
        ordinal_units=ordinals,
        ordinal_powers=data["ordinal_scales"],
        fractions=data["fractions"],
        vague={word: Decimal(value) for word, value in data["vague"].items()},
        vulgar={sign: _fraction(value) for sign, value in data["vulgar"].items()},
        folds=data["folds"],
        cardinal=frozenset([*units, *tens, *ordinals, *data["ordinal_scales"]]),
    )


def _fraction(text: str) -> Decimal:
    numerator, _, denominator = text.partition("/")
    return Decimal(numerator) / Decimal(denominator or "1")
