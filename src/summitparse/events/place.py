"""Where the event was."""

from collections.abc import Iterator, Sequence

from summitparse.countries import find_countries
from summitparse.events.candidates import Candidate, in_relative
from summitparse.events.names import frames
from summitparse.findings import Span
from summitparse.grammar.clauses import verb_above
from summitparse.grammar.phrases import is_time
from summitparse.language.parse import Parse, Token
from summitparse.language.tags import NOUNS, PROPER
from summitparse.layout import Layout
from summitparse.text.calendar import CALENDAR
from summitparse.text.signs import DASH_TOKENS

# Prepositions of a place, and what says that a capitalised word is only the beginning of a phrase.
_IN, _IN_OR_TO, _AT = ("in",), ("in", "to"), ("at",)
_GOING_ON = frozenset({"NN", "NNS", "POS"})
_BEHIND_PLACES = frozenset({"IN", "CC", "VBD"})


def place_of(
    layout: Layout, parse: Parse, best: Candidate, told: Sequence[int], others: Sequence[int], people: Sequence[Span]
) -> Span | None:
    """A place line of its own; else "in Geneva" beside the event, in the sentences where it is `told`; else the
    dateline; else "at the Palace", or either in `others` or where the event is named again. `people` are the places of
    names, where no event can be."""
    if best.kind == "call":
        return None
    header = layout.header.place and _first_part(layout, layout.header.place)
    if header and _alone_on_line(layout, header) and _above_text(layout, header):
        return _visited(layout, parse, best, people) or header
    if dated := _before_date(layout, parse, best):
        return dated
    further = (sentence for sentence in range(len(parse.sentences)) if sentence not in told)
    again = [*others, *(s for s in further if any(token.lower == best.noun for token in parse.sentence_tokens(s)))]
    near = _IN_OR_TO if best.kind == "visit" else _IN
    for links, where in ((near, told), (_AT, told), (near, again), (_AT, again)):
        if header and links is _AT:
            return header
        found = [span for sentence in where for span in _places_in(parse, sentence, best, links)]
        found = [span for span in found if not any(span.overlaps(name) for name in people)]
        if found:  # "a visit to Norland … in Velm": the town says more
            towns = (span for span in found if best.kind != "visit" or not _is_country(layout, span))
            return next(towns, found[0])
    return header


def _is_country(layout: Layout, span: Span) -> bool:
    text = layout.clean[span.start : span.end]
    return any(country.span == Span(0, len(text)) for country in find_countries(text))


def _first_part(layout: Layout, place: Span) -> Span:
    """A dateline without what a dash cuts off: "Ottawa, Ontario - Global Affairs"."""
    text = layout.clean[place.start : place.end]
    cut = min((at for dash in DASH_TOKENS if (at := text.find(f" {dash} ")) > 0), default=len(text))
    return Span(place.start, place.start + cut)


def _visited(layout: Layout, parse: Parse, best: Candidate, people: Sequence[Span]) -> Span | None:
    """ "Minister on working visit in Velm": the town of a visit, whatever place the release is dated from; but what
    they visit there ("visited a mine in Velm") says less than the line of the place."""
    if best.kind != "visit" or best.verb:
        return None
    named = _places_in(parse, best.sentence, best, _IN)
    towns = (s for s in named if layout.clean.endswith(" in ", 0, s.start) and not _is_country(layout, s))
    return next((span for span in towns if not any(span.overlaps(name) for name in people)), None)


def _before_date(layout: Layout, parse: Parse, best: Candidate) -> Span | None:
    """ "Address at the opening of the fair, Velm, 3 May": in a title, what stands between the event and its day."""
    title = layout.header.title
    tokens = parse.sentence_tokens(best.sentence)
    published = layout.header.published
    if title is None or published is None or not title.overlaps(best.name):
        return None
    for k, token in enumerate(tokens[:-1]):
        span = _place_phrase(tokens, k + 1) if token.text == "," and token.start >= best.name.end else None
        if span is not None and layout.clean[span.end : published.span.start].strip(", ").lower() in {"", *CALENDAR}:
            return span
    return None


def _above_text(layout: Layout, place: Span) -> bool:
    """At the foot a line says where the release was issued, and not where the event was."""
    return not layout.blocks or place.end <= layout.blocks[0].span.start


def _alone_on_line(layout: Layout, place: Span) -> bool:
    """Is there nothing else on its line but the date of the release?"""
    text = layout.text
    start = text.rfind("\n", 0, place.start) + 1
    end = text.find("\n", place.end)
    published = layout.header.published.span if layout.header.published else place
    taken = [at for span in (place, published) for at in range(span.start, span.end)]
    rest = set(range(start, end if end >= 0 else len(text))).difference(taken)
    return not any(text[at].isalnum() for at in rest)


