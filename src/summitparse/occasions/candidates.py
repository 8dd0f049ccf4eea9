"""Words that can name the release's event, each with how likely it is the one that is reported."""

from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import islice

from summitparse.findings import Span
from summitparse.grammar.clauses import PLANNED, clause_at, verb_above
from summitparse.language.parse import Parse, Token
from summitparse.language.tags import ADNOMINAL, COMPLEMENTS, INFLECTED, NOMINAL_SUBJECTS, PAST, PROPER
from summitparse.layout import Layout
from summitparse.lexicon import load
from summitparse.occasions.names import calls_for, first_of, frames, last_of, noun_at
from summitparse.ranking.linear import chances_of_one, shipped_model
from summitparse.voices import Voices

# Words before an event whose form says more than their kind.
_FUNCTION = frozenset({"DET", "PRON", "ADP"})
# To whom or with whom something is done.
_OBJECTS = frozenset({"dobj", "prep", "nsubjpass"})
# The event is in the title, the subtitle or one of the first sentences.
_SENTENCES = 7
# A signing with its day and place is read in so many sentences; it just is an event.
_FURTHER = 30
# So many words upwards a clause is looked for that says something of somebody.
_HIGHEST = 8


@dataclass(frozen=True, slots=True)
class Candidate:
    """`head` is the token of the noun or verb; `name` the phrase around it; `signs` features by name; `chance` how
    likely it is the event that the release reports."""

    kind: str
    head: int
    name: Span
    sentence: int
    noun: str
    signs: frozenset[str]
    verb: bool = False
    chance: float = 0.0


@cache
def _verbs() -> dict[str, str]:
    table = load("summitparse.events", "events")["verbs"]
    return {verb: kind for kind, verbs in table.items() for verb in verbs}


def candidates(voices: Voices, parse: Parse, people: Sequence[Span]) -> list[Candidate]:
    """All candidates of title, subtitle and lead in text order.

    `people` are the places of names, which are no part of an event's name unless behind it.
    """
    layout = voices.layout
    named = {token.i for span in people for token in parse.within(span)}
    whole = frozenset(_of_release(layout, parse))
    found = []
    for sentence, place in _leading(layout, parse):
        for one in _in_sentence(voices, parse, sentence, place, named):
            found.append(replace(one, signs=frozenset(_placed(one, place, whole))))
    return found + list(_signings(parse, [one.head for one in found], whole))


def choose(found: Sequence[Candidate]) -> list[Candidate]:
    """The candidates, each with how likely it is the event that is reported, the likeliest first; together they are as
    likely as it is that one is reported at all."""
    model = shipped_model("events")
    chances = chances_of_one([model.score(dict.fromkeys(sorted(one.signs), 1.0)) for one in found])
    rated = (replace(one, chance=chance) for one, chance in zip(found, chances, strict=True))
    return sorted(rated, key=lambda one: (-one.chance, one.head))


def _placed(one: Candidate, place: str, whole: frozenset[str]) -> Iterator[str]:
    """Features of where a candidate stands, by itself and with what it is."""
    yield f"at={place}"
    yield from (f"kind={one.kind}", f"kind={one.kind}-{place}", f"word={one.noun}")
    form = "verb" if one.verb else "noun"
    yield f"form={form}-{place}"
    for sign in one.signs:
        yield sign
        yield f"{sign}-{'title' if place == 'title' else 'text'}"
    for sign in whole:
        yield f"{sign}-{form}-{'title' if place == 'title' else 'text'}"


def _of_release(layout: Layout, parse: Parse) -> Iterator[str]:
    """What the title promises: a statement, greetings, a letter; and whether people take turns."""
    if any(block.label for block in layout.blocks):
        yield "turns"
    if layout.header.title is None:
        yield "untitled"
        return
    title = parse.within(layout.header.title)
    words = [token.lower for token in title[:4]]
    if words and words[0] in frames("articles"):
        words.pop(0)
    if _corresponds(title) or (title and title[-1].lower in frames("correspondence")):
        yield "letter"  # "The Prime Minister's May Day message"
    if "joint" in words[:2]:
        yield "joint-statement" if "statement" in words else "joint"
    elif words and words[0] in frames("silent"):
        yield "silent"


