"""Country mentions of a text: each capitalised word that can begin a form is looked up, and the longest form wins."""

import re
from dataclasses import dataclass
from functools import cache
from typing import Literal

from summitparse.findings import Span
from summitparse.lexicon import load

Form = Literal["name", "adjective", "demonym"]

# A capitalised word; "U.S." begins with the word "U", "Guinea-Bissau" with "Guinea".
_WORD = re.compile(r"[A-ZÅÔ](?<![^\W_][A-ZÅÔ])[^\W\d_]*")
# Shorter forms ("US", "UK") have no capitals form of their own.
_LEAST_CAPITALS = 4


@dataclass(frozen=True, slots=True)
class Country:
    """A state (or the European Union, which acts like one): common English short name and ISO 3166-1 alpha-2 code."""

    name: str
    alpha2: str


@dataclass(frozen=True, slots=True)
class CountryMention:
    span: Span
    country: Country
    form: Form

    @property
    def by_name(self) -> bool:
        """Whether it is the country's name, and no adjective or people."""
        return self.form == "name"


# What follows a form's first word, and what the form stands for; None where it only looks like a country.
_Tail = tuple[str, tuple[Country, Form] | None]


def find_countries(text: str) -> list[CountryMention]:
    """All mentions in text order, the longest where several begin at a place; they never overlap. Linear in `text`."""
    index = _index()
    plain = text.replace("’", "'").replace("‘", "'")
    found = []
    done = 0
    for word in _WORD.finditer(plain):
        if word.start() < done or word.group() not in index:
            continue
        for tail, meaning in index[word.group()]:
            end = _match(plain, word.end(), tail)
            if end is None:
                continue
            done = end
            if meaning:
                found.append(CountryMention(Span(word.start(), end), *meaning))
            break
    return found


def country_of(phrase: str) -> Country | None:
    """The one country that a phrase names ("the Belarusian leader", "Ministry of Health of Peru").

    None where it names none or several.
    """
    countries = {mention.country for mention in find_countries(phrase)}
    return countries.pop() if len(countries) == 1 else None


def _match(text: str, start: int, tail: str) -> int | None:
    """Where `tail` ends if it stands at `start` and no letter follows; one or two spaces are one."""
    if not tail:
        end = start
    elif text.startswith(tail, start):
        end = start + len(tail)
    elif " " in tail and (match := _spaced(tail).match(text, start)):
        end = match.end()
    else:
        return None
    return None if end < len(text) and (text[end].isalnum() or text[end] == "_") else end


@cache
def _spaced(tail: str) -> re.Pattern[str]:
    return re.compile(re.escape(tail).replace(r"\ ", " {1,2}"))


@cache
def _index() -> dict[str, tuple[_Tail, ...]]:
    """First word of a form to the rest of it and its meaning, longest first."""
    peoples = load("summitparse.countries", "peoples")
    forms: dict[str, tuple[Country, Form] | None] = dict.fromkeys(peoples["other"]["not_a_country"])
    for code, names in load("summitparse.countries", "names").items():
        country = Country(names[0], code)
        adjectives = peoples["adjectives"].get(code, [])
        for name in [*names, *peoples["names"].get(code, [])]:
            forms.setdefault(name, (country, "name"))
        for adjective in adjectives:
            forms.setdefault(adjective, (country, "adjective"))
        for people in [*(adjective + "s" for adjective in adjectives), *peoples["peoples"].get(code, [])]:
            forms.setdefault(people, (country, "demonym"))
    index: dict[str, list[_Tail]] = {}
    for form, meaning in forms.items():
        for written in {form, form.upper()} if len(form) >= _LEAST_CAPITALS else {form}:
            word = _WORD.match(written)
            if word:
                index.setdefault(word.group(), []).append((written[word.end() :], meaning))
    return {word: tuple(sorted(tails, key=lambda tail: (-len(tail[0]), tail[0]))) for word, tails in index.items()}