def _places_in(parse: Parse, sentence: int, best: Candidate, links: tuple[str, ...]) -> Iterator[Span]:
    """Each "in X" (or other link) behind the event word, then before it at the head of the sentence."""
    tokens = parse.sentence_tokens(sentence)
    nouns = [k for k, token in enumerate(tokens) if token.i == best.head or token.lower == best.noun]
    begin = nouns[0] if nouns else 0
    if best.kind == "visit" and nouns and (span := _place_phrase(tokens, begin + 1)):
        yield span  # "visited Nairobi"
    stop = next((k for k in range(begin, len(tokens) - 1) if _purpose(tokens, k)), len(tokens) - 1)
    before = (k for k in range(begin) if k < 4 or _leads_to(parse, tokens[k], best))
    for k in [*range(begin, stop), *before]:
        linked = tokens[k].lower in links or (tokens[k].lower in _IN_OR_TO and _receives(parse, tokens[k]))
        if linked and not in_relative(parse, tokens[k]) and not _of_another(parse, tokens[k], best):
            span = _place_phrase(tokens, k + 1)
            if span:
                yield span


def _leads_to(parse: Parse, link: Token, best: Candidate) -> bool:
    """ "met in Velm for a summit", "led on Friday in Velm the second summit"."""
    above, verb = parse.tokens[link.head], verb_above(parse, parse.tokens[best.head])
    return above.lemma in frames("gathering") or (verb is not None and above.i == verb.i)


def _of_another(parse: Parse, link: Token, best: Candidate) -> bool:
    """ "the preparation for the summit in Oslo": the place of another event, that is still to come or is over."""
    noun = parse.tokens[link.head]
    if noun.pos != "NOUN" or noun.i == best.head or noun.lower == best.noun:
        return False
    return any(token.lower in frames("behind") for token in parse.tokens[max(0, noun.i - 4) : noun.i])


def _receives(parse: Parse, token: Token) -> bool:
    """ "welcomed the Chancellor to the Palace"."""
    verb = verb_above(parse, token)
    return verb is not None and verb.lemma in frames("receiving")


def _purpose(tokens: list[Token], k: int) -> bool:
    """ "… to discuss investments in Africa": what follows is not where it was."""
    return (tokens[k].tag == "TO" and tokens[k + 1].tag == "VB") or tokens[k].lower in frames("clauses")


def _place_phrase(tokens: list[Token], k: int) -> Span | None:
    """Capitalised words, without "the", and a comma and another capitalised word behind. "at" an office is a place."""
    offices = frames("offices") if k and tokens[k - 1].lower in _AT else frozenset()
    if k < len(tokens) and tokens[k].pos == "DET":
        k += 1
    if k + 2 < len(tokens) and tokens[k].lower in frames("settlements") and tokens[k + 1].lower == "of":
        k += 2  # "in the city of Velm"
    begin = k
    while k < len(tokens) and _is_of_place(tokens, k, begin):
        k += 1
    if k == begin or tokens[k - 1].pos not in NOUNS:
        return None
    if k < len(tokens) and tokens[k].tag in _GOING_ON and not is_time(tokens[k]):  # not "in Velm yesterday"
        return None
    if (frames("not_in_places") - offices) & {token.lower for token in tokens[begin:k]}:
        return None
    last = tokens[k + 1] if _is_wider(tokens, k) else tokens[k - 1]
    return Span(tokens[begin].start, last.end)


def _is_of_place(tokens: list[Token], k: int, begin: int) -> bool:
    """A capitalised word, or a small one between two of them."""
    if tokens[k].text[0].isupper():
        return tokens[k].lower not in CALENDAR
    small = frames("inside_places")
    inside = k > begin and tokens[k].lower in small and (tokens[k].pos != "DET" or tokens[k - 1].lower in small)
    return inside and k + 1 < len(tokens) and tokens[k + 1].text[0].isupper()


def _is_wider(tokens: list[Token], comma: int) -> bool:
    """Whether a comma goes on with the region or country of a place: "in Velm, Norland, on Friday"."""
    following = tokens[comma + 1 : comma + 3]
    if tokens[comma : comma + 1] == [] or tokens[comma].text != "," or not following or following[0].tag not in PROPER:
        return False
    ends = len(following) == 1 or following[1].pos == "PUNCT" or following[1].tag in _BEHIND_PLACES
    return ends and following[0].text[0].isupper() and following[0].lower not in CALENDAR
