"""Where the event was: every name of a place is proposed with how it is attached, and `models/events` chooses one or
none."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from summitparse.countries import find_places
from summitparse.findings import Span
from summitparse.grammar.clauses import verb_above
from summitparse.grammar.phrases import is_time
from summitparse.language.parse import Parse, Token
from summitparse.layout import Layout
from summitparse.occasions.candidates import Candidate, in_relative
from summitparse.occasions.names import event_words, frames
from summitparse.places.names import countries_in, kind_of, place_phrase, words_of
from summitparse.ranking.linear import chances_of_one, shipped_model
from summitparse.text.calendar import CALENDAR

_LINKS = frozenset({"in", "at", "to"})
# Verbs that say something of what stands behind the preposition, by the list that has them.
_VERBS = ("gathering", "taking_place", "receiving")
# So many sentences of the text say where the event was, whatever they call it.
_OPENING = 6
# So many words from the event, or from the head of the sentence, a preposition is beside it.
_BESIDE = 3
# These say of a country that the event was there, and of a smaller place that the release may mean it.
_OF_GOAL, _OF_TOWN = (
    frozenset({"of=event", "link=visited", "link=to-told"}),
    frozenset({"header", "link=in", "link=to"}),
)


@dataclass(slots=True)
class Place:
    """A name of a place, where it stands in full first, and what is said of it anywhere, as features by name."""

    span: Span
    signs: set[str] = field(default_factory=set)


def place_of(
    layout: Layout, parse: Parse, best: Candidate, told: Sequence[int], others: Sequence[int], people: Sequence[Span]
) -> Span | None:
    """The place that is likelier than any other and than that none is told; a call has none."""
    found = places(layout, parse, best, told, others, people) if best.kind != "call" else []
    model = shipped_model("events", "places")
    chances = chances_of_one([model.score(dict.fromkeys(sorted(one.signs), 1.0)) for one in found])
    likeliest = max(range(len(found)), key=lambda k: (chances[k], -k), default=None)
    if likeliest is None or chances[likeliest] < 1 - sum(chances):
        return None
    return found[likeliest].span


def places(
    layout: Layout, parse: Parse, best: Candidate, told: Sequence[int], others: Sequence[int], people: Sequence[Span]
) -> list[Place]:
    """All places that the header names, and the sentences where the event is `told`, those that name it again and the
    first ones. `people` are the places of names, where no event can be."""
    proposed = _Proposed(layout, parse, best)
    sentences = range(len(parse.sentences))
    again = {*others, *(n for n in sentences if any(t.lower == best.noun for t in parse.sentence_tokens(n)))}
    body = layout.blocks[0].span.start if layout.blocks else 0
    opening = [n for n in sentences if parse.sentence_span(n).start >= body][:_OPENING]
    for sentence in dict.fromkeys([*told, *others, *sorted(again), *opening]):
        where = "told" if sentence in told else "again" if sentence in again else "opening"
        for span, signs in _in_sentence(layout, parse, sentence, best):
            if not any(span.overlaps(name) for name in people):
                proposed.add(span, {f"at={where}", *signs, *(f"{sign}-{where}" for sign in signs if "=" in sign)})
    return proposed.related()


class _Proposed:
    """The places of a release by their words; those of the header are the first."""

    def __init__(self, layout: Layout, parse: Parse, best: Candidate) -> None:
        self.layout, self.best = layout, best
        self.found: dict[str, Place] = {}
        self.line: Span | None = None
        place = layout.header.place
        alone = place is not None and _alone_on_line(layout, place)
        # At the foot a line says where the release was issued.
        if place is not None and (not alone or not layout.blocks or place.end <= layout.blocks[-1].span.start):
            self.line = place if alone else None
            self.add(place, {"header", f"header={'line' if alone else 'dateline'}"})
        if dated := _before_date(layout, parse, best):
            self.add(dated, {"before-date"})

    def add(self, span: Span, signs: set[str]) -> None:
        """One mention of a place; what stands before its comma is the same one."""
        name = self.layout.clean[span.start : span.end]
        one = self.found.setdefault(name.casefold().split(",")[0], Place(span))
        one.signs.update(signs)
        line = self.layout.clean[self.line.start : self.line.end] if self.line else ""
        longer = self.line if self.line and words_of(name) < words_of(line) else span
        if longer.end - longer.start > one.span.end - one.span.start:
            one.span = longer  # "Velm, Norland" says more than "Velm"

    def related(self) -> list[Place]:
        """The places, each with its kind, and how its country is to that of the dateline and to one that is named as
        where the event was."""
        clean, event = self.layout.clean, self.best.kind
        found = list(self.found.values())
        kinds = [kind_of(clean[one.span.start : one.span.end]) for one in found]
        within = [countries_in(clean[one.span.start : one.span.end]) for one in found]
        all_ = list(zip(found, kinds, within, strict=True))
        named = self.layout.header.place
        home = countries_in(clean[named.start : named.end]) if named is not None else set()
        goals = {code for one, kind, of in all_ if kind == "country" and one.signs & _OF_GOAL for code in of}
        smaller = {code for one, kind, of in all_ if kind != "country" and one.signs & _OF_TOWN for code in of}
        for one, kind, of in all_:
            linked = {sign for sign in one.signs if sign.startswith(("header", "link="))}
            one.signs |= {f"{sign}-{also}" for sign in linked for also in (kind, event)}
            one.signs |= {f"kind={kind}", f"kind={kind}-{event}"}
            relation = _relation(kind, of, goals, smaller, "header" in one.signs)
            one.signs |= {relation, f"{relation}-{event}"} if relation else set()
            if home and of and "header" not in one.signs:
                one.signs.add("at-home" if home & of else "abroad")
        return found


def _relation(kind: str, within: set[str], goals: set[str], smaller: set[str], header: bool) -> str:
    """ "A visit to Norland", dated from a town of Norland: the town says more."""
    if kind == "country":
        return "has-town" if within & smaller else ""
    if within & goals:
        return "header-in-goal" if header else "in-goal"
    return "header-elsewhere" if header and goals else ""


def _in_sentence(layout: Layout, parse: Parse, sentence: int, best: Candidate) -> Iterator[tuple[Span, set[str]]]:
    """Each "in X", "at X" or "to X", what a visit is to, and towns that are only named, with how they are attached."""
    tokens = parse.sentence_tokens(sentence)
    event = next((k for k, token in enumerate(tokens) if token.i == best.head or token.lower == best.noun), None)
    stop = next((k for k in range(event or 0, len(tokens) - 1) if _purpose(tokens, k)), len(tokens))
    title = layout.header.title
    titled = {"title"} if title is not None and title.overlaps(parse.sentence_span(sentence)) else set()
    linked: list[Span] = []
    for k, token in enumerate(tokens):
        visits = best.kind == "visit" and (k == event or (token.pos == "VERB" and token.lemma in event_words()))
        span = place_phrase(tokens, k + 1) if visits or token.lower in _LINKS else None
        if span is not None:
            linked.append(span)
            side = "alone" if event is None else "behind" if k >= event else "before"
            also = {
                "purpose": k > stop,
                "opens": k <= _BESIDE,
                "beside-event": event is not None and 0 < k - event <= _BESIDE,
                "dated": _is_dated(parse, span),
            }
            signs = {f"link={'visited' if visits else token.lower}", f"side={side}", *_attached(parse, token, best)}
            yield span, signs | titled | {sign for sign, holds in also.items() if holds}
    begin = tokens[0].start
    for place in find_places(layout.clean[begin : tokens[-1].end]):
        span = Span(begin + place.span.start, begin + place.span.end)
        if not any(span.overlaps(other) for other in linked):
            yield span, {"link=none", *titled}


def _attached(parse: Parse, link: Token, best: Candidate) -> Iterator[str]:
    """What the preposition belongs to: the event, the verb above it, another event, something else."""
    above, verb = parse.tokens[link.head], verb_above(parse, parse.tokens[best.head])
    if above.i == best.head or above.lower == best.noun:
        yield "of=event"
    elif verb is not None and above.i == verb.i:
        yield "of=verb-of-event"
    else:
        yield "of=an-event" if above.lower in event_words() else f"of={above.pos}"
    yield from (sign for sign in _VERBS if above.lemma in frames(sign))
    if in_relative(parse, link):
        yield "relative"
    if _of_another(parse, link, best):
        yield "of-another"


def _is_dated(parse: Parse, span: Span) -> bool:
    """ "in Velm on Friday", "in Velm today"."""
    last = parse.within(span)[-1].i
    return any(is_time(token) or token.lower in CALENDAR for token in parse.tokens[last + 1 : last + 1 + _BESIDE])


def _of_another(parse: Parse, link: Token, best: Candidate) -> bool:
    """ "the preparation for the summit in Oslo": the place of another event, that is still to come or is over."""
    noun = parse.tokens[link.head]
    if noun.pos != "NOUN" or noun.i == best.head or noun.lower == best.noun:
        return False
    return any(token.lower in frames("behind") for token in parse.tokens[max(0, noun.i - 4) : noun.i])


def _purpose(tokens: list[Token], k: int) -> bool:
    """ "… to discuss investments in Africa": what follows is not where it was."""
    return (tokens[k].tag == "TO" and tokens[k + 1].tag == "VB") or tokens[k].lower in frames("clauses")


def _before_date(layout: Layout, parse: Parse, best: Candidate) -> Span | None:
    """ "Address at the opening of the fair, Velm, 3 May": in a title, what stands between the event and its day."""
    title = layout.header.title
    tokens = parse.sentence_tokens(best.sentence)
    published = layout.header.published
    if title is None or published is None or not title.overlaps(best.name):
        return None
    for k, token in enumerate(tokens[:-1]):
        span = place_phrase(tokens, k + 1) if token.text == "," and token.start >= best.name.end else None
        if span is not None and layout.clean[span.end : published.span.start].strip(", ").lower() in {"", *CALENDAR}:
            return span
    return None


def _alone_on_line(layout: Layout, place: Span) -> bool:
    """Is there nothing else on its line but the date of the release?"""
    text = layout.text
    start = text.rfind("\n", 0, place.start) + 1
    end = text.find("\n", place.end)
    published = layout.header.published.span if layout.header.published else place
    taken = [at for span in (place, published) for at in range(span.start, span.end)]
    rest = set(range(start, end if end >= 0 else len(text))).difference(taken)
    return not any(text[at].isalnum() for at in rest)
