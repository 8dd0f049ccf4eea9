"""What a noun phrase and a figure have to do with each other, as named numbers."""

from collections.abc import Sequence
from math import log1p

from summitparse.countries import find_countries, find_places
from summitparse.figures.measure_proposals import Proposal
from summitparse.figures.phrases import NOUNS, PLURALS, VERBS, Phrases, is_of
from summitparse.figures.tables import measure_words
from summitparse.findings import FigureFinding, Span
from summitparse.language.parse import Token

# Lists of lexicon/measures.toml that say something about a noun, and about a verb.
NOUN_CLASSES = ("measured", "carriers", "persons", "acts", "changes", "deals", "parts", "bases")
VERB_CLASSES = (
    *("giving", "paying", "saying", "trading", "reaching"),
    *("undergoing", "earning", "extending", "two_objects"),
)
# Names of places have few words, and measure nothing.
_LONGEST_PLACE = 4
# So many nearer phrases are told apart.
_FARTHEST_ORDER = 3
_PASSIVE = ("nsubjpass", "auxpass")
# What tells a verb that says what a figure is from one whose subject or object does.
_BESIDE = frozenset(("nsubj", "nsubjpass", "dobj", "attr", "agent", "xcomp", "ccomp", "mark", "relcl"))
_PARTING = frozenset(",;(—–")
_MODIFYING = ("nummod", "compound", "amod", "nmod", "npadvmod", "quantmod")


def features(
    phrases: Phrases, place: int, proposals: Sequence[Proposal]
) -> tuple[dict[str, float], list[dict[str, float]]]:
    """The named numbers that all proposals of a figure share, and by proposal its own."""
    figure = phrases.figures[place]
    top = phrases.top(figure)
    if top is None or not proposals:
        return {}, []
    above = (phrases.tokens[i] for i in (top.i, *phrases.parse.ancestors(top.i)))
    verb = next((token for token in above if token.pos in VERBS), None)
    inside = phrases.parse.within(figure.span)
    last = phrases.tokens[max(inside[0].i - 1, 0)].lower
    following = phrases.tokens[min(inside[-1].i + 1, len(phrases.tokens) - 1)].lower
    shared = _of_figure(phrases, figure, top, verb)
    shared |= {f"next-word.{following}": 1.0, f"last-word.{last}": 1.0}
    shared |= {f"proposed.{reading}": 1.0 for one in proposals for reading in one.readings}
    classes = [name for name in VERB_CLASSES if verb is not None and verb.lemma in measure_words(name)]
    made = []
    for one in proposals:
        values, way = _of_proposal(phrases, place, top, one), one.way
        for reading in one.readings:
            values[f"reading.{reading}"] = values[f"{figure.kind}.{reading}"] = 1.0
            values[f"{last}.{reading}"] = values[f"{reading}.{following}"] = 1.0
            for name in classes:
                values[f"verb.{name}.{reading}"] = 1.0
        before, gap = _apart_by(one, figure)
        nearer = sum(side == before and far < gap for side, far in (_apart_by(other, figure) for other in proposals))
        values["order"], values[f"order.{min(nearer, _FARTHEST_ORDER)}"] = log1p(nearer), 1.0
        values["inner"] = any(other.span != one.span and other.span.contains(one.span) for other in proposals)
        values[f"way.{way.reading}"] = values[f"{way.reading}.{way.preposition}"] = 1.0
        values[f"passed.{way.reading}"] = way.passed
        made.append(values)
    return shared, made


def _of_figure(phrases: Phrases, figure: FigureFinding, top: Token, verb: Token | None) -> dict[str, float]:
    tokens = phrases.tokens
    values = {f"kind.{figure.kind}": 1.0}
    if verb is not None:
        values["verb-is-be"] = verb.lemma == "be"
        values["passive"] = any(tokens[c].dep in _PASSIVE for c in verb.children)
    values["attributive"] = top.dep in _MODIFYING
    values["change"] = figure.change is not None
    values["bound"] = figure.bound != "="
    values["bare"] = figure.unit is None
    values[f"figure-is.{top.dep}"] = 1.0
    return values


