"""Words that can name the release's event, each with how likely it is the one that is reported."""

from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from summitparse.events.names import calls_for, first_of, frames, last_of, noun_at
from summitparse.findings import Span
from summitparse.grammar.clauses import clause_at
from summitparse.language.parse import Parse, Token
from summitparse.layout import Layout
from summitparse.lexicon import load
from summitparse.voices import Voices

# The event is in the title, the subtitle or one of the first sentences.
_SENTENCES = 7
# A signing with its day and place is read in so many sentences; it just is an event.
_FURTHER, _SIGNED = 30, 1.5
_TITLE, _SUBTITLE, _LEAD = 5.0, 4.5, (4.0, 3.0, 2.5, 2.0, 2.0, 1.5, 1.5)


@dataclass(frozen=True, slots=True)
class Candidate:
    """`head` is the token of the noun or verb; `name` the phrase around it."""

    kind: str
    head: int
    name: Span
    score: float
    sentence: int
    verb: bool = False
    noun: str = ""


@cache
def _verbs() -> dict[str, str]:
    table = load("summitparse.events", "events")["verbs"]
    return {verb: kind for kind, verbs in table.items() for verb in verbs}


def candidates(voices: Voices, parse: Parse, people: Sequence[Span]) -> list[Candidate]:
    """All candidates of title, subtitle and lead, the most likely first; ties in text order.

    `people` are the places of names, which are no part of an event's name unless behind it.
    """
    found: list[Candidate] = []
    layout = voices.layout
    silence = _silence(layout, parse)
    named = {token.i for span in people for token in parse.within(span)}
    turns = any(block.label for block in layout.blocks)
    for sentence, place in _leading(layout, parse):
        for candidate in _in_sentence(voices, parse, sentence, place, named):
            if candidate.noun in frames("spoken") and not (turns and place == _TITLE):
                continue
            weak = place == _TITLE and (candidate.verb or candidate.kind in ("other", "conference", "ceremony"))
            score = candidate.score - (silence if place < _TITLE or weak else 0) - 2 * (weak and silence > 2)
            found.append(
                Candidate(
                    candidate.kind, candidate.head, candidate.name, score, sentence, candidate.verb, candidate.noun
                )
            )
    found += _signings(parse, [one.head for one in found])
    return sorted(found, key=lambda candidate: (-candidate.score, candidate.head))


def _signings(parse: Parse, taken: Container[int]) -> Iterator[Candidate]:
    """ "A plan was signed on 27 January at the Ministry of Ports", further down: a ceremony if nothing else is one."""
    for token in parse.tokens:
        if token.sentence >= _FURTHER or token.lemma != "sign" or token.i in taken:
            continue
        clause = clause_at(parse, token) if token.tag in ("VBD", "VBN") else None
        where, when = (clause.oblique("at"), clause.oblique("on")) if clause is not None else (None, None)
        if clause is None or where is None or when is None or clause.polarity != "asserted":
            continue
        dated = parse.tokens[when[0].i : when[0].i + 4]
        if where[1].tag in ("NNP", "NNPS") and any(token.tag == "CD" for token in dated):
            end = parse.sentences[token.sentence][1]
            name = Span(token.start, parse.tokens[last_of(parse.tokens, token.i + 1, end, verb=True) - 1].end)
            yield Candidate("ceremony", token.i, name, _SIGNED, token.sentence, True, "sign")


def _leading(layout: Layout, parse: Parse) -> Iterator[tuple[int, float]]:
    """Sentences of the header and the first ones of the body, with the weight of their place."""
    header = [
        (span, weight) for span, weight in ((layout.header.title, _TITLE), (layout.header.subtitle, _SUBTITLE)) if span
    ]
    seen = 0
    body = layout.blocks[0].span.start if layout.blocks else len(layout.clean)
    for sentence in range(len(parse.sentences)):
        span = parse.sentence_span(sentence)
        place = next((weight for part, weight in header if part.overlaps(span)), None)
        if place is not None:
            yield sentence, place
        elif span.start >= body or not header:
            if seen < _SENTENCES:
                yield sentence, _LEAD[seen]
            seen += 1
            if seen >= _SENTENCES:
                return


