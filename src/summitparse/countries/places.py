"""Towns, states and provinces of a text, and the country that each is in."""

import re
from dataclasses import dataclass
from functools import cache

from summitparse.findings import Span
from summitparse.lexicon import load

_WORD = re.compile(r"[A-ZÅÔ](?<![^\W_][A-ZÅÔ])[^\W\d_]*")


@dataclass(frozen=True, slots=True)
class PlaceMention:
    """A place by name, with the ISO 3166-1 alpha-2 code of its country."""

    span: Span
    alpha2: str


def find_places(text: str) -> list[PlaceMention]:
    """All mentions in text order, the longest where several begin at one word; those all in capitals too. Linear."""
    index = _index()
    found: list[PlaceMention] = []
    done = 0
    for word in _WORD.finditer(text):
        first = word.group()
        loud = len(first) > 1 and first.isupper()
        if word.start() < done or (first.capitalize() if loud else first) not in index:
            continue
        for name, code in index[first.capitalize() if loud else first]:
            end = word.start() + len(name)
            written = text[word.start() : end]
            if (written == name or (loud and written == name.upper())) and not text[end : end + 1].isalnum():
                found.append(PlaceMention(Span(word.start(), end), code))
                done = end
                break
    return found


@cache
def _index() -> dict[str, list[tuple[str, str]]]:
    """First word to names and their countries, longest first."""
    table = {code: names.split("|") for code, names in load("summitparse.countries", "places").items()}
    for code, names in load("summitparse.countries", "towns")["also"].items():
        table.setdefault(code, []).extend(names)
    index: dict[str, list[tuple[str, str]]] = {}
    for code, names in table.items():
        for name in names:
            word = name if name.isalpha() else _WORD.match(name)[0]  # type: ignore[index]
            index.setdefault(word, []).append((name, code))
    for several in index.values():
        several.sort(key=lambda pair: (-len(pair[0]), pair))
    return index
