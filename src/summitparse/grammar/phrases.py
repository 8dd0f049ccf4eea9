"""Where a phrase ends: noun phrases and infinitives as the object of a verb, without what only follows them."""

from collections.abc import Container, Sequence

from summitparse.findings import Span
from summitparse.grammar.words import words_of
from summitparse.language.parse import Parse, Token
from summitparse.language.tags import AUXILIARIES, NOUNS, SUBORDINATE, WH
from summitparse.text.signs import LONG_DASH_TOKENS

_POINTS = frozenset(",;:—–-()") | {"--"}
# A phrase that names somebody ends before one of these signs or tags.
_APART = LONG_DASH_TOKENS | {";"}
_CLOSING = _APART | {":", "("}
_OF_CLAUSES = frozenset({"VBD", "VBZ", "MD", "TO"})
# "And", ", and".
_LONGEST_LINK = 2
# A time of so many tokens, and what stands in it, can part an object from the rest of it.
_LONGEST_TIME = 6
_OF_TIMES = frozenset({"advmod", "amod", "det", "npadvmod"})
_MARKS = frozenset('"“”‘’«»„')


def object_phrase(parse: Parse, head: Token, verb: Token, first: int | None = None) -> tuple[int, int]:
    """First and last token of the object with the head, of a verb that stands before or (in a passive) behind it.

    Relative clauses behind a comma, circumstances and further clauses are left out.
    """
    tokens = parse.tokens
    start = parse.left_edge(head.i) if first is None else first
    last = parse.right_edge(head.i)
    if head.i > verb.i:
        start = max(start, verb.i + 1)
    elif last >= verb.i:
        last = verb.i - 1
    last = _cut(parse, head, start, last)
    if head.i > verb.i:
        if tokens[last + 1 : last + 2] and last >= parse.right_edge(head.i):
            last = _extended(parse, verb, start, last)
    return _trimmed(tokens, start, last)


def _cut(parse: Parse, head: Token, start: int, last: int) -> int:
    """The last token before a clause that the object could do without."""
    tokens = parse.tokens
    for i in range(max(start, head.i) + 1, last):
        token, after = tokens[i], tokens[i + 1]
        if token.text not in _POINTS:
            continue
        if after.tag in WH or (after.pos == "ADP" and i + 2 <= last and tokens[i + 2].tag in WH):
            return i - 1
        if after.tag == "VBG" and after.dep in SUBORDINATE | {"conj"} and not _adds_example(tokens, i):
            return i - 1
        if after.lower in words_of("phrases", "adding") and token.text != "-":
            return i - 1
        if token.text in _APART and tokens[i - 1].end < token.start:
            return i - 1
    return last


def _extended(parse: Parse, verb: Token, start: int, last: int) -> int:
    """The end with the phrases right behind that the parser hangs on the verb, or on the verb of a preposition."""
    tokens = parse.tokens
    above = (verb.i, verb.head, tokens[verb.head].head) if verb.pos == "ADP" else (verb.i,)
    while last + 1 < len(tokens):
        token = tokens[last + 1]
        further = [i for a in above for i in tokens[a].children if i > last]
        hanging = next((i for i in further if _continues(parse, i, last, tokens[start])), None)
        if hanging is not None:
            return _cut(parse, tokens[hanging], last + 1, parse.right_edge(hanging))
        if token.lower == "now" and token.head in above:
            last += 1
            continue
        if (until := _time_between(tokens, last)) is not None:
            last = until
            continue
        again = tokens[last + 2 : last + 3] if token.tag == "CC" else ()
        if any((t.lower, t.head, t.dep) == (verb.lower, verb.i, "conj") for t in again):  # "for the loan and for …"
            last = _cut(parse, verb, last + 2, parse.right_edge(last + 2))
            continue
        if token.text == "," and _adds_example(tokens, last + 1):
            last += 1 if tokens[last + 2].lower != "for" else 3
            continue
        if token.head not in above or token.dep != "prep" or token.lower not in words_of("phrases", "going_on"):
            return last
        edge = parse.right_edge(token.i)
        if token.lower in words_of("phrases", "when") and any(
            _is_when(tokens, i) for i in range(token.i + 1, min(edge, token.i + 3) + 1)
        ):
            return last
        last = _cut(parse, token, token.i, edge)
        if last < edge:
            return last
    return last


def _time_between(tokens: list[Token], last: int) -> int | None:
    """The end of a time that parts an object from what it goes on with: "the signing[, earlier today,] of the pact"."""
    end = last + 1
    while end < min(last + _LONGEST_TIME, len(tokens) - 1) and (
        tokens[end].text == "," or tokens[end].dep in _OF_TIMES or is_time(tokens[end])
    ):
        end += 1
    timed = any(is_time(token) for token in tokens[last + 1 : end])
    return end - 1 if timed and (tokens[end].lower == "of" or tokens[end].tag == "TO") else None