def _silence(layout: Layout, parse: Parse) -> float:
    """How much a title such as "Statement by …" or "Greetings to …" speaks against an event told in the body."""
    if layout.header.title is None:
        return 0
    title = parse.within(layout.header.title)
    if _corresponds(title):
        return 5
    words = [token.lower for token in title[:4]]
    if words and words[0] in frames("articles"):
        words.pop(0)
    if "joint" in words[:2]:
        return 2 if "statement" in words else 0
    wishes = title[-1].lower in frames("correspondence") if title else False  # "The Prime Minister's May Day message"
    silent = words and (words[0] in frames("silent") or words[:2] == ["press", "statement"])
    return 5 if silent or wishes else 0


def _corresponds(title: Sequence[Token]) -> bool:
    """ "… sent a message to …": the title tells of a letter, a telegram, congratulations."""
    sent = next((k for k, token in enumerate(title) if token.lemma in frames("sending")), None)
    return sent is not None and any(token.lower in frames("correspondence") for token in title[sent + 1 : sent + 6])


def _in_sentence(
    voices: Voices, parse: Parse, sentence: int, place: float, named: Container[int]
) -> Iterator[Candidate]:
    first, end = parse.sentences[sentence]
    tokens = parse.tokens
    i = first
    while i < end:
        token = tokens[i]
        quoted = voices.at(token.start).kind == "quotation"
        matched = noun_at(tokens, i, end) if i not in named else None
        if matched and not calls_for(tokens, matched[1], end):
            kind, stop = matched
            left = first_of(tokens, i, first, named)
            right = last_of(tokens, stop, end)
            name = Span(tokens[left].start, tokens[right - 1].end)
            score = place + _frame(parse, stop - 1, left, first, place) - 5 * quoted
            score -= _unnamed(tokens, i, left, right, stop, place)
            if place == _TITLE and score == _TITLE:
                score += 2  # a title needs no verb
            yield Candidate(kind, stop - 1, name, score, sentence, False, tokens[stop - 1].lower)
            i = stop
            continue
        action = _verbs().get(token.lemma) if _is_told(tokens, token, place) else None
        if action and not quoted:
            score = _verb_score(parse, token, action, place)
            if score > 0:
                yield Candidate(
                    action,
                    i,
                    Span(token.start, tokens[last_of(tokens, i + 1, end, verb=True) - 1].end),
                    score,
                    sentence,
                    True,
                    token.lemma,
                )
        i += 1


def _unnamed(tokens: list[Token], i: int, left: int, right: int, stop: int, place: float) -> float:
    """What speaks against words that name no event by themselves: "Congress", "arrangements for meetings", a dinner or
    consultation with nobody, the sitting at which a body decides ("at its meeting")."""
    word, alone = tokens[stop - 1].lower, left == i and right == stop
    if word in frames("ordinary"):
        named = {token.lower for token in tokens[left:i]} & frames("official")
        return 0 if named or any(token.lower in ("with", "between") for token in tokens[stop:right]) else 4
    if alone and word in frames("bare"):
        return 4
    if alone and left and tokens[left - 1].lower in ("its", "for") and place < _TITLE + (tokens[i].tag == "NNS"):
        return 4
    return 0


def _is_told(tokens: list[Token], token: Token, place: float) -> bool:
    """A finite verb, "will visit", and in a title "to visit"."""
    if token.tag != "VB":
        return token.tag in ("VBD", "VBN", "VBZ", "VBP")
    return any(tokens[child].lower in (("will", "to") if place == _TITLE else ("will",)) for child in token.children)