def _signings(parse: Parse, taken: Container[int], whole: frozenset[str]) -> Iterator[Candidate]:
    """ "A plan was signed on 27 January at the Ministry of Ports", further down: a ceremony if nothing else is one."""
    for token in parse.tokens:
        if token.sentence >= _FURTHER or _verbs().get(token.lemma) != "ceremony" or token.i in taken:
            continue
        clause = clause_at(parse, token) if token.tag in PAST else None
        where, when = (clause.oblique("at"), clause.oblique("on")) if clause is not None else (None, None)
        if clause is None or where is None or when is None or clause.polarity != "asserted":
            continue
        dated = parse.tokens[when[0].i : when[0].i + 4]
        if where[1].tag in PROPER and any(token.tag == "CD" for token in dated):
            one = _acted(parse, token, "ceremony")
            yield replace(one, signs=frozenset(_placed(one, "signed", whole)))


def _acted(parse: Parse, token: Token, kind: str) -> Candidate:
    """The candidate of a verb."""
    end = parse.sentences[token.sentence][1]
    name = Span(token.start, parse.tokens[last_of(parse.tokens, token.i + 1, end, verb=True) - 1].end)
    return Candidate(kind, token.i, name, token.sentence, token.lemma, frozenset(_verb_signs(parse, token)), verb=True)


def _leading(layout: Layout, parse: Parse) -> Iterator[tuple[int, str]]:
    """Sentences of the header and the first ones of the body, with the name of their place."""
    header = {"title": layout.header.title, "subtitle": layout.header.subtitle}
    body = layout.blocks[0].span.start if layout.blocks else len(layout.clean)
    seen = 0
    for sentence in range(len(parse.sentences)):
        span = parse.sentence_span(sentence)
        place = next((name for name, part in header.items() if part is not None and part.overlaps(span)), None)
        if place is not None:
            yield sentence, place
        elif span.start >= body:
            yield sentence, f"lead{seen}"
            seen += 1
            if seen >= _SENTENCES:
                return


def _corresponds(title: Sequence[Token]) -> bool:
    """ "… sent a message to …": the title tells of a letter, a telegram, congratulations."""
    sent = next((k for k, token in enumerate(title) if token.lemma in frames("sending")), None)
    return sent is not None and any(token.lower in frames("correspondence") for token in title[sent + 1 : sent + 6])


def _in_sentence(voices: Voices, parse: Parse, sentence: int, place: str, named: Container[int]) -> Iterator[Candidate]:
    first, end = parse.sentences[sentence]
    tokens = parse.tokens
    i = first
    while i < end:
        token = tokens[i]
        quoted = voices.at(token.start).kind == "quotation"
        matched = noun_at(tokens, i, end) if i not in named else None
        if matched and not calls_for(tokens, i, matched[1], end):
            kind, stop = matched
            left = first_of(tokens, i, first, named)
            name = Span(tokens[left].start, tokens[last_of(tokens, stop, end) - 1].end)
            signs = {*_noun_signs(parse, stop - 1, left, first, place), *_unnamed(tokens, i, left, stop, name)}
            signs |= {"quoted"} if quoted else set()
            yield Candidate(kind, stop - 1, name, sentence, tokens[stop - 1].lower, frozenset(signs))
            i = stop
            continue
        action = _verbs().get(token.lemma) if _is_told(tokens, token, place) else None
        action = action if token.lemma != "speak" or _with_somebody(parse, token) else None
        if action and not quoted:
            yield _acted(parse, token, action)
        i += 1


def _unnamed(tokens: list[Token], i: int, left: int, stop: int, name: Span) -> Iterator[str]:
    """What speaks against words that name no event by themselves: "Congress", "arrangements for meetings", a dinner or
    consultation with nobody, the sitting at which a body decides ("at its meeting")."""
    word, alone = tokens[stop - 1].lower, left == i and tokens[stop - 1].end == name.end
    if word in frames("ordinary"):
        official = {token.lower for token in tokens[left:i]} & frames("official")
        behind = [token.lower for token in tokens[stop : stop + 12] if token.end <= name.end]
        yield "ordinary-official" if official or "with" in behind or "between" in behind else "ordinary"
    if alone:
        yield from ("alone", f"alone-{word}")
        if left and tokens[left - 1].pos in _FUNCTION:
            yield f"alone-behind-{tokens[left - 1].lower}"


def _is_told(tokens: list[Token], token: Token, place: str) -> bool:
    """A finite verb, "will visit", and in a title "to visit"."""
    if token.tag != "VB":
        return token.tag in INFLECTED
    own = [tokens[child] for child in token.children]
    return any(child.lower in PLANNED or (child.tag == "TO" and place == "title") for child in own)


