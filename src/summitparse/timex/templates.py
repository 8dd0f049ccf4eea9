"""Rules in words: `"the? n=number unit ago"` becomes a regular expression over the letters of `words.Words`.

An element is a class or a word, `a|b` is either, `?` after it makes it optional, `n=` names what it matched; `( … )`
groups and may take `?` and `|` between its parts. UPPER-CASE names are macros: other templates, put in as a group.
"""

import itertools
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from summitparse.timex.around import stands
from summitparse.timex.readings import Reading, known
from summitparse.timex.words import Alphabet, Words

_ELEMENT = re.compile(r"(?:(?P<name>[a-z]+)=)?(?P<body>\(|[A-Za-z0-9|-]+|\)|\|)(?P<optional>\?)?")


@dataclass(frozen=True, slots=True)
class Match:
    """What a rule has matched: the words from `start` to `end`, and the named ones among them."""

    words: Words
    start: int
    end: int
    named: Mapping[str, int]

    def has(self, name: str) -> bool:
        return name in self.named

    def meaning(self, name: str) -> object:
        index = self.named.get(name)
        return None if index is None else self.words.meanings[index]

    @property
    def first(self) -> str:
        """The first word in lower case."""
        return self.words.form(self.start).lower()

    @property
    def last(self) -> str:
        """The last word in lower case."""
        return self.words.form(self.end - 1).lower()

    @property
    def definite(self) -> bool:
        return self.words.definite(self.start)

    def form(self, name: str) -> str:
        """The named word in lower case."""
        return self.words.form(self.named[name]).lower()

    def tight(self, first: int, last: int) -> bool:
        """Whether no space stands before any of these words."""
        return all(self.words.glued(index) for index in range(first, last))

    def short(self, name: str) -> bool:
        """Whether the named number has two digits, as a year without its century."""
        index = self.named[name]
        return self.words.ends[index] - self.words.starts[index] == 2

    def before(self, steps: int = 1) -> str:
        """The word before the match, or farther back, in lower case; nothing before the text."""
        index = self.start - steps
        return self.words.form(index).lower() if index >= 0 else ""

    def next(self, steps: int = 0) -> str:
        """The word behind the match, or `steps` farther on, in lower case."""
        index = self.end + steps
        return self.words.form(index).lower() if index < len(self.words.starts) else ""

    def stands(self, name: str) -> bool:
        """Whether a row of that name fits the match and the words beside it (`around`)."""
        return stands(name, self.words, self.start, self.end)

    def number(self, name: str) -> int | None:
        value = self.meaning(name)
        return int(value) if isinstance(value, int | float) else None

    def name(self, name: str) -> str | None:
        value = self.meaning(name)
        return value if isinstance(value, str) else None


Build = Callable[[Match], Reading | None]


@dataclass(frozen=True, slots=True)
class Rule:
    """A named template and what its match means. A builder answers None where the words only look like a date, and no
    builder is asked where the row of `around` that the rule names does not fit."""

    name: str
    template: str
    build: Build
    around: str = ""


def said(value: str, type: str) -> Build:
    """What reads every match as the same value."""
    return lambda match: known(value, type)


def literals(templates: list[str], macros: Mapping[str, str], classes: frozenset[str]) -> frozenset[str]:
    """The words that templates name and that are no class."""
    found: set[str] = set()
    for template in [*templates, *macros.values()]:
        for match in _ELEMENT.finditer(template):
            found.update(part for part in match["body"].split("|") if part and part not in "()" and part.islower())
    return frozenset(found - classes)


class Compiler:
    def __init__(self, alphabet: Alphabet, macros: Mapping[str, str]) -> None:
        self._alphabet = alphabet
        self._macros = macros
        self._serial = itertools.count()  # one name may stand in several branches of a rule

    def compile(self, template: str) -> re.Pattern[str]:
        return re.compile(self.expression(template))

    def expression(self, template: str) -> str:
        out: list[str] = []
        for match in _ELEMENT.finditer(template):
            body, optional = match["body"], "?" if match["optional"] else ""
            if body == "(":
                out.append("(?:")
            elif body == ")":
                out.append(")" + optional)
            elif body == "|":
                out.append("|")
            else:
                inner = self._either(body)
                name = match["name"]
                out.append((f"(?P<{name}_{next(self._serial)}>{inner})" if name else inner) + optional)
        return "".join(out)

    def _either(self, body: str) -> str:
        parts = body.split("|")
        if any(part.isupper() for part in parts):
            return "(?:" + "|".join(self._one(part) for part in parts) + ")"
        letters = "".join(dict.fromkeys("".join(self._alphabet.letters(part) for part in parts)))
        return letters if len(letters) == 1 else f"[{letters}]"

    def _one(self, part: str) -> str:
        return self.expression(self._macros[part]) if part in self._macros else self._either(part)

    def first(self, pattern: re.Pattern[str]) -> frozenset[str]:
        """The letters that a match can begin with, tried out one by one with every letter behind."""
        return frozenset(_first(pattern.pattern)[0])


def _first(pattern: str) -> tuple[set[str], bool]:
    """First letters of an expression, and whether it can be empty. Knows only what `Compiler` writes."""
    branches: list[str] = []
    depth, start = 0, 0
    for position, sign in enumerate(pattern):
        if sign == "(":
            depth += 1
        elif sign == ")":
            depth -= 1
        elif sign == "|" and depth == 0:
            branches.append(pattern[start:position])
            start = position + 1
    branches.append(pattern[start:])
    letters: set[str] = set()
    empty = False
    for branch in branches:
        found, blank = _first_of_sequence(branch)
        letters |= found
        empty |= blank
    return letters, empty


def _first_of_sequence(branch: str) -> tuple[set[str], bool]:
    letters: set[str] = set()
    position = 0
    while position < len(branch):
        sign = branch[position]
        if sign == "[":
            end = branch.index("]", position)
            found, empty = set(branch[position + 1 : end]), False
            position = end + 1
        elif sign == "(":
            end = _closing(branch, position)
            inner = branch[position + 1 : end]
            inner = inner[2:] if inner.startswith("?:") else inner[inner.index(">") + 1 :]
            found, empty = _first(inner)
            position = end + 1
        else:
            found, empty = {sign}, False
            position += 1
        if position < len(branch) and branch[position] == "?":
            empty = True
            position += 1
        letters |= found
        if not empty:
            return letters, False
    return letters, True


def _closing(branch: str, start: int) -> int:
    depth = 0
    for position in range(start, len(branch)):
        depth += {"(": 1, ")": -1}.get(branch[position], 0)
        if depth == 0:
            return position
    raise ValueError(branch)