def _frame(parse: Parse, noun: int, left: int, first: int, place: float) -> float:
    """What stands around the noun: a verb that makes it happen, or words that make it another event."""
    tokens = parse.tokens
    before = {token.lower for token in tokens[max(first, left - 4) : left]}
    inside = {token.lower for token in tokens[left:noun]}
    if place == _TITLE:
        inside -= {"regular"}  # "Spokesperson's Regular Press Conference"; in the text it is the one before or after
    score = 0.0
    above = {tokens[a].lower for a in _few(parse, noun)}
    reported = place == _TITLE and any(token.lower in frames("reports") for token in tokens[first:left])
    signed = any(token.lower in frames("outcomes") for token in tokens[first:left])
    if (reported or signed) and before & {"after", "following"} and not before & {"anniversary"}:
        return 2 if reported else 0
    if (before | inside | above) & frames("behind") or _only_possible(parse, noun):
        score -= 4
    elif any(tokens[a].tag[0] == "V" and tokens[a].lemma in frames("verbs") for a in _few(parse, noun)):
        score += 2
    if "during" in before:
        score -= 1.5
    if any(tokens[a].dep == "relcl" for a in _few(parse, noun)):
        score -= 2
    if noun + 1 < len(tokens) and tokens[noun + 1].tag == "POS":
        score -= 2
    if place < _SUBTITLE and tokens[noun].tag == "NNS" and tokens[noun].lower not in frames("plural"):
        score -= 3  # "study visits for lawyers", "gatherings of more than five": no event of its own
    if (
        noun + 1 < len(tokens)
        and tokens[noun + 1].tag[:2] == "NN"
        and tokens[noun + 1].sentence == tokens[noun].sentence
    ):
        score -= 4  # "meeting room", "conference call"
    return score


def _only_possible(parse: Parse, noun: int) -> bool:
    """ "A summit could be held in May", "invited him to pay a visit"."""
    verb = next((parse.tokens[a] for a in parse.ancestors(noun) if parse.tokens[a].tag[0] == "V"), None)
    if verb is None:
        return False
    above = parse.tokens[verb.head]
    return any(parse.tokens[child].lower in frames("possible") for child in verb.children) or (
        verb.dep in ("xcomp", "ccomp") and verb.tag == "VB" and above.lemma in frames("wanting")
    )


def _few(parse: Parse, i: int) -> list[int]:
    """At most four heads upwards, as far as the first verb."""
    found = []
    for ancestor in parse.ancestors(i):
        found.append(ancestor)
        if len(found) == 4 or parse.tokens[ancestor].tag[0] == "V":
            break
    return found


def _verb_score(parse: Parse, token: Token, kind: str, place: float) -> float:
    """ "X met (with) Y", "X received Y": somebody does it, and to a person or with one."""
    tokens = parse.tokens
    children = [tokens[child] for child in token.children]
    if not any(child.dep in ("nsubj", "nsubjpass") for child in children) and token.dep not in ("conj", "ROOT"):
        return 0
    if token.dep in ("relcl", "ccomp", "advcl", "acl"):
        place -= 2
    objects = [child for child in children if child.dep in ("dobj", "prep", "pobj", "nsubjpass")]
    if kind == "ceremony":
        return 0 if any(child.lemma.lower() in frames("not_signed") for child in objects) else place - 2.5
    if token.lemma not in ("travel", "convene") and not any(_is_somebody(parse, child) for child in objects):
        return place - 3 if token.lemma in ("meet", "visit") and not objects else 0
    return place + 1


def _is_somebody(parse: Parse, child: Token) -> bool:
    """ "met Mr Berg", "met with officials of the port", but not "met with the same level of interest"."""
    if child.dep == "nsubjpass" or (child.dep != "dobj" and child.lower != "with"):
        return False
    span = parse.tokens[parse.left_edge(child.i) : parse.right_edge(child.i) + 1]
    several = any(t.dep == "pobj" and t.head == child.i and t.tag == "NNS" for t in span)
    return several or any(t.tag in ("NNP", "NNPS") for t in span)


def in_relative(parse: Parse, token: Token | None) -> bool:
    """Is it said of somebody ("who is in Moscow") rather than of the event?"""
    if token is None:
        return False
    for number, ancestor in enumerate(parse.ancestors(token.i)):
        above = parse.tokens[ancestor]
        if above.dep in ("relcl", "acl"):
            held = above.dep == "acl" and above.lemma in frames("taking_place")
            return not held  # "talks held in Velm", but not "a crash that took place in Velm"
        if number > 6:
            break
    return False
