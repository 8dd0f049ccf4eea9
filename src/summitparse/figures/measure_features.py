"""What a noun phrase and a figure have to do with each other, as named numbers."""

from collections.abc import Sequence
from itertools import islice
from math import log1p

from summitparse.figures.measure_candidates import MeasureCandidate
from summitparse.figures.phrases import NOUNS, Phrases, measure_words
from summitparse.findings import FigureFinding
from summitparse.language.parse import Token

# Lists of lexicon/measures.toml that say something about a noun, and about a verb.
NOUN_CLASSES = ("measured", "carriers", "persons", "acts", "changes", "deals", "goods", "parts", "bases", "sizes")
VERB_CLASSES = ("giving", "paying", "saying", "trading", "reaching", "undergoing", "earning", "extending")
# Heads that the way from a figure to a noun may go up, and as many down.
FARTHEST = 12


def features(phrases: Phrases, place: int, candidates: Sequence[MeasureCandidate]) -> list[dict[str, float]]:
    """By candidate, the named numbers that are not 0; none at all for a figure that the parse does not know."""
    figure = phrases.figures[place]
    top = phrases.top(figure)
    if top is None:
        return []
    path = [top.i, *islice(phrases.parse.ancestors(top.i), FARTHEST)]
    verb = next((phrases.tokens[i] for i in path if phrases.tokens[i].pos in ("VERB", "AUX")), None)
    shared = _of_figure(phrases, figure, top, verb)
    shared["candidates"] = log1p(len(candidates))
    shared["candidates-before"] = log1p(sum(c.span.end <= figure.span.start for c in candidates))
    made = []
    for candidate in candidates:
        values = shared | _of_candidate(phrases, figure, top, path, verb, candidate)
        made.append({name: float(value) for name, value in values.items() if value})
    return made


def _of_figure(phrases: Phrases, figure: FigureFinding, top: Token, verb: Token | None) -> dict[str, float]:
    head, tokens = phrases.tokens[top.head], phrases.tokens
    last = phrases.parse.within(figure.span)[-1]
    behind = tokens[last.i + 1] if last.i + 1 < len(tokens) else last
    words = measure_words()
    values = {f"kind.{figure.kind}": 1.0, f"next-word.{behind.lower}": 1.0}
    if top.dep == "pobj":
        values[f"figure-preposition.{head.lower}"] = 1.0
    if verb is not None:
        for name in VERB_CLASSES:
            values[f"verb.{name}"] = verb.lemma in getattr(words, name)
        values["verb-is-be"] = verb.lemma == "be"
        values["passive"] = any(tokens[c].dep in ("nsubjpass", "auxpass") for c in verb.children)
    before = phrases.parse.within(figure.span)[0].i - 1
    values["in-brackets"] = before >= 0 and tokens[before].text == "("
    values["attributive"] = top.dep in ("nummod", "compound", "amod", "nmod", "npadvmod", "quantmod")
    values["change"] = figure.change is not None
    values["bound"] = figure.bound != "="
    values["figure-is-object"] = top.dep in ("dobj", "attr")
    values["figure-is-subject"] = top.dep in ("nsubj", "nsubjpass")
    values["figure-is-appos"] = top.dep == "appos"
    return values


def _of_candidate(
    phrases: Phrases,
    figure: FigureFinding,
    top: Token,
    path: list[int],
    verb: Token | None,
    candidate: MeasureCandidate,
) -> dict[str, float]:
    values: dict[str, float] = {
        "order": log1p(candidate.order),
        "first": candidate.order == 0,
        "before": candidate.span.end <= figure.span.start,
    }
    values[f"reading.{candidate.reading}"] = 1.0
    values["overlaps-unit"] = candidate.span.overlaps(figure.span)
    values["words"] = log1p(len(phrases.parse.within(candidate.span)))
    noun = candidate.noun
    if noun is None:
        return values
    values["in-sentence"] = noun.sentence == top.sentence
    if noun.sentence == top.sentence:
        values |= _between(phrases, noun, top)
        values |= _tree(phrases, path, noun)
    words, tokens = measure_words(), phrases.tokens
    head = tokens[noun.head]
    values[f"dep.{noun.dep}"] = 1.0
    if noun.dep == "pobj":
        values[f"noun-preposition.{head.lower}"] = 1.0
    for name in NOUN_CLASSES:
        values[f"noun.{name}"] = noun.lemma.lower() in getattr(words, name)
    children = [tokens[c] for c in noun.children]
    values["proper"] = noun.pos == "PROPN"
    values["plural"] = noun.tag in ("NNS", "NNPS")
    values["capital"] = noun.text[:1].isupper()
    values["subject-of-verb"] = verb is not None and noun.dep in ("nsubj", "nsubjpass") and noun.head == verb.i
    values["object-of-verb"] = verb is not None and noun.dep == "dobj" and noun.head == verb.i
    values["modifiers"] = log1p(sum(c.dep in ("amod", "compound", "nmod") for c in children))
    values["determined"] = any(c.dep == "det" for c in children)
    values["owner"] = any(c.dep == "poss" for c in children)
    values["of-phrase"] = any(c.lower == "of" for c in children)
    opening = phrases.tokens[phrases.parse.sentences[noun.sentence][0] : phrases.parse.left_edge(noun.i)]
    values["first-noun"] = not any(token.pos in NOUNS for token in opening)
    return values


def _between(phrases: Phrases, noun: Token, top: Token) -> dict[str, float]:
    first, last = (noun.i, top.i) if noun.i < top.i else (top.i, noun.i)
    between = phrases.tokens[first + 1 : last]
    return {
        "distance": log1p(len(between)),
        "nouns-between": log1p(sum(t.pos in NOUNS for t in between)),
        "verbs-between": log1p(sum(t.pos in ("VERB", "AUX") for t in between)),
        "figures-between": log1p(len({phrases.inside[t.i] for t in between if t.i in phrases.inside})),
        "commas-between": log1p(sum(t.text in (",", ";", "(", "—", "–") for t in between)),
    }


def _tree(phrases: Phrases, path: list[int], noun: Token) -> dict[str, float]:
    """How many heads up from the figure and down to the noun the way in the tree goes."""
    steps = {i: k for k, i in enumerate(path)}
    at, down = noun.i, 0
    while at not in steps and down < FARTHEST and phrases.tokens[at].head != at:
        at, down = phrases.tokens[at].head, down + 1
    up = steps.get(at, FARTHEST)
    return {"up": log1p(up), "down": log1p(down), "governs": at == noun.i, "governed": up == 0}
