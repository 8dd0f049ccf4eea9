"""Whose property a figure measures: MeasEval's measured entity (Harper et al., SemEval-2021 task 8).

"Norway's exports to Chile reached $5 million": the measure is "exports to Chile", the entity "Norway".
"""

from summitparse.countries import find_countries
from summitparse.figures.phrases import NOUNS, VERBS, Phrases, covers
from summitparse.figures.tables import measure_words
from summitparse.findings import FigureFinding, Span
from summitparse.language.parse import Token
from summitparse.language.tags import SUBJECTS

_DETERMINERS = ("DT", "PRP$")

_BEHIND = ("of", "in", "by", "between")


def entity_of(phrases: Phrases, figure: FigureFinding, measure: Span, text: str) -> Span | None:
    """The owner of the measure, or who gives the sum that the figure is; None where the text names neither.

    In this order: the owner before the noun ("Norway's exports"), a country's adjective ("Norwegian exports"), a name
    behind the noun ("exports of Norway", "trade between the two countries"), and for money the subject of the verb that
    gives it ("Norway pledged …"). What a verb measures ("firms have invested $5 million") is its subject's.
    """
    noun = phrases.head_of(measure)
    if noun is None:
        told = next(iter(phrases.parse.within(measure)), None)
        return _subject(phrases, told, figure) if told is not None else None
    return (
        _owner(phrases, noun)
        or _adjective(phrases, noun, text)
        or _behind(phrases, noun)
        or (_giver(phrases, figure) if figure.kind == "money" else None)
    )


def _owner(phrases: Phrases, noun: Token) -> Span | None:
    owner = next((phrases.tokens[c] for c in noun.children if phrases.tokens[c].dep == "poss"), None)
    if owner is None or owner.pos not in NOUNS:
        return None
    return _without_article(phrases, phrases.parse.left_edge(owner.i), owner.i)


def _adjective(phrases: Phrases, noun: Token, text: str) -> Span | None:
    first = phrases.parse.left_edge(noun.i)
    start = phrases.tokens[first].start
    words = text[start : noun.start]
    found = next((m for m in find_countries(words) if m.form == "adjective"), None)
    return Span(start + found.span.start, start + found.span.end) if found else None


def _behind(phrases: Phrases, noun: Token) -> Span | None:
    for child in noun.children:
        preposition = phrases.tokens[child]
        if child > noun.i and preposition.dep == "prep" and preposition.lower in _BEHIND:
            name = phrases.noun_behind(preposition)
            several = preposition.lower == "between"
            if name is not None and (name.pos == "PROPN" or several):
                joined = [i for i in name.children if phrases.tokens[i].dep == "conj"]
                last = max((name.i, *joined)) if several else name.i
                return _without_article(phrases, phrases.parse.left_edge(name.i), last)
    return None


def _giver(phrases: Phrases, figure: FigureFinding) -> Span | None:
    top = phrases.top(figure)
    if top is None:
        return None
    for i in phrases.parse.ancestors(top.i):
        verb = phrases.tokens[i]
        if verb.pos in VERBS:
            if verb.lemma not in measure_words("giving") | measure_words("paying"):
                return None
            return _subject(phrases, verb, figure)
    return None


def _subject(phrases: Phrases, verb: Token, figure: FigureFinding) -> Span | None:
    subject = next((phrases.tokens[c] for c in verb.children if phrases.tokens[c].dep in SUBJECTS), None)
    if subject is None or subject.pos not in NOUNS or subject.dep == "nsubjpass" or covers(figure.span, subject):
        return None
    return _without_article(phrases, phrases.parse.left_edge(subject.i), subject.i)


def _without_article(phrases: Phrases, first: int, last: int) -> Span:
    while first < last and phrases.tokens[first].tag in _DETERMINERS:
        first += 1
    return Span(phrases.tokens[first].start, phrases.tokens[last].end)