def _continues(parse: Parse, hanging: int, last: int, start: Token) -> bool:
    """Whether an object that begins with `start` goes on with what the parser hangs beside it: "their plans [to
    build]", "its target [for the bank rate]", "the first [exercise held in May]", "to rest[, to drink]", "fares[, visas
    and tolls]"."""
    tokens = parse.tokens
    token, opening = tokens[hanging], tokens[parse.left_edge(hanging)]
    if opening.text == ",":
        opening = tokens[min(opening.i + 1, hanging)]
    infinitive = opening.tag == "TO" and token.tag == "VB"
    link = tokens[last + 1 : opening.i]
    if opening.i == last + 1:
        is_opened = opening.dep == "mark" and opening.lower == "for"
        return infinitive or is_opened or (token.dep == "ccomp" and token.tag == "VBN")
    if opening.i <= last or len(link) > _LONGEST_LINK or any(t.text != "," and t.tag != "CC" for t in link):
        return False
    return (infinitive and start.tag == "TO") or (token.dep == "dobj" and token.pos in NOUNS)


def _is_when(tokens: list[Token], i: int) -> bool:
    """Whether a word tells a time, and is no year in a name: "the Plan on Trade 2030"."""
    return is_time(tokens[i]) and not (
        tokens[i].tag == "CD" and tokens[i - 1].pos == "PROPN" and not is_time(tokens[i - 1])
    )


def _adds_example(tokens: list[Token], comma: int) -> bool:
    """Whether a comma goes on with "including", "such as" or "for example"."""
    words = [token.lower for token in tokens[comma + 1 : comma + 3]]
    return not words_of("phrases", "examples").isdisjoint((*words[:1], " ".join(words)))


def is_time(token: Token) -> bool:
    """A weekday, a month, a year or the like."""
    return token.lower in words_of("phrases", "times") or (
        token.tag == "CD" and len(token.text) == 4 and token.text.isdigit()
    )


def _trimmed(tokens: list[Token], start: int, last: int) -> tuple[int, int]:
    while last > start and (
        tokens[last].text in _POINTS
        or tokens[last].text in ".…"
        or tokens[last].tag == "CC"
        or tokens[last].dep in AUXILIARIES
    ):
        last -= 1
    while start < last and tokens[start].text in _POINTS:
        start += 1
    opened = {token.text for token in tokens[start : last + 1]} & _MARKS
    if tokens[last].text in _MARKS and len(opened) == 1 and tokens[start].text not in _MARKS and "”" in opened:
        last -= 1
    return start, last


def head_of(words: Sequence[Token], but: Container[str] = ()) -> Token:
    """The word of a phrase that hangs on none of the others, and not by one of the dependencies `but`; its last one
    where the parse has no such word."""
    first, last = words[0].i, words[-1].i
    outer = (t for t in words if not first <= t.head <= last or t.head == t.i)
    return next((t for t in outer if t.dep not in but), words[-1])


def up_to_head(parse: Parse, head: Token) -> Span:
    """A noun with all that stands before it: whom "the Minister of Ports" names without "of Ports"."""
    return Span(parse.tokens[parse.left_edge(head.i)].start, head.end)


def noun_phrase(parse: Parse, head: Token, before: int | None = None) -> tuple[int, int]:
    """First and last token of whom a clause names: titles and "of …" in, relative clauses and appositions out."""
    tokens = parse.tokens
    start, last = parse.left_edge(head.i), parse.right_edge(head.i)
    if before is not None and start <= before <= last:
        last = before - 1 if before > head.i else last
        start = before + 1 if before < head.i else start
    if tokens[start].pos == "ADP":  # "As a result of their talks, the Presidents"
        start = next((i + 1 for i in range(head.i - 1, start, -1) if tokens[i].text == ","), start)
    for i in range(head.i + 1, last + 1):
        token = tokens[i]
        if token.tag in WH or token.text in _CLOSING or token.tag in _OF_CLAUSES:
            last = i - 1
            break
        if token.text == "," and not _goes_on(parse, head, i, last):
            last = i - 1
            break
    return _trimmed(tokens, start, last)


def _goes_on(parse: Parse, head: Token, comma: int, last: int) -> bool:
    """Whether a further one is named behind the comma: "Peru, Chile and Bolivia"."""
    tokens = parse.tokens
    return any(
        tokens[i].dep == "conj" and tokens[i].pos == head.pos and tokens[tokens[i].head].dep in ("conj", head.dep)
        for i in range(comma + 1, min(last, comma + 12) + 1)
    )
