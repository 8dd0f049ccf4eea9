"""Words right before a number or right behind it, by name (lexicon/around.toml)."""

import re
from functools import cache

from summitparse.lexicon import load
from summitparse.numbers.words import PACKAGE
from summitparse.text.words import any_of

# So many fillers may stand between the words and the number.
_FILLERS = 3


def before(name: str, low: str, at: int) -> re.Match[str] | None:
    """The words of that name that end at `at`, fillers and the last space included."""
    pattern, reach = _before(name)
    return pattern.search(low, max(0, at - reach), at)


def behind(name: str, low: str, at: int) -> re.Match[str] | None:
    """The words of that name that begin at `at`."""
    return _behind(name).match(low, at)


def ends_phrase(low: str, at: int) -> bool:
    """Whether the phrase of a number ends at `at`: before a sign, the end of the text or a word that opens another."""
    return _ending().match(low, at) is not None


@cache
def _before(name: str) -> tuple[re.Pattern[str], int]:
    table = load(PACKAGE, "around")
    entry = table["before"][name]
    apart, touching = _parted(entry["words"])
    words = rf"(?:(?<![^\W_])(?:{apart})|(?:{touching}))" if touching else rf"(?<![^\W_])(?:{apart})"
    fillers = table["fillers"] if entry.get("loosely") else entry.get("fillers", [])
    between = rf"(?: (?:{any_of(fillers)})){{0,{_FILLERS}}}" if fillers else ""
    reach = max(map(len, entry["words"])) + _FILLERS * max((len(word) + 1 for word in fillers), default=0) + 1
    return re.compile(rf"{words}{between} $"), reach


@cache
def _behind(name: str) -> re.Pattern[str]:
    apart, touching = _parted(load(PACKAGE, "around")["behind"][name]["words"])
    return re.compile(rf"(?: (?:{apart})|(?:{touching or '(?!)'}))(?![^\W_])")


@cache
def _ending() -> re.Pattern[str]:
    return re.compile(rf"[.,;:)!?—–]|$| (?:{any_of(load(PACKAGE, 'around')['ending'])})(?![^\W_])")


def _parted(words: list[str]) -> tuple[str, str]:
    """Those that stand apart from their neighbour, and those that touch it."""
    apart = any_of([word for word in words if not word.startswith("~")])
    return apart, any_of([word[1:] for word in words if word.startswith("~")])