def _noun_signs(parse: Parse, noun: int, left: int, first: int, place: str) -> Iterator[str]:
    """What stands around the noun: a verb that makes it happen, or words that make it another event."""
    tokens = parse.tokens
    before = {token.lower for token in tokens[max(first, left - 4) : left]}
    inside = {token.lower for token in tokens[left:noun]}
    if place == "title":
        inside -= {"regular"}  # "Spokesperson's Regular Press Conference"; in the text it is the one before or after
    above = [tokens[a] for a in _few(parse, noun)]
    if before & frames("later"):
        opening = {token.lower for token in tokens[first:left]}
        if opening & frames("reports") or opening & frames("outcomes"):
            yield "after-reported" if opening & frames("reports") else "after-signed"
            return
    if (before | inside | {token.lower for token in above}) & frames("behind"):
        yield "behind"
    if _only_possible(parse, noun):
        yield "possible"
    for token in above:
        if token.tag[0] == "V":
            yield f"verb={token.lemma}"
            yield "takes-place" if token.lemma in frames("verbs") else "other-verb"
            yield f"polarity={_polarity(parse, token)}"
        if token.dep == "relcl":
            yield "relative"
    if "during" in before:
        yield "during"
    if tokens[noun].tag == "NNS" and tokens[noun].lower not in frames("plural"):
        yield "plural"  # "study visits for lawyers", "gatherings of more than five": no event of its own
    after = tokens[noun + 1] if noun + 1 < len(tokens) else None
    if after is not None and after.sentence == tokens[noun].sentence and after.tag[:2] == "NN":
        yield "modifier"  # "meeting room", "conference call"
    yield f"dep={tokens[noun].dep}"
    if left and left > first:
        word = tokens[left - 1]
        yield f"after={word.lower if word.pos in _FUNCTION else word.pos}"


def _only_possible(parse: Parse, noun: int) -> bool:
    """ "A summit could be held in May", "invited him to pay a visit"."""
    verb = verb_above(parse, parse.tokens[noun])
    if verb is None:
        return False
    above = parse.tokens[verb.head]
    return any(parse.tokens[child].lower in frames("possible") for child in verb.children) or (
        verb.dep in COMPLEMENTS and verb.tag == "VB" and above.lemma in frames("wanting")
    )


def _few(parse: Parse, i: int) -> list[int]:
    """At most four heads upwards, as far as the first verb."""
    found = list(islice(parse.ancestors(i), 4))
    verb = next((k for k, above in enumerate(found) if parse.tokens[above].tag[0] == "V"), len(found))
    return found[: verb + 1]


def _polarity(parse: Parse, verb: Token) -> str:
    clause = clause_at(parse, verb)
    return clause.polarity if clause is not None else "none"


def _verb_signs(parse: Parse, token: Token) -> Iterator[str]:
    """ "X met (with) Y", "X received Y": somebody does it, and to a person or with one."""
    children = [parse.tokens[child] for child in token.children]
    subject = any(child.dep in NOMINAL_SUBJECTS for child in children)
    yield "subject" if subject else f"no-subject-{token.dep}"
    yield f"verb-dep={token.dep}"
    objects = [child for child in children if child.dep in _OBJECTS]
    somebody = any(_is_somebody(parse, child) for child in objects)
    yield f"{token.lemma}-{'somebody' if somebody else 'something' if objects else 'nothing'}"
    if any(child.lemma.lower() in frames("not_signed") for child in objects):
        yield f"{token.lemma}-law"
    yield f"verb-polarity={_polarity(parse, token)}"


def _with_somebody(parse: Parse, token: Token) -> bool:
    """ "spoke with the Prime Minister of Norland", but not "spoke at the forum"."""
    return any(_is_somebody(parse, parse.tokens[child], to=True) for child in token.children)


def _is_somebody(parse: Parse, child: Token, *, to: bool = False) -> bool:
    """ "met Mr Berg", "met with officials of the port", but not "met with the same level of interest"."""
    linked = child.lower == "with" or (to and child.lower == "to")
    if child.dep == "nsubjpass" or (child.dep != "dobj" and not linked):
        return False
    span = parse.tokens[parse.left_edge(child.i) : parse.right_edge(child.i) + 1]
    several = any(t.dep == "pobj" and t.head == child.i and t.tag == "NNS" for t in span)
    return several or any(t.tag in PROPER for t in span)


def in_relative(parse: Parse, token: Token | None) -> bool:
    """Is it said of somebody ("who is in Moscow") rather than of the event?"""
    above = () if token is None else (parse.tokens[a] for a in islice(parse.ancestors(token.i), _HIGHEST))
    clause = next((verb for verb in above if verb.dep in ADNOMINAL), None)
    # "talks held in Velm", but not "a crash that took place in Velm"
    return clause is not None and not (clause.dep == "acl" and clause.lemma in frames("taking_place"))
