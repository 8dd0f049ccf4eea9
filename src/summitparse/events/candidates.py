"""Words that can name the release's event, each with how likely it is the one that is reported."""

from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from summitparse.findings import Span
from summitparse.language.parse import Parse, Token
from summitparse.layout import Layout
from summitparse.lexicon import load

# The event is in the title, the subtitle or one of the first sentences.
_SENTENCES = 7
_LONGEST_NAME = 28
_LASTING = ("day", "hour", "week", "month")
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
def _nouns() -> dict[str, tuple[tuple[tuple[str, ...], str], ...]]:
    """First word to (words, kind), longest first."""
    index: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for kind, phrases in load("summitparse.events", "events")["nouns"].items():
        for phrase in phrases:
            words = tuple(phrase.split())
            index.setdefault(words[0], []).append((words, kind))
    return {word: tuple(sorted(entries, key=lambda entry: -len(entry[0]))) for word, entries in index.items()}


@cache
def event_words() -> frozenset[str]:
    """The nouns of events that are one word, singular and plural."""
    words = {phrase[0] for entries in _nouns().values() for phrase, _ in entries if len(phrase) == 1}
    return frozenset(words | {word + "s" for word in words})


@cache
def frames(section: str) -> frozenset[str]:
    return frozenset(load("summitparse.events", "events")["frames"][section])


@cache
def _verbs() -> dict[str, str]:
    table = load("summitparse.events", "events")["verbs"]
    return {verb: kind for kind, verbs in table.items() for verb in verbs}


def candidates(layout: Layout, parse: Parse, people: Sequence[Span]) -> list[Candidate]:
    """All candidates of title, subtitle and lead, the most likely first; ties in text order.

    `people` are the places of names, which are no part of an event's name unless behind it.
    """
    found: list[Candidate] = []
    silence = _silence(layout, parse)
    named = {token.i for span in people for token in parse.within(span)}
    turns = any(block.label for block in layout.blocks)
    for sentence, place in _leading(layout, parse):
        for candidate in _in_sentence(parse, sentence, place, named):
            if candidate.noun in frames("spoken") and not (turns and place == _TITLE):
                continue
            weak = place == _TITLE and (candidate.verb or candidate.kind in ("other", "conference", "ceremony"))
            score = candidate.score - (silence if place < _TITLE or weak else 0) - 2 * (weak and silence > 2)
            found.append(
                Candidate(
                    candidate.kind, candidate.head, candidate.name, score, sentence, candidate.verb, candidate.noun
                )
            )
    return sorted(found, key=lambda candidate: (-candidate.score, candidate.head))


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
    if words and words[0] in ("a", "an", "the"):
        words.pop(0)
    if "joint" in words[:2]:
        return 2 if "statement" in words else 0
    return 5 if words and (words[0] in frames("silent") or words[:2] == ["press", "statement"]) else 0


def _corresponds(title: Sequence[Token]) -> bool:
    """ "… sent a message to …": the title tells of a letter, a telegram, congratulations."""
    sent = next((k for k, token in enumerate(title) if token.lemma in frames("sending")), None)
    return sent is not None and any(token.lower in frames("correspondence") for token in title[sent + 1 : sent + 6])


def _in_sentence(parse: Parse, sentence: int, place: float, named: Container[int]) -> Iterator[Candidate]:
    first, end = parse.sentences[sentence]
    tokens = parse.tokens
    quoted = False
    i = first
    while i < end:
        token = tokens[i]
        if token.text in ("“", '"', "``", "«", "”", "''", "»"):
            quoted = token.text not in ("”", "''", "»") and not quoted
        matched = _noun_at(tokens, i, end)
        if matched and not _calls_for(tokens, matched[1], end):
            kind, stop = matched
            left = _left(tokens, i, first, named)
            right = _right(tokens, stop, end)
            name = Span(tokens[left].start, tokens[right - 1].end)
            score = place + _frame(parse, stop - 1, left, first, place) - 5 * quoted
            if left == i and right == stop and token.lower in frames("bare"):
                score -= 3
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
                    Span(token.start, tokens[_right(tokens, i + 1, end, verb=True) - 1].end),
                    score,
                    sentence,
                    True,
                    token.lemma,
                )
        i += 1


def _is_told(tokens: list[Token], token: Token, place: float) -> bool:
    """A finite verb, "will visit", and in a title "to visit"."""
    if token.tag != "VB":
        return token.tag in ("VBD", "VBN", "VBZ", "VBP")
    return any(tokens[child].lower in (("will", "to") if place == _TITLE else ("will",)) for child in token.children)


def _noun_at(tokens: list[Token], i: int, end: int) -> tuple[str, int] | None:
    if tokens[i].tag[:2] != "NN" and not _gerund_noun(tokens, i, end) and not _opens(tokens, i, end):
        return None
    for lower in (tokens[i].lower, tokens[i].lemma.lower()):
        for words, kind in _nouns().get(lower, ()):
            stop = i + len(words)
            if stop <= end and all(tokens[i + k].lower in (word, word + "s") for k, word in enumerate(words)):
                return kind, stop
    return None