def _of_proposal(phrases: Phrases, place: int, top: Token, one: Proposal) -> dict[str, float]:
    figure = phrases.figures[place]
    values: dict[str, float] = {
        "before": one.span.end <= figure.span.start,
        "words": log1p(len(phrases.parse.within(one.span))),
        "up": log1p(one.way.up),
        "down": log1p(one.way.down),
    }
    noun = one.noun
    if noun is None:
        return values
    if noun.sentence == top.sentence:
        values |= _between(phrases, noun, top)
    tokens = phrases.tokens
    if one.governs:
        return values | _of_governing(phrases, figure, top, noun)
    values[f"dep.{noun.dep}"] = 1.0
    for name in NOUN_CLASSES:
        if noun.lemma.lower() in measure_words(name):
            values[f"noun.{name}"] = values[f"noun.{name}.{one.readings[0]}"] = 1.0
    children = [tokens[c] for c in noun.children]
    values["proper"] = values[f"proper.{one.readings[0]}"] = noun.pos == "PROPN"
    if noun.pos == "PROPN":
        words = " ".join(token.text for token in phrases.parse.within(one.span)[:_LONGEST_PLACE])
        named = [country.span for country in find_countries(words)] + [town.span for town in find_places(words)]
        values["place"] = any(span.end - span.start == len(words) for span in named)
    values |= _of_words(phrases, noun, one.span)
    values["plural"] = noun.tag in PLURALS
    values["counted"] = noun.i in phrases.inside
    values["modifiers"] = log1p(sum(c.dep in _MODIFYING for c in children))
    values["determined"] = any(c.dep == "det" for c in children)
    values["owner"] = any(c.dep == "poss" for c in children)
    values["of-phrase"] = any(map(is_of, children))
    opening = tokens[phrases.parse.sentences[noun.sentence][0] : phrases.parse.left_edge(noun.i)]
    values["first-noun"] = not any(token.pos in NOUNS for token in opening)
    return values


def _apart_by(one: Proposal, figure: FigureFinding) -> tuple[bool, int]:
    """Whether the phrase stands before the figure, and how far from it."""
    return one.span.end <= figure.span.start, max(figure.span.start - one.span.end, one.span.start - figure.span.end)


def _of_words(phrases: Phrases, noun: Token, span: Span) -> dict[str, float]:
    """The noun itself, what it hangs on and how, the preposition of its complement and the word behind it."""
    tokens, lemma = phrases.tokens, noun.lemma.lower()
    tail = next((t.lower for t in phrases.parse.within(Span(noun.end, max(noun.end, span.end))) if t.pos == "ADP"), "")
    behind = tokens[min(noun.i + 1, len(tokens) - 1)].lower
    names = (f"head.{lemma}", f"under.{tokens[noun.head].lemma.lower()}.{noun.dep}", f"tail.{tail}", f"beyond.{behind}")
    return dict.fromkeys(names, 1.0)


def _of_governing(phrases: Phrases, figure: FigureFinding, top: Token, verb: Token) -> dict[str, float]:
    """What kind of verb or adjective the figure has, and what it has besides."""
    beside = {phrases.tokens[child].dep for child in verb.children}
    values = {f"governing.{verb.pos}": 1.0, f"governing.{verb.lemma}": 1.0, f"governing.{figure.kind}.{top.dep}": 1.0}
    values |= {f"governing-with.{dep}": 1.0 for dep in beside & _BESIDE}
    values |= {f"governing.{name}": 1.0 for name in VERB_CLASSES if verb.lemma in measure_words(name)}
    return values | {f"governing.{verb.tag}": 1.0}


def _between(phrases: Phrases, noun: Token, top: Token) -> dict[str, float]:
    first, last = (noun.i, top.i) if noun.i < top.i else (top.i, noun.i)
    between = phrases.tokens[first + 1 : last]
    figures = {phrases.inside[i] for i in range(first + 1, last) if i in phrases.inside}
    return {
        "distance": log1p(len(between)),
        "nouns-between": log1p(sum(token.pos in NOUNS for token in between)),
        "verbs-between": log1p(sum(token.pos in VERBS for token in between)),
        "figures-between": log1p(len(figures)),
        "commas-between": log1p(sum(token.text in _PARTING for token in between)),
    }
