"""The noun that a count counts, from the syntax: it says where the phrase ends and which word is its head."""

from dataclasses import replace

from summitparse.figures.forms import form
from summitparse.figures.phrases import NOUNS, PLURALS, PROPER, VERBS, covers, is_of
from summitparse.figures.tables import measure_words, noun_words
from summitparse.findings import FigureFinding, Span
from summitparse.grammar.number import is_plural, singular
from summitparse.language.parse import Parse, Token
from summitparse.numbers import around

_KEPT = ("count.hyphen", "elided")
_BEFORE_NOUN = ("ADJ", "NOUN")
_MODIFYING = ("nummod", "quantmod", "compound", "amod", "nmod")
_NAMING = ("NOUN", "PROPN", "ADJ")

REACH = 200
_INSIDE = ("NOUN", "PROPN", "ADJ", "NUM", "VERB", "PUNCT", "PART", "ADV", "CCONJ")
LONGEST = 7
_PLURALS = ("NNS", "NNPS")
_LONGEST_NAME = 60
# Behind a rank they grade the adjective that follows: "the third most important partner".
_GRADING = ("most", "least")


def recount(figure: FigureFinding, text: str, parse: Parse) -> FigureFinding:
    """The count with the unit that the syntax gives, where the words alone gave none or only the phrase's beginning."""
    if figure.kind != "count" or figure.rule.startswith(_KEPT):
        return figure
    number = parse.within(figure.number)
    if not number:
        return figure
    head, one = _counted(parse, number[-1]), figure.rule.startswith("count.one")
    if head is None or (one and (head.tag == "NNS" or parse.tokens[head.i - 1].pos not in _BEFORE_NOUN)):
        return figure
    words = parse.tokens[number[-1].i + 1 : head.i + 1]
    if not 0 < len(words) <= LONGEST or any(word.pos not in _INSIDE for word in words):
        return figure
    if figure.unit and (head.end == figure.span.end or figure.rule == "count.noun-vague"):
        return figure
    if not one and not (is_plural(head.lower) or head.tag in PLURALS):
        return figure
    while words[0].lower in noun_words("skip") and len(words) > 1:
        words = words[1:]
    if len(words) > 1 and any(map(str.isdigit, words[0].text)) and any(map(str.isalpha, words[0].text)):
        words = words[1:]  # "USD50 Cards"
    start = words[0].start
    unit = text[start : head.start] + singular(head.text)
    end = head.end if figure.unit else max(head.end, figure.span.end)
    return replace(figure, unit=unit, span=Span(figure.span.start, end), rule=figure.rule + "-parsed")


def ranked(figure: FigureFinding, text: str, parse: Parse) -> FigureFinding:
    """The place in an order with what is ordered: "the third largest supplier of steel" is a third supplier."""
    inside = parse.within(figure.span)
    if figure.rule != "rank.superlative" or not inside:
        return figure
    last = inside[-1]
    head = _modified(parse, last)
    if head is None or not 0 < head.i - last.i <= LONGEST:
        return figure
    first = parse.tokens[last.i + 1]
    if first.pos == "ADJ" and last.lower in _GRADING and first.i < head.i:
        first = parse.tokens[first.i + 1]  # "the third most important partner"
    unit = text[first.start : head.start] + singular(head.text)
    span = Span(figure.span.start, head.end)
    return replace(figure, unit=unit, span=span, rule=f"{figure.rule}-parsed")


def _modified(parse: Parse, token: Token) -> Token | None:
    """The noun to the right that an adjective or its adverb belongs to."""
    for _ in range(3):
        head = parse.tokens[token.head]
        if head.i <= token.i or head.pos in NOUNS:
            return head if head.i > token.i else None
        token = head
    return None


def _counted(parse: Parse, number: Token) -> Token | None:
    """The noun to the right that the number is a modifier of."""
    token = number
    for _ in range(3):
        head = parse.tokens[token.head]
        if head.i == token.i or token.dep not in _MODIFYING:
            return None
        if head.i > number.i and head.pos in NOUNS:
            return head
        token = head
    return None


def named_by_measure(figure: FigureFinding, before: list[FigureFinding], text: str, parse: Parse) -> FigureFinding:
    """A count without a noun of its own has the one of its measure ("arrivals reached 2,400"), or, where that only
    stands for a number ("the number is at 2,400"), that of the count before it."""
    last = before[-1] if before else None
    if figure.kind != "count" or figure.unit is not None:
        return figure
    if figure.value != figure.value.to_integral_value() and (last is None or last.unit != "point"):
        return figure  # no things come in tenths
    earlier = next((f for f in reversed(before[-3:]) if f.kind == "count" and f.unit), None)
    if earlier is not None and figure.span.start - earlier.span.end < REACH:
        if around.behind("of_them", text, figure.span.end) or figure.rule.startswith("count.as-before"):
            return replace(figure, unit=earlier.unit, rule=figure.rule + "-as-before")
    if figure.measure is None:
        return figure
    words = [token for token in parse.within(figure.measure) if token.pos in _NAMING]
    head = next((token for token in words if not covers(figure.measure, parse.tokens[token.head])), None)
    if head is not None and head.lower in measure_words("totals_before"):  # "the number of visitors rose to 2,400"
        of = next(filter(is_of, (parse.tokens[c] for c in head.children)), None)
        head = next((parse.tokens[c] for c in of.children if parse.tokens[c].tag in _PLURALS), None) if of else None
        words = [token for token in words if head is not None and of is not None and of.i < token.i <= head.i]
    elif head is not None and head.lower in measure_words("totals_behind") and len(words) > 1 and words[-1] is head:
        words, head = words[:-1], words[-2]  # "visitor numbers"
        return replace(figure, unit=_named(text, parse, words, head.text), rule=figure.rule + "-measured")
    if head is None or not words or figure.value < 0:
        return figure
    alone = not form("behind.goes-on").match(text, figure.span.end) or figure.rule.startswith("count.rate")
    if alone and last is not None and last.kind == "count" and last.unit and last.measure == figure.measure:
        return replace(figure, unit=last.unit, rule=figure.rule + "-as-before")
    if not _is_reached(figure, parse) or head.tag != "NNS" or head.lemma in measure_words("uncounted"):
        return figure
    words = [token for token in words if token.i <= head.i and (token is head or token.lower not in noun_words("skip"))]
    unit = _named(text, parse, words, singular(head.text))
    return replace(figure, unit=unit, rule=figure.rule + "-measured") if len(unit) < _LONGEST_NAME else figure


def _named(text: str, parse: Parse, words: list[Token], head: str) -> str:
    """The words up to the last of them, which is `head`; the first one small where only its sentence made it large."""
    unit = text[words[0].start : words[-1].start] + head
    opens = words[0].i == parse.sentences[words[0].sentence][0]
    return unit[0].lower() + unit[1:] if opens and words[0].pos not in PROPER else unit


def _is_reached(figure: FigureFinding, parse: Parse) -> bool:
    """Whether the figure is what something reaches or rises to: the verb before it says so."""
    inside = parse.within(figure.number)
    first = inside[0].i if inside else 0
    for token in reversed(parse.tokens[max(0, first - 10) : first]):
        if token.pos in VERBS:
            return token.lemma in measure_words("reaching")
    return False
