"""Sentences and words of a block, cut by pattern: only sentences with a signing in them are ever looked at closely."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import islice

from summitparse.findings import Span
from summitparse.instruments.vocabulary import vocabulary
from summitparse.language.parse import Parse
from summitparse.language.tags import BASE, FINITE
from summitparse.voices import Voices

_WORD = re.compile(r"[^\W_]+(?:[’'\-/.&][^\W\d_][^\W_]*)*|[^\w\s*]")
# Words that stand in what somebody says, and not in a title.
_SPEECH = frozenset(
    ("I", "we", "We", "our", "is", "are", "was", "were", "have", "has", "had", "will", "signed", "adopted", "approved")
)
# The end of a sentence; in damaged texts without a blank behind it ("was held.Three").
_STOP = re.compile(
    r"[.!?…][\"”’“»)\]*_]*\s+(?=[\"“‘«”(\[—–•*-]*\s?[^\W_a-z])|[.!?](?<=[a-z]{4}[.!?])(?=[A-Z][a-z]{1,20} [a-zA-Z])"
)
_ABBREVIATION = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|St|Gen|Col|Maj|Lt|Sen|Rep|Gov|Prof|Jr|Sr|No|Nos|Art|vs|Inc|Ltd|Co|Corp|Messrs|Hon|Amb|"
    r"Rev|Jan|Feb|Aug|Sept|Oct|Nov|Dec|H\.E|Res|Pub|Sec|Doc|cf|approx|viz)|\b[^\W\d_](?:\.[^\W\d_]){0,20})$"
)
# What is longer is no sentence.
LONGEST = 1500


@dataclass(frozen=True, slots=True)
class Word:
    """A word or a mark; `sealed` tells that it stands in brackets or in a name in quotation marks, `finite` that it is
    a verb with a subject of its own (by the parse where there is one, else by a list of common ones); `tag` is the
    Penn tag of the parse, or ""."""

    text: str
    lower: str
    start: int
    end: int
    sealed: bool
    finite: bool
    tag: str = ""

    @property
    def is_word(self) -> bool:
        return self.text[0].isalnum()

    @property
    def is_capital(self) -> bool:
        return self.text[0].isupper()

    @property
    def joins(self) -> bool:
        return self.lower == "and"

    @property
    def is_definite(self) -> bool:
        return self.lower == "the"


@cache
def _phrases(name: str) -> list[list[str]]:
    return sorted((phrase.split() for phrase in vocabulary(name)), key=len, reverse=True)


def phrase_at(line: list[Word], i: int, name: str) -> int:
    """How many words the longest phrase of a set of the vocabulary has that stands at position `i`; 0 for none."""
    known = _phrases(name) if i >= 0 else ()
    return next((len(one) for one in known if [word.lower for word in line[i : i + len(one)]] == one), 0)


def is_infinitive(line: list[Word], i: int) -> bool:
    """Whether "to" with its verb stands at position `i`."""
    return line[i].lower == "to" and line[i + 1].tag == BASE


def sentences(text: str, block: Span) -> Iterator[Span]:
    """The sentences of a block; a full stop after an abbreviation or an initial ends none."""
    start = block.start
    for stop in _STOP.finditer(text, block.start, block.end):
        if text[stop.start()] == "." and _ABBREVIATION.search(text, max(start, stop.start() - 12), stop.start()):
            continue
        yield Span(start, stop.end())
        start = stop.end()
    if start < block.end:
        yield Span(start, block.end)


def words(voices: Voices, span: Span, parse: Parse | None = None) -> list[Word]:
    """The words and marks of a stretch, `LONGEST` at the most."""
    marks = islice(_WORD.finditer(voices.layout.clean, span.start, span.end), LONGEST)
    found = [(m.group(), m.start(), m.end()) for m in marks]
    sealed = _in_brackets(found)
    names = _names(voices, span)
    tags = {token.start: token.tag for token in parse.within(span)} if parse is not None else {}
    predicates, auxiliaries = vocabulary("predicates"), vocabulary("auxiliaries")
    result: list[Word] = []
    for (mark, start, end), inside in zip(found, sealed, strict=True):
        lower = mark if mark == "May" else mark.lower().replace("’", "'")  # the month, not the verb
        lower = lower.partition("/")[0]  # "signed/exchanged"
        tag = tags.get(start, "")
        verb = tag in FINITE or lower in predicates
        verb = verb or (lower in auxiliaries and mark[0].islower())
        verb = verb and not (result and result[-1].lower in vocabulary("articles"))  # "the amended programme"
        if names and not inside:
            inside = any(name.start <= start < name.end for name in names)
        result.append(Word(mark, lower, start, end, inside, verb, tag))
    return result


def _in_brackets(marks: Sequence[tuple[str, int, int]]) -> list[bool]:
    """Which words stand between a pair of round brackets, in one pass."""
    inside = [False] * len(marks)
    bracket: int | None = None
    for i, (mark, _, _) in enumerate(marks):
        if mark == "(" and bracket is None:
            bracket = i
        elif mark == ")" and bracket is not None:
            inside[bracket + 1 : i] = [True] * (i - bracket - 1)
            bracket = None
    return inside


def _names(voices: Voices, span: Span) -> list[Span]:
    """The parts of a stretch that are a title or a name in quotation marks. Speech seals nothing, for what it says is
    read like the rest, and so does what goes on over paragraphs."""
    parts = ((part, _name(voices, number)) for part, number in voices.quotations(span))
    return [Span(max(part.start, name.start), min(part.end, name.end)) for part, name in parts]


def _name(voices: Voices, number: int) -> Span:
    """The words of a quotation that is no speech; of speech nothing."""
    [inside, *more] = voices.stretches[number].spans
    said = islice(_WORD.finditer(voices.layout.clean, inside.start, inside.end), LONGEST)
    return Span(0, 0) if more or not _SPEECH.isdisjoint(word.group() for word in said) else inside
