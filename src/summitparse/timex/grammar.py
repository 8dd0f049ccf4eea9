"""All rules, compiled once, and the candidates that they find: the longest match at each place, from left to right."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import NamedTuple

from summitparse.findings import Span
from summitparse.lexicon import beside
from summitparse.rules import weigh
from summitparse.timex import (
    rules_calendar,
    rules_clock,
    rules_counted,
    rules_numbered,
    rules_offset,
    rules_quarters,
    rules_relative,
    rules_vague,
)
from summitparse.timex.around import stands
from summitparse.timex.holidays import holiday_rules
from summitparse.timex.readings import Reading
from summitparse.timex.templates import Compiler, Match, Rule, literals, said
from summitparse.timex.words import CLASSES, OTHER, Alphabet, Reader, Vocabulary, Words

# Runs of classes whose fitting rules are remembered: releases write most of their dates alike.
MOST_RUNS = 4096
_TABLE = beside("summitparse.timex", "templates.toml")
PARTS: dict[str, str] = _TABLE["parts"]
_READERS = (
    rules_numbered,
    rules_calendar,
    rules_quarters,
    rules_relative,
    rules_offset,
    rules_vague,
    rules_counted,
    rules_clock,
)


def _rules() -> Iterator[Rule]:
    """The rules of templates.toml, each with what reads its match."""
    for module in _READERS:
        for row in _TABLE[module.__name__.rpartition("_")[2]]:
            build = getattr(module, row["reads"]) if "reads" in row else said(row["value"], row.get("type", "DATE"))
            yield Rule(row["name"], row["template"], build, row.get("around", ""))
    yield from holiday_rules()


RULES = tuple(_rules())


@dataclass(frozen=True, slots=True)
class Candidate:
    """Words `start` to `end` and what they say."""

    start: int
    end: int
    reading: Reading
    rule: str


class Fit(NamedTuple):
    """A rule that fits the classes of words: how many of them it takes, and which of them it names."""

    length: int
    named: Mapping[str, int]
    rule: Rule


class Grammar:
    def __init__(self) -> None:
        alphabet = Alphabet()
        modifying = [template for rows in _TABLE["modifiers"].values() for template, _ in rows]
        named = literals([*(rule.template for rule in RULES), *modifying, _TABLE["context"]], PARTS, CLASSES)
        vocabulary = Vocabulary(alphabet, named)
        self.reader = Reader(vocabulary)
        self.compiler = Compiler(alphabet, PARTS)
        self.modifiers = {name: self._table(rows) for name, rows in _TABLE["modifiers"].items()}
        compiled = [(self.compiler.compile(rule.template), rule) for rule in RULES]
        self._starting: dict[str, list[tuple[re.Pattern[str], Rule]]] = defaultdict(list)
        self._longest_match = max(len(pattern.pattern) for pattern, _ in compiled)  # none repeats a part
        self._fitting = lru_cache(MOST_RUNS)(self._fitting_to)
        for pattern, rule in compiled:
            for letter in sorted(self.compiler.first(pattern)):
                self._starting[letter].append((pattern, rule))

    def _table(self, rows: list[tuple[str, str]]) -> tuple[re.Pattern[str], tuple[str, ...]]:
        parts = [f"(?P<m{i}>{self.compiler.expression(template)})" for i, (template, _) in enumerate(rows)]
        return re.compile("|".join(parts)), tuple(mod for _, mod in rows)

    def candidates(self, words: Words) -> list[Candidate]:
        """Readings of the text from left to right; none overlaps another."""
        found: list[Candidate] = []
        classes, position = words.classes, 0
        for match in re.finditer(f"[^{OTHER}\n]", classes):
            index = match.start()
            if index < position:
                continue
            end = classes.find(OTHER, index, index + self._longest_match)
            run = classes[index:end] if end >= 0 else classes[index : index + self._longest_match]
            candidate = self._longest(words, index, self._fitting(run))
            if candidate is not None:
                found.append(candidate)
                position = candidate.end
        return found

    def _fitting_to(self, run: str) -> tuple[Fit, ...]:
        """The rules that fit words of these classes from the first on, those that take most words first."""
        fits = []
        for pattern, rule in self._starting.get(run[0], ()):
            match = pattern.match(run)
            if match is not None:
                named = {name.rsplit("_", 1)[0]: match.start(name) for name, text in match.groupdict().items() if text}
                fits.append(Fit(match.end(), named, rule))
        return tuple(sorted(fits, key=lambda fit: -fit.length))

    def _longest(self, words: Words, index: int, fits: Sequence[Fit]) -> Candidate | None:
        for fit in fits:
            rule, end = fit.rule, index + fit.length
            if rule.around and not stands(rule.around, words, index, end):
                continue
            reading = rule.build(Match(words, index, end, {name: index + at for name, at in fit.named.items()}))
            if reading is not None:
                self._note_shorter(words, index, fits, rule)
                return Candidate(index, end - _sentence_end(words, end, rule), reading, rule.name)
        return None

    @staticmethod
    def _note_shorter(words: Words, index: int, fits: Sequence[Fit], taken: Rule) -> None:
        """Says which other rules fit, for whoever asks."""
        for fit in fits:
            if fit.rule is not taken:
                span = Span(words.starts[index], words.ends[index + fit.length - 1])
                weigh(fit.rule.name, span, f"{taken.name} fits better")


def _sentence_end(words: Words, end: int, rule: Rule) -> bool:
    """The full stop of an abbreviated month counts only where more of the date stands behind it."""
    return (
        words.form(end - 1) == "." and rule.name.startswith("calendar.") and rule.name != "calendar.before-christ-dots"
    )


@cache
def grammar() -> Grammar:
    return Grammar()