def _calls_for(tokens: list[Token], stop: int, end: int) -> bool:
    """ "the call to action", "calls for restraint": nobody was on the telephone."""
    if tokens[stop - 1].lower not in ("call", "calls") or stop + 1 >= end:
        return False
    following = tokens[stop + 1]
    return tokens[stop].lower == "for" or (
        tokens[stop].lower == "to" and (following.tag == "VB" or following.lower in ("action", "actions", "arms"))
    )


def _opens(tokens: list[Token], i: int, end: int) -> bool:
    """ "Visit to the Republic …" at the head of a title, which the tagger takes for a command."""
    first = i == 0 or tokens[i - 1].sentence != tokens[i].sentence
    return first and tokens[i].tag in ("VB", "VBP") and i + 1 < end and tokens[i + 1].tag in ("IN", "TO")


def _gerund_noun(tokens: list[Token], i: int, end: int) -> bool:
    """ "Meeting with …", "PM meeting with …", "Opening of …", which the tagger takes for a verb."""
    if tokens[i].tag != "VBG" or i + 1 >= end or tokens[i + 1].lower not in ("with", "of", "between", "on"):
        return False
    if i == 0 or tokens[i - 1].sentence != tokens[i].sentence:
        return tokens[i].text[0].isupper()
    return tokens[i - 1].tag in ("NNP", "NN", "JJ", "POS")


def _left(tokens: list[Token], i: int, first: int, named: Container[int]) -> int:
    """Adjectives, countries and names right before the noun; no determiner, and of possessives only the plural."""
    k = i
    while k > first and i - k < 10:
        before = tokens[k - 1]
        if (
            k - 1 in named
            or before.lower == "following"
            or (before.text[0].isupper() and before.lower.removesuffix("s") in frames("verbs"))
        ):
            break
        if (
            before.tag in ("JJ", "NN", "NNP", "NNPS", "NNS", "HYPH", "VBN", "VBG", "CD")
            or before.text in ("-", "–")
            or (before.text[0].isupper() and tokens[k].text in ("-", "–"))  # "All-Arvenian Congress"
            or (before.tag == "POS" and k - 1 > first and tokens[k - 2].tag in ("NNS", "NNPS"))  # "Leaders' Summit"
            or (before.lower == "and" and k - 1 > first and tokens[k - 2].tag == "JJ" and tokens[k].tag == "JJ")
        ):
            k -= 1
        else:
            break
    while k < i and (tokens[k].tag in ("CD", "HYPH") or tokens[k].text in ("-", "–")):
        k += 3 if k + 2 < i and tokens[k + 1].text == "-" and tokens[k + 2].lower in _LASTING else 1
    return k


def _right(tokens: list[Token], k: int, end: int, verb: bool = False) -> int:
    """The end of "of the Council of Ministers", "with President X of Y", "between A and B"."""
    last = k
    limit = min(end, k + _LONGEST_NAME)
    if k >= limit or (not verb and tokens[k].lower not in ("of", "with", "between", "on", "for", "to", "among")):
        return last
    while k < limit:
        token = tokens[k]
        glued = tokens[k - 1].text in ("-", "–") and tokens[k - 1].end == token.start
        if token.text == "(" and k + 2 < limit and tokens[k + 2].text == ")":  # "Federal Service (FS) Jane Roe"
            k += 3
        elif token.tag in ("RB", "VBN", "VBD") and (tokens[k - 1].tag in ("IN", "RB") or glued):
            k += 1  # "newly elected governors", "hate-fuelled violence"
        elif (
            (token.tag[0] in "NJC" and token.tag != "CC")
            or token.tag in ("VBG", "POS", "PRP$", "HYPH", "FW")
            or token.text in ("-", "–", "’s", "'s", "&")
        ):
            k = last = k + 1
        elif (
            token.tag in ("IN", "DT", "CC", "TO")
            and token.lower
            not in (
                "that",
                "as",
                "while",
                "ahead",
                "during",
                "in",
                "at",
                "after",
                "if",
                "by",
                "from",
                "through",
                "via",
            )
        ) or (
            token.text == ","
            and k + 1 < limit
            and tokens[k + 1].tag in ("NNP", "NNPS")
            and "and" in (t.lower for t in tokens[k:limit])
        ):
            k += 1
        else:
            break
    return last


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
        score -= 2  # "meeting room", "conference call"
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
    if token.lemma in ("receive", "meet", "visit", "convene") and not any(
        child.tag in ("NNP", "NNPS") or child.lower == "with" for child in objects
    ):
        return place - 2.5 if token.lemma != "receive" else 0
    return place + 1


def in_relative(parse: Parse, token: Token | None) -> bool:
    """Is it said of somebody ("who is in Moscow") rather than of the event?"""
    if token is None:
        return False
    for number, ancestor in enumerate(parse.ancestors(token.i)):
        if parse.tokens[ancestor].dep in ("relcl", "acl"):
            return True
        if number > 6:
            break
    return False
